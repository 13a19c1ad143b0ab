import { expect, test } from 'vitest';
import { hashKey, randomId } from './random';
import {
  findReturn,
  findSession,
  findSessionByReference,
  findSessionByRequestId,
  markAbandoned,
  markInDoubt,
  markPending,
  markSent,
} from './checkout-sessions';
import { prepareSession } from './prepare-session';
import { db } from './db';
import { claimDue } from './due-sessions';
import { findOrder } from './orders';
import { findStock } from './products';
import { account, after, click, now, openedSession, placedOrder, prepared, product } from './testing/shop';

test('a double click is one attempt, two tabs are one session', async () => {
  const { order, owner } = await placedOrder();
  const clicked = click(order, owner);
  const answers = await Promise.all([
    prepareSession(clicked),
    prepareSession(clicked),
    prepareSession({ ...clicked, attemptKey: randomId() }),
    prepareSession({ ...clicked, attemptKey: randomId() }),
  ]);
  expect(new Set(answers.map((answer) => answer.ok && answer.session.id)).size).toBe(1);
  expect(answers.filter((answer) => answer.ok && answer.created)).toHaveLength(1);
  expect(await db.checkoutSession.count({ where: { orderId: order.id } })).toBe(1);
});

test('the row is complete before anything is sent: reference, amount, stock, watch, timeline', async () => {
  const { order, owner, productSlug } = await placedOrder({ quantity: 3 });
  const session = await prepared(order.id, owner, order.total);
  expect(session).toMatchObject({ status: 'PREPARED', amount: order.total, requestId: null });
  expect(session.reference).toMatch(new RegExp(`^${order.number}-1-[2-9A-Z]{6}$`));
  expect(await findStock([productSlug])).toEqual({ [productSlug]: 17 });
  const row = await db.checkoutSession.findUniqueOrThrow({ where: { id: session.id } });
  expect(row.nextCheckAt).not.toBeNull();
  expect((await findOrder(order.id, owner))?.events.at(-1)).toMatchObject({
    type: 'CHECKOUT_PREPARED',
    actor: 'buyer',
  });
});

test('five orders for the last two units: two of them can be paid', async () => {
  const productSlug = await product({ stock: 2 });
  const orders = await Promise.all([1, 2, 3, 4, 5].map(() => placedOrder({ productSlug })));
  const answers = await Promise.all(orders.map(({ order, owner }) => prepareSession(click(order, owner))));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
  expect(answers.filter((answer) => !answer.ok && answer.problem === 'out_of_stock')).toHaveLength(3);
  expect(await findStock([productSlug])).toEqual({ [productSlug]: 0 });
});

test('an order with two products, one of them gone, holds neither', async () => {
  const { order, owner, productSlug } = await placedOrder({ quantity: 2 });
  await holdEverything(productSlug, 19);
  const answer = await prepareSession(click(order, owner));
  expect(answer).toEqual({ ok: false, problem: 'out_of_stock' });
  expect(await db.stockReservation.count({ where: { orderId: order.id } })).toBe(0);
});

test('an attempt that led nowhere gives its stock back, and the next one holds it again', async () => {
  const { order, owner, productSlug } = await placedOrder({ quantity: 4 });
  const first = await prepared(order.id, owner, order.total);
  await markAbandoned({ id: first.id, reason: 'never_sent', actor: 'reconciler', now });
  expect(await findStock([productSlug])).toEqual({ [productSlug]: 20 });
  expect(await markAbandoned({ id: first.id, reason: 'never_sent', now })).toBeNull();
  expect(await findStock([productSlug])).toEqual({ [productSlug]: 20 });

  const second = await prepared(order.id, owner, order.total);
  expect(second.id).not.toBe(first.id);
  expect(second.reference).toContain('-2-');
  expect(await findStock([productSlug])).toEqual({ [productSlug]: 16 });
});

test('sent once: the second sender is told not to', async () => {
  const { order, owner } = await placedOrder();
  const { id } = await prepared(order.id, owner);
  expect(
    (await Promise.all([markSent(id, now), markSent(id, now), markSent(id, now)])).filter(Boolean),
  ).toHaveLength(1);
});

test('an unanswered call is a state of its own: nobody pays meanwhile, and its answer may still come', async () => {
  const { order, owner } = await placedOrder();
  const { id } = await prepared(order.id, owner);
  await markSent(id, now);
  await markInDoubt({ id, reason: 'TIMEOUT', now });
  expect((await findOrder(order.id, owner))?.status).toBe('CONFIRMING');
  const again = await prepareSession(click(order, owner));
  expect(again).toMatchObject({ ok: true, created: false, session: { id, status: 'IN_DOUBT' } });
  expect(await markPending({ id, requestId: '77', processUrl: 'http://127.0.0.1/77', now })).toMatchObject({
    status: 'PENDING',
    requestId: '77',
  });
  expect((await findOrder(order.id, owner))?.status).toBe('AWAITING_PAYMENT');
});

test('a session is found by what the gateway knows it by, and a return token opens its order', async () => {
  const { order, owner } = await placedOrder();
  const answer = await prepareSession(click(order, owner));
  if (!answer.ok || !answer.created) throw new Error('not created');
  const { session, returnToken } = answer;
  await markSent(session.id, now);
  await markPending({ id: session.id, requestId: '4711', processUrl: null, now });
  expect((await findSessionByRequestId('4711'))?.id).toBe(session.id);
  expect((await findSessionByReference(session.reference))?.id).toBe(session.id);
  expect(await findReturn(returnToken)).toEqual({
    sessionId: session.id,
    orderId: order.id,
    forWallet: false,
    accessKey: owner.accessKeys[0],
  });
  expect(await findReturn(hashKey(returnToken))).toBeNull();
  expect(await findReturn('')).toBeNull();
});

test("an account's order is not opened by a return token alone", async () => {
  const lucia = await account();
  const { order } = await placedOrder({ viewer: lucia });
  const answer = await prepareSession(click(order, lucia));
  if (!answer.ok || !answer.created) throw new Error('not created');
  expect((await findReturn(answer.returnToken))?.accessKey).toBeNull();
});

test('due sessions go to one reconciler each, and come back when it dies with them', async () => {
  const opened = await Promise.all(
    [1, 2, 3, 4, 5, 6].map(async () => {
      const { order, owner } = await placedOrder();
      return openedSession(order.id, owner);
    }),
  );
  const ids = new Set(opened.map(({ id }) => id));
  const later = after(2 * 60_000);
  const claims = await Promise.all([
    claimDue(3, later),
    claimDue(3, later),
    claimDue(100, later),
    claimDue(100, later),
  ]);
  const claimed = claims
    .flat()
    .map(({ id }) => id)
    .filter((id) => ids.has(id));
  expect(claimed).toHaveLength(6);
  expect(new Set(claimed).size).toBe(6);
  expect((await claimDue(100, later)).filter(({ id }) => ids.has(id))).toEqual([]);

  const again = (await claimDue(100, after(5 * 60_000))).filter(({ id }) => ids.has(id));
  expect(again).toHaveLength(6);
  expect(again.every(({ checks }) => checks === 2)).toBe(true);
});

test('an unknown id is null', async () => {
  expect(await findSession('nothing')).toBeNull();
  expect(await markPending({ id: 'nothing', requestId: '1', processUrl: null, now })).toBeNull();
});

async function holdEverything(productSlug: string, quantity: number) {
  const other = await placedOrder({ productSlug, quantity });
  await prepared(other.order.id, other.owner, other.order.total);
}
