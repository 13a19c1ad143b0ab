/** The shop's use-cases and the gateway, over real HTTP, with the gateway's own book as the oracle of every story. */
import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { cards } from '@/lib/sandbox/testing/calls';
import { pay, setStage } from '@/lib/sandbox/testing/stage';
import type { Flow } from '@/lib/flows/flow';
import { testBooks } from './books';

const stage = await setStage();
const { createOrder, evidence, operator, orderNow, until, visitor } = await import('./shop');
const { flows } = await import('@/lib/flows');
const { initialAnswers } = await import('@/lib/flows/flow');
const { attempts } = await import('@/lib/domain/transaction');
const { followUp } = await import('@/lib/use-cases/follow-up');
const { startCheckout } = await import('@/lib/use-cases/start-checkout');
const { settleCheckout } = await import('@/lib/use-cases/settle-checkout');
const { reconcile } = await import('@/lib/use-cases/reconcile');
const { whenIdle } = await import('@/lib/use-cases/background');
const { POST } = await import('@/app/api/placetopay/notification/route');

afterAll(async () => {
  await whenIdle();
  await stage.close();
});

const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);

type Placed = Awaited<ReturnType<typeof createOrder>>;

const start = ({ orderId, viewer }: Placed, flow = 'basic', answers: Record<string, string> = {}) =>
  startCheckout({ orderId, viewer, flow, answers, attemptKey: randomUUID(), visitor });

async function lastOf({ orderId }: Placed) {
  const session = (await orderNow(orderId)).sessions.at(-1);
  if (!session) throw new Error('The order has no session.');
  const key = session.processUrl?.split('/').at(-1) ?? '';
  return { ...session, page: { requestId: Number(session.requestId), key } };
}

async function atTheGateway() {
  const order = await createOrder();
  const started = await start(order);
  if (!started.ok) throw new Error(started.problem);
  return { order, session: await lastOf(order) };
}

async function ledgerOf(reference: string) {
  const { body } = await stage.control('GET', `ledger?reference=${reference}`);
  return body as {
    approved: Record<string, string>;
    held: Record<string, string>;
    sessions: { status: string }[];
  };
}

async function fault(rule: object) {
  expect((await stage.control('POST', 'faults', rule)).http).toBe(201);
}

/** What the gateway sent the merchant about this session, handed to the shop's own route. */
async function deliver(requestId: number) {
  await until(
    async () => stage.merchant.toldOf(requestId).length,
    (told) => told > 0,
  );
  for (const told of stage.merchant.toldOf(requestId)) {
    const request = new Request('http://localhost:3000/api', { method: 'POST', body: JSON.stringify(told) });
    expect((await POST(request)).status).toBe(200);
  }
  await whenIdle();
}

test('paid on the page, told by the gateway’s own signed notification: both books say the same', async () => {
  const { order, session } = await atTheGateway();
  await pay(session.page, cards.approved);
  await deliver(session.page.requestId);
  expect(await evidence(order.orderId)).toMatchObject({
    status: 'PAID',
    paidMinor: 4_500_050n,
    sessions: ['APPROVED'],
  });
  expect((await ledgerOf(session.reference)).approved).toEqual({ COP: '45000.50' });
});

test('refused on the page, then paid there: the order shows both attempts and one payment', async () => {
  const { order, session } = await atTheGateway();
  await pay(session.page, cards.refused);
  await settleCheckout({ sessionId: session.id, source: 'return' });
  expect(await evidence(order.orderId)).toMatchObject({ sessions: ['PENDING'], paidMinor: 0n });
  await pay(session.page, cards.approved);
  await settleCheckout({ sessionId: session.id, source: 'return' });
  const { facts, ...rest } = await evidence(order.orderId);
  expect(rest).toMatchObject({ status: 'PAID', paidMinor: 4_500_050n });
  expect(facts.map((fact) => fact.split(' ')[1]).sort()).toEqual(['APPROVED', 'REJECTED']);
});

