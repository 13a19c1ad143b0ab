/** Kept cards are held by the shop's use-cases, over real HTTP, and the gateway's own book says what was held and charged. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, expect, test } from 'vitest';
import type { OperationName } from '@/lib/domain/operation';
import { cards } from '@/lib/sandbox/testing/calls';
import { setStage } from '@/lib/sandbox/testing/stage';
import type { Scene } from './card-scene';
import { dying } from './dying';
import { testBooks } from './books';

const stage = await setStage();
const { evidence, operator, orderNow, visitor } = await import('./shop');
const { age, gatewayOf, lastOf, newKey, scene, sentCollects, sweep } = await import('./card-scene');
const { db, writeTx } = await import('@/lib/data/db');
const { attempts } = await import('@/lib/domain/transaction');
const { daysLeft, holdsOf } = await import('@/lib/domain/order-money');
const { findFlow, flows } = await import('@/lib/flows');
const { currentState } = await import('@/lib/flows/flow');
const { followUp } = await import('@/lib/use-cases/follow-up');
const { resolveCharge } = await import('@/lib/use-cases/resolve-charge');
const { startCheckout } = await import('@/lib/use-cases/start-checkout');
const { whenIdle } = await import('@/lib/use-cases/background');
const { charged, decide, held, lose, refuse, refunded } = gatewayOf(stage);

afterEach(() => void (dying.at = ''));
afterAll(async () => {
  await whenIdle();
  await stage.close();
});

const flow = 'preauthorization';
const holdScene = (number: string = cards.approved) => scene({ number, flow });
const isHeld = { status: 'AUTHORIZED', paidMinor: 0n, goods: ['HELD'] };

async function act(at: Scene, name: OperationName, amount = '') {
  const transaction = attempts((await lastOf(at)).transactions)[0]?.internalReference ?? '';
  return followUp({
    ...{ orderId: at.orderId, transaction, name, amount, idemKey: randomUUID() },
    ...{ reason: 'asked', viewer: operator },
  });
}

/** Which state of the flow's diagram is lit for the order. */
async function lit(at: Scene) {
  const known = findFlow(flow);
  return known && currentState(known, await orderNow(at.orderId))?.name;
}

test('a kept card is held with one click and nothing is charged', async () => {
  const at = await holdScene();
  expect(await at.click(newKey(), { cvv: '123' })).toEqual({ ok: true });
  expect(await evidence(at.orderId)).toMatchObject({ ...isHeld, sessions: ['APPROVED'] });
  expect([await held(at), await charged(at)]).toEqual([['45000.50'], []]);
  const session = await lastOf(at);
  expect(session).toMatchObject({ flow, kind: 'HOLD', charge: { card: { id: at.card.id } } });
  const [hold] = holdsOf(session);
  expect(hold).toMatchObject({ state: 'OPEN', held: { minor: 4_500_050n }, captured: { minor: 0n } });
  expect(hold && daysLeft(hold, new Date())).toBe(30);
  expect(await lit(at)).toBe('held');
  expect(await stage.query(Number(session.requestId))).toMatchObject({ request: { type: 'checkin' } });
});

test('it is lowered, raised and captured for less by the last reference, like a hold made on the page', async () => {
  const at = await holdScene();
  await at.click();
  expect(await act(at, 'reauthorize', '30000')).toMatchObject({ ok: true });
  expect(await act(at, 'reauthorize', '44000')).toMatchObject({ ok: true });
  expect(await held(at)).toEqual(['44000.00']);
  expect(await act(at, 'capture', '40000')).toMatchObject({ ok: true });
  expect([await held(at), await charged(at)]).toEqual([[], ['40000.00']]);
  expect(await evidence(at.orderId)).toMatchObject({
    status: 'PAID',
    paidMinor: 4_000_000n,
    goods: ['SOLD'],
  });
  expect(await lit(at)).toBe('captured');
  const { operations, transactions } = await lastOf(at);
  const capture = operations.find(({ name }) => name === 'capture');
  const lastHold = transactions.findLast(({ type }) => type === 'REAUTH');
  expect(capture?.sentReference).toBe(lastHold?.internalReference);
  expect(await act(at, 'refund')).toMatchObject({ ok: true });
  expect(await refunded(at)).toEqual(['40000.00']);
  expect(await evidence(at.orderId)).toMatchObject({ status: 'REFUNDED', paidMinor: 0n });
});

