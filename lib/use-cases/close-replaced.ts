import 'server-only';
import { findOrder } from '@/lib/data/orders';
import { findReplacedOrders } from '@/lib/data/replaced-orders';
import { unresolvedSession } from '@/lib/domain/order';
import type { Viewer } from '@/lib/domain/viewer';
import { cancelCheckout } from './cancel-checkout';
import { settleCheckout } from './settle-checkout';

/**
 * The cart changed and was ordered again: the payment page of what it was before is closed, so that nobody pays both by
 * mistake. The gateway is asked first, and a page on which money was paid, or may still arrive, stays as it is. The
 * earlier order remains, and can be paid on purpose. A page that cannot be closed now expires by itself.
 */
export async function closeReplaced({ orderId, viewer }: { orderId: string; viewer: Viewer }): Promise<void> {
  for (const earlier of await findReplacedOrders(orderId, viewer)) {
    const order = await findOrder(earlier, viewer);
    const session = order && unresolvedSession(order);
    if (!session?.requestId) continue;
    await settleCheckout({ sessionId: session.id, source: 'buyer' });
    await cancelCheckout({ orderId: earlier, viewer, why: 'cart_changed' });
  }
}
