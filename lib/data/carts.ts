import 'server-only';
import { MAX_QUANTITY, type Cart, type CartLine } from '@/lib/domain/cart';
import { db, writeTx, type Tx } from './db';
import { toMoney } from './products';
import { randomId } from './random';

export type CartChanged =
  | { readonly ok: true; readonly cart: Cart }
  | { readonly ok: false; readonly problem: 'unknown_product' | 'out_of_stock' | 'invalid_quantity' };

/** A cart by its id, which is 128 random bits in an HttpOnly cookie: whoever knows it holds the cart. */
export async function findCart(cartId: string | null): Promise<Cart | null> {
  return cartId === null ? null : readCart(db, cartId);
}

/** More of a product, up to MAX_QUANTITY of it. Makes a cart where there is none; `cart.id` is what the cookie keeps. */
export async function addToCart({ cartId, productSlug, quantity: more }: Change): Promise<CartChanged> {
  if (!isQuantity(more) || more === 0) return { ok: false, problem: 'invalid_quantity' };
  return writeTx(async (tx) => {
    const line = await tx.cartLine.findFirst({ where: { cartId: cartId ?? '', productSlug } });
    return putLine(tx, {
      cartId,
      productSlug,
      quantity: Math.min(MAX_QUANTITY, (line?.quantity ?? 0) + more),
    });
  });
}

/** Exactly this many of a product, from 0 (which removes it) to MAX_QUANTITY. Nothing changes when it fails. */
export async function setQuantity(change: Change): Promise<CartChanged> {
  if (!isQuantity(change.quantity)) return { ok: false, problem: 'invalid_quantity' };
  return writeTx((tx) => putLine(tx, change));
}

type Change = { readonly cartId: string | null; readonly productSlug: string; readonly quantity: number };

/**
 * Who signs in brings the cart along: it becomes theirs, or its lines join the one they have. Another person's cart,
 * left in the cookie of a shared computer, stays where it is. The id of the user's cart, or null without any.
 */
export async function mergeCarts(guestCartId: string | null, userId: string): Promise<string | null> {
  return writeTx(async (tx) => {
    const own = await tx.cart.findUnique({ where: { userId } });
    const guest = guestCartId
      ? await tx.cart.findUnique({ where: { id: guestCartId }, include: { lines: true } })
      : null;
    if (!guest || guest.userId !== null) return own?.id ?? null;
    if (!own) {
      await tx.cart.update({ where: { id: guest.id }, data: { userId } });
      return guest.id;
    }
    for (const { productSlug, quantity } of guest.lines) {
      const key = { cartId: own.id, productSlug };
      const line = await tx.cartLine.findUnique({ where: { cartId_productSlug: key } });
      const joined = Math.min(MAX_QUANTITY, (line?.quantity ?? 0) + quantity);
      await tx.cartLine.upsert({
        where: { cartId_productSlug: key },
        create: { ...key, quantity: joined },
        update: { quantity: joined },
      });
    }
    await tx.order.updateMany({ where: { cartId: guest.id }, data: { cartId: own.id } });
    await tx.cart.delete({ where: { id: guest.id } });
    return own.id;
  });
}

async function putLine(tx: Tx, { cartId, productSlug, quantity }: Change): Promise<CartChanged> {
  const product = await tx.product.findUnique({ where: { slug: productSlug } });
  if (!product) return { ok: false, problem: 'unknown_product' };
  if (product.stock < quantity) return { ok: false, problem: 'out_of_stock' };
  const id = await openCart(tx, cartId);
  const key = { cartId: id, productSlug };
  if (quantity === 0) await tx.cartLine.deleteMany({ where: key });
  else
    await tx.cartLine.upsert({
      where: { cartId_productSlug: key },
      create: { ...key, quantity },
      update: { quantity },
    });
  return { ok: true, cart: (await readCart(tx, id)) ?? { id, lines: [] } };
}

/** The cart, touched, so that abandoned ones can be told apart; a new one when the id is none of ours. */
async function openCart(tx: Tx, cartId: string | null): Promise<string> {
  const id = cartId ?? randomId();
  const { count } = await tx.cart.updateMany({ where: { id }, data: { updatedAt: new Date() } });
  return count === 1 ? id : (await tx.cart.create({ data: { id: randomId() } })).id;
}

async function readCart(client: Pick<Tx, 'cart'> | typeof db, cartId: string): Promise<Cart | null> {
  const row = await client.cart.findUnique({
    where: { id: cartId },
    include: { lines: { include: { product: true }, orderBy: [{ addedAt: 'asc' }, { productSlug: 'asc' }] } },
  });
  if (!row) return null;
  const lines = row.lines.map(({ product, quantity }): CartLine => ({
    productSlug: product.slug,
    name: { es: product.nameEs, en: product.nameEn },
    image: product.image,
    picture: { es: product.pictureEs, en: product.pictureEn },
    unit: toMoney(product.priceMinor, product.currency),
    quantity,
    stock: product.stock,
  }));
  return { id: row.id, lines };
}

function isQuantity(quantity: number): boolean {
  return Number.isInteger(quantity) && quantity >= 0 && quantity <= MAX_QUANTITY;
}
