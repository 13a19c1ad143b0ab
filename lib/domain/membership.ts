import { dayAfter, type CalendarDay } from './calendar';
import type { KeptCard } from './instrument';
import type { Money } from './money';
import { isConfirming, isSettled, unresolvedSession, type Order } from './order';
import type { Cadence, Words } from './product';

/**
 * STARTING: bought, and its first period is not paid yet. PAST_DUE: a renewal failed and is tried again. PAUSED: its owner
 * wants no renewals for now. CANCELLED is for ever; what was paid for stays theirs until it ends.
 */
export const membershipStatuses = ['STARTING', 'ACTIVE', 'PAST_DUE', 'PAUSED', 'CANCELLED'] as const;
export type MembershipStatus = (typeof membershipStatuses)[number];

/** Who or what ended it: its owner, a first payment that never came, or renewals that all failed. */
export const endReasons = ['ASKED', 'NEVER_PAID', 'UNPAID'] as const;
export type EndReason = (typeof endReasons)[number];

/** From which day the periods are counted, and which of them begins then. A pause moves it. */
export type Anchor = { readonly on: CalendarDay; readonly number: number };

/** The days of a period: it begins on `startsOn`, and on `endsOn` it is over. */
export type PeriodDays = {
  readonly number: number;
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
};

export type MembershipPeriod = PeriodDays & {
  /** Renewals that were tried and did not succeed. */
  readonly tries: number;
  /** No earlier than this day the shop tries (again). */
  readonly tryOn: CalendarDay;
  /** Its one order: the number is the period's reference, and begins that of each attempt. */
  readonly order: Order;
};

export type Membership = {
  readonly id: string;
  readonly userId: string;
  readonly productSlug: string;
  readonly name: Words;
  readonly cadence: Cadence;
  /** Frozen when it was bought. */
  readonly price: Money;
  readonly status: MembershipStatus;
  readonly endReason: EndReason | null;
  /** The card that renewals charge; null when it was deleted and none took its place. */
  readonly card: KeptCard | null;
  readonly anchor: Anchor;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  readonly version: number;
  /** Oldest first; the first is there from the beginning on. */
  readonly periods: readonly MembershipPeriod[];
};

/** What happened to a membership, told to its owner. */
export const membershipEventTypes = [
  'BEGUN',
  'PERIOD_PAID',
  'RENEWAL_FAILED',
  'CARD_CHANGED',
  'CARD_GONE',
  'PAUSED',
  'RESUMED',
  'CANCELLED',
] as const;
export type MembershipEventType = (typeof membershipEventTypes)[number];

/** The days of a period, counted from the anchor so that the 31st comes back after February. */
export function daysOf(anchor: Anchor, cadence: Cadence, number: number): PeriodDays {
  const rhythm = { periodicity: cadence, interval: 1 } as const;
  const at = (count: number) => dayAfter(anchor.on, rhythm, count - anchor.number);
  return { number, startsOn: at(number), endsOn: at(number + 1) };
}

/** There always is one: a membership begins with its first. Throws without. */
export function lastPeriod({ periods }: Pick<Membership, 'periods'>): MembershipPeriod {
  const last = periods.at(-1);
  if (!last) throw new Error('A membership without its first period.');
  return last;
}

type Counted = Pick<Membership, 'anchor' | 'cadence' | 'periods'>;

/**
 * The period that comes next, and the anchor it is counted from. Nobody is charged for time in which the shop was not
 * there: a period that would be over already begins today instead.
 */
export function nextPeriod(membership: Counted, today: CalendarDay): PeriodDays & { anchor: Anchor } {
  const { anchor, cadence } = membership;
  const number = lastPeriod(membership).number + 1;
  const planned = daysOf(anchor, cadence, number);
  if (planned.endsOn > today) return { ...planned, anchor };
  const moved = { on: today, number };
  return { ...daysOf(moved, cadence, number), anchor: moved };
}

/** After a pause: the time that is paid for goes on, and what was paused away begins today. */
export function anchorAfterPause(membership: Counted, today: CalendarDay): Anchor {
  const { number, endsOn } = lastPeriod(membership);
  return endsOn > today ? membership.anchor : { on: today, number: number + 1 };
}

export type PeriodStanding = 'paid' | 'undecided' | 'owed';

/** Paid once is paid for good, whatever was given back since. Undecided while paying again could pay twice. */
export function periodStanding({ order }: Pick<MembershipPeriod, 'order'>): PeriodStanding {
  if (order.paidAt !== null) return 'paid';
  const isOpen = unresolvedSession(order) !== undefined || order.sessions.some(isConfirming);
  return isOpen || isSettled(order.status) ? 'undecided' : 'owed';
}

/** Until when it is paid for: the end of the last period that was paid; null before the first. */
export function paidUntil({ periods }: Pick<Membership, 'periods'>): CalendarDay | null {
  return periods.findLast((period) => periodStanding(period) === 'paid')?.endsOn ?? null;
}

/** When the shop charges next by itself; null when it will not. */
export function nextChargeOn(membership: Membership, today: CalendarDay): CalendarDay | null {
  if (membership.status === 'PAST_DUE') return lastPeriod(membership).tryOn;
  return membership.status === 'ACTIVE' ? nextPeriod(membership, today).startsOn : null;
}

/** Only what is paid can be paused: what is owed is settled or cancelled first. */
export function mayPause(membership: Membership): boolean {
  return membership.status === 'ACTIVE' && periodStanding(lastPeriod(membership)) === 'paid';
}

/** What its owner can pay now, because it is due and no charge of it is under way. */
export function owedPeriod(membership: Membership): MembershipPeriod | null {
  if (membership.status === 'CANCELLED' || membership.status === 'PAUSED') return null;
  const last = lastPeriod(membership);
  return periodStanding(last) === 'owed' ? last : null;
}
