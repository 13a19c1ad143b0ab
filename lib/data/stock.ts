import 'server-only';
import type { Tx } from './db';

/**
 * Holds what the order needs before it can be paid. The slug of the first product that no longer suffices, or null
 * when all is held. Call it before any other write: on a slug the caller answers, and commits nothing.
 */
export async function holdStock(tx: Tx, orderId: string): Promise<string | null> {
  const needed = await notHeld(tx, orderId);
  const short = needed.find(({ quantity, product }) => product.stock < quantity);
  if (short) return short.productSlug;
  for (const { productSlug, quantity } of needed) {
    await tx.product.update({ where: { slug: productSlug }, data: { stock: { decrement: quantity } } });
    await tx.stockReservation.upsert({
      where: { orderId_productSlug: { orderId, productSlug } },
      create: { orderId, productSlug, quantity },
      update: { state: 'HELD' },
    });
  }
  return null;
}

/** Gives back what an order held, when its session ended unpaid. Twice is once. */
export async function returnStock(tx: Tx, orderId: string): Promise<void> {
  const held = await tx.stockReservation.findMany({ where: { orderId, state: 'HELD' } });
  for (const { productSlug, quantity } of held) {
    await tx.product.update({ where: { slug: productSlug }, data: { stock: { increment: quantity } } });
  }
  await tx.stockReservation.updateMany({ where: { orderId, state: 'HELD' }, data: { state: 'RETURNED' } });
}

/**
 * The order is paid: what it held is sold. Money that arrives after the stock went back takes what is left; the slugs
 * that fell short are returned for a person to settle, because money is never refused for a lack of goods.
 */
export async function sellStock(tx: Tx, orderId: string): Promise<string[]> {
  const short: string[] = [];
  for (const { productSlug, quantity, product } of await notHeld(tx, orderId)) {
    if (product.stock < quantity) short.push(productSlug);
    const taken = Math.min(product.stock, quantity);
    await tx.product.update({ where: { slug: productSlug }, data: { stock: { decrement: taken } } });
    await tx.stockReservation.upsert({
      where: { orderId_productSlug: { orderId, productSlug } },
      create: { orderId, productSlug, quantity },
      update: {},
    });
  }
  await tx.stockReservation.updateMany({ where: { orderId }, data: { state: 'SOLD' } });
  return short;
}

/** What the order needs and neither holds nor has been sold. */
async function notHeld(tx: Tx, orderId: string) {
  const lines = await tx.orderLine.findMany({
    where: { orderId },
    include: { product: true },
    orderBy: { productSlug: 'asc' },
  });
  const taken = await tx.stockReservation.findMany({ where: { orderId, state: { in: ['HELD', 'SOLD'] } } });
  return lines.filter(
    ({ productSlug }) => !taken.some((reservation) => reservation.productSlug === productSlug),
  );
}
