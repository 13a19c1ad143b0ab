import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { freshGateway } from '@/scripts/testing/fresh-gateway';
import { failing, held, resetAfter } from '@/scripts/testing/mischief';

const gateway = await freshGateway();
const { createOrder, evidence, notification, operator, until, visitor } =
  await import('@/scripts/testing/shop');
const { atTheGateway, paidOnce, standing } = await import('@/scripts/testing/payer');
const { startCheckout } = await import('@/lib/use-cases/start-checkout');
const { settleCheckout } = await import('@/lib/use-cases/settle-checkout');
const { whenIdle } = await import('@/lib/use-cases/background');
const { drainInbox } = await import('@/lib/use-cases/drain-inbox');
const { db, writeTx } = await import('@/lib/data/db');
const { POST } = await import('./route');
const { findSuspense } = await import('@/lib/data/suspense');

const minute = 60_000;
const later = (milliseconds: number) => new Date(Date.now() + milliseconds);

const post = (body: BodyInit) =>
  POST(
    new Request('http://localhost:3000/api/placetopay/notification', {
      method: 'POST',
      body,
      duplex: 'half',
    } as RequestInit),
  );

test('1000 copies at once are all answered 200, are one row, and lead to one payment', async () => {
  const checkout = await atTheGateway();
  gateway.approve(checkout.requestId);
  const body = notification(checkout);
  const replies = await Promise.all(Array.from({ length: 1000 }, () => post(body)));
  expect(replies.every(({ status }) => status === 200)).toBe(true);
  await whenIdle();
  await until(
    () => evidence(checkout.orderId),
    ({ status }) => status === 'PAID',
  );
  expect(await standing(checkout)).toEqual(paidOnce(checkout.requestId));
  expect(await db.inbox.count({ where: { requestId: checkout.requestId } })).toBe(1);
  expect(gateway.calls.query).toBe(1);
});

test('replaying one later is answered and starts no further question', async () => {
  const checkout = await atTheGateway();
  gateway.approve(checkout.requestId);
  const body = notification(checkout);
  await post(body);
  await whenIdle();
  const asked = gateway.calls.query;
  for (let turn = 0; turn < 20; turn += 1) expect((await post(body)).status).toBe(200);
  await whenIdle();
  expect(gateway.calls.query).toBe(asked);
});

test('what it says is never believed: APPROVED for a session that is not', async () => {
  const checkout = await atTheGateway();
  expect((await post(notification(checkout))).status).toBe(200);
  await whenIdle();
  expect(await evidence(checkout.orderId)).toMatchObject({
    status: 'AWAITING_PAYMENT',
    paidMinor: 0n,
    facts: [],
  });
});

