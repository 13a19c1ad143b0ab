import { dayAfter, dayOf, type CalendarDay } from './calendar';
import { validityOf } from './card-validity';
import { isFinal, type CheckoutSession } from './checkout-session';
import {
  lastPeriod,
  nextPeriod,
  periodStanding,
  type Anchor,
  type Membership,
  type PeriodDays,
} from './membership';

/** Days after a period was opened on which its charge is tried. After the last of them the membership ends. */
const retryDays = [0, 1, 3, 7] as const;

/** A first payment that has not come after this many days never will. */
const startsWithinDays = 3;

/** Why a renewal did not succeed. */
export const failureReasons = ['refused', 'not_charged', 'card_expired', 'no_card', 'out_of_stock'] as const;
export type FailureReason = (typeof failureReasons)[number];

/** What the shop does next with a membership. */
export type Step =
  /** Nothing before that day; null is nothing at all. */
  | { readonly kind: 'rest'; readonly on: CalendarDay | null }
  /** Somebody else's news are awaited: a bank's, an operator's, or a gateway's that is away. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'open'; readonly period: PeriodDays & { readonly anchor: Anchor } }
  | { readonly kind: 'charge' }
  | { readonly kind: 'paid' }
  | { readonly kind: 'failed'; readonly why: FailureReason }
  | { readonly kind: 'lapse' };

/**
 * Decides from what is recorded and from nothing else, so that it can be asked at any time and by any number of processes.
 * `tries` are the attempts of the shop's own try that is not written down yet, oldest first.
 */
export function nextStep(
  membership: Membership,
  tries: readonly CheckoutSession[],
  today: CalendarDay,
): Step {
  const { status } = membership;
  if (status === 'CANCELLED' || status === 'PAUSED') return { kind: 'rest', on: null };
  const last = lastPeriod(membership);
  const standing = periodStanding(last);
  if (standing === 'paid') return afterPaid(membership, today);
  if (standing === 'undecided') return { kind: 'wait' };
  if (status === 'STARTING') {
    const over = inDays(dayOf(membership.createdAt), startsWithinDays);
    return today >= over ? { kind: 'lapse' } : { kind: 'rest', on: over };
  }
  const why = failureOf(tries.at(-1));
  if (why) return { kind: 'failed', why };
  if (today < last.tryOn) return { kind: 'rest', on: last.tryOn };
  const unusable = cardProblem(membership, today);
  return unusable ? { kind: 'failed', why: unusable } : { kind: 'charge' };
}

function afterPaid(membership: Membership, today: CalendarDay): Step {
  if (membership.status !== 'ACTIVE') return { kind: 'paid' };
  const period = nextPeriod(membership, today);
  return period.startsOn <= today ? { kind: 'open', period } : { kind: 'rest', on: period.startsOn };
}

/**
 * How a try ended that charged nothing; null when there was none, or when it never reached the gateway and counts for
 * none.
 */
function failureOf(session: CheckoutSession | undefined): FailureReason | null {
  if (!session || !isFinal(session.status)) return null;
  if (session.status === 'ABANDONED' && session.reason === 'OPERATOR') return 'not_charged';
  return wasRefused(session) ? 'refused' : null;
}

/** The gateway said no to this charge. Our credentials, our clock and an outage are no fault of a card. */
function wasRefused({ status, reason, message }: CheckoutSession): boolean {
  return status === 'REJECTED' || (status === 'ABANDONED' && message !== null && reason !== '401');
}

/** Why the membership's card cannot even be tried. */
export function cardProblem(
  { card }: Pick<Membership, 'card'>,
  today: CalendarDay,
): 'no_card' | 'card_expired' | null {
  if (!card) return 'no_card';
  return validityOf(card.validUntil, today) === 'expired' ? 'card_expired' : null;
}

/**
 * The day of the next try after `tries` that failed, never the same day again; null when that was the last. `openedOn` is
 * the day of the first.
 */
export function nextTryOn(openedOn: CalendarDay, tries: number, today: CalendarDay): CalendarDay | null {
  const days = retryDays[tries];
  if (days === undefined) return null;
  const [planned, tomorrow] = [inDays(openedOn, days), inDays(today, 1)];
  return planned > tomorrow ? planned : tomorrow;
}

function inDays(day: CalendarDay, days: number): CalendarDay {
  return dayAfter(day, { periodicity: 'D', interval: 1 }, days);
}
