import { Badge, type BadgeTone } from '@/components/ui/badge';
import { followUpTexts } from '@/lib/dictionaries/follow-ups';
import { formatDateTime, formatMoney } from '@/lib/dictionaries/format';
import type { Locale } from '@/lib/domain/locale';
import type { Operation, OperationState } from '@/lib/domain/operation';
import { followUps } from '@/lib/flows/follow-ups';

type Props = { locale: Locale; operations: readonly Operation[] };

const tones: Record<OperationState, BadgeTone> = {
  PROPOSED: 'waiting',
  PREPARED: 'waiting',
  SENT: 'waiting',
  IN_DOUBT: 'waiting',
  DONE: 'good',
  REFUSED: 'bad',
  ABANDONED: 'plain',
};

/** What was asked of a transaction afterwards, oldest first, by whom and with what outcome. */
export function OperationList({ locale, operations }: Props) {
  const texts = followUpTexts[locale];
  if (operations.length === 0) return null;
  return (
    <>
      <p className="mt-3 font-semibold">{texts.operations}</p>
      <ol className="grid grid-cols-1 gap-2">
        {operations.map((operation) => (
          <li key={operation.id} className="border-mist border-t-2 pt-2 text-base">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-semibold">{labelOf(operation, locale)}</span>
              {operation.amount && (
                <span className="tabular-nums">{formatMoney(operation.amount, locale)}</span>
              )}
              <Badge tone={tones[operation.state]}>{texts.states[operation.state]}</Badge>
            </p>
            {operation.message && (
              <p className="break-words">
                <q>{operation.message}</q>
              </p>
            )}
            <p className="text-sm opacity-85">
              {texts.asked(operation.askedBy, formatDateTime(operation.createdAt, locale))}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}

function labelOf({ name }: Operation, locale: Locale): string {
  return followUps.find((one) => one.name === name)?.label[locale] ?? name;
}
