import { expect, test } from 'vitest';
import { money } from '@/lib/domain/money';
import type { SessionRequest } from '@/lib/domain/session-request';
import { ana } from '@/lib/domain/testing/buyer';
import { tranKey } from './auth';
import { createGateway, type RecordedCall } from './client';
import { GatewayError } from './error';
import type { Post, Transport } from './transport';

const request: SessionRequest = {
  locale: 'es',
  buyer: ana,
  reference: 'LAD-7K3M9QXA-1-H4T7RW',
  options: {},
  plan: {
    kind: 'SALE',
    payment: {
      description: 'Ladera LAD-7K3M9QXA',
      amount: { total: money(4_500_050n, 'COP') },
      items: [
        { sku: 'coffee', name: 'Café', category: 'physical', quantity: 1, price: money(4_500_050n, 'COP') },
      ],
    },
  },
  notificationUrl: 'http://localhost:3000/api/placetopay/notification',
  expiresAt: new Date('2026-11-20T10:30:00Z'),
  returnUrl: 'http://localhost:3000/es/checkout/return/CANARY',
  cancelUrl: 'http://localhost:3000/es/checkout/return/CANARY',
  ipAddress: '203.0.113.7',
  userAgent: 'Browser/1.0',
};

const created = {
  status: { status: 'OK', reason: 'PC', message: 'x', date: '2026-11-20T05:00:00-05:00' },
  requestId: 30,
  processUrl: 'http://localhost:3001/sandbox/spa/session/30/e807b2849e4c8bcb334331964927b048',
};

function gatewayAnswering(answer: (post: Post) => Response, url = 'http://localhost:3001/sandbox/') {
  const posts: Post[] = [];
  const calls: RecordedCall[] = [];
  let ticks = 0;
  const transport: Transport = async (post) => {
    posts.push(post);
    return answer(post);
  };
  const gateway = createGateway({
    url,
    login: 'site',
    secretKey: 'CANARY-SECRET',
    now: () => new Date('2026-11-20T10:00:00Z'),
    randomBytes: (size) => new Uint8Array(size).fill((ticks += 1)),
    transport,
    record: async (call) => void calls.push(call),
  });
  return { gateway, posts, calls };
}

const json = (body: unknown, status = 200) => Response.json(body, { status });

test('what is asked for is written exactly as the gateway reads it', async () => {
  const { gateway, posts } = gatewayAnswering(() => json(created));
  const session = await gateway.createSession(request);
  expect(session).toEqual({ requestId: '30', processUrl: created.processUrl });
  expect(posts[0]?.url.href).toBe('http://localhost:3001/sandbox/api/session');
  const { auth, ...body } = JSON.parse(posts[0]?.body ?? '');
  expect(auth).toEqual({
    login: 'site',
    nonce: Buffer.alloc(16, 1).toString('base64'),
    seed: '2026-11-20T10:00:00.000Z',
    tranKey: tranKey({
      nonce: Buffer.alloc(16, 1),
      seed: '2026-11-20T10:00:00.000Z',
      secretKey: 'CANARY-SECRET',
    }),
  });
  expect(body).toEqual({
    locale: 'es_CO',
    buyer: {
      document: '1040035000',
      documentType: 'CC',
      name: 'Ana',
      surname: 'Ríos',
      email: 'ana@example.com',
      mobile: '+57 300 000 0000',
      address: { country: 'CO', city: 'Medellín', street: 'Calle 1 # 2-3' },
    },
    payment: {
      reference: 'LAD-7K3M9QXA-1-H4T7RW',
      description: 'Ladera LAD-7K3M9QXA',
      amount: { currency: 'COP', total: 45000.5 },
      allowPartial: false,
      items: [{ sku: 'coffee', name: 'Café', category: 'physical', qty: 1, price: 45000.5 }],
    },
    expiration: '2026-11-20T10:30:00.000Z',
    ipAddress: '203.0.113.7',
    userAgent: 'Browser/1.0',
    returnUrl: request.returnUrl,
    cancelUrl: request.cancelUrl,
  });
});

test('every call has its own nonce, the same question asked twice too', async () => {
  const { gateway, posts } = gatewayAnswering(() => json({}, 500));
  await expect(gateway.querySession('30')).rejects.toThrow(GatewayError);
  await expect(gateway.querySession('30')).rejects.toThrow(GatewayError);
  const nonces = posts.map(({ body }) => JSON.parse(body).auth.nonce);
  expect(new Set(nonces).size).toBe(2);
  expect(posts[0]?.url.href).toBe('http://localhost:3001/sandbox/api/session/30');
});

test('what is recorded tells the whole call and no secret', async () => {
  const { gateway, calls } = gatewayAnswering(() => json(created));
  await gateway.createSession(request);
  expect(calls).toHaveLength(1);
  expect(calls[0]).toMatchObject({ method: 'POST', path: '/api/session', httpStatus: 200, problem: null });
  const text = JSON.stringify(calls);
  expect(text).toContain('LAD-7K3M9QXA-1-H4T7RW');
  for (const canary of [
    'CANARY',
    '1040035000',
    'ana@example.com',
    'e807b2849e4c8bcb',
    'tranKey":"[A-Za-z0-9+/]{8}',
  ]) {
    expect(text).not.toMatch(new RegExp(canary));
  }
});

test('a refusal, an unreadable reply and a silence are recorded with their problem', async () => {
  const answers = [
    () => json({ status: { status: 'FAILED', reason: 401, message: 'Autenticación fallida 102' } }, 401),
    () => new Response('<p>SECRET-WORDS', { headers: { 'content-type': 'application/json' } }),
    () => {
      throw new GatewayError('UNREACHABLE', 'No connection.', { sent: false });
    },
  ];
  const { gateway, calls } = gatewayAnswering(() => (answers.shift() ?? Response.error)());
  for (let turn = 0; turn < 3; turn += 1)
    await expect(gateway.querySession('1')).rejects.toThrow(GatewayError);
  expect(calls.map(({ problem, httpStatus }) => [problem, httpStatus])).toEqual([
    ['AUTHENTICATION', 401],
    ['MALFORMED', 200],
    ['UNREACHABLE', null],
  ]);
  expect(calls[1]?.response).toEqual({
    unreadable: { bytes: 15, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
});

test('inside a database transaction nothing is sent', async () => {
  const posts: Post[] = [];
  const gateway = createGateway({
    url: 'http://localhost:3001/sandbox',
    login: 'site',
    secretKey: 'key',
    now: () => new Date(),
    randomBytes: (size) => new Uint8Array(size),
    transport: async (post) => {
      posts.push(post);
      return json(created);
    },
    guard: () => {
      throw new Error('Inside a transaction.');
    },
  });
  await expect(gateway.createSession(request)).rejects.toThrow('Inside a transaction.');
  expect(posts).toEqual([]);
});

test.each(['../../admin', '1/cancel', '', '1?x'])(
  '%j is no requestId, and no path is built of it',
  async (requestId) => {
    const { gateway, posts } = gatewayAnswering(() => json(created));
    await expect(gateway.querySession(requestId)).rejects.toThrow(RangeError);
    await expect(gateway.cancelSession(requestId)).rejects.toThrow(RangeError);
    expect(posts).toEqual([]);
  },
);
