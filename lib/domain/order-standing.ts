import {
  hasPendingTransaction,
  isDoubtfulCharge,
  isPayable,
  isUntouched,
  type CheckoutSession,
} from './checkout-session';
import { isZero } from './money';
import { orderStatus, unresolvedSession, type Order, type OrderStatus } from './order';
import { attempts, meaningOf } from './transaction';

/**
 * Where an order stands for the person who looks at it. A status says what is true of the money; a standing
 * says which words to read and what may be done now.
 */
export type Standing =
  | 'unpaid'
  | 'continue'
  | 'refused_inside'
  | 'processing'
  | 'processing_long'
  | 'confirming'
  | 'unanswered'
  | 'partly_paid'
  | 'under_review'
  | 'charge_unknown'
  | 'refused'
  | 'left'
  | 'cancelled_by_store'
  | 'closing'
  | 'replaced'
  | 'expired'
  | 'abandoned'
  | 'part_kept'
  | 'returned'
  | 'part_returned'
  | 'awaiting_shop'
  | 'held'
  | 'hold_unknown'
  | 'released'
  | 'card_kept'
  | 'paid'
  | 'overpaid'
  | 'cancelled';

/** A bank that has not answered after this long is slow: the words change. Milliseconds. */
const slowAfter = 60 * 60 * 1000;

/** A call to the gateway gives up sooner than this. Milliseconds. */
const answerMayCome = 30_000;

/** How a status alone reads, as among the hundreds of thousands of orders whose attempts nobody looks at one by one. */
export const standingOf: Record<OrderStatus, Standing> = {
  AWAITING_PAYMENT: 'unpaid',
  CONFIRMING: 'confirming',
  AUTHORIZED: 'held',
  PARTIALLY_PAID: 'part_kept',
  PAID: 'paid',
  OVERPAID: 'overpaid',
  PARTIALLY_REFUNDED: 'part_returned',
  REFUNDED: 'returned',
  RELEASED: 'released',
  CANCELLED: 'cancelled',
};

/** What is settled needs no look at the attempts. */
const settled: ReadonlySet<OrderStatus> = new Set([
  'AUTHORIZED',
  'PAID',
  'OVERPAID',
  'PARTIALLY_REFUNDED',
  'CANCELLED',
]);

/** What is over, unless somebody has begun to pay again. */
const over: ReadonlySet<OrderStatus> = new Set(['REFUNDED', 'RELEASED']);

/** How an order reads whose row is all that is at hand. For an order of nothing a card was kept, and nothing paid. */
export function standingByStatus({ status, total }: Pick<Order, 'status' | 'total'>): Standing {
  return status === 'PAID' && isZero(total) ? 'card_kept' : standingOf[status];
}

/** Where the order stands at `now`. Pure: the same order at the same instant always reads the same. */
export function orderStanding(order: Order, now: Date): Standing {
  const status = orderStatus(order);
  if (status === 'AUTHORIZED' && order.sessions.some(isBeingDecided)) return 'hold_unknown';
  if (settled.has(status)) return standingByStatus({ status, total: order.total });
  if (order.sessions.some(isDoubtfulCharge)) return 'charge_unknown';
  if (order.sessions.some(({ suspectedAt }) => suspectedAt !== null)) return 'under_review';
  const pending = order.sessions.find(hasPendingTransaction);
  if (pending && waitsForShop(pending)) return 'awaiting_shop';
  if (pending) return isSlow(pending, now) ? 'processing_long' : 'processing';
  const open = unresolvedSession(order);
  if (open) return openStanding(open, now);
  if (over.has(status)) return standingOf[status];
  const last = order.sessions.at(-1);
  return last ? endedStanding(last) : 'unpaid';
}

/** The shop asked for what is held, or let go of it, and nobody knows yet whether that was done. */
function isBeingDecided({ operations }: CheckoutSession): boolean {
  return operations.some(
    ({ name, state }) =>
      (name === 'capture' || name === 'release') && (state === 'SENT' || state === 'IN_DOUBT'),
  );
}

/** The payer did everything: the shop confirms or declines. */
function waitsForShop({ transactions }: CheckoutSession): boolean {
  return attempts(transactions).some(({ status }) => status === 'PENDING_CONFIRMATION');
}

function isSlow({ transactions, createdAt }: CheckoutSession, now: Date): boolean {
  const pending = attempts(transactions).find(({ status }) => meaningOf[status] === 'pending');
  return now.getTime() - (pending?.date ?? createdAt).getTime() >= slowAfter;
}

function openStanding(session: CheckoutSession, now: Date): Standing {
  if (isUnanswered(session, now)) return 'unanswered';
  if (!isPayable(session, now) || session.returnedUnansweredAt !== null) return 'confirming';
  if (session.replacedBy !== null && isUntouched(session)) return 'closing';
  if (session.status === 'APPROVED_PARTIAL') return 'partly_paid';
  return wasRefused(session) ? 'refused_inside' : 'continue';
}

/**
 * The gateway was asked for a page and its answer never came: nobody was sent anywhere, so nobody can have paid, and
 * whatever it opened expires unseen. While an answer may still be on its way this is not known yet.
 */
function isUnanswered({ status, requestId, createdAt, charge }: CheckoutSession, now: Date): boolean {
  // A charge needs no page: it may have been made all the same.
  if (requestId !== null || charge) return false;
  return status === 'IN_DOUBT' || now.getTime() - createdAt.getTime() >= answerMayCome;
}

/**
 * Why a finished attempt did not pay the order. PlacetoPay does not document the reason of an expired session, so
 * an end without any refused transaction reads as time that ran out, unless its reason says who left.
 * https://docs.placetopay.dev/en/checkout/how-checkout-works
 */
function endedStanding(session: CheckoutSession): Standing {
  if (session.status === 'ABANDONED') return 'abandoned';
  if (session.status === 'PARTIAL_EXPIRED') return 'part_kept';
  if (session.status === 'APPROVED') return 'returned';
  if (session.reason === 'MC' && session.replacedBy !== null) return 'replaced';
  const left = endings[session.reason ?? ''];
  return left ?? (wasRefused(session) ? 'refused' : 'expired');
}

const endings: Readonly<Record<string, Standing>> = {
  '?C': 'left',
  MC: 'cancelled_by_store',
  EX: 'expired',
  XN: 'refused',
};

function wasRefused({ transactions }: CheckoutSession): boolean {
  return attempts(transactions).some(({ status }) => meaningOf[status] === 'refused');
}
