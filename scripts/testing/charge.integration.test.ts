/** Kept cards are charged by the shop's use-cases, over real HTTP, and the gateway's own book says what was charged. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, afterEach, expect, test } from 'vitest';
import { cards } from '@/lib/sandbox/testing/calls';
import { setStage } from '@/lib/sandbox/testing/stage';
import type { Scene } from './card-scene';
import { dying } from './dying';
import { testBooks } from './books';

const stage = await setStage();
const { buyer, evidence, notification, operator, orderNow, visitor } = await import('./shop');
const { age, gatewayOf, keptCard, lastOf, newKey, placed, scene, sentCollects, sweep } =
  await import('./card-scene');
const { account } = await import('@/lib/data/testing/shop');
const { addToCart } = await import('@/lib/data/carts');
const { db, writeTx } = await import('@/lib/data/db');
const { openToken } = await import('@/lib/data/instruments');
const { chargeCard } = await import('@/lib/use-cases/charge-card');
const { followUp } = await import('@/lib/use-cases/follow-up');
const { forgetCard } = await import('@/lib/use-cases/forget-card');
const { placeOrder } = await import('@/lib/use-cases/place-order');
const { receiveNotification } = await import('@/lib/use-cases/receive-notification');
const { startCheckout } = await import('@/lib/use-cases/start-checkout');
const { whenIdle } = await import('@/lib/use-cases/background');

afterEach(() => void (dying.at = ''));
afterAll(async () => {
  await whenIdle();
  await stage.close();
});

const { charged: chargedAtGateway, lose, refuse, decide } = gatewayOf(stage);

test('an order is paid with one click, in instalments, and both books say the same', async () => {
  const at = await scene();
  expect(await at.click(newKey(), { installments: 3, cvv: '123' })).toEqual({ ok: true });
  expect(await evidence(at.orderId)).toMatchObject({
    status: 'PAID',
    paidMinor: 4_500_050n,
    sessions: ['APPROVED'],
    goods: ['SOLD'],
  });
  expect(await chargedAtGateway(at)).toEqual(['45000.50']);
  const session = await lastOf(at);
  expect(session).toMatchObject({ charge: { card: { id: at.card.id }, installments: 3 }, processUrl: null });
  const told = JSON.stringify(await stage.query(Number(session.requestId)));
  expect(told).toContain('installments');
});

test('instalments that nobody was offered charge nothing, and the order waits as it did', async () => {
  const at = await scene();
  for (const installments of [0, -1, 4, 37, 1.5])
    expect(await at.click(newKey(), { installments })).toMatchObject({ problem: 'unknown_installments' });
  expect(await evidence(at.orderId)).toMatchObject({ status: 'AWAITING_PAYMENT', sessions: [] });
  expect(await sentCollects(at)).toBe(0);
  expect(await at.click(newKey(), { installments: 36 })).toEqual({ ok: true });
  expect(await chargedAtGateway(at)).toEqual(['45000.50']);
});

test('a refused charge ends its attempt, says why, and another card may pay', async () => {
  const at = await scene();
  await refuse(at, '51');
  expect(await at.click()).toEqual({ ok: true });
  expect((await lastOf(at)).transactions).toMatchObject([{ status: 'REJECTED', reason: '51' }]);
  expect(await evidence(at.orderId)).toMatchObject({ status: 'AWAITING_PAYMENT', goods: ['RETURNED'] });
  const other = await keptCard(at.viewer);
  expect(await at.click(newKey(), { cardId: other.id })).toEqual({ ok: true });
  expect(await evidence(at.orderId)).toMatchObject({ status: 'PAID', sessions: ['REJECTED', 'APPROVED'] });
  expect(await chargedAtGateway(at)).toEqual(['45000.50']);
});

test('a charge in doubt goes on at its own pace when the same is ordered again: it has no page to close', async () => {
  const at = await scene();
  await lose(at, 'afterCommit');
  await at.click();
  const read = () => db.checkoutSession.findFirstOrThrow({ where: { orderId: at.orderId } });
  const { nextCheckAt } = await read();
  const { cartId, lines } = await db.order.findUniqueOrThrow({
    where: { id: at.orderId },
    include: { lines: true },
  });
  await addToCart({ cartId, productSlug: lines[0]?.productSlug ?? '', quantity: 1 });
  const again = { cartId, checkoutKey: randomUUID(), buyer, locale: 'es', viewer: at.viewer } as const;
  expect(await placeOrder(again)).toMatchObject({ ok: true });
  await whenIdle();
  expect(await read()).toMatchObject({ status: 'IN_DOUBT', replacedById: null, nextCheckAt });
});

test('a pending charge is asked about until it is decided, and nobody pays in the meantime', async () => {
  const at = await scene({ number: cards.pendingApproved });
  expect(await at.click()).toEqual({ ok: true });
  expect(await evidence(at.orderId)).toMatchObject({ paidMinor: 0n, sessions: ['PENDING'] });
  const { orderId, viewer } = at;
  const started = { orderId, viewer, flow: 'basic', answers: {}, attemptKey: newKey(), visitor };
  expect(await startCheckout(started)).toEqual({ ok: false, problem: 'confirming' });
  expect(await at.click()).toEqual({ ok: true });
  await decide();
  await sweep(at);
  expect(await evidence(at.orderId)).toMatchObject({ status: 'PAID', sessions: ['APPROVED'] });
  expect(await chargedAtGateway(at)).toEqual(['45000.50']);
});

test('a double click and two windows are one charge', async () => {
  const at = await scene();
  const key = newKey();
  const answers = await Promise.all([at.click(key), at.click(key), at.click(), at.click()]);
  expect(answers).toEqual(Array.from({ length: 4 }, () => ({ ok: true })));
  expect(await evidence(at.orderId)).toMatchObject({ status: 'PAID', sessions: ['APPROVED'] });
  expect(await chargedAtGateway(at)).toEqual(['45000.50']);
  expect(await sentCollects(at)).toBe(1);
});

test.each(['beforeCommit', 'afterCommit'] as const)(
  'a charge whose answer is lost %s is sent again as it was, and is one charge',
  async (at) => {
    const here = await scene();
    await lose(here, at);
    expect(await here.click()).toEqual({ ok: true });
    expect(await evidence(here.orderId)).toMatchObject({ status: 'CONFIRMING', sessions: ['IN_DOUBT'] });
    expect(await here.click()).toEqual({ ok: true });
    expect(await chargedAtGateway(here)).toEqual(at === 'afterCommit' ? ['45000.50'] : []);
    await sweep(here);
    expect(await evidence(here.orderId)).toMatchObject({ status: 'PAID', sessions: ['APPROVED'] });
    expect(await chargedAtGateway(here)).toEqual(['45000.50']);
  },
);

test.each([
  'charge.prepared',
  'charge.sent',
  'charge.answered',
  'charge.received',
  'charge.saved',
  'charge.in_doubt',
  'charge.doubted',
])(
  'the process dies at "%s": the order is paid by one charge all the same',
  async (point) => {
    const at = await scene();
    if (point === 'charge.in_doubt' || point === 'charge.doubted') await lose(at, 'afterCommit');
    dying.at = point;
    await at.click().catch(() => undefined);
    await age(at, 2);
    await sweep(at).catch(() => undefined);
    dying.at = '';
    await sweep(at);
    const { sessions } = await evidence(at.orderId);
    // What was never sent is over; whoever wants to pay clicks again.
    if (point === 'charge.prepared') expect(sessions).toEqual(['ABANDONED']);
    expect(await at.click()).toEqual({ ok: true });
    expect(await evidence(at.orderId)).toMatchObject({ status: 'PAID', paidMinor: 4_500_050n });
    expect(await chargedAtGateway(at)).toEqual(['45000.50']);
  },
  120_000,
);

test('the process dies at "charge.refused": nothing is charged, and the attempt is over', async () => {
  const at = await scene();
  const token = openToken(await db.cardToken.findUniqueOrThrow({ where: { id: at.card.id } }));
  expect((await stage.post('instrument/invalidate', { instrument: { token: { token } } })).http).toBe(200);
  dying.at = 'charge.refused';
  await expect(at.click()).rejects.toThrow('died');
  dying.at = '';
  await age(at, 2);
  await sweep(at);
  expect(await evidence(at.orderId)).toMatchObject({ status: 'AWAITING_PAYMENT', sessions: ['ABANDONED'] });
  expect(await chargedAtGateway(at)).toEqual([]);
});

test('after 23 hours a charge without an answer is never sent again: an operator sees it', async () => {
  const at = await scene();
  await lose(at, 'beforeCommit');
  await at.click();
  await age(at, 23 * 60 + 1);
  for (let turn = 0; turn < 3; turn += 1) await sweep(at);
  expect(await sentCollects(at)).toBe(1);
  expect(await evidence(at.orderId)).toMatchObject({ status: 'CONFIRMING', sessions: ['IN_DOUBT'] });
  const { id } = await lastOf(at);
  expect(await db.suspense.findMany({ where: { sessionId: id } })).toMatchObject([
    { kind: 'charge_in_doubt' },
  ]);
  expect(await at.click()).toEqual({ ok: true });
  expect(await sentCollects(at)).toBe(1);
});

test('a repeated charge that is refused proves nothing about the first: an operator sees it', async () => {
  const at = await scene();
  await lose(at, 'afterCommit');
  await at.click();
  const login = process.env.PLACETOPAY_LOGIN;
  const flip = (duplicateCollect: string) =>
    stage.control('POST', 'sites', { login, switches: { duplicateCollect } });
  expect((await flip('refuse')).http).toBe(200);
  await sweep(at);
  await flip('first');
  expect(await evidence(at.orderId)).toMatchObject({ status: 'CONFIRMING', sessions: ['IN_DOUBT'] });
  const { id } = await lastOf(at);
  expect(await db.suspense.findMany({ where: { sessionId: id } })).toMatchObject([
    { kind: 'charge_in_doubt' },
  ]);
});

test('an open page of the gateway is closed for good before a card is charged', async () => {
  const { orderId, viewer, click } = await scene();
  const opened = { orderId, viewer, flow: 'basic', answers: {}, attemptKey: newKey(), visitor };
  expect(await startCheckout(opened)).toMatchObject({ ok: true });
  expect(await click()).toEqual({ ok: true });
  expect(await evidence(orderId)).toMatchObject({ status: 'PAID', sessions: ['REJECTED', 'APPROVED'] });
});

test('nobody charges the card of somebody else, one that was given up, or one that is over', async () => {
  const [mine, other] = [await scene(), await scene()];
  const unknown = { ok: false, problem: 'unknown_card' };
  expect(await mine.click(newKey(), { cardId: other.card.id })).toEqual(unknown);
  expect(await mine.click(newKey(), { viewer: other.viewer })).toEqual({
    ok: false,
    problem: 'unknown_order',
  });
  expect(await mine.click(newKey(), { viewer: operator })).toEqual({ ok: false, problem: 'unknown_order' });
  const expired = { where: { id: other.card.id }, data: { validUntil: '2026-10-31' } };
  await writeTx((tx) => tx.cardToken.update(expired));
  expect(await other.click()).toEqual({ ok: false, problem: 'card_expired' });
  await forgetCard({ cardId: mine.card.id, viewer: mine.viewer });
  expect(await mine.click()).toEqual(unknown);
  for (const { orderId } of [mine, other]) expect(await sentCollects({ orderId })).toBe(0);
});

test('a charge is given back like any other payment', async () => {
  const at = await scene();
  await at.click();
  const transaction = (await lastOf(at)).transactions[0]?.internalReference ?? '';
  const asked = { orderId: at.orderId, transaction, name: 'refund' as const, idemKey: randomUUID() };
  expect(await followUp({ ...asked, reason: 'asked', viewer: operator })).toMatchObject({ ok: true });
  expect(await evidence(at.orderId)).toMatchObject({ status: 'REFUNDED', paidMinor: 0n });
  const { body } = await stage.control('GET', `ledger?reference=${(await lastOf(at)).reference}`);
  expect(body.refunded).toEqual({ COP: '45000.50' });
});

type Step =
  | 'click'
  | 'again'
  | 'lose_before'
  | 'lose_after'
  | 'sweep'
  | 'notify'
  | 'delete'
  | 'two_minutes'
  | 'a_day'
  | 'die';

const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<Step>('click') },
    { weight: 2, arbitrary: fc.constant<Step>('again') },
    { weight: 4, arbitrary: fc.constant<Step>('sweep') },
    ...(['lose_before', 'lose_after', 'notify', 'die', 'two_minutes'] as const).map((step) => ({
      weight: 2,
      arbitrary: fc.constant<Step>(step),
    })),
    ...(['delete', 'a_day'] as const).map((step) => ({ weight: 1, arbitrary: fc.constant<Step>(step) })),
  ),
  { minLength: 2, maxLength: 8 },
);

const deaths = ['charge.prepared', 'charge.sent', 'charge.answered', 'charge.received'];

/** A notification that is rightly signed and says "approved", whatever is true: of the charge, or of none that is known. */
async function notify(at: Scene) {
  const session = (await orderNow(at.orderId)).sessions.at(-1);
  const reference = session?.reference ?? 'LAD-NOBODYS-1-ABCDEF';
  await receiveNotification(notification({ requestId: session?.requestId ?? '424242', reference }));
  await whenIdle();
}

