import 'server-only';
import { agreedTotal, orderStatus, paidTotal, unresolvedSession } from '@/lib/domain/order';
import type { Actor } from '@/lib/domain/order-event';
import { equals, toDecimal } from '@/lib/domain/money';
import type { Tx } from './db';
import { wakeMembership } from './membership-wake';
import { addEvent } from './order-events';
import { toOrder, wholeOrder } from './order-row';
import { randomId } from './random';
import { returnStock, sellStock } from './stock';

/**
 * After anything changed about an order's sessions: its paid amount and status are computed again from the facts, the
 * stock follows, and the timeline says so. Runs in the transaction that wrote the facts, so no commit ever disagrees.
 */
export async function refreshOrder(
  tx: Tx,
  orderId: string,
  { actor, now }: { actor: Actor; now: Date },
): Promise<void> {
  const before = toOrder(await tx.order.findUniqueOrThrow({ where: { id: orderId }, include: wholeOrder }));
  const paid = paidTotal(before);
  const order = { ...before, paid, status: orderStatus({ ...before, paid }) };
  const agreed = agreedTotal(order);
  const isPaid = order.status === 'PAID' || order.status === 'OVERPAID';
  const paidAt = order.paidAt ?? (isPaid ? now : null);
  await tx.order.update({
    where: { id: orderId },
    data: {
      paidMinor: paid.minor,
      agreedMinor: equals(agreed, order.total) ? null : agreed.minor,
      status: order.status,
      paidAt,
      version: { increment: 1 },
    },
  });
  if (isPaid && (paid.minor > before.paid.minor || before.paidAt === null)) {
    const type = order.status === 'PAID' ? 'ORDER_PAID' : 'ORDER_OVERPAID';
    await addEvent(tx, orderId, {
      type,
      actor,
      data: { paid: toDecimal(paid), total: toDecimal(order.total) },
      at: now,
    });
  }
  if (isPaid && before.paidAt === null) await sell(tx, orderId, now);
  if (order.status === 'OVERPAID') await suspectOverpaid(tx, orderId, paid.minor);
  // A bank transfer on its way keeps its goods: only an order that waits for a new attempt gives them back.
  const isOver = order.status === 'AWAITING_PAYMENT' || order.status === 'RELEASED';
  if ((isOver || order.status === 'CANCELLED') && paid.minor === 0n && !unresolvedSession(order))
    await returnStock(tx, orderId);
  await wakeMembership(tx, orderId, now);
}

async function sell(tx: Tx, orderId: string, now: Date): Promise<void> {
  for (const productSlug of await sellStock(tx, orderId)) {
    await addEvent(tx, orderId, { type: 'STOCK_SHORT', actor: 'store', data: { productSlug }, at: now });
    await addSuspense(tx, {
      kind: 'stock_short',
      dedupeKey: `stock:${orderId}:${productSlug}`,
      detail: { orderId, productSlug },
    });
  }
}

async function suspectOverpaid(tx: Tx, orderId: string, paidMinor: bigint): Promise<void> {
  await addSuspense(tx, {
    kind: 'overpaid',
    dedupeKey: `overpaid:${orderId}:${paidMinor}`,
    detail: { orderId, paidMinor: paidMinor.toString() },
  });
}

/** One row of the operator's list, however often the same thing is seen. */
export async function addSuspense(
  tx: Tx,
  row: { kind: string; dedupeKey: string; detail: Record<string, string>; sessionId?: string },
): Promise<void> {
  await tx.suspense.createMany({ data: [{ id: randomId(), ...row }], skipDuplicates: true });
}
