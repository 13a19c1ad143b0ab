import 'server-only';
import { randomBytes } from 'node:crypto';
import { documentEnding, type Buyer } from '@/lib/domain/buyer';
import { orderNumber } from '@/lib/domain/ids';
import type { Locale } from '@/lib/domain/locale';
import type { Order } from '@/lib/domain/order';
import type { Actor } from '@/lib/domain/order-event';
import { userIdOf, type Viewer } from '@/lib/domain/viewer';
import { db, writeTx, type Tx } from './db';
import type { Product } from './generated/client';
import { addEvent } from './order-events';
import { ownedBy, visibleTo } from './order-access';
import { toOrder, wholeOrder } from './order-row';
import { accessKeyOf, hashKey, randomId } from './random';
import { markReplaced } from './replaced-orders';
import { decrypt, encrypt } from './vault';

export type OrderCreated =
  | { readonly ok: true; readonly orderId: string; readonly accessKey: string | null }
  | {
      readonly ok: false;
      readonly problem: 'empty_cart' | 'out_of_stock' | 'unknown_order';
      readonly productSlug?: string;
    };

export type Placing = {
  readonly cartId: string | null;
  /** Rendered into the form by the server: the same key again is the same order. */
  readonly checkoutKey: string;
  readonly buyer: Buyer;
  readonly locale: Locale;
  readonly viewer: Viewer;
  /** Who places it: the buyer, unless the shop renews a membership. */
  readonly actor?: Actor;
  readonly now: Date;
};

/**
 * The cart becomes an order at the prices of this moment, and is empty. `accessKey` opens a guest's order and is null
 * for a signed-in buyer's. Placed twice with one checkoutKey it is one order, and both calls answer the same.
 */
export async function createOrder(placing: Placing): Promise<OrderCreated> {
  return writeTx(async (tx) => {
    const known = await tx.order.findUnique({ where: { checkoutKey: placing.checkoutKey } });
    if (known)
      return known.userId === userIdOf(placing.viewer)
        ? created(known)
        : { ok: false, problem: 'unknown_order' };
    const lines = await tx.cartLine.findMany({
      where: { cartId: placing.cartId ?? '' },
      include: { product: true },
      orderBy: [{ addedAt: 'asc' }, { productSlug: 'asc' }],
    });
    if (lines.length === 0) return { ok: false, problem: 'empty_cart' };
    const short = lines.find(({ quantity, product }) => product.stock < quantity);
    if (short) return { ok: false, problem: 'out_of_stock', productSlug: short.productSlug };
    const order = await insertOrder(tx, placing, lines);
    const slugs = lines.map(({ productSlug }) => productSlug);
    await markReplaced(tx, order, { slugs, theirs: visibleTo(placing.viewer), now: placing.now });
    await tx.cartLine.deleteMany({ where: { cartId: placing.cartId ?? '' } });
    return created(order);
  });
}

/** The order when it is the viewer's (or the viewer is an operator); null for anybody else, as if it did not exist. */
export async function findOrder(id: string, viewer: Viewer): Promise<Order | null> {
  const row = await db.order.findFirst({ where: { id, ...visibleTo(viewer) }, include: wholeOrder });
  return row && toOrder(row);
}

/** Pages are counted only so far: among hundreds of thousands an operator searches at the desk (`findDeskOrders`). */
const mostCounted = 1000;

/** The viewer's own orders, newest first, `perPage` at a time; `pages` is at least 1. An operator sees everybody's newest. */
export async function findOrders(
  viewer: Viewer,
  { page = 1, perPage = 20 }: { page?: number; perPage?: number } = {},
): Promise<{ orders: Order[]; page: number; pages: number }> {
  const where = visibleTo(viewer);
  const count = await db.order.count({ where, take: mostCounted });
  const pages = Math.max(1, Math.ceil(count / perPage));
  const here = Math.min(pages, Math.max(1, Math.trunc(page) || 1));
  const rows = await db.order.findMany({
    where,
    include: wholeOrder,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    skip: (here - 1) * perPage,
    take: perPage,
  });
  return { orders: rows.map(toOrder), page: here, pages };
}

/** The viewer's own newest order of which nothing is paid, by what it is called; null without one. */
export async function findUnpaidOrder(viewer: Viewer): Promise<{ id: string; number: string } | null> {
  return db.order.findFirst({
    where: { ...ownedBy(viewer), status: 'AWAITING_PAYMENT', totalMinor: { gt: 0 } },
    select: { id: true, number: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
}

/** The buyer with the whole document number, for the one call that sends it to the gateway. Never for a page. */
export async function findBuyer(orderId: string, viewer: Viewer): Promise<Buyer | null> {
  const row = await db.order.findFirst({ where: { id: orderId, ...visibleTo(viewer) }, include: wholeOrder });
  if (!row) return null;
  return { ...toOrder(row).buyer, document: decrypt(row.buyerDocumentEncrypted, documentPlace(row)) };
}

/** What of a product an order keeps: its price and name of this moment. */
type Bought = {
  readonly productSlug: string;
  readonly quantity: number;
  readonly product: Pick<Product, 'slug' | 'priceMinor' | 'currency' | 'nameEs' | 'nameEn'>;
};

/** The rows of a new order, in its transaction. */
export async function insertOrder(
  tx: Tx,
  { cartId, checkoutKey, buyer, locale, viewer, actor = 'buyer', now }: Placing,
  lines: readonly Bought[],
  currency = lines[0]?.product.currency ?? '',
) {
  const id = randomId();
  const userId = userIdOf(viewer);
  const order = await tx.order.create({
    data: {
      id,
      number: orderNumber(randomBytes(8)),
      userId,
      accessKeyHash: userId === null ? hashKey(accessKeyOf({ id, checkoutKey })) : null,
      checkoutKey,
      cartId,
      locale,
      currency,
      totalMinor: lines.reduce(
        (all, { product, quantity }) => all + product.priceMinor * BigInt(quantity),
        0n,
      ),
      ...buyerColumns(buyer),
      buyerDocumentEncrypted: encrypt(buyer.document, documentPlace({ id, userId })),
      createdAt: now,
    },
  });
  await tx.orderLine.createMany({
    data: lines.map(({ product, quantity }, position) => ({
      orderId: id,
      position,
      productSlug: product.slug,
      nameEs: product.nameEs,
      nameEn: product.nameEn,
      unitMinor: product.priceMinor,
      quantity,
    })),
  });
  await addEvent(tx, id, { type: 'ORDER_PLACED', actor, data: {}, at: now });
  return order;
}

function buyerColumns(buyer: Buyer) {
  return {
    buyerName: buyer.name,
    buyerSurname: buyer.surname,
    buyerEmail: buyer.email,
    buyerPhone: buyer.phone,
    buyerDocumentType: buyer.documentType,
    buyerDocumentEnding: documentEnding(buyer.document),
    buyerCountry: buyer.country,
    buyerState: buyer.state,
    buyerCity: buyer.city,
    buyerStreet: buyer.street,
    buyerPostalCode: buyer.postalCode,
  };
}

function documentPlace({ id, userId }: { id: string; userId: string | null }) {
  return { table: 'Order', row: id, user: userId ?? 'guest' };
}

/** What whoever placed an order is told: again the same when it is placed again. */
export function created({
  id,
  userId,
  checkoutKey,
}: {
  id: string;
  userId: string | null;
  checkoutKey: string;
}): OrderCreated {
  return { ok: true, orderId: id, accessKey: userId === null ? accessKeyOf({ id, checkoutKey }) : null };
}
