import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { failing, held } from '@/scripts/testing/mischief';
import { startScriptedGateway } from '@/scripts/testing/scripted-gateway';

const jar = vi.hoisted(() => new Map<string, string>());
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => void jar.set(name, value),
    delete: (name: string) => void jar.delete(name),
  }),
}));

const gateway = await startScriptedGateway();
const { createOrder, evidence, visitor } = await import('@/scripts/testing/shop');
const { startCheckout } = await import('@/lib/use-cases/start-checkout');
const { findOrder } = await import('@/lib/data/orders');
const { orderStanding } = await import('@/lib/domain/order-standing');
const { whenIdle } = await import('@/lib/use-cases/background');
const { GET } = await import('./route');

beforeEach(() => {
  gateway.reset();
  jar.clear();
});
afterAll(async () => {
  await whenIdle();
  await gateway.close();
});

const back = (token: string, { locale = 'es', headers = {} } = {}) =>
  GET(new Request(`http://localhost:3000/${locale}/checkout/return/${token}`, { headers }), {
    params: Promise.resolve({ locale, token }),
  });

async function atTheGateway() {
  const { orderId, viewer } = await createOrder();
  await startCheckout({ orderId, viewer, flow: 'basic', answers: {}, attemptKey: randomUUID(), visitor });
  const booked = [...gateway.book.values()].at(-1);
  if (!booked || viewer.kind !== 'guest') throw new Error('Nothing was booked.');
  const token = booked.returnUrl.split('/').at(-1) ?? '';
  return { orderId, requestId: String(booked.requestId), token, accessKey: viewer.accessKeys[0] };
}

test('the payer is back: the order is paid, the guest may see it, and the token leaves the address', async () => {
  const { orderId, requestId, token, accessKey } = await atTheGateway();
  gateway.approve(requestId);
  const response = await back(token, { locale: 'en' });
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe(`http://localhost:3000/en/orders/${orderId}`);
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  expect([...jar.values()]).toEqual([accessKey]);
  expect((await evidence(orderId)).status).toBe('PAID');
});

test('coming back twice, or before anything was paid, is harmless', async () => {
  const { orderId, token } = await atTheGateway();
  for (let turn = 0; turn < 2; turn += 1) expect((await back(token)).status).toBe(303);
  expect(await evidence(orderId)).toMatchObject({ status: 'AWAITING_PAYMENT', sessions: ['PENDING'] });
});

test('a gateway that fails does not keep the payer from the order’s page', async () => {
  const { orderId, requestId, token } = await atTheGateway();
  gateway.approve(requestId);
  gateway.misbehave('query', failing(500, {}));
  const response = await back(token);
  expect(response.headers.get('location')).toBe(`http://localhost:3000/es/orders/${orderId}`);
  expect((await evidence(orderId)).sessions).toEqual(['PENDING']);
});

test('whoever is back while the gateway fails is told that the payment is being confirmed, until it answers', async () => {
  const { orderId, accessKey = '', token } = await atTheGateway();
  const standing = async () => {
    const order = await findOrder(orderId, { kind: 'guest', accessKeys: [accessKey] });
    return order && orderStanding(order, new Date());
  };
  expect(await standing()).toBe('continue');
  gateway.misbehave('query', failing(500, {}));
  await back(token);
  expect(await standing()).toBe('confirming');
  await back(token);
  expect(await standing()).toBe('continue');
});

test('a gateway that does not answer is waited for three seconds, and its answer still counts', async () => {
  const { orderId, requestId, token } = await atTheGateway();
  gateway.approve(requestId);
  const slow = held();
  gateway.misbehave('query', slow.mischief);
  const started = performance.now();
  expect((await back(token)).status).toBe(303);
  expect(performance.now() - started).toBeLessThan(5_000);
  expect((await evidence(orderId)).sessions).toEqual(['PENDING']);
  slow.letGo();
  await whenIdle();
  expect((await evidence(orderId)).status).toBe('PAID');
});

test.each(['x', 'a'.repeat(22), 'a'.repeat(5000), '../../admin', 'https:evil.example'])(
  'a token of nobody’s (%s) leads to the shop’s orders and gives nothing',
  async (token) => {
    const response = await back(token);
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      'http://localhost:3000/es/orders',
    ]);
    expect(jar.size).toBe(0);
    expect(gateway.calls.query).toBe(0);
  },
);

test('an unknown language is the default one', async () => {
  const response = await back('x', { locale: 'evil.example' });
  expect(response.headers.get('location')).toBe('http://localhost:3000/es/orders');
});

test.each([
  { 'sec-purpose': 'prefetch;prerender' },
  { purpose: 'prefetch' },
  { 'next-router-prefetch': '1' },
])('a browser that looks ahead (%o) changes nothing', async (headers) => {
  const { token, requestId, orderId } = await atTheGateway();
  gateway.approve(requestId);
  expect((await back(token, { headers })).status).toBe(204);
  expect(gateway.calls.query).toBe(0);
  expect(jar.size).toBe(0);
  expect((await evidence(orderId)).sessions).toEqual(['PENDING']);
});
