import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { freshGateway } from '@/scripts/testing/fresh-gateway';
import { answer, held, resetBefore, type Mischief } from '@/scripts/testing/mischief';

const gateway = await freshGateway();
const { createOrder, evidence, notification, operator, orderNow, stockOf, visitor } =
  await import('@/scripts/testing/shop');
const { atTheGateway, paidOnce, standing } = await import('@/scripts/testing/payer');
const { startCheckout } = await import('./start-checkout');
const { settleCheckout } = await import('./settle-checkout');
const { receiveNotification } = await import('./receive-notification');
const { reconcile } = await import('./reconcile');
const { whenIdle } = await import('./background');
const { db } = await import('@/lib/data/db');
const { findSuspense } = await import('@/lib/data/suspense');

const minute = 60_000;
const later = (milliseconds: number) => new Date(Date.now() + milliseconds);

describe('one payment, whoever tells of it', () => {
  test.each(['return', 'notification', 'reconciler', 'buyer', 'operator'] as const)(
    'the %s finds it',
    async (source) => {
      const checkout = await atTheGateway();
      gateway.approve(checkout.requestId);
      const settled = await settleCheckout({ sessionId: checkout.sessionId, source });
      expect(settled).toEqual({ outcome: 'settled', orderId: checkout.orderId });
      expect(await standing(checkout)).toEqual(paidOnce(checkout.requestId));
    },
  );

  test('return, notification, reconciler and operator at once settle it once', async () => {
    const checkout = await atTheGateway();
    gateway.approve(checkout.requestId);
    await Promise.all([
      ...Array.from({ length: 10 }, () =>
        settleCheckout({ sessionId: checkout.sessionId, source: 'return' }),
      ),
      settleCheckout({ sessionId: checkout.sessionId, source: 'operator' }),
      receiveNotification(notification(checkout)),
      reconcile({ now: later(minute) }),
      reconcile({ now: later(minute) }),
    ]);
    await whenIdle();
    expect(await standing(checkout)).toEqual(paidOnce(checkout.requestId));
  });

  test('the same answer twice changes nothing twice', async () => {
    const checkout = await atTheGateway();
    gateway.approve(checkout.requestId);
    for (let turn = 0; turn < 3; turn += 1)
      await settleCheckout({ sessionId: checkout.sessionId, source: 'operator' });
    expect(await standing(checkout)).toEqual(paidOnce(checkout.requestId));
  });

  test('the payer’s return does not make do with an answer from before the payment', async () => {
    const checkout = await atTheGateway();
    const slow = held();
    gateway.misbehave('query', slow.mischief);
    const early = settleCheckout({ sessionId: checkout.sessionId, source: 'reconciler' });
    await slow.arrived;
    gateway.approve(checkout.requestId);
    const back = settleCheckout({ sessionId: checkout.sessionId, source: 'return' });
    slow.letGo();
    expect((await early).outcome).toBe('unchanged');
    expect((await back).outcome).toBe('settled');
  });
});

