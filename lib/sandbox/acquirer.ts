import { findTestCard, type FirstAnswer, type TestCard } from './cards';
import { isUnderDollars, type Amount } from './money';

/** The network behind the gateway: pure, so that a card always does what its row says. */

export type Verdict = { status: 'APPROVED' | 'REJECTED' | 'FAILED'; reason: string };

export const waits = ['DELAY', 'SILENCE', 'OPERATOR', 'BANK', 'PUSH', 'CASH'] as const;

export type WaitsFor = (typeof waits)[number];

/** What happens to an attempt once the payer has answered what is asked of him. */
export type Plan =
  | { kind: 'now'; verdict: Verdict }
  /**
   * DELAY and SILENCE end by the clock, OPERATOR by hand; BANK, PUSH and CASH wait for the payer, elsewhere.
   * `verdict` is what the clock brings.
   */
  | { kind: 'later'; waitsFor: WaitsFor; verdict: Verdict }
  /** The network is not asked before the merchant has confirmed. */
  | { kind: 'confirm'; then: AskedPlan };

export type AskedPlan = Exclude<Plan, { kind: 'confirm' }>;

export type Decision = { step: 'OTP' | 'CHALLENGE' | null; plan: AskedPlan };

/** How a card answers, without the card: what may be kept of it. */
export type Answers = { first: FirstAnswer; final: 'APPROVED' | 'REJECTED' | null };

/** `expiry` is MM/YY. */
export type Presented = {
  number: string;
  expiry: string;
  cvv: string;
  /** Of Puerto Rico; null or missing elsewhere. */
  zip?: string | null;
  amount: Amount;
};

const approved: Verdict = { status: 'APPROVED', reason: '00' };
const refused: Verdict = { status: 'REJECTED', reason: '05' };
const broken: Verdict = { status: 'FAILED', reason: 'XH' };

/** Codes that pass the simulated steps. Source: https://docs.placetopay.dev/gateway/testing-card */
const accepted = { OTP: ['123456', '000000'], CHALLENGE: ['12345'] } as const;

/** Of a listed card only: see {@link isPayable}. */
export function decide(presented: Presented): Decision {
  const card = findTestCard(presented.number);
  const plan = checkAddress(planFor(answersOf(presented), presented.amount), presented.zip);
  return { step: card ? stepOf(card) : null, plan };
}

/**
 * The address check of Puerto Rico: what was approved is reversed when the zip code does not fit. With 33333 the
 * reversal itself is refused at first, and only asking later shows that it was made.
 * Source: https://docs.placetopay.dev/gateway/testing-card
 */
export function checkAddress(plan: AskedPlan, zip: string | null | undefined): AskedPlan {
  if (plan.verdict.status !== 'APPROVED') return plan;
  if (zip === '44444')
    return plan.kind === 'now' ? { kind: 'now', verdict: refused } : { ...plan, verdict: refused };
  if (zip === '33333') return { kind: 'later', waitsFor: 'DELAY', verdict: refused };
  return plan;
}

/** Cards "by data" are judged here, because expiry and CVV are not kept. */
export function answersOf(presented: Omit<Presented, 'amount' | 'zip'>): Answers {
  const card = findTestCard(presented.number);
  if (!card) return { first: 'REJECTED', final: 'REJECTED' };
  const { first, final } = card;
  if (first !== 'BY_DATA') return { first, final };
  const given = matches(card, presented) ? 'APPROVED' : 'REJECTED';
  return { first: given, final: given };
}

/**
 * A card that is kept and not charged: the network says at once whether it is good. Cards whose payments pend are
 * good cards, so that what is collected from them later can pend.
 */
export function planTokenization({ first }: Answers): AskedPlan {
  if (first === 'ERROR') return { kind: 'now', verdict: broken };
  return { kind: 'now', verdict: first === 'REJECTED' ? refused : approved };
}

/**
 * Only the listed test cards pay, also the twelve that fail the Luhn check. Any other number may be somebody's real
 * card: it is turned away before anything is written down.
 */
export function isPayable(number: string): boolean {
  return findTestCard(number) !== undefined;
}

/** The code of a test card's brand, for example `visa`; null for any other number. */
export function brandCodeOf(number: string): string | null {
  return findTestCard(number)?.brand ?? null;
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

/** What the network does with an amount. */
export function planFor(answers: Answers, amount: Amount): AskedPlan {
  const final = answers.final === 'REJECTED' ? refused : approved;
  const now = (verdict: Verdict): AskedPlan => ({ kind: 'now', verdict });
  const plans: Record<FirstAnswer, () => AskedPlan> = {
    APPROVED: () => now(approved),
    REJECTED: () => now(refused),
    ERROR: () => now(broken),
    BY_AMOUNT: () => now(isUnderDollars(amount, 200n) ? approved : { ...refused, reason: '61' }),
    BY_DATA: () => now(final),
    PENDING: () => ({ kind: 'later', waitsFor: 'DELAY', verdict: final }),
    SILENCE: () => ({ kind: 'later', waitsFor: 'SILENCE', verdict: final }),
    MANUAL: () => ({ kind: 'later', waitsFor: 'OPERATOR', verdict: final }),
  };
  return plans[answers.first]();
}

function matches({ data }: TestCard, { expiry, cvv }: Omit<Presented, 'amount' | 'zip'>): boolean {
  return data !== null && data.expiry === expiry && data.cvv === cvv;
}
