import { desk } from '@/lib/dictionaries/desk';
import { formatDateTime } from '@/lib/dictionaries/format';
import type { ReadEntry } from '@/lib/domain/audit';
import type { Locale } from '@/lib/domain/locale';
import { auditFacts } from './audit-facts';
import { Facts } from './facts';

type Props = { locale: Locale; entries: readonly ReadEntry[] };

/** What operators did, as it was written down: nobody can take a line back. */
export function AuditList({ locale, entries }: Props) {
  const texts = desk[locale];
  const actions: Readonly<Record<string, string>> = texts.actions;
  return (
    <ol className="border-moss ml-2 border-l-2">
      {entries.map((entry) => (
        <li key={entry.seq.toString()} className="pb-5 pl-6 last:pb-0">
          <p className="font-semibold">
            {entry.seq.toString()}. {actions[entry.action] ?? entry.action}
          </p>
          <p className="text-sm opacity-85">
            <time dateTime={entry.at.toISOString()}>{formatDateTime(entry.at, locale)}</time> ·{' '}
            {texts.by(entry.operatorName)}
          </p>
          <Facts
            facts={[
              [texts.reason, entry.reason],
              [texts.target, entry.target],
              [
                texts.columns.order,
                entry.orderId && (
                  <a
                    href={`/${locale}/orders/${entry.orderId}`}
                    className="underline decoration-2 underline-offset-4"
                  >
                    {entry.order?.number ?? entry.orderId}
                  </a>
                ),
              ],
              ...auditFacts(entry, locale),
            ]}
          />
        </li>
      ))}
    </ol>
  );
}