const forged: [name: string, change: (body: string) => string, status: number][] = [
  ['without a signature', (body) => body.replace(/,"signature":"[^"]*"/, ''), 400],
  ['with an empty signature', (body) => body.replace(/"sha256:[^"]*"/, '""'), 401],
  ['for another session', (body) => body.replace(/"requestId":\d+/, '"requestId":1'), 401],
  ['with another status', (body) => body.replace('"APPROVED"', '"REJECTED"'), 401],
  ['with crc32', (body) => body.replace(/"sha256:[^"]*"/, '"crc32:cbf43926"'), 401],
  ['that is no JSON', () => 'status=APPROVED', 400],
  ['that is empty', () => '', 400],
  ['of 17 kB', (body) => body + ' '.repeat(17 * 1024), 413],
];

test.each(forged)(
  'one %s is refused with nothing in the answer, and nothing happens',
  async (_name, change, status) => {
    const checkout = await atTheGateway();
    gateway.approve(checkout.requestId);
    const reply = await post(change(notification(checkout)));
    expect([reply.status, await reply.text()]).toEqual([status, '']);
    await whenIdle();
    expect(gateway.calls.query).toBe(0);
    expect(await db.inbox.count({ where: { requestId: checkout.requestId } })).toBe(0);
    expect((await evidence(checkout.orderId)).status).toBe('AWAITING_PAYMENT');
  },
);

test('an endless body is cut off, not collected', async () => {
  let poured = 0;
  const endless = new ReadableStream({
    pull(controller) {
      poured += 1024;
      controller.enqueue(new Uint8Array(1024));
    },
  });
  expect((await post(endless)).status).toBe(413);
  expect(poured).toBeLessThan(64 * 1024);
});

test('one for a session nobody knows gets the same answer as any other, and is kept', async () => {
  const body = notification({ requestId: 987_654_321, reference: 'NOT-OURS' });
  expect((await post(body)).status).toBe(200);
  await whenIdle();
  expect(await db.inbox.findFirst({ where: { requestId: '987654321' } })).toMatchObject({
    state: 'UNKNOWN',
  });
  await drainInbox({ now: later(25 * 60 * minute) });
  expect(await db.inbox.findFirst({ where: { requestId: '987654321' } })).toMatchObject({ nextAt: null });
  const kinds = (await findSuspense(operator)).map(({ kind, detail }) => `${kind} ${detail.requestId}`);
  expect(kinds).toContain('unknown_notification 987654321');
});

test('one that comes before our create answer was stored waits for its session', async () => {
  const order = await createOrder();
  const slow = held();
  gateway.misbehave('create', slow.mischief);
  const { orderId, viewer } = order;
  const attemptKey = randomUUID();
  const starting = startCheckout({ orderId, viewer, flow: 'basic', answers: {}, attemptKey, visitor });
  await slow.arrived;
  const [booked] = gateway.book.values();
  if (!booked) throw new Error('Nothing was booked.');
  gateway.approve(String(booked.requestId));
  expect((await post(notification(booked))).status).toBe(200);
  await whenIdle();
  expect((await evidence(orderId)).paidMinor).toBe(0n);
  slow.letGo();
  await starting;
  await drainInbox({ now: later(minute) });
  expect(await evidence(orderId)).toMatchObject({ status: 'PAID', sessions: ['APPROVED'] });
});

test('while the database is away nothing is refused for good: neither of a session nor of a repeated charge', async () => {
  const checkout = await atTheGateway();
  const [date, signature] = [new Date().toISOString(), 'sha256:0'];
  const status = { status: 'APPROVED', date };
  const reference = 'LD-1-1';
  const notice = {
    ...{ internalReference: 4711, reference, signature, status },
    recurring: { tries: 1, enabled: 1 },
  };
  await writeTx((tx) => tx.$executeRaw`ALTER TABLE "CheckoutSession" RENAME TO "SessionAway"`);
  await writeTx((tx) => tx.$executeRaw`ALTER TABLE "Inbox" RENAME TO "InboxAway"`);
  try {
    expect((await post(notification(checkout))).status).toBe(503);
    expect((await post(JSON.stringify(notice))).status).toBe(503);
  } finally {
    await writeTx((tx) => tx.$executeRaw`ALTER TABLE "SessionAway" RENAME TO "CheckoutSession"`);
    await writeTx((tx) => tx.$executeRaw`ALTER TABLE "InboxAway" RENAME TO "Inbox"`);
  }
  expect((await post(notification(checkout))).status).toBe(200);
  expect((await post(JSON.stringify(notice))).status).toBe(401);
});

test.each([
  ['paid all the same', true],
  ['not paid', false],
])('one of a page whose opening was lost and that was %s', async (_name, isPaid) => {
  const { orderId, viewer } = await createOrder();
  const attemptKey = randomUUID();
  gateway.misbehave('create', resetAfter);
  await startCheckout({ orderId, viewer, flow: 'basic', answers: {}, attemptKey, visitor });
  const [booked] = gateway.book.values();
  const [session] = await db.checkoutSession.findMany({ where: { orderId } });
  if (!booked || !session) throw new Error('Nothing was booked.');
  await settleCheckout({ sessionId: session.id, source: 'reconciler' });
  if (isPaid) gateway.approve(String(booked.requestId));
  else gateway.change(String(booked.requestId), { status: 'REJECTED', reason: 'EX' });
  expect((await post(notification(booked))).status).toBe(200);
  await whenIdle();
  expect((await evidence(orderId)).sessions).toEqual(['ABANDONED']);
  const seen = await db.suspense.findMany({ where: { sessionId: session.id } });
  expect(seen.map(({ kind }) => kind)).toEqual(isPaid ? ['paid_unseen'] : []);
  expect(await db.inbox.findFirst({ where: { requestId: String(booked.requestId) } })).toMatchObject({
    state: 'DONE',
  });
});

test('one that comes days late is recorded all the same', async () => {
  const checkout = await atTheGateway();
  gateway.approve(checkout.requestId);
  await settleCheckout({ sessionId: checkout.sessionId, source: 'return' });
  expect((await post(notification({ ...checkout, at: later(5 * 24 * 60 * minute) }))).status).toBe(200);
  await whenIdle();
  expect(await standing(checkout)).toEqual(paidOnce(checkout.requestId));
});

test('one that the gateway does not confirm for now comes back until it does', async () => {
  const checkout = await atTheGateway();
  gateway.approve(checkout.requestId);
  gateway.misbehave('query', failing(503, {}));
  await post(notification(checkout));
  await whenIdle();
  expect((await evidence(checkout.orderId)).status).toBe('AWAITING_PAYMENT');
  await drainInbox({ now: later(minute) });
  expect(await standing(checkout)).toEqual(paidOnce(checkout.requestId));
});