describe('out of order', () => {
  test('a late REJECTED never undoes an APPROVED, and somebody looks', async () => {
    const checkout = await atTheGateway();
    gateway.approve(checkout.requestId);
    await settleCheckout({ sessionId: checkout.sessionId, source: 'return' });
    gateway.change(checkout.requestId, { status: 'REJECTED', reason: 'XN' });
    await settleCheckout({ sessionId: checkout.sessionId, source: 'notification' });
    expect(await evidence(checkout.orderId)).toMatchObject({
      status: 'PAID',
      sessions: ['APPROVED'],
      paidMinor: 4_500_050n,
    });
    const seen = await db.suspense.findMany({ where: { sessionId: checkout.sessionId } });
    expect(seen.length).toBeGreaterThan(0);
  });

  test('PENDING after APPROVED changes nothing', async () => {
    const checkout = await atTheGateway();
    gateway.approve(checkout.requestId);
    await settleCheckout({ sessionId: checkout.sessionId, source: 'return' });
    gateway.change(checkout.requestId, { status: 'PENDING', reason: 'PT' });
    await settleCheckout({ sessionId: checkout.sessionId, source: 'notification' });
    expect(await evidence(checkout.orderId)).toMatchObject({ status: 'PAID', sessions: ['APPROVED'] });
  });

  test('the end of an old session does not touch the new one', async () => {
    const first = await atTheGateway();
    gateway.change(first.requestId, { status: 'REJECTED', reason: '?C' });
    await settleCheckout({ sessionId: first.sessionId, source: 'return' });
    const { orderId, viewer } = first;
    await startCheckout({ orderId, viewer, flow: 'basic', answers: {}, attemptKey: randomUUID(), visitor });
    const second = (await orderNow(orderId)).sessions.at(-1);
    gateway.approve(second?.requestId ?? null);
    await settleCheckout({ sessionId: second?.id ?? '', source: 'return' });
    await receiveNotification(notification({ ...first, status: 'REJECTED' }));
    await whenIdle();
    expect(await evidence(orderId)).toMatchObject({ status: 'PAID', sessions: ['REJECTED', 'APPROVED'] });
  });

  test('a bank transfer that is approved later is money, and once', async () => {
    const checkout = await atTheGateway();
    gateway.approve(checkout.requestId, { status: 'PENDING', internalReference: 77 });
    gateway.change(checkout.requestId, { status: 'PENDING', reason: 'PT' });
    await settleCheckout({ sessionId: checkout.sessionId, source: 'return' });
    expect(await evidence(checkout.orderId)).toMatchObject({
      status: 'CONFIRMING',
      paidMinor: 0n,
      goods: ['HELD'],
    });
    const [booked] = gateway.book.values();
    booked?.payments.splice(0);
    gateway.approve(checkout.requestId, { internalReference: 77 });
    await reconcile({ now: later(minute) });
    expect(await evidence(checkout.orderId)).toMatchObject({
      status: 'PAID',
      paidMinor: 4_500_050n,
      facts: ['77 APPROVED', '77 PENDING'],
      goods: ['SOLD'],
    });
  });
});

describe('an answer that does not fit', () => {
  const misfits: [name: string, change: Parameters<typeof gateway.approve>[1], kind: string][] = [
    ['another amount', { total: 1 }, 'wrong_amount'],
    ['another currency', { currency: 'USD' }, 'wrong_currency'],
    ['another reference', { reference: 'LAD-SOMEBODY-1-ELSE' }, 'wrong_reference'],
  ];

  test.each(misfits)(
    '%s is never recorded on the order, and an operator sees it',
    async (_name, change, kind) => {
      const checkout = await atTheGateway();
      gateway.approve(checkout.requestId, change);
      expect((await settleCheckout({ sessionId: checkout.sessionId, source: 'return' })).outcome).toBe(
        'suspect',
      );
      await settleCheckout({ sessionId: checkout.sessionId, source: 'notification' });
      const order = await evidence(checkout.orderId);
      expect(order).toMatchObject({ paidMinor: 0n, facts: [], status: 'CONFIRMING' });
      expect(order.events.filter((type) => type === 'ANSWER_SUSPECTED')).toHaveLength(1);
      const seen = (await findSuspense(operator)).filter(({ sessionId }) => sessionId === checkout.sessionId);
      expect(seen.filter((row) => row.kind === kind)).toHaveLength(1);
    },
  );

  test('the answer about another session is not this one’s', async () => {
    const [mine, other] = [await atTheGateway(), await atTheGateway()];
    gateway.approve(other.requestId);
    const swapped: Mischief = async ({ response }) => {
      const { requestId, reference } = other;
      answer(response, {
        requestId: Number(requestId),
        status: { status: 'APPROVED' },
        request: { payment: { reference } },
        payment: null,
      });
    };
    gateway.misbehave('query', swapped);
    expect((await settleCheckout({ sessionId: mine.sessionId, source: 'return' })).outcome).toBe('suspect');
    expect(await evidence(mine.orderId)).toMatchObject({ paidMinor: 0n, facts: [] });
  });

  test('one gateway transaction is money in one order only', async () => {
    const [mine, other] = [await atTheGateway(), await atTheGateway()];
    gateway.approve(mine.requestId, { internalReference: 4242 });
    gateway.approve(other.requestId, { internalReference: 4242 });
    await settleCheckout({ sessionId: mine.sessionId, source: 'return' });
    const { outcome } = await settleCheckout({ sessionId: other.sessionId, source: 'return' });
    expect(outcome).toBe('suspect');
    expect((await evidence(mine.orderId)).paidMinor).toBe(4_500_050n);
    expect((await evidence(other.orderId)).paidMinor).toBe(0n);
    const seen = await db.suspense.findMany({ where: { sessionId: other.sessionId } });
    expect(seen).toMatchObject([{ kind: 'recorded_elsewhere' }]);
  });

  test.each<[string, Mischief]>([
    ['HTML', ({ response }) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>')],
    [
      'half a reply',
      ({ response, commit }) =>
        void response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify(commit()).slice(0, 90)),
    ],
    [
      'a rounded amount',
      ({ response, commit }) =>
        answer(response, JSON.parse(JSON.stringify(commit()).replaceAll('45000.5', '45000.5001'))),
    ],
    ['nothing', resetBefore],
    ['a redirect', ({ response }) => void response.writeHead(302, { location: '/x' }).end()],
  ])('%s leaves everything as it was', async (_name, mischief) => {
    const checkout = await atTheGateway();
    gateway.approve(checkout.requestId);
    gateway.misbehave('query', mischief);
    expect((await settleCheckout({ sessionId: checkout.sessionId, source: 'return' })).outcome).toBe(
      'confirming',
    );
    expect(await evidence(checkout.orderId)).toMatchObject({ sessions: ['PENDING'], paidMinor: 0n });
    await settleCheckout({ sessionId: checkout.sessionId, source: 'return' });
    expect(await standing(checkout)).toEqual(paidOnce(checkout.requestId));
  });
});

