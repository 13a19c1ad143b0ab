import { chargeTexts } from '@/lib/sandbox/dictionaries/charge';
import type { PageLanguage } from '@/lib/sandbox/dictionaries/page';
import type { SessionView } from '@/lib/sandbox/hosted-view';
import { formatAmount } from './amount';
import { hasPaid } from './charge-words';

type Props = { session: SessionView; language: PageLanguage };

/** A part arrived, and the payer goes on with the next one. */
export function Received({ session: { partial }, language }: Props) {
  if (!partial || !hasPaid(partial)) return null;
  const [paid, left] = [partial.paid, partial.remaining].map((amount) => formatAmount(amount, language));
  return (
    <p role="status" className="border-good text-good mt-4 rounded-lg border-2 p-3 font-medium tabular-nums">
      {chargeTexts[language].parts.received(paid ?? '', left ?? '')}
    </p>
  );
}
