import type { KnownBuyer } from './buyer';
import { hasPendingTransaction, isFinal, type CheckoutSession } from './checkout-session';
import type { Locale } from './locale';
import { add, compare, isZero, subtract, sum, zero, type Money } from './money';
import type { OrderEvent } from './order-event';
import { heldTotal, holdsOf, keptTotal, refundedTotal } from './order-money';
import type { Words } from './product';

/**
 * What the order's money says. A column mirrors it for lists; `orderStatus` is where it comes from.
 * AUTHORIZED is held and not charged. PARTIALLY_PAID has a part of its total and waits for somebody's decision.
 * RELEASED was held and given back uncharged. REFUNDED was paid and given back, PARTIALLY_REFUNDED a part of it.
 */
export const orderStatuses = [
  'AWAITING_PAYMENT',
  'CONFIRMING',
  'AUTHORIZED',
  'PARTIALLY_PAID',
  'PAID',
  'OVERPAID',
  'PARTIALLY_REFUNDED',
  'REFUNDED',
  'RELEASED',
  'CANCELLED',
] as const;

export type OrderStatus = (typeof orderStatuses)[number];

export type OrderLine = {
  readonly productSlug: string;
  readonly name: Words;
  readonly unit: Money;
  readonly quantity: number;
};

export type Order = {
  readonly id: string;
  readonly number: string;
  readonly locale: Locale;
  readonly total: Money;
  /** Charged and not given back, over all sessions. A hold is not charged. */
  readonly paid: Money;
  /** What the shop settled for where that is not the total: see `agreedTotal`. */
  readonly accepted: Money | null;
  readonly status: OrderStatus;
  readonly buyer: KnownBuyer;
  readonly lines: readonly OrderLine[];
  /** Oldest first. */
  readonly sessions: readonly CheckoutSession[];
  readonly events: readonly OrderEvent[];
  readonly createdAt: Date;
  readonly paidAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly userId: string | null;
};

type Facts = Pick<Order, 'total' | 'sessions'>;

const factsOf = ({ sessions }: Pick<Order, 'sessions'>) =>
  sessions.flatMap(({ transactions }) => transactions);

/** What the facts of these sessions say was charged and not given back. */
export function paidTotal(order: Facts): Money {
  return keptTotal(factsOf(order), order.total.currency);
}

/** What was charged and given back since. */
export function givenBack(order: Facts): Money {
  return refundedTotal(factsOf(order), order.total.currency);
}

/** Held and not charged yet. */
function heldAmount({ total, sessions }: Facts): Money {
  return heldTotal(sessions, total.currency);
}

/**
 * What the order is settled with. A hold that was captured is settled with what was captured, whatever was held; and an
 * order of which a part was paid is settled with that part once the shop has accepted it.
 */
export function agreedTotal({ total, sessions, accepted }: Facts & Pick<Order, 'accepted'>): Money {
  if (accepted) return accepted;
  return sessions.reduce((agreed, session) => {
    const captured = holdsOf(session).filter(({ state }) => state === 'CAPTURED');
    const [hold] = captured;
    return hold ? add(subtract(agreed, session.amount), hold.captured) : agreed;
  }, total);
}

/** Still to pay; never below zero. */
export function balance(order: Facts & Pick<Order, 'paid' | 'accepted'>): Money {
  const agreed = agreedTotal(order);
  return compare(order.paid, agreed) >= 0 ? zero(agreed.currency) : subtract(agreed, order.paid);
}

/** Money speaks first; an order with less than is agreed is cancelled, being confirmed, held, part paid, or waiting. */
export function orderStatus(
  order: Pick<Order, 'total' | 'paid' | 'accepted' | 'sessions' | 'cancelledAt'>,
): OrderStatus {
  const agreed = agreedTotal(order);
  const rest = compare(order.paid, agreed);
  if (rest > 0) return 'OVERPAID';
  if (rest === 0 && (!isZero(agreed) || keepsCard(order))) return 'PAID';
  if (order.cancelledAt) return isZero(givenBack(order)) ? 'CANCELLED' : refundedStatus(order);
  if (order.sessions.some(isConfirming)) return 'CONFIRMING';
  if (!isZero(heldAmount(order))) return 'AUTHORIZED';
  if (!isZero(givenBack(order))) return refundedStatus(order);
  if (!isZero(order.paid)) return 'PARTIALLY_PAID';
  const last = order.sessions.at(-1);
  return last && holdsOf(last).length > 0 ? 'RELEASED' : 'AWAITING_PAYMENT';
}

/** Nothing to pay: it was paid, or its money is held and waits for the shop, or a part of it was given back. */
const settledStatuses: ReadonlySet<OrderStatus> = new Set([
  'PAID',
  'OVERPAID',
  'AUTHORIZED',
  'PARTIALLY_REFUNDED',
]);

/** Whether nothing more is to be paid of an order with this status, so that no attempt to pay is opened. */
export function isSettled(status: OrderStatus): boolean {
  return settledStatuses.has(status);
}

function refundedStatus({ paid }: Pick<Order, 'paid'>): OrderStatus {
  return isZero(paid) ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
}

/** Nothing is paid for an order of nothing: it is complete once its card is kept. */
function keepsCard({ sessions }: Pick<Order, 'sessions'>): boolean {
  return sessions.some(({ kind, status }) => kind === 'TOKEN' && status === 'APPROVED');
}

/** True while paying again could pay twice: nobody knows yet what became of this session. */
export function isConfirming(session: CheckoutSession): boolean {
  if (hasPendingTransaction(session)) return true;
  if (isFinal(session.status)) return false;
  return session.status === 'SENT' || session.status === 'IN_DOUBT' || session.suspectedAt !== null;
}

/** The one session that is not over: until it is, the order opens no other. */
export function unresolvedSession({ sessions }: Pick<Order, 'sessions'>): CheckoutSession | undefined {
  return sessions.find(({ status }) => !isFinal(status));
}

/** The session whose page the payer can be sent to again. Its `expiresAt` is for the caller's clock: see `isPayable`. */
export function payableSession(order: Pick<Order, 'sessions'>): CheckoutSession | undefined {
  const session = unresolvedSession(order);
  return session?.processUrl && !isConfirming(session) ? session : undefined;
}

/** What the lines come to, each its unit price times its quantity. Throws MoneyError for a line in another currency. */
export function linesTotal(lines: readonly OrderLine[], currency: Money['currency']): Money {
  return sum(
    lines.map(({ unit, quantity }) => ({ minor: unit.minor * BigInt(quantity), currency: unit.currency })),
    currency,
  );
}
