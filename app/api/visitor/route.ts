import { viewer } from '@/lib/auth';
import { readCartId } from '@/lib/cart-cookie';
import { findCart } from '@/lib/data/carts';
import { cartCount } from '@/lib/domain/cart';

/** What a prerendered page asks for after it has arrived: who is here, and how much is in the cart. */
export async function GET(): Promise<Response> {
  const [who, cart] = await Promise.all([viewer(), readCartId().then(findCart)]);
  const name = who.kind === 'guest' ? null : who.name;
  return Response.json(
    { name, cartCount: cartCount(cart?.lines ?? []) },
    { headers: { 'Cache-Control': 'private, no-store' } },
  );
}