test('it is released, and the order may be paid anew', async () => {
  const at = await holdScene();
  await at.click();
  expect(await act(at, 'release')).toMatchObject({ ok: true });
  expect(await evidence(at.orderId)).toMatchObject({ status: 'RELEASED', goods: ['RETURNED'] });
  expect([await held(at), await charged(at)]).toEqual([[], []]);
  expect(await at.click(newKey(), { flow: 'basic' })).toEqual({ ok: true });
  expect(await evidence(at.orderId)).toMatchObject({ status: 'PAID', sessions: ['APPROVED', 'APPROVED'] });
  expect([await held(at), await charged(at)]).toEqual([[], ['45000.50']]);
});

test('only an operator captures', async () => {
  const at = await holdScene();
  await at.click();
  const transaction = (await lastOf(at)).transactions[0]?.internalReference ?? '';
  const asked = { orderId: at.orderId, transaction, name: 'capture' as const, idemKey: randomUUID() };
  expect(await followUp({ ...asked, reason: 'mine', viewer: at.viewer })).toEqual({
    ok: false,
    problem: 'not_allowed',
  });
  expect(await charged(at)).toEqual([]);
});

test('a refused hold ends its attempt, says why, and another click may hold', async () => {
  const at = await holdScene();
  await refuse(at, '51');
  expect(await at.click()).toEqual({ ok: true });
  expect((await lastOf(at)).transactions).toMatchObject([{ type: 'HOLD', status: 'REJECTED', reason: '51' }]);
  expect(await evidence(at.orderId)).toMatchObject({ status: 'AWAITING_PAYMENT', goods: ['RETURNED'] });
  expect(await lit(at)).toBe('ended');
  expect(await at.click()).toEqual({ ok: true });
  expect(await evidence(at.orderId)).toMatchObject({ ...isHeld, sessions: ['REJECTED', 'APPROVED'] });
  expect([await held(at), await charged(at)]).toEqual([['45000.50'], []]);
});

test.each([
  [cards.pendingApproved, { ...isHeld, sessions: ['APPROVED'] }, ['45000.50']],
  [cards.pendingRejected, { status: 'AWAITING_PAYMENT', sessions: ['REJECTED'], goods: ['RETURNED'] }, []],
])('a hold that pends is asked about until its bank decides: %s', async (number, then, inTheBook) => {
  const at = await holdScene(number);
  expect(await at.click()).toEqual({ ok: true });
  expect(await evidence(at.orderId)).toMatchObject({ paidMinor: 0n, sessions: ['PENDING'], goods: ['HELD'] });
  expect(await lit(at)).toBe('pending');
  const { orderId, viewer } = at;
  const other = { orderId, viewer, flow: 'basic', answers: {}, attemptKey: newKey(), visitor };
  expect(await startCheckout(other)).toEqual({ ok: false, problem: 'confirming' });
  expect(await at.click()).toEqual({ ok: true });
  await decide();
  await sweep(at);
  expect(await evidence(orderId)).toMatchObject(then);
  expect([await held(at), await charged(at)]).toEqual([inTheBook, []]);
  expect(await sentCollects(at)).toBe(1);
});

test('a double click and two windows, one of which would charge, are one collect', async () => {
  const at = await holdScene();
  const key = newKey();
  const clicks = [at.click(key), at.click(key), at.click(), at.click(newKey(), { flow: 'basic' })];
  expect(await Promise.all(clicks)).toEqual(Array.from({ length: 4 }, () => ({ ok: true })));
  expect(await sentCollects(at)).toBe(1);
  const { kind } = await lastOf(at);
  const [book, empty] = kind === 'HOLD' ? [held, charged] : [charged, held];
  expect([await book(at), await empty(at)]).toEqual([['45000.50'], []]);
});