describe('the reconciler', () => {
  test('finds the money when the notification was lost and the payer closed the tab', async () => {
    const checkout = await atTheGateway();
    gateway.approve(checkout.requestId);
    const counts = await reconcile({ now: later(minute) });
    expect(counts.settled).toBeGreaterThanOrEqual(1);
    expect(await standing(checkout)).toEqual(paidOnce(checkout.requestId));
  });

  test('two of them at once ask about each session once and settle it once', async () => {
    const checkouts = await Promise.all(Array.from({ length: 12 }, () => atTheGateway()));
    for (const { requestId } of checkouts) gateway.approve(requestId);
    const now = later(minute);
    await Promise.all([reconcile({ now }), reconcile({ now }), reconcile({ now })]);
    for (const checkout of checkouts) expect(await standing(checkout)).toEqual(paidOnce(checkout.requestId));
    expect(gateway.calls.query).toBe(12);
  });

  test('outlasts a gateway that is down and finds everything when it is back', async () => {
    const checkouts = await Promise.all(Array.from({ length: 3 }, () => atTheGateway()));
    for (const { requestId } of checkouts) gateway.approve(requestId);
    const back = await gateway.away();
    expect((await reconcile({ now: later(minute) })).confirming).toBe(3);
    for (const { orderId } of checkouts) expect((await evidence(orderId)).sessions).toEqual(['PENDING']);
    await back();
    await reconcile({ now: later(10 * minute) });
    for (const checkout of checkouts) expect(await standing(checkout)).toEqual(paidOnce(checkout.requestId));
  });

  test('gives up an attempt that was never answered, and returns its stock', async () => {
    const order = await createOrder({ stock: 1 });
    gateway.misbehave('create', resetBefore);
    const { orderId, viewer } = order;
    await startCheckout({ orderId, viewer, flow: 'basic', answers: {}, attemptKey: randomUUID(), visitor });
    await reconcile({ now: later(31 * minute) });
    expect(await evidence(orderId)).toMatchObject({
      sessions: ['ABANDONED'],
      status: 'AWAITING_PAYMENT',
      goods: ['RETURNED'],
    });
    expect(await stockOf(order.productSlug)).toBe(1);
  });

  test('asks at expiry, then decides by the answer', async () => {
    const checkout = await atTheGateway({ stock: 1 });
    gateway.change(checkout.requestId, { status: 'REJECTED', reason: 'EX' });
    await reconcile({ now: later(31 * minute) });
    expect(await evidence(checkout.orderId)).toMatchObject({ sessions: ['REJECTED'], goods: ['RETURNED'] });
    expect(await stockOf(checkout.productSlug)).toBe(1);
  });
});