async function play(at: Scene, list: readonly Step[]) {
  const sameKey = newKey();
  let deletedAfter: number | null = null;
  let deathsSeen = 0;
  for (const step of list) {
    if (step === 'click') await at.click().catch(() => undefined);
    // The other half of a click whose process dies would wait for it as long as for a slow gateway.
    const clicks = dying.at === '' ? 2 : 1;
    if (step === 'again') await Promise.allSettled(Array.from({ length: clicks }, () => at.click(sameKey)));
    if (dying.at !== '') await age(at, 2);
    if (step === 'lose_before') await lose(at, 'beforeCommit');
    if (step === 'lose_after') await lose(at, 'afterCommit');
    if (step === 'sweep') await sweep(at).catch(() => undefined);
    if (step === 'notify') await notify(at);
    if (step === 'two_minutes') await age(at, 2);
    if (step === 'a_day') await age(at, 24 * 60);
    dying.at = step === 'die' ? (deaths[deathsSeen++ % deaths.length] ?? '') : '';
    if (step === 'delete') {
      await forgetCard({ cardId: at.card.id, viewer: at.viewer });
      deletedAfter ??= await sentCollects(at);
    }
    // I12: never more than one charge, at any moment.
    expect((await chargedAtGateway(at)).length).toBeLessThanOrEqual(1);
    // I16: nothing is sent with a card that was given up.
    if (deletedAfter !== null) expect(await sentCollects(at)).toBe(deletedAfter);
  }
  dying.at = '';
}