/** Pays by this flow on its page, and says the shop's word where the payment waits for it. */
async function payBy(flow: Flow, order: Placed, card: string) {
  const { orderId } = order;
  const placed = await orderNow(orderId);
  const started = await start(order, flow.slug, initialAnswers(flow, placed, new Date()));
  if (!started.ok) throw new Error(JSON.stringify(started));
  const session = await lastOf(order);
  await pay(session.page, card);
  await settleCheckout({ sessionId: session.id, source: 'return' });
  const [attempt] = attempts((await lastOf(order)).transactions);
  if (attempt?.status === 'PENDING_CONFIRMATION') {
    const transaction = attempt.internalReference;
    const asking = { orderId, transaction, name: 'confirm', idemKey: randomUUID() } as const;
    await followUp({ ...asking, reason: 'The seat is free', viewer: operator });
    await settleCheckout({ sessionId: session.id, source: 'return' });
  }
  return lastOf(order);
}

const wellEnded = { SALE: ['PAID', 4_500_050n], HOLD: ['AUTHORIZED', 0n], TOKEN: ['PAID', 0n] } as const;

/** An order that costs something: what can be paid so can be left pending by a bank. */
const priced = await orderNow((await createOrder()).orderId);
const payable = flows.filter((flow) => flow.appliesTo(priced)).map((flow) => [flow.slug, flow] as const);

test.each(payable)(
  '%s: what a bank leaves pending is paid when the bank says yes, and not twice',
  async (_, flow) => {
    const order = await createOrder();
    const session = await payBy(flow, order, cards.pendingApproved);
    expect(await evidence(order.orderId)).toMatchObject({
      status: 'CONFIRMING',
      paidMinor: 0n,
      goods: ['HELD'],
    });
    expect(await start(order)).toEqual({ ok: false, problem: 'confirming' });
    expect((await ledgerOf(session.reference)).approved).toEqual({});
    await stage.control('POST', `sessions/${session.page.requestId}/approve`);
    await deliver(session.page.requestId);
    const [status, paidMinor] = wellEnded[session.kind];
    expect(await evidence(order.orderId)).toMatchObject({ status, paidMinor, sessions: ['APPROVED'] });
    expect(await start(order)).toEqual({ ok: false, problem: 'already_paid' });
    const { approved, held } = await ledgerOf(session.reference);
    expect({ ...approved, ...held }).toEqual({ COP: '45000.50' });
  },
);

test.each(payable)(
  '%s: what a bank refuses in the end can be paid again, and is paid once',
  async (_, flow) => {
    const order = await createOrder();
    const session = await payBy(flow, order, cards.pendingRejected);
    await stage.control('POST', `sessions/${session.page.requestId}/reject`);
    await settleCheckout({ sessionId: session.id, source: 'reconciler' });
    expect(await evidence(order.orderId)).toMatchObject({ status: 'AWAITING_PAYMENT', paidMinor: 0n });
    const again = await payBy(flow, order, cards.approved);
    const [status, paidMinor] = wellEnded[again.kind];
    expect(await evidence(order.orderId)).toMatchObject({ status, paidMinor });
    const { approved, held } = await ledgerOf(again.reference);
    expect({ ...approved, ...held }).toEqual({ COP: '45000.50' });
  },
);

test('the tenth refusal ends the session; the order keeps nothing and is paid in another', async () => {
  const { order, session } = await atTheGateway();
  for (let refusal = 1; refusal <= 9; refusal += 1) await pay(session.page, cards.refused);
  await settleCheckout({ sessionId: session.id, source: 'return' });
  expect(await evidence(order.orderId)).toMatchObject({ sessions: ['PENDING'], goods: ['HELD'] });
  await pay(session.page, cards.refused);
  await pay(session.page, cards.approved);
  await deliver(session.page.requestId);
  const ended = await lastOf(order);
  expect(ended).toMatchObject({ status: 'REJECTED', reason: 'XN' });
  expect(attempts(ended.transactions).map(({ status }) => status)).toEqual(Array(10).fill('REJECTED'));
  expect(await evidence(order.orderId)).toMatchObject({ status: 'AWAITING_PAYMENT', goods: ['RETURNED'] });
  expect(await start(order)).toMatchObject({ ok: true });
  const next = await lastOf(order);
  expect(next.reference).not.toBe(session.reference);
  await pay(next.page, cards.approved);
  await deliver(next.page.requestId);
  expect(await evidence(order.orderId)).toMatchObject({ status: 'PAID', sessions: ['REJECTED', 'APPROVED'] });
});

