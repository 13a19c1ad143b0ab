import type { CalendarDay } from './calendar';
import { validityOf } from './card-validity';
import { isDoubtfulCharge } from './checkout-session';
import { lastPeriod, nextChargeOn, periodStanding, type Membership } from './membership';

/** How a membership stands for its owner: which words to read, and whether something is to be done. */
export type MembershipStanding =
  | 'unpaid'
  | 'confirming'
  | 'under_review'
  | 'past_due'
  | 'no_card'
  | 'card_ends'
  | 'active'
  | 'paused'
  | 'cancelled';

/**
 * How it stands on this day of Colombia's. A charge without an outcome comes before everything else; `card_ends` says that
 * the card will have expired by the day of the next charge.
 */
export function membershipStanding(membership: Membership, today: CalendarDay): MembershipStanding {
  const last = lastPeriod(membership);
  const standing = periodStanding(last);
  if (standing === 'undecided')
    return last.order.sessions.some(isDoubtfulCharge) ? 'under_review' : 'confirming';
  const { status, card } = membership;
  if (status === 'CANCELLED') return 'cancelled';
  if (status === 'PAUSED') return 'paused';
  if (status === 'STARTING') return 'unpaid';
  if (status === 'PAST_DUE') return 'past_due';
  if (!card) return 'no_card';
  const chargedOn = nextChargeOn(membership, today) ?? today;
  return validityOf(card.validUntil, chargedOn) === 'expired' ? 'card_ends' : 'active';
}

/** Without its owner it will not be renewed. */
export function needsOwner(standing: MembershipStanding): boolean {
  return ['unpaid', 'past_due', 'no_card', 'card_ends'].includes(standing);
}
