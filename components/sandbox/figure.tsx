import { chargeTexts } from '@/lib/sandbox/dictionaries/charge';
import { pageTexts, type PageLanguage } from '@/lib/sandbox/dictionaries/page';
import type { Amount, Hosted, SessionView } from '@/lib/sandbox/hosted-view';
import { formatAmount } from './amount';
import { hasPaid } from './charge-words';

type Props = { kind: Hosted['kind']; session: SessionView; language: PageLanguage };

/** The big figure: what the payer still pays, paid, or has held; or the word that nothing is charged. */
export function Figure({ kind, session, language }: Props) {
  const figure = figureOf({ kind, session, language });
  if (!figure) {
    const words = withoutCharge({ kind, session, language });
    return words && <p className="mt-4 text-lg font-semibold">{words}</p>;
  }
  return (
    <>
      <p className="text-soft mt-4 text-sm">{figure.label}</p>
      <p className="text-3xl font-semibold tabular-nums">{formatAmount(figure.amount, language)}</p>
      {figure.below && <p className="mt-1 text-sm tabular-nums">{figure.below}</p>}
    </>
  );
}

type Told = { label: string; amount: Amount; below?: string };

function figureOf({ kind, session, language }: Props): Told | null {
  const { amount, partial, holds, status } = session;
  if (!amount) return null;
  const texts = pageTexts[language].summary;
  const { hold, parts } = chargeTexts[language];
  const approved = kind === 'finished' && status.status === 'APPROVED';
  if (holds) return { label: approved ? hold.held : hold.total, amount };
  if (approved) return { label: texts.totalPaid, amount };
  if (!partial || !hasPaid(partial)) return { label: texts.total, amount };
  const below = parts.paidOf(formatAmount(partial.paid, language), formatAmount(amount, language));
  // Nobody pays the rest of what is over.
  if (kind === 'finished' || kind === 'unavailable')
    return { label: texts.totalPaid, amount: partial.paid, below };
  return { label: parts.left, amount: partial.remaining, below };
}

/** A card is only kept. The result says for itself that nothing was charged. */
function withoutCharge({ kind, session: { terms }, language }: Props): string | null {
  const { keep } = chargeTexts[language];
  if (kind === 'finished' || kind === 'unavailable') return null;
  return terms ? keep.notToday : keep.why;
}
