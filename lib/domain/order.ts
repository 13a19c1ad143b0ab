import type { KnownBuyer } from './buyer';
import { hasPendingTransaction, isFinal, type CheckoutSession } from './checkout-session';
import type { Locale } from './locale';
import { add, compare, subtract, sum, zero, type Money } from './money';
import type { Words } from './product';
import { attempts, meaningOf } from './transaction';

/** What the order's money says. A column mirrors it for lists; `orderStatus` is where it comes from. */
export type OrderStatus = 'AWAITING_PAYMENT' | 'CONFIRMING' | 'PAID' | 'OVERPAID' | 'CANCELLED';

export const orderStatuses = [
  'AWAITING_PAYMENT',
  'CONFIRMING',
  'PAID',
  'OVERPAID',
  'CANCELLED',
] as const satisfies readonly OrderStatus[];

export type OrderLine = {
  readonly productSlug: string;
  readonly name: Words;
  readonly unit: Money;
  readonly quantity: number;
};

/** Who brought the news. */
export const actors = ['buyer', 'return', 'notification', 'reconciler', 'operator', 'store'] as const;

export type Actor = (typeof actors)[number];

export const orderEventTypes = [
  'ORDER_PLACED',
  'CHECKOUT_PREPARED',
  'CHECKOUT_SENT',
  'CHECKOUT_OPENED',
  'CHECKOUT_IN_DOUBT',
  'CHECKOUT_ABANDONED',
  'TRANSACTION_SEEN',
  'CHECKOUT_CHANGED',
  'ORDER_PAID',
  'ORDER_OVERPAID',
  'ORDER_CANCELLED',
  'ANSWER_SUSPECTED',
  'STOCK_SHORT',
] as const;

export type OrderEventType = (typeof orderEventTypes)[number];

export type OrderEvent = {
  readonly seq: number;
  readonly type: OrderEventType;
  readonly actor: Actor;
  /** Plain words and numbers for the timeline: statuses, references, amounts as decimals. Never a secret. */
  readonly data: Readonly<Record<string, string>>;
  readonly at: Date;
};

export type Order = {
  readonly id: string;
  readonly number: string;
  readonly locale: Locale;
  readonly total: Money;
  /** Approved and not reversed, over all sessions. */
  readonly paid: Money;
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

/** An order as a list shows it. */
export type OrderSummary = Pick<Order, 'id' | 'number' | 'total' | 'paid' | 'status' | 'createdAt' | 'lines'>;

/** What the facts of these sessions say was paid: approved sales that were not reversed. */
export function paidTotal({ total, sessions }: Pick<Order, 'total' | 'sessions'>): Money {
  const facts = sessions.flatMap(({ transactions }) => transactions);
  const paid = attempts(facts).filter(
    ({ status, type }) => type === 'SALE' && meaningOf[status] === 'approved',
  );
  return paid.reduce((all, { amount }) => add(all, amount), zero(total.currency));
}

/** Still to pay; never below zero. */
export function balance({ total, paid }: Pick<Order, 'total' | 'paid'>): Money {
  return compare(paid, total) >= 0 ? zero(total.currency) : subtract(total, paid);
}

/** Money speaks first; an order with less than its total is cancelled, being confirmed, or waiting. */
export function orderStatus(order: Pick<Order, 'total' | 'paid' | 'sessions' | 'cancelledAt'>): OrderStatus {
  const rest = compare(order.paid, order.total);
  if (rest === 0) return 'PAID';
  if (rest > 0) return 'OVERPAID';
  if (order.cancelledAt) return 'CANCELLED';
  return order.sessions.some(isConfirming) ? 'CONFIRMING' : 'AWAITING_PAYMENT';
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

export function linesTotal(lines: readonly OrderLine[], currency: Money['currency']): Money {
  return sum(
    lines.map(({ unit, quantity }) => ({ minor: unit.minor * BigInt(quantity), currency: unit.currency })),
    currency,
  );
}
