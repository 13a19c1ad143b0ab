import 'server-only';
import { findOrder } from '@/lib/data/orders';
import { unresolvedSession } from '@/lib/domain/order';
import { isOperator, type Viewer } from '@/lib/domain/viewer';
import { closePage, type Closed } from './close-page';

export type Cancelled = Closed | { ok: false; problem: 'unknown_order'; message?: string };

/** Ends the open payment page of an order that is the viewer's, because somebody asked for it. */
export async function cancelCheckout({
  orderId,
  viewer,
}: {
  orderId: string;
  viewer: Viewer;
}): Promise<Cancelled> {
  const order = await findOrder(orderId, viewer);
  if (!order) return { ok: false, problem: 'unknown_order' };
  const session = unresolvedSession(order);
  if (!session) return { ok: false, problem: 'nothing_to_cancel' };
  const source = isOperator(viewer) ? 'operator' : 'buyer';
  return closePage(session, { source, by: viewer.kind === 'guest' ? null : viewer.name, why: 'asked' });
}
