import 'server-only';
import type { Viewer } from '@/lib/domain/viewer';
import { db } from './db';
import { visibleTo } from './order-access';
import { accessKeyOf } from './random';

/**
 * The key in the link to a guest's order, for whoever holds it already. Null for an order of an account, for an
 * operator (who sees every order and must hand out no link), and for whoever may not see the order.
 */
export async function findAccessKey(orderId: string, viewer: Viewer): Promise<string | null> {
  if (viewer.kind === 'operator') return null;
  const order = await db.order.findFirst({
    where: { id: orderId, userId: null, ...visibleTo(viewer) },
    select: { id: true, checkoutKey: true },
  });
  return order && accessKeyOf(order);
}