test.each(['beforeCommit', 'afterCommit'] as const)(
  'a hold whose answer is lost %s is sent again as it was, and is one hold',
  async (when) => {
    const at = await holdScene();
    await lose(at, when);
    expect(await at.click()).toEqual({ ok: true });
    expect(await evidence(at.orderId)).toMatchObject({ status: 'CONFIRMING', sessions: ['IN_DOUBT'] });
    expect(await lit(at)).toBe('pending');
    expect(await held(at)).toEqual(when === 'afterCommit' ? ['45000.50'] : []);
    await sweep(at);
    expect(await evidence(at.orderId)).toMatchObject({ ...isHeld, sessions: ['APPROVED'] });
    expect([await held(at), await charged(at)]).toEqual([['45000.50'], []]);
    const sent = await db.gatewayCall.findMany({
      where: { path: '/api/collect', session: { orderId: at.orderId } },
    });
    expect(sent.map(({ requestRedacted }) => requestRedacted)).toMatchObject([
      { type: 'checkin' },
      { type: 'checkin' },
    ]);
  },
);

test.each(['charge.prepared', 'charge.sent', 'charge.answered', 'charge.received', 'charge.saved'])(
  'the process dies at "%s": the order is held once all the same',
  async (point) => {
    const at = await holdScene();
    dying.at = point;
    await at.click().catch(() => undefined);
    dying.at = '';
    await age(at, 2);
    await sweep(at);
    // What was never sent is over; whoever wants to pay clicks again.
    expect(await at.click()).toEqual({ ok: true });
    expect(await evidence(at.orderId)).toMatchObject(isHeld);
    expect([await held(at), await charged(at)]).toEqual([['45000.50'], []]);
  },
);

test('after 23 hours a hold without an answer is never sent again: an operator ends it, by what PlacetoPay answers', async () => {
  const at = await holdScene();
  await lose(at, 'afterCommit');
  await at.click();
  await age(at, 23 * 60 + 1);
  for (let turn = 0; turn < 3; turn += 1) await sweep(at);
  expect(await sentCollects(at)).toBe(1);
  const { id: sessionId, reference } = await lastOf(at);
  const { body } = await stage.control('GET', `ledger?reference=${reference}`);
  const [known] = body.sessions as { requestId: number }[];
  const finding = { evidence: 'The console', reason: 'Lost on the way', viewer: operator };
  expect(
    await resolveCharge({
      ...finding,
      sessionId,
      outcome: 'charged',
      requestId: String(known?.requestId ?? ''),
    }),
  ).toEqual({ ok: true });
  expect(await evidence(at.orderId)).toMatchObject({ ...isHeld, sessions: ['APPROVED'] });
  expect(await act(at, 'capture', '45000.50')).toMatchObject({ ok: true });
  expect(await charged(at)).toEqual(['45000.50']);
});

test('the database itself lets a kept card pay, and nothing else', async () => {
  const at = await holdScene();
  await at.click();
  const row = await db.checkoutSession.findFirstOrThrow({ where: { orderId: at.orderId } });
  const again = {
    id: newKey(),
    attemptKey: newKey(),
    returnTokenHash: newKey(),
    reference: 'R-1',
    requestId: '1',
  };
  const copy = { ...row, ...again, terms: {}, kind: 'TOKEN', amountMinor: 0n };
  await expect(writeTx((tx) => tx.checkoutSession.create({ data: copy }))).rejects.toThrow(/takes_money/);
});

test('a way to pay that needs its payer on a page holds and charges nothing', async () => {
  const at = await holdScene();
  const others = flows.filter(({ takesKeptCard }) => !takesKeptCard).map(({ slug }) => slug);
  for (const slug of [...others, 'nothing'])
    expect(await at.click(newKey(), { flow: slug })).toEqual({ ok: false, problem: 'invalid_input' });
  expect(await evidence(at.orderId)).toMatchObject({ status: 'AWAITING_PAYMENT', sessions: [] });
  expect(await sentCollects(at)).toBe(0);
});

testBooks();
