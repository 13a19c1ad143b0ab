import 'server-only';
import { toDecimal } from '@/lib/domain/money';
import { unresolvedSession } from '@/lib/domain/order';
import { isOperator, type Viewer } from '@/lib/domain/viewer';
import { addAudit } from './audit';
import { writeTx } from './db';
import { addEvent } from './order-events';
import { toOrder, wholeOrder } from './order-row';
import { refreshOrder } from './refresh-order';

/**
 * The shop settles for what was paid of an order, when the time for the rest is over: the order is complete with it. No money
 * moves. False when the viewer is no operator, no part was paid, or the rest can still be paid.
 */
export async function acceptPart(
  { orderId, reason }: { orderId: string; reason: string },
  viewer: Viewer,
  now: Date,
): Promise<boolean> {
  if (!isOperator(viewer)) return false;
  return writeTx(async (tx) => {
    const row = await tx.order.findUnique({ where: { id: orderId }, include: wholeOrder });
    const order = row && toOrder(row);
    if (order?.status !== 'PARTIALLY_PAID' || unresolvedSession(order)) return false;
    const detail = { paid: toDecimal(order.paid), total: toDecimal(order.total) };
    await tx.order.update({ where: { id: orderId }, data: { acceptedMinor: order.paid.minor } });
    await addEvent(tx, orderId, { type: 'PART_ACCEPTED', actor: 'operator', data: detail, at: now });
    const deed = { action: 'DECIDE_PARTIAL', orderId, target: order.number, reason, detail };
    await addAudit(tx, deed, { viewer, now });
    await refreshOrder(tx, orderId, { actor: 'operator', now });
    return true;
  });
}
