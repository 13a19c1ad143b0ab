import { chargeTexts } from '@/lib/sandbox/dictionaries/charge';
import { pageTexts, type PageLanguage } from '@/lib/sandbox/dictionaries/page';
import type { AttemptView, Repetition, SessionView } from '@/lib/sandbox/hosted-view';
import { formatAmount } from './amount';
import { formatDay } from './moment';
import { rhythmWords } from './terms-words';

/** Does the payer's money move when he submits the form? It does not where a card is only kept, or an amount held. */
export function paysNow({ amount, holds }: Pick<SessionView, 'amount' | 'holds'>): boolean {
  return amount !== null && !holds;
}

/** What the payer accepts by the submission: what he reads of his data, beside the button. */
export function policyWords(session: SessionView, language: PageLanguage): string {
  return paysNow(session) ? pageTexts[language].card.policy : chargeTexts[language].policy;
}

/** What is said above the button where more happens than one charge, or none does. Null for a plain payment. */
export function noteOf(session: SessionView, language: PageLanguage): string | null {
  const { amount, repetition, holds, keepsCardOnly, terms } = session;
  const texts = chargeTexts[language];
  if (holds) return texts.hold.why;
  if (amount && repetition)
    return texts.repeats.before(formatAmount(amount, language), repetitionWords(repetition, language));
  if (terms) return texts.keep.notToday;
  return keepsCardOnly ? texts.keep.why : null;
}

/** "every month from December 30, 2026, 12 more times". */
export function repetitionWords(repetition: Repetition, language: PageLanguage): string {
  const { firstOn, lastOn, maxPeriods } = repetition;
  return chargeTexts[language].repeats.plan({
    every: rhythmWords(repetition, language).toLowerCase(),
    from: formatDay(firstOn, language),
    times: maxPeriods,
    until: lastOn && formatDay(lastOn, language),
  });
}

/** What an approval means for the payer's money, where it is not simply paid. Null where it is. */
export function doneWords(
  session: SessionView,
  attempt: AttemptView | undefined,
  language: PageLanguage,
): string | null {
  const { amount, repetition, holds, terms, keepsCardOnly } = session;
  if (session.status.status !== 'APPROVED') return null;
  const texts = chargeTexts[language];
  if (terms) return pageTexts[language].terms.done(formatDay(terms.nextOn, language));
  if (keepsCardOnly) return texts.keep.nothing;
  // A hold that was captured meanwhile is not told that nothing was charged.
  if (holds) return attempt?.isHeld ? texts.hold.done(formatAmount(attempt.amount, language)) : null;
  if (!amount || !repetition) return null;
  return texts.repeats.after(formatAmount(amount, language), repetitionWords(repetition, language));
}

/** Why it was refused, where the heading does not say it all, and that nothing was charged. */
export function refusedWords(
  { partial }: SessionView,
  attempt: AttemptView | undefined,
  language: PageLanguage,
): string {
  const { nothing, nothingNow, code } = chargeTexts[language].refused;
  const money = partial && hasPaid(partial) ? nothingNow : nothing;
  if (attempt?.hasWrongCode) return `${code} ${money}`;
  if (!attempt || attempt.reason === plainRefusal) return money;
  return `${attempt.message.replace(/\.$/, '')}. ${money}`;
}

/** Its message is "Rejected". Source: https://docs.placetopay.dev/checkout/api/reference/reason-codes */
const plainRefusal = '05';

/** Was a part of a payment in parts paid? */
export function hasPaid({ paid }: NonNullable<SessionView['partial']>): boolean {
  return /[1-9]/.test(paid.total);
}
