/**
 * The tests' vocabulary for the shop's database: a product, an order, and how things stand. Import it only after the
 * environment is complete (PLACETOPAY_URL), because lib/env.ts reads it once.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { addToCart } from '@/lib/data/carts';
import { db, writeTx } from '@/lib/data/db';
import { findOrder } from '@/lib/data/orders';
import type { Order } from '@/lib/domain/order';
import { ana as buyer } from '@/lib/domain/testing/buyer';
import { stranger, type Viewer } from '@/lib/domain/viewer';
import { placeOrder } from '@/lib/use-cases/place-order';

export const operator: Viewer = { kind: 'operator', userId: 'operator', name: 'Operator', accessKeys: [] };
export const visitor = { ipAddress: '203.0.113.7', userAgent: 'Test/1.0' };

export { buyer };

const words = {
  nameEs: 'Café',
  nameEn: 'Coffee',
  summaryEs: '-',
  summaryEn: '-',
  descriptionEs: '-',
  descriptionEn: '-',
};

/** A product of its own at 45,000.50 COP. Its slug. */
export async function createProduct({ stock = 100, priceMinor = 4_500_050n } = {}): Promise<string> {
  const slug = `product-${randomBytes(6).toString('hex')}`;
  const pictures = { pictureEs: '-', pictureEn: '-', image: '/x.svg' };
  const price = { priceMinor, currency: 'COP' };
  await writeTx((tx) =>
    tx.product.create({
      data: { slug, category: 'goods', position: 1, stock, ...words, ...pictures, ...price },
    }),
  );
  return slug;
}

/** An order of one product, a guest's unless told otherwise: who may see it, what is in it, and the cart it was. */
export async function createOrder({
  stock = 100,
  quantity = 1,
  slug = '',
  viewer = stranger as Viewer,
  cart = null as string | null,
} = {}) {
  const productSlug = slug || (await createProduct({ stock }));
  const added = await addToCart({ cartId: cart, productSlug, quantity });
  if (!added.ok) throw new Error(added.problem);
  const cartId = added.cart.id;
  const placed = await placeOrder({ cartId, checkoutKey: randomUUID(), buyer, locale: 'es', viewer });
  if (!placed.ok) throw new Error(placed.problem);
  const owner: Viewer = placed.accessKey ? { kind: 'guest', accessKeys: [placed.accessKey] } : viewer;
  return { orderId: placed.orderId, viewer: owner, productSlug, cart: cartId };
}

/** A visitor with a full cart in front of the buyer's form: the cookie of the cart, and what to fill in. */
export async function cartOf({ stock = 100 } = {}) {
  const productSlug = await createProduct({ stock });
  const added = await addToCart({ cartId: null, productSlug, quantity: 1 });
  if (!added.ok) throw new Error(added.problem);
  const answers = Object.fromEntries(Object.entries(buyer).map(([name, value]) => [name, value ?? '']));
  return { productSlug, cookie: `cart=${added.cart.id}`, answers };
}

export async function orderNow(orderId: string): Promise<Order> {
  const order = await findOrder(orderId, operator);
  if (!order) throw new Error('The order is gone.');
  return order;
}

export async function stockOf(slug: string): Promise<number> {
  return (await db.product.findUniqueOrThrow({ where: { slug } })).stock;
}

/** What the tables say and must agree on, whatever happened: the facts, the order's money, its goods, its timeline. */
export async function evidence(orderId: string) {
  const order = await orderNow(orderId);
  const facts = await db.gatewayTransaction.findMany({ where: { session: { orderId } } });
  const reservations = await db.stockReservation.findMany({ where: { orderId } });
  return {
    status: order.status,
    paidMinor: order.paid.minor,
    facts: facts.map(({ internalReference, status }) => `${internalReference} ${status}`).sort(),
    sessions: order.sessions.map(({ status }) => status),
    goods: reservations.map(({ state }) => state),
    events: order.events.map(({ type }) => type),
  };
}

/** A notification as the gateway signs it. */
export function notification({
  requestId,
  status = 'APPROVED',
  reference = 'R',
  at = new Date(),
}: News): string {
  const date = at.toISOString();
  const secretKey = process.env.PLACETOPAY_SECRET_KEY;
  const digest = createHash('sha256').update(`${requestId}${status}${date}${secretKey}`).digest('hex');
  return JSON.stringify({
    status: { status, reason: '00', message: 'x', date },
    requestId: Number(requestId),
    reference,
    signature: `sha256:${digest}`,
  });
}

type News = { requestId: string | number; status?: string; reference?: string; at?: Date };

/** Waits for a condition, not for a time; fails with what it saw last. */
export async function until<T>(
  read: () => Promise<T>,
  holds: (value: T) => boolean,
  limitMs = 15_000,
): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > end)
      throw new Error(
        `It never became so: ${JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part))}`,
      );
    await wait(25);
  }
}
