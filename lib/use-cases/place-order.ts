import 'server-only';
import { createOrder, type OrderCreated } from '@/lib/data/orders';
import type { Buyer } from '@/lib/domain/buyer';
import type { Locale } from '@/lib/domain/locale';
import type { Viewer } from '@/lib/domain/viewer';
import { inBackground } from './background';
import { closeReplacedBy } from './close-replaced';
import { crashPoint } from './crash-point';

type Input = {
  cartId: string | null;
  /** Rendered into the form by the server: a double click places one order. */
  checkoutKey: string;
  buyer: Buyer;
  locale: Locale;
  viewer: Viewer;
};

/**
 * Cart in, order out, at the catalogue's prices of this moment. `accessKey` opens a guest's order and is null for a
 * signed-in buyer. The same `checkoutKey` again gives the same order. What was ordered before from the same cart, and has
 * something of it, can no longer be paid on a page that is still open: see `closeReplacedBy`.
 */
export async function placeOrder(input: Input): Promise<OrderCreated> {
  const placed = await createOrder({ ...input, now: new Date() });
  crashPoint('order.placed');
  // Nobody waits for the gateway to place an order.
  if (placed.ok) inBackground(() => closeReplacedBy(placed.orderId));
  return placed;
}
