import { expect, test } from 'vitest';
import { stranger, type Viewer } from '@/lib/domain/viewer';
import { recordCall } from './calls';
import { addToCart, findCart } from './carts';
import { prepareSession } from './prepare-session';
import { db, writeTx } from './db';
import { findExchanges } from './exchanges';
import { createOrder, findBuyer, findOrder, findOrders, findUnpaidOrder } from './orders';
import { accessKeyOf, randomId } from './random';
import { findSuspense, recordSuspense, resolveSuspense } from './suspense';
import { account, buyer, cartWith, now, openedSession, placedOrder, product } from './testing/shop';

test('a cart becomes an order at the prices of that moment, and is empty', async () => {
  const productSlug = await product({ priceMinor: 1_234_567n });
  const cartId = await cartWith(productSlug, 3);
  const placed = await createOrder({
    cartId,
    checkoutKey: randomId(),
    buyer,
    locale: 'en',
    viewer: stranger,
    now,
  });
  if (!placed.ok || !placed.accessKey) throw new Error('not placed');
  await writeTx((tx) => tx.product.update({ where: { slug: productSlug }, data: { priceMinor: 1n } }));

  const order = await findOrder(placed.orderId, { kind: 'guest', accessKeys: [placed.accessKey] });
  expect(order).toMatchObject({
    locale: 'en',
    status: 'AWAITING_PAYMENT',
    total: { minor: 3_703_701n, currency: 'COP' },
    lines: [{ productSlug, quantity: 3, unit: { minor: 1_234_567n } }],
    events: [{ seq: 1, type: 'ORDER_PLACED', actor: 'buyer' }],
  });
  expect(order?.number).toMatch(/^LAD-[2-9A-Z]{8}$/);
  expect((await findCart(cartId))?.lines).toEqual([]);
});

test('a double click places one order, and both clicks get its key', async () => {
  const cartId = await cartWith(await product());
  const placing = { cartId, checkoutKey: randomId(), buyer, locale: 'es', viewer: stranger, now } as const;
  const answers = await Promise.all([createOrder(placing), createOrder(placing), createOrder(placing)]);
  expect(answers[0]?.ok).toBe(true);
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await db.order.count({ where: { checkoutKey: placing.checkoutKey } })).toBe(1);
});

test("somebody else's checkout key opens nothing", async () => {
  const [lucia, mario] = [await account(), await account()];
  const { order } = await placedOrder({ viewer: lucia });
  const { checkoutKey } = await db.order.findUniqueOrThrow({ where: { id: order.id } });
  const placing = { cartId: await cartWith(await product()), checkoutKey, buyer, locale: 'es', now } as const;
  expect(await createOrder({ ...placing, viewer: mario })).toEqual({ ok: false, problem: 'unknown_order' });
  expect(await createOrder({ ...placing, viewer: stranger })).toEqual({
    ok: false,
    problem: 'unknown_order',
  });
});

test('an empty cart and a product that ran out make no order', async () => {
  const placing = { checkoutKey: randomId(), buyer, locale: 'es', viewer: stranger, now } as const;
  expect(await createOrder({ ...placing, cartId: null })).toEqual({ ok: false, problem: 'empty_cart' });
  expect(await createOrder({ ...placing, cartId: randomId() })).toEqual({ ok: false, problem: 'empty_cart' });

  const productSlug = await product({ stock: 2 });
  const cartId = await cartWith(await product());
  await addToCart({ cartId, productSlug, quantity: 2 });
  await writeTx((tx) => tx.product.update({ where: { slug: productSlug }, data: { stock: 1 } }));
  expect(await createOrder({ ...placing, cartId })).toEqual({
    ok: false,
    problem: 'out_of_stock',
    productSlug,
  });
  expect((await findCart(cartId))?.lines).toHaveLength(2);
});

test('an order is seen by its owner and by operators; for everybody else it does not exist', async () => {
  const [lucia, mario, operator] = [await account(), await account(), await account('OPERATOR')];
  const hers = await placedOrder({ viewer: lucia });
  const guests = await placedOrder();
  const session = await openedSession(hers.order.id, lucia);
  await recordCall({ ...call, sessionId: session.id });
  const callsSeenBy = async (viewer: Viewer) =>
    (await findExchanges(hers.order.id, viewer)).list.filter(({ kind }) => kind === 'call');
  const strangers: Viewer[] = [
    stranger,
    mario,
    { kind: 'guest', accessKeys: [randomId(), ''] },
    guests.owner,
  ];

  for (const viewer of [lucia, operator]) {
    expect((await findOrder(hers.order.id, viewer))?.id).toBe(hers.order.id);
    expect((await findBuyer(hers.order.id, viewer))?.document).toBe(buyer.document);
    expect(await callsSeenBy(viewer)).toHaveLength(1);
  }
  for (const viewer of strangers) {
    expect(await findOrder(hers.order.id, viewer)).toBeNull();
    expect(await findBuyer(hers.order.id, viewer)).toBeNull();
    expect(await callsSeenBy(viewer)).toEqual([]);
    const amount = hers.order.total;
    const preparing = {
      orderId: hers.order.id,
      viewer,
      flow: 'basic',
      attemptKey: randomId(),
      amount,
      expiresAt: now,
      now,
    };
    expect(await prepareSession(preparing)).toEqual({ ok: false, problem: 'unknown_order' });
  }
  expect((await findOrder(guests.order.id, guests.owner))?.id).toBe(guests.order.id);
  expect(await findOrder(guests.order.id, { ...mario, accessKeys: guests.owner.accessKeys })).not.toBeNull();
});