test('whatever happens in whatever order, a card is charged once, by its owner, and never after it was given up', async () => {
  const [viewer, stranger] = [await account(), await account()];
  await fc.assert(
    fc.asyncProperty(steps, async (list) => {
      const card = await keptCard(viewer);
      const orderId = await placed(viewer);
      const click = (attemptKey = newKey()) =>
        chargeCard({ orderId, cardId: card.id, installments: null, attemptKey, viewer, visitor });
      const at: Scene = { viewer, card, orderId, click };
      await play(at, list);
      await age(at, 2);
      // Each sweep uses up one of the answers that are still to be lost.
      for (let turn = 0; turn <= list.length; turn += 1) await sweep(at);
      const charged = await chargedAtGateway(at);
      const { paidMinor, sessions } = await evidence(orderId);
      // The books agree, or an operator has been told that nobody knows.
      const sessionId = { in: (await orderNow(orderId)).sessions.map(({ id }) => id) };
      const doubted = await db.suspense.count({ where: { kind: 'charge_in_doubt', sessionId } });
      if (doubted === 0) expect(charged).toEqual(paidMinor === 0n ? [] : ['45000.50']);
      else expect(sessions.at(-1)).toBe('IN_DOUBT');
      // I14: the card opens for its owner alone.
      const row = await db.cardToken.findUniqueOrThrow({ where: { id: card.id } });
      expect(row.userId).toBe(viewer.userId);
      expect(() => openToken({ ...row, userId: stranger.userId })).toThrow();
      // I15: no call that was kept, and nothing of the order, holds the token.
      const calls = await db.gatewayCall.findMany({ where: { session: { orderId } } });
      const kept = JSON.stringify(
        [calls, await db.orderEvent.findMany({ where: { orderId } })],
        (_, value) => (typeof value === 'bigint' ? String(value) : value),
      );
      expect(kept).not.toContain(openToken(row));
    }),
    {
      seed: Number(process.env.CHARGE_SEED ?? 20261120),
      numRuns: Number(process.env.CHARGE_RUNS ?? 25),
      endOnFailure: true,
    },
  );
}, 3_600_000);

testBooks();
