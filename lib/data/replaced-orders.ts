import 'server-only';
import { unresolvedStatuses } from '@/lib/domain/checkout-session';
import type { Viewer } from '@/lib/domain/viewer';
import { db } from './db';
import { visibleTo } from './orders';

/**
 * The viewer's orders that were placed from the same cart before this one and still have an attempt to pay that is not
 * over: their ids, oldest first. None for an order that no cart was behind.
 */
export async function findReplacedOrders(orderId: string, viewer: Viewer): Promise<string[]> {
  const order = await db.order.findUnique({
    where: { id: orderId },
    select: { cartId: true, createdAt: true },
  });
  if (!order?.cartId) return [];
  const rows = await db.order.findMany({
    where: {
      ...visibleTo(viewer),
      id: { not: orderId },
      cartId: order.cartId,
      createdAt: { lte: order.createdAt },
      sessions: { some: { status: { in: unresolvedStatuses } } },
    },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
  });
  return rows.map(({ id }) => id);
}
