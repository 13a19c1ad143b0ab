import { expect, test } from 'vitest';
import { MAX_QUANTITY } from '@/lib/domain/cart';
import { addToCart, findCart, mergeCarts, setQuantity } from './carts';
import { db } from './db';
import { randomId } from './random';
import { account, cartWith, product } from './testing/shop';

test('the first product makes a cart, the next ones join it', async () => {
  const [cup, bag] = [await product(), await product()];
  const cartId = await cartWith(cup, 2);
  await addToCart({ cartId, productSlug: bag, quantity: 1 });
  await addToCart({ cartId, productSlug: cup, quantity: 3 });
  const cart = await findCart(cartId);
  expect(cart?.lines.map(({ productSlug, quantity }) => [productSlug, quantity])).toEqual([
    [cup, 5],
    [bag, 1],
  ]);
});

test('two clicks at the same time count twice', async () => {
  const productSlug = await product();
  const cartId = await cartWith(productSlug, 1);
  await Promise.all([1, 2, 3, 4].map(() => addToCart({ cartId, productSlug, quantity: 1 })));
  expect((await findCart(cartId))?.lines[0]?.quantity).toBe(5);
});

test('an unknown cart id becomes a new cart with an id of ours: nobody chooses one', async () => {
  const chosen = randomId();
  const added = await addToCart({ cartId: chosen, productSlug: await product(), quantity: 1 });
  expect(added.ok && added.cart.id).not.toBe(chosen);
  expect(await findCart(chosen)).toBeNull();
});

test('quantities out of bounds, unknown products and missing stock change nothing', async () => {
  const productSlug = await product({ stock: 3 });
  const cartId = await cartWith(productSlug, 2);
  for (const quantity of [-1, 1.5, NaN, Infinity, MAX_QUANTITY + 1]) {
    expect(await setQuantity({ cartId, productSlug, quantity })).toEqual({
      ok: false,
      problem: 'invalid_quantity',
    });
    expect(await addToCart({ cartId, productSlug, quantity })).toEqual({
      ok: false,
      problem: 'invalid_quantity',
    });
  }
  expect(await setQuantity({ cartId, productSlug, quantity: 4 })).toEqual({
    ok: false,
    problem: 'out_of_stock',
  });
  expect(await addToCart({ cartId, productSlug, quantity: 2 })).toEqual({
    ok: false,
    problem: 'out_of_stock',
  });
  expect(await addToCart({ cartId, productSlug: 'nothing', quantity: 1 })).toEqual({
    ok: false,
    problem: 'unknown_product',
  });
  expect((await findCart(cartId))?.lines[0]?.quantity).toBe(2);
});

test('a refused product leaves no empty cart behind', async () => {
  const before = await db.cart.count();
  await addToCart({ cartId: null, productSlug: await product({ stock: 0 }), quantity: 1 });
  expect(await db.cart.count()).toBe(before);
});

test('adding stops at the most, and zero removes', async () => {
  const productSlug = await product({ stock: 100 });
  const cartId = await cartWith(productSlug, MAX_QUANTITY);
  await addToCart({ cartId, productSlug, quantity: 5 });
  expect((await findCart(cartId))?.lines[0]?.quantity).toBe(MAX_QUANTITY);
  await setQuantity({ cartId, productSlug, quantity: 0 });
  expect((await findCart(cartId))?.lines).toEqual([]);
});

test('signing in takes the cart along, and joins it with the one that waits', async () => {
  const { userId } = await account();
  const [cup, bag] = [await product(), await product()];
  const first = await cartWith(cup, 12);
  expect(await mergeCarts(first, userId)).toBe(first);

  const second = await cartWith(cup, 12);
  await addToCart({ cartId: second, productSlug: bag, quantity: 1 });
  expect(await mergeCarts(second, userId)).toBe(first);
  expect((await findCart(first))?.lines.map(({ quantity }) => quantity).sort()).toEqual([1, MAX_QUANTITY]);
  expect(await findCart(second)).toBeNull();
  expect(await mergeCarts(first, userId)).toBe(first);
  expect(await mergeCarts(null, userId)).toBe(first);
});

test("another person's cart in the cookie of a shared computer stays theirs", async () => {
  const [lucia, mario] = [await account(), await account()];
  const cartId = await cartWith(await product());
  await mergeCarts(cartId, lucia.userId);
  expect(await mergeCarts(cartId, mario.userId)).toBeNull();
  expect(await mergeCarts(null, lucia.userId)).toBe(cartId);
});
