import { expect, test } from 'vitest';
import { money } from '@/lib/domain/money';
import { ana } from '@/lib/domain/testing/buyer';
import { GatewayError } from './error';
import { judgeCollected } from './judge';
import { redact } from './redact';
import { collectBody, type CollectRequest } from './wire-collect';

const date = '2026-11-20T02:20:00-05:00';
const token = 'a3bfc8e2afb9ac5583922eccd6d2061c1b0592b099f04e352a894f37ae51cf1a';

const request: CollectRequest = {
  kind: 'SALE',
  reference: 'LAD-7K3M9Q-1-ABCDEF',
  description: 'Ladera LAD-7K3M9Q',
  amount: money(4_500_050n, 'COP'),
  items: [],
  token,
  installments: null,
  locale: 'es',
  buyer: ana,
};

test('a charge tells its reference, its exact amount and its token', () => {
  expect(collectBody(request)).toMatchObject({
    locale: 'es_CO',
    payment: {
      reference: 'LAD-7K3M9Q-1-ABCDEF',
      description: 'Ladera LAD-7K3M9Q',
      amount: { currency: 'COP', total: 45000.5 },
    },
    instrument: { token: { token } },
    payer: { document: '1040035000', documentType: 'CC', name: 'Ana', surname: 'Ríos' },
  });
  const bare = collectBody(request);
  expect(bare.instrument.token).not.toHaveProperty('cvv');
  expect(bare).not.toHaveProperty('ipAddress');
});

test('a hold says so, and a charge says nothing', () => {
  expect(collectBody({ ...request, kind: 'HOLD' })).toEqual({ ...collectBody(request), type: 'checkin' });
  expect(collectBody(request)).not.toHaveProperty('type');
});

test('instalments, the security code and the visitor travel only where there are any', () => {
  const visitor = { ipAddress: '203.0.113.7', userAgent: 'Test/1.0' };
  const body = collectBody({ ...request, installments: 3, cvv: '123', visitor });
  expect(body).toMatchObject({ instrument: { token: { token, installments: 3, cvv: '123' } }, ...visitor });
});

test('nobody is named as the payer whose document is not known', () => {
  const body = collectBody({ ...request, buyer: { ...request.buyer, document: '' } });
  expect(body).not.toHaveProperty('payer');
});

test('what is kept of a charge holds neither its token nor its security code', () => {
  const subtoken = '4110769999990081';
  const echoed = [
    { keyword: 'token', value: token },
    { keyword: 'subtoken', value: subtoken },
  ];
  const kept = JSON.stringify(redact({ ...collectBody({ ...request, cvv: '987' }), echoed }));
  for (const secret of [token, subtoken, '987', '1040035000']) expect(kept).not.toContain(secret);
  expect(kept).toContain('LAD-7K3M9Q-1-ABCDEF');
});

const session = (status: string, reason: string, payment: object[] | null) => ({
  httpStatus: 200,
  text: JSON.stringify({
    requestId: 181348,
    status: { status, reason, message: 'x', date },
    request: { payment: { reference: request.reference } },
    payment,
    subscription: null,
  }),
});

const paid = {
  status: { status: 'APPROVED', reason: '00', message: 'Aprobada', date },
  internalReference: 1519104649,
  reference: request.reference,
  amount: { from: { currency: 'COP', total: 45000.5 }, to: { currency: 'COP', total: 45000.5 }, factor: 1 },
  refunded: false,
};

test.each([
  ['APPROVED', '00', [paid], 1],
  ['REJECTED', 'XN', [{ ...paid, status: { ...paid.status, status: 'REJECTED', reason: '51' } }], 1],
  ['PENDING', 'PT', null, 0],
])('an answer that is %s is read as the session it is', (status, reason, payment, count) => {
  const report = judgeCollected(session(status, reason, payment));
  expect(report).toMatchObject({
    requestId: '181348',
    reference: request.reference,
    status: { status, reason },
  });
  expect(report.transactions).toHaveLength(count);
});

test.each([
  [{ status: 'FAILED', reason: 'XN', message: 'El token usado es inválido', date }, 400, 'REFUSED', false],
  [
    { status: 'FAILED', reason: 401, message: 'Autenticación fallida 103', date },
    401,
    'AUTHENTICATION',
    false,
  ],
  [{ status: 'APPROVED', reason: '00', message: 'Aprobada', date }, 200, 'MALFORMED', true],
  [null, 502, 'HTTP', true],
])('%j with HTTP %d is %s; that it may have charged: %s', (status, httpStatus, code, sent) => {
  try {
    judgeCollected({ httpStatus, text: JSON.stringify({ status }) });
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    expect([error.code, error.sent]).toEqual([code, sent]);
    return;
  }
  throw new Error('It was believed.');
});
