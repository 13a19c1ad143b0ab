import { expect, test } from 'vitest';
import type { CheckoutSession } from '@/lib/domain/checkout-session';
import { money } from '@/lib/domain/money';
import type { SessionReport } from '@/lib/domain/report';
import { settle } from '@/lib/domain/settlement';
import { findSession } from './checkout-sessions';
import { prepareSession } from './prepare-session';
import { db } from './db';
import { findOrder } from './orders';
import { findStock } from './products';
import { saveSettlement } from './settlements';
import { findSuspense } from './suspense';
import {
  account,
  click,
  now,
  openedSession,
  placedOrder,
  prepared,
  report,
  transaction,
} from './testing/shop';

async function opened(quantity = 1) {
  const placed = await placedOrder({ quantity });
  return { ...placed, session: await openedSession(placed.order.id, placed.owner, placed.order.total) };
}

/** Load, decide, save, as the use-case does: again when somebody else was faster. */
async function heard(
  id: string,
  answer: SessionReport,
  source: 'return' | 'notification' | 'reconciler' = 'return',
) {
  for (;;) {
    const session = await findSession(id);
    if (!session) throw new Error('no session');
    if ((await saveSettlement(session, settle(session, answer, now), { source, now })) !== 'stale') return;
  }
}

test('an approval pays the order, sells its stock and says who brought the news', async () => {
  const { order, owner, session, productSlug } = await opened(2);
  await heard(session.id, report(session, 'APPROVED', [transaction(session)]), 'notification');
  const paid = await findOrder(order.id, owner);
  expect(paid).toMatchObject({
    status: 'PAID',
    paid: order.total,
    paidAt: now,
    sessions: [{ status: 'APPROVED' }],
  });
  expect(paid?.events.slice(-3).map(({ type, actor }) => [type, actor])).toEqual([
    ['TRANSACTION_SEEN', 'notification'],
    ['CHECKOUT_CHANGED', 'notification'],
    ['ORDER_PAID', 'notification'],
  ]);
  expect(await findStock([productSlug])).toEqual({ [productSlug]: 18 });
  expect(
    (await db.stockReservation.findMany({ where: { orderId: order.id } })).map(({ state }) => state),
  ).toEqual(['SOLD']);
  const again = await prepareSession(click(order, owner));
  expect(again).toEqual({ ok: false, problem: 'already_paid' });
});

test('return, notification and reconciler at the same time pay once', async () => {
  const { order, owner, session } = await opened();
  const answer = report(session, 'APPROVED', [transaction(session)]);
  await Promise.all([
    heard(session.id, answer, 'return'),
    heard(session.id, answer, 'notification'),
    heard(session.id, answer, 'reconciler'),
  ]);
  const paid = await findOrder(order.id, owner);
  expect(paid?.paid).toEqual(order.total);
  expect(paid?.events.filter(({ type }) => type === 'ORDER_PAID')).toHaveLength(1);
  expect(await db.gatewayTransaction.count({ where: { sessionId: session.id } })).toBe(1);
});

test('a decision made on an older session is stale and writes nothing', async () => {
  const { session } = await opened();
  const approved = report(session, 'APPROVED', [transaction(session)]);
  const settlement = settle(session, approved, now);
  expect(await saveSettlement(session, settlement, { source: 'return', now })).toBe('saved');
  expect(await saveSettlement(session, settlement, { source: 'return', now })).toBe('stale');
});

test('a refusal gives the stock back, and the same order can be paid by a new session', async () => {
  const { order, owner, session, productSlug } = await opened(3);
  await heard(session.id, report(session, 'REJECTED', [transaction(session, { as: 'REJECTED' })]));
  expect(await findStock([productSlug])).toEqual({ [productSlug]: 20 });
  expect((await findOrder(order.id, owner))?.status).toBe('AWAITING_PAYMENT');
  const second = await openedSession(order.id, owner, order.total);
  await heard(second.id, report(second, 'APPROVED', [transaction(second)]));
  expect((await findOrder(order.id, owner))?.status).toBe('PAID');
  expect(await findStock([productSlug])).toEqual({ [productSlug]: 17 });
});

