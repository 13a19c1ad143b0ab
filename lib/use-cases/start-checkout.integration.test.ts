import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { answer, failing, held, resetAfter, resetBefore, type Mischief } from '@/scripts/testing/mischief';
import { startScriptedGateway } from '@/scripts/testing/scripted-gateway';

const gateway = await startScriptedGateway();
const { createOrder, evidence, orderNow, stockOf, visitor } = await import('@/scripts/testing/shop');
const { startCheckout } = await import('./start-checkout');
const { settleCheckout } = await import('./settle-checkout');
const { db } = await import('@/lib/data/db');

beforeEach(() => gateway.reset());
afterAll(() => gateway.close());

type Placed = Awaited<ReturnType<typeof createOrder>>;

const pay = ({ orderId, viewer }: Pick<Placed, 'orderId' | 'viewer'>, attemptKey: string = randomUUID()) =>
  startCheckout({ orderId, viewer, flow: 'basic', answers: {}, attemptKey, visitor });

const lastSession = async (orderId: string) => {
  const session = (await orderNow(orderId)).sessions.at(-1);
  if (!session) throw new Error('The order has no session.');
  return session;
};

test('an order is sent to the gateway’s page, with its stock held and its steps on the timeline', async () => {
  const order = await createOrder({ stock: 5, quantity: 2 });
  const started = await pay(order);
  const session = await lastSession(order.orderId);
  expect(started).toEqual({ ok: true, processUrl: session.processUrl });
  expect(session).toMatchObject({ status: 'PENDING', requestId: expect.stringMatching(/^\d+$/) });
  const booked = gateway.book.get(Number(session.requestId));
  expect(booked).toMatchObject({ reference: session.reference, total: 90001, currency: 'COP' });
  expect(booked?.returnUrl).toMatch(/^http:\/\/localhost:3000\/es\/checkout\/return\/[\w-]{22}$/);
  expect(await stockOf(order.productSlug)).toBe(3);
  expect((await evidence(order.orderId)).events).toEqual([
    'ORDER_PLACED',
    'CHECKOUT_PREPARED',
    'CHECKOUT_SENT',
    'CHECKOUT_OPENED',
  ]);
});

test('the row exists, sent, before the gateway hears anything', async () => {
  const order = await createOrder();
  const seen: unknown[] = [];
  gateway.misbehave('create', async ({ response, commit }) => {
    seen.push((await lastSession(order.orderId)).status);
    answer(response, commit());
  });
  await pay(order);
  expect(seen).toEqual(['SENT']);
});

test('a session that another attempt has already is opened for nobody, and an operator looks', async () => {
  const [first, second] = [await createOrder(), await createOrder()];
  await pay(first);
  const { requestId, processUrl } = await lastSession(first.orderId);
  gateway.misbehave('create', async ({ response }) =>
    answer(response, { status: { status: 'OK' }, requestId: Number(requestId), processUrl }),
  );
  expect(await pay(second)).toEqual({ ok: false, problem: 'gateway_unreachable' });
  const session = await lastSession(second.orderId);
  expect(session).toMatchObject({ status: 'IN_DOUBT', requestId: null });
  const seen = await db.suspense.findFirst({ where: { dedupeKey: `${session.id}:requestId` } });
  expect(seen).toMatchObject({ kind: 'recorded_elsewhere' });
  expect(await pay(second)).toMatchObject({ ok: true });
});

test('the return token is kept only as a hash, and the recorded call holds no secret', async () => {
  const order = await createOrder();
  await pay(order);
  const token = [...gateway.book.values()][0]?.returnUrl.split('/').at(-1) ?? '';
  const everything = JSON.stringify(
    [await db.checkoutSession.findMany(), await db.gatewayCall.findMany()],
    (_, part) => (typeof part === 'bigint' ? String(part) : part),
  );
  for (const canary of [token, '1040035000', process.env.PLACETOPAY_SECRET_KEY ?? '']) {
    expect(canary.length).toBeGreaterThan(8);
    expect(everything).not.toContain(canary);
  }
  expect(everything).toContain('/api/session');
});

