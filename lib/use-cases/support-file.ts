import 'server-only';
import { findExchanges, mayInspect } from '@/lib/data/exchanges';
import { findOrder } from '@/lib/data/orders';
import { toDecimal, type Money } from '@/lib/domain/money';
import type { Order } from '@/lib/domain/order';
import type { Viewer } from '@/lib/domain/viewer';
import { env } from '@/lib/env';

/** More than any order has said in its life; a file without an end helps nobody. */
const mostMessages = 500;

/**
 * Everything known about an order as one JSON file: its money, attempts, facts, timeline, and every message. Only what is
 * named here is in it, so nothing that a later field brings along gets out: no key, no link that opens something, and of
 * a document its ending. Null when the order is not the viewer's, or its messages are not for them.
 */
export async function readSupportFile(
  orderId: string,
  viewer: Viewer,
  now = new Date(),
): Promise<{ name: string; json: string } | null> {
  const order = mayInspect(viewer) ? await findOrder(orderId, viewer) : null;
  if (!order) return null;
  const { list, more } = await findExchanges(orderId, viewer, { limit: mostMessages });
  const file = {
    written: now,
    gateway: env.placetopay.origin,
    environment: env.environment,
    order: summaryOf(order),
    attempts: order.sessions.map(attemptOf),
    timeline: order.events,
    messages: list.map((message) => ({ ...message, id: undefined })),
    olderMessagesLeftOut: more,
  };
  return { name: `${order.number}.json`, json: JSON.stringify(file, plain, 2) };
}

function summaryOf({ number, status, total, paid, lines, buyer, createdAt, paidAt }: Order) {
  const { documentType, documentEnding, country } = buyer;
  return {
    ...{ number, status, total, paid, createdAt, paidAt },
    buyer: { documentType, documentEnding, country },
    lines: lines.map(({ productSlug, quantity, unit }) => ({ productSlug, quantity, unit })),
  };
}

function attemptOf(session: Order['sessions'][number]) {
  const { reference, requestId, flow, kind, terms, amount, allowPartial, status, reason, message } = session;
  const { expiresAt, createdAt, suspectedAt, transactions, operations } = session;
  return {
    ...{ reference, requestId, flow, kind, terms, amount, allowPartial, status, reason, message },
    ...{ expiresAt, createdAt, suspectedAt, transactions, operations },
  };
}

/** Money as people and the gateway write it: a decimal and its currency. */
function plain(_key: string, value: unknown): unknown {
  return isMoney(value) ? { total: toDecimal(value), currency: value.currency } : value;
}

function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'minor' in value && typeof value.minor === 'bigint';
}
