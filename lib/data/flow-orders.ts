import 'server-only';
import type { Order } from '@/lib/domain/order';
import type { Viewer } from '@/lib/domain/viewer';
import { db } from './db';
import { toOrder, wholeOrder } from './order-row';
import { visibleTo } from './order-access';

/** The newest order of this person that was to be paid by this flow: an operator's own too, never somebody else's. */
export async function findLastOrderOf(flow: string, viewer: Viewer): Promise<Order | null> {
  const own: Viewer = viewer.kind === 'operator' ? { ...viewer, kind: 'buyer' } : viewer;
  const row = await db.order.findFirst({
    where: { ...visibleTo(own), sessions: { some: { flow } } },
    include: wholeOrder,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
  return row && toOrder(row);
}