describe('the same attempt', () => {
  test('20 clicks at once on one form open one session, and all are sent to it', async () => {
    const order = await createOrder();
    const key = randomUUID();
    const all = await Promise.all(Array.from({ length: 20 }, () => pay(order, key)));
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(all[0]?.ok).toBe(true);
    expect(gateway.calls.create).toBe(1);
  });

  test('two tabs, a reload and the back button are sent to the one session that is open', async () => {
    const order = await createOrder();
    const first = await pay(order);
    const tabs = await Promise.all([pay(order), pay(order), pay(order)]);
    expect(tabs).toEqual([first, first, first]);
    expect(gateway.calls.create).toBe(1);
  });

  test('20 tabs at once open one session', async () => {
    const order = await createOrder({ stock: 1 });
    const all = await Promise.all(Array.from({ length: 20 }, () => pay(order)));
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(gateway.calls.create).toBe(1);
    expect(await stockOf(order.productSlug)).toBe(0);
  });

  test('a second click waits for the gateway’s answer to the first', async () => {
    const order = await createOrder();
    const slow = held();
    gateway.misbehave('create', slow.mischief);
    const key = randomUUID();
    const first = pay(order, key);
    await slow.arrived;
    const second = pay(order, key);
    slow.letGo();
    expect(await second).toEqual(await first);
    expect(gateway.calls.create).toBe(1);
  });
});

const refusal = {
  status: { status: 'FAILED', reason: 'request_not_valid', message: 'El campo x es obligatorio.', date: 'D' },
};

describe('a gateway that opens nothing', () => {
  test('its refusal ends the attempt, keeps its reason and message, gives the stock back, and another attempt may begin', async () => {
    const order = await createOrder({ stock: 1 });
    gateway.misbehave('create', failing(400, refusal));
    const refused = await pay(order);
    expect(refused).toEqual({ ok: false, problem: 'gateway_refused', message: 'El campo x es obligatorio.' });
    expect(await lastSession(order.orderId)).toMatchObject({
      status: 'ABANDONED',
      reason: 'request_not_valid',
      message: 'El campo x es obligatorio.',
    });
    expect(await stockOf(order.productSlug)).toBe(1);
    expect(await pay(order)).toMatchObject({ ok: true });
    expect(await stockOf(order.productSlug)).toBe(0);
  });

  test('our credentials being wrong is nothing to show a shopper', async () => {
    const order = await createOrder();
    const wrong = {
      status: { status: 'FAILED', reason: 401, message: 'Autenticación fallida 102', date: 'D' },
    };
    gateway.misbehave('create', failing(401, wrong));
    expect(await pay(order)).toEqual({ ok: false, problem: 'gateway_unreachable' });
    expect(await lastSession(order.orderId)).toMatchObject({ status: 'ABANDONED' });
  });

  test('nobody listening is known to have opened nothing', async () => {
    const order = await createOrder();
    const back = await gateway.away();
    expect(await pay(order)).toEqual({ ok: false, problem: 'gateway_unreachable' });
    expect(await lastSession(order.orderId)).toMatchObject({ status: 'ABANDONED', reason: 'UNREACHABLE' });
    await back();
    expect(await pay(order)).toMatchObject({ ok: true });
  });

  const doubts: [name: string, Mischief, booked: number][] = [
    ['resets before it booked', resetBefore, 0],
    ['resets after it booked', resetAfter, 1],
    [
      'answers HTML',
      ({ response }) => void response.writeHead(502, { 'content-type': 'text/html' }).end('<p>'),
      0,
    ],
    [
      'answers half a reply',
      ({ response, commit }) =>
        void response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify(commit()).slice(0, 60)),
      1,
    ],
    [
      'answers with a page elsewhere',
      ({ response, commit }) =>
        answer(response, { ...(commit() as object), processUrl: 'https://evil.example/' }),
      1,
    ],
    ['answers a 500 without a status', failing(500, {}), 0],
  ];

  test.each(doubts)(
    'that %s leaves the attempt in doubt; the next one has a new reference, and one session can be paid',
    async (_name, mischief, booked) => {
      const order = await createOrder({ stock: 1 });
      gateway.misbehave('create', mischief);
      expect(await pay(order)).toEqual({ ok: false, problem: 'gateway_unreachable' });
      const doubted = await lastSession(order.orderId);
      expect(doubted).toMatchObject({ status: 'IN_DOUBT', requestId: null, processUrl: null });
      expect(gateway.book.size).toBe(booked);
      expect((await orderNow(order.orderId)).status).toBe('CONFIRMING');

      expect(await pay(order)).toMatchObject({ ok: true });
      const { sessions } = await orderNow(order.orderId);
      expect(sessions.map(({ status }) => status)).toEqual(['ABANDONED', 'PENDING']);
      expect(new Set(sessions.map(({ reference }) => reference)).size).toBe(2);
      expect(await stockOf(order.productSlug)).toBe(0);
    },
  );

  test('the same form may be sent again after a doubt, under a reference of its own', async () => {
    const order = await createOrder();
    const key = randomUUID();
    gateway.misbehave('create', resetAfter);
    expect(await pay(order, key)).toMatchObject({ ok: false });
    expect(await pay(order, key)).toMatchObject({ ok: true });
    expect((await orderNow(order.orderId)).sessions).toHaveLength(2);
  });

  test('asking about an attempt in doubt ends it: nobody ever saw its page', async () => {
    const order = await createOrder({ stock: 1 });
    gateway.misbehave('create', resetAfter);
    await pay(order);
    const { id } = await lastSession(order.orderId);
    expect(await settleCheckout({ sessionId: id, source: 'buyer' })).toMatchObject({ outcome: 'settled' });
    expect(await evidence(order.orderId)).toMatchObject({
      status: 'AWAITING_PAYMENT',
      sessions: ['ABANDONED'],
      goods: ['RETURNED'],
    });
    expect(await stockOf(order.productSlug)).toBe(1);
  });
});