test('a bank transfer on its way keeps the goods and asks nobody to pay again', async () => {
  const { order, owner, session } = await opened();
  await heard(session.id, report(session, 'PENDING', [transaction(session, { as: 'PENDING' })]));
  expect((await findOrder(order.id, owner))?.status).toBe('CONFIRMING');
  const row = await db.order.findUniqueOrThrow({ where: { id: order.id } });
  expect(row.status).toBe('CONFIRMING');
});

test('a wrong amount is never recorded on the order; an operator sees it, once', async () => {
  const { order, owner, session } = await opened();
  const wrong = report(session, 'APPROVED', [transaction(session, { amount: money(1n, 'COP') })]);
  await heard(session.id, wrong);
  await heard(session.id, wrong);
  const seen = await findOrder(order.id, owner);
  expect(seen).toMatchObject({
    status: 'CONFIRMING',
    paid: { minor: 0n },
    sessions: [{ status: 'PENDING', suspectedAt: now, transactions: [] }],
  });
  const list = (await findSuspense(await account('OPERATOR'))).filter(
    ({ sessionId }) => sessionId === session.id,
  );
  expect(list.map(({ kind }) => kind).sort()).toEqual(['approved_without_money', 'wrong_amount']);
});

test('money that arrives late is taken whole: the order is overpaid, and an operator sees it', async () => {
  const { order, owner, session } = await opened();
  await heard(session.id, report(session, 'REJECTED'));
  const second = await openedSession(order.id, owner, order.total);
  await heard(second.id, report(second, 'APPROVED', [transaction(second)]));
  const first = (await findSession(session.id)) as CheckoutSession;
  await heard(session.id, report(first, 'APPROVED', [transaction(first)]));
  const overpaid = await findOrder(order.id, owner);
  expect(overpaid).toMatchObject({ status: 'OVERPAID', paid: { minor: 2_000_000n } });
  expect(overpaid?.sessions.map(({ status }) => status)).toEqual(['REJECTED', 'APPROVED']);
  expect((await findSuspense(await account('OPERATOR'))).map(({ kind }) => kind)).toContain('overpaid');
});

test('money for goods that went to somebody else meanwhile is kept, and a person is told', async () => {
  const { order, owner, session, productSlug } = await opened(12);
  await heard(session.id, report(session, 'REJECTED'));
  const faster = await placedOrder({ productSlug, quantity: 15 });
  await prepared(faster.order.id, faster.owner, faster.order.total);
  await heard(session.id, report(session, 'APPROVED', [transaction(session)]));
  expect(await findOrder(order.id, owner)).toMatchObject({ status: 'PAID', paid: order.total });
  expect(await findStock([productSlug])).toEqual({ [productSlug]: 0 });
  expect((await findOrder(order.id, owner))?.events.at(-1)?.type).toBe('STOCK_SHORT');
});

test('a refund is a fact beside the approval: the order is no longer paid', async () => {
  const { order, owner, session } = await opened();
  const approved = transaction(session);
  await heard(session.id, report(session, 'APPROVED', [approved]));
  await heard(session.id, report(session, 'APPROVED', [{ ...approved, refunded: true }]));
  await heard(session.id, report(session, 'APPROVED', [approved]));
  expect(await findOrder(order.id, owner)).toMatchObject({
    status: 'REFUNDED',
    paid: { minor: 0n },
    paidAt: now,
  });
  expect(await db.gatewayTransaction.count({ where: { sessionId: session.id } })).toBe(2);
});

test('a transaction that another order already has is not counted twice', async () => {
  const [one, two] = [await opened(), await opened()];
  const approved = transaction(one.session);
  await heard(one.session.id, report(one.session, 'APPROVED', [approved]));
  await heard(
    two.session.id,
    report(two.session, 'APPROVED', [{ ...approved, reference: two.session.reference }]),
  );
  expect((await findOrder(two.order.id, two.owner))?.paid.minor).toBe(0n);
  expect((await findSession(two.session.id))?.suspectedAt).toEqual(now);
});