test('a list holds the own orders only, newest first, page by page', async () => {
  const lucia = await account();
  const mine: string[] = [];
  for (let count = 0; count < 3; count += 1) mine.push((await placedOrder({ viewer: lucia })).order.id);
  await placedOrder();
  const first = await findOrders(lucia, { page: 1, perPage: 2 });
  const second = await findOrders(lucia, { page: 2, perPage: 2 });
  expect(first).toMatchObject({ page: 1, pages: 2 });
  expect([...first.orders, ...second.orders].map(({ id }) => id).sort()).toEqual(mine.sort());
  expect(await findOrders(stranger)).toEqual({ orders: [], page: 1, pages: 1 });
  expect((await findOrders(lucia, { page: Number.NaN, perPage: 2 })).page).toBe(1);
  expect((await findOrders(lucia, { page: 99, perPage: 2 })).page).toBe(2);
});

test('the order that waits to be paid is told to its owner alone', async () => {
  const guests = await placedOrder();
  const { id, number } = guests.order;
  expect(await findUnpaidOrder(guests.owner)).toEqual({ id, number });
  expect(await findUnpaidOrder(stranger)).toBeNull();
  expect(await findUnpaidOrder(await account())).toBeNull();
  // An operator may see every order, and owns none of them.
  const operator = await account('OPERATOR');
  expect(await findUnpaidOrder(operator)).toBeNull();
});

test('neither the document nor the access key is readable in the database, nor in an order', async () => {
  const { order, owner } = await placedOrder();
  const row = await db.order.findUniqueOrThrow({ where: { id: order.id } });
  const text = JSON.stringify(row, (_, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  expect(text).not.toContain(buyer.document);
  expect(text).not.toContain(accessKeyOf(row));
  expect(owner.accessKeys).toEqual([accessKeyOf(row)]);
  expect(order.buyer).toMatchObject({ documentType: 'CC', documentEnding: '455' });
  expect(order.buyer).not.toHaveProperty('document');
});

test('a sealed document moved to another order does not open', async () => {
  const [one, two] = [await placedOrder(), await placedOrder()];
  const { buyerDocumentEncrypted } = await db.order.findUniqueOrThrow({ where: { id: one.order.id } });
  await writeTx((tx) => tx.order.update({ where: { id: two.order.id }, data: { buyerDocumentEncrypted } }));
  await expect(findBuyer(two.order.id, two.owner)).rejects.toThrow();
});

test('messages of one millisecond are each shown on one page, and on one only', async () => {
  const { order, owner } = await placedOrder();
  const session = await openedSession(order.id, owner);
  for (let nth = 0; nth < 7; nth += 1) await recordCall({ ...call, sessionId: session.id });
  const pages: string[][] = [];
  let before: { at: Date; id: string } | undefined;
  for (let more = true; more;) {
    const page = await findExchanges(order.id, owner, { limit: 3, ...(before && { before }) });
    pages.push(page.list.map(({ id }) => id));
    before = page.list.at(-1);
    more = page.more;
  }
  expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
  expect(new Set(pages.flat()).size).toBe(7);
});

test('what fits no order is kept once, shown to operators only, and resolved once', async () => {
  const [lucia, operator] = [await account(), await account('OPERATOR')];
  const news = { kind: 'wrong_amount', dedupeKey: randomId(), detail: { reference: 'LAD-1' } };
  expect(await recordSuspense(news)).toBe(true);
  expect(await recordSuspense(news)).toBe(false);
  const row = (await findSuspense(operator)).find(({ kind }) => kind === 'wrong_amount');
  expect(row).toMatchObject({ detail: { reference: 'LAD-1' }, resolvedAt: null });
  expect(await findSuspense(lucia)).toEqual([]);
  expect(await findSuspense(stranger)).toEqual([]);
  expect(await resolveSuspense({ id: row?.id ?? '', reason: 'Found' }, lucia, now)).toBe(false);
  expect(await resolveSuspense({ id: row?.id ?? '', reason: 'Found' }, operator, now)).toBe(true);
  expect(await resolveSuspense({ id: row?.id ?? '', reason: 'Found' }, operator, now)).toBe(false);
});

const call = {
  method: 'POST',
  path: '/api/session',
  requestRedacted: { amount: 5n },
  responseRedacted: null,
  httpStatus: 200,
  problem: null,
  durationMs: 12.6,
  at: now,
};