describe('an order that cannot be paid now', () => {
  test('somebody else’s is unknown', async () => {
    const order = await createOrder();
    const stranger = { kind: 'guest', accessKeys: ['x'.repeat(22)] } as const;
    expect(await pay({ ...order, viewer: stranger })).toEqual({ ok: false, problem: 'unknown_order' });
    expect(gateway.calls.create).toBe(0);
  });

  test('another order’s form key is not this order’s attempt', async () => {
    const [mine, other] = [await createOrder(), await createOrder()];
    const key = randomUUID();
    await pay(other, key);
    expect(await pay(mine, key)).toEqual({ ok: false, problem: 'unknown_order' });
  });

  test('a paid one is paid', async () => {
    const order = await createOrder();
    await pay(order);
    const { id, requestId } = await lastSession(order.orderId);
    gateway.approve(requestId);
    await settleCheckout({ sessionId: id, source: 'return' });
    expect(await pay(order)).toEqual({ ok: false, problem: 'already_paid' });
    expect(gateway.calls.create).toBe(1);
  });

  test('one with a bank transfer on its way is being confirmed', async () => {
    const order = await createOrder();
    await pay(order);
    const { id, requestId } = await lastSession(order.orderId);
    gateway.approve(requestId, { status: 'PENDING' });
    gateway.change(requestId, { status: 'PENDING', reason: 'PT' });
    await settleCheckout({ sessionId: id, source: 'return' });
    expect(await pay(order)).toEqual({ ok: false, problem: 'confirming' });
    expect(gateway.calls.create).toBe(1);
  });

  test('one whose goods are gone is out of stock, and the gateway hears nothing', async () => {
    const [first, second] = await (async () => {
      const one = await createOrder({ stock: 1 });
      return [one, await createOrder({ slug: one.productSlug })];
    })();
    await pay(first);
    expect(await pay(second)).toMatchObject({ ok: false, problem: 'out_of_stock' });
    expect(gateway.calls.create).toBe(1);
  });

  test.each([
    ['a flow we do not have', { flow: 'gift' }, { flow: 'unknown_choice' }],
    ['an answer nobody asked for', { answers: { price: '1' } }, expect.anything()],
  ])('%s is refused', async (_name, change, fields) => {
    const { orderId, viewer } = await createOrder();
    const input = {
      orderId,
      viewer,
      flow: 'basic',
      answers: {},
      attemptKey: randomUUID(),
      visitor,
      ...change,
    };
    expect(await startCheckout(input)).toEqual({ ok: false, problem: 'invalid_input', fields });
    expect(gateway.calls.create).toBe(0);
  });
});

test('refused at the gateway, then paid: one order, two sessions, two references', async () => {
  const order = await createOrder({ stock: 1 });
  await pay(order);
  const first = await lastSession(order.orderId);
  gateway.change(first.requestId, { status: 'REJECTED', reason: '?C' });
  await settleCheckout({ sessionId: first.id, source: 'return' });
  expect(await stockOf(order.productSlug)).toBe(1);
  expect(await pay(order)).toMatchObject({ ok: true });
  const second = await lastSession(order.orderId);
  gateway.approve(second.requestId);
  await settleCheckout({ sessionId: second.id, source: 'return' });
  expect(await evidence(order.orderId)).toMatchObject({
    status: 'PAID',
    paidMinor: 4_500_050n,
    sessions: ['REJECTED', 'APPROVED'],
    goods: ['SOLD'],
  });
});
