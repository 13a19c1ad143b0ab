import { isFinal } from './checkout-session';
import { orderStatus, type Order } from './order';
import { daysLeft, holdsOf } from './order-money';

/**
 * What an order still has to do with a kept card. AT_BANK: its bank is deciding. UNANSWERED: nobody knows whether the
 * gateway was asked in time. HELD: its money is set aside on the card. UNPAID: the card was tried last, and nothing was paid.
 */
export const dependences = ['at_bank', 'unanswered', 'held', 'unpaid'] as const;

export type Dependence = (typeof dependences)[number];

/** An order that still has to do with a card, and how. */
export type Dependent = {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly dependence: Dependence;
};

/** Null for an order that does not care what becomes of the card. */
export function dependenceOn(cardId: string, order: Order, now: Date): Dependence | null {
  const own = order.sessions.filter(({ charge }) => charge?.card.id === cardId);
  const open = own.find(({ status }) => !isFinal(status));
  // What was not sent yet never will be, once the card is gone.
  if (open) return open.status === 'PREPARED' ? 'unpaid' : open.requestId === null ? 'unanswered' : 'at_bank';
  if (own.flatMap(holdsOf).some((hold) => hold.state === 'OPEN' && daysLeft(hold, now) > 0)) return 'held';
  const last = order.sessions.at(-1);
  const waits = ['AWAITING_PAYMENT', 'PARTIALLY_PAID'].includes(orderStatus(order));
  return waits && last !== undefined && own.includes(last) ? 'unpaid' : null;
}
