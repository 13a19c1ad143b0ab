import { brandOf, passesLuhn } from './brands';
import { findTestCard, type TestCard } from './cards';
import { isUnderDollars, type Amount } from './money';

/** The network behind the gateway: pure, so that a card always does what its row says. */

export type Verdict = { status: 'APPROVED' | 'REJECTED' | 'FAILED'; reason: string };

/** What happens to an attempt once the payer has answered what is asked of him. */
export type Plan =
  | { kind: 'now'; verdict: Verdict }
  /** DELAY and SILENCE end by the clock, OPERATOR by hand; `verdict` is what the clock brings. */
  | { kind: 'later'; waitsFor: 'DELAY' | 'SILENCE' | 'OPERATOR'; verdict: Verdict };

export type Decision = { step: 'OTP' | 'CHALLENGE' | null; plan: Plan };

/** `expiry` is MM/YY. */
export type Presented = { number: string; expiry: string; cvv: string; amount: Amount };

const approved: Verdict = { status: 'APPROVED', reason: '00' };
const refused: Verdict = { status: 'REJECTED', reason: '05' };
const broken: Verdict = { status: 'FAILED', reason: 'XH' };

/** Codes that pass the simulated steps. Source: https://docs.placetopay.dev/gateway/testing-card */
const accepted = { OTP: ['123456', '000000'], CHALLENGE: ['12345'] } as const;

/** Refused here: {@link isPayable}. An unlisted number that looks like a card is approved. */
export function decide(presented: Presented): Decision {
  const card = findTestCard(presented.number);
  if (!card) return { step: null, plan: { kind: 'now', verdict: approved } };
  return { step: stepOf(card), plan: planOf(card, presented) };
}

/** Is it a card at all? Test cards are, even the twelve that fail the Luhn check; others must pass it. */
export function isPayable(number: string): boolean {
  return findTestCard(number) !== undefined || (brandOf(number) !== undefined && passesLuhn(number));
}

export function brandCodeOf(number: string): string | null {
  return findTestCard(number)?.brand ?? brandOf(number)?.code ?? null;
}

/** A wrong code refuses the attempt; the right one lets the plan go on. */
export function answerStep(step: 'OTP' | 'CHALLENGE', code: string, plan: Plan): Plan {
  const passes = accepted[step].some((right) => right === code.trim());
  if (passes) return plan;
  return {
    kind: 'now',
    verdict: { status: 'REJECTED', reason: step === 'OTP' ? 'OT1' : '05' },
  };
}

function stepOf(card: TestCard): Decision['step'] {
  if (card.otp) return 'OTP';
  return card.threeDS === 'C' ? 'CHALLENGE' : null;
}

function planOf(card: TestCard, presented: Presented): Plan {
  const final = card.final === 'REJECTED' ? refused : approved;
  const now = (verdict: Verdict): Plan => ({ kind: 'now', verdict });
  const plans: Record<TestCard['first'], () => Plan> = {
    APPROVED: () => now(approved),
    REJECTED: () => now(refused),
    ERROR: () => now(broken),
    BY_AMOUNT: () => now(isUnderDollars(presented.amount, 200n) ? approved : { ...refused, reason: '61' }),
    BY_DATA: () => now(matches(card, presented) ? approved : refused),
    PENDING: () => ({ kind: 'later', waitsFor: 'DELAY', verdict: final }),
    SILENCE: () => ({ kind: 'later', waitsFor: 'SILENCE', verdict: final }),
    MANUAL: () => ({ kind: 'later', waitsFor: 'OPERATOR', verdict: final }),
  };
  return plans[card.first]();
}

function matches({ data }: TestCard, { expiry, cvv }: Presented): boolean {
  return data !== null && data.expiry === expiry && data.cvv === cvv;
}