test('expired with nobody paying: the reconciler asks, and the stock goes back', async () => {
  const { order, session } = await atTheGateway();
  await stage.control('POST', `sessions/${session.page.requestId}/expire`);
  await reconcile({ now: later(31) });
  expect(await evidence(order.orderId)).toMatchObject({ sessions: ['REJECTED'], goods: ['RETURNED'] });
});

test.each(['beforeCommit', 'afterCommit'])(
  'a create call that is reset %s leaves no payable session behind',
  async (at) => {
    const order = await createOrder();
    const { number } = await orderNow(order.orderId);
    await fault({ op: 'create', match: { referencePrefix: number, nth: 1 }, at, do: { reset: true } });
    expect(await start(order)).toEqual({ ok: false, problem: 'gateway_unreachable' });
    const lost = await lastOf(order);
    expect((await ledgerOf(lost.reference)).sessions).toHaveLength(at === 'afterCommit' ? 1 : 0);
    expect(await start(order)).toMatchObject({ ok: true });
    const session = await lastOf(order);
    await pay(session.page, cards.approved);
    await settleCheckout({ sessionId: session.id, source: 'return' });
    expect(await evidence(order.orderId)).toMatchObject({
      status: 'PAID',
      sessions: ['ABANDONED', 'APPROVED'],
    });
    expect((await ledgerOf(lost.reference)).approved).toEqual({});
  },
);

const changed: [path: string, value: unknown, outcome: string][] = [
  ['payment.0.amount.from.total', 1, 'suspect'],
  ['payment.0.amount.from.currency', 'USD', 'suspect'],
  ['payment.0.reference', 'LAD-OTHER-1-ABCDEF', 'suspect'],
  ['request.payment.reference', 'LAD-OTHER-1-ABCDEF', 'suspect'],
  ['requestId', 1, 'suspect'],
  ['payment.0.amount.from.total', '4.5e4', 'confirming'],
  ['status.status', 'SOMETHING_NEW', 'settled'],
];

test.each(changed)('an answer whose %s became %j is %s', async (path, value, outcome) => {
  const { order, session } = await atTheGateway();
  await pay(session.page, cards.approved);
  const match = { requestId: session.page.requestId, nth: 1 };
  await fault({ op: 'query', match, do: { mutate: { path, value } } });
  expect((await settleCheckout({ sessionId: session.id, source: 'return' })).outcome).toBe(outcome);
  const { paidMinor, sessions } = await evidence(order.orderId);
  // An unknown word for the session is no reason to overlook an approved payment of it.
  expect([paidMinor, sessions]).toEqual([outcome === 'settled' ? 4_500_050n : 0n, ['PENDING']]);
});

test('the first call fails, then the second, and so on until none does: the order always ends right', async () => {
  for (let nth = 1, failed = true; failed; nth += 1) {
    const order = await createOrder();
    const { number } = await orderNow(order.orderId);
    for (const op of ['create', 'query']) {
      await fault({ op, match: { referencePrefix: number, nth }, at: 'afterCommit', do: { reset: true } });
    }
    const first = await start(order);
    if (!first.ok) expect(await start(order)).toMatchObject({ ok: true });
    const session = await lastOf(order);
    await pay(session.page, cards.approved);
    const outcomes: string[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      outcomes.push((await settleCheckout({ sessionId: session.id, source: 'return' })).outcome);
    }
    expect(await evidence(order.orderId)).toMatchObject({ status: 'PAID', paidMinor: 4_500_050n });
    expect((await ledgerOf(session.reference)).approved).toEqual({ COP: '45000.50' });
    failed = !first.ok || outcomes.includes('confirming');
  }
});

testBooks();
