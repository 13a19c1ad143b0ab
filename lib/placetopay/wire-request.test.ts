import { describe, expect, test } from 'vitest';
import { money } from '@/lib/domain/money';
import type { SessionOptions } from '@/lib/domain/session-options';
import type { SessionPlan, SessionRequest } from '@/lib/domain/session-request';
import { judgeAction, judgeQueriedSession } from './judge';
import { sessionBody } from './wire-request';

const cop = (minor: bigint) => money(minor, 'COP');
const payment = { description: 'x', amount: { total: cop(1_000_001n) }, items: [] };
const buyer = {
  ...{
    name: 'Ana',
    surname: '',
    email: 'ana@example.com',
    phone: '+57 300',
    documentType: 'NIT',
    document: '9001',
  },
  ...{ country: 'CO', state: null, city: 'Cali', street: 'Calle 1', postalCode: null },
};
const person = {
  ...{ document: '9001', documentType: 'NIT', name: 'Ana', email: 'ana@example.com', mobile: '+57 300' },
  address: { country: 'CO', city: 'Cali', street: 'Calle 1' },
};

const bodyOf = (plan: SessionPlan, options: SessionOptions = {}, locale: SessionRequest['locale'] = 'es') =>
  sessionBody({
    ...{ plan, options, locale, buyer, reference: 'LAD-1-1-A' },
    ...{ returnUrl: 'http://s/r', cancelUrl: 'http://s/c', notificationUrl: 'http://s/n' },
    ...{ ipAddress: '203.0.113.7', userAgent: 'B', expiresAt: new Date('2026-11-20T10:30:00Z') },
  });

const sale: SessionPlan = { kind: 'SALE', payment };
const common = {
  ...{ locale: 'es_CO', expiration: '2026-11-20T10:30:00.000Z', ipAddress: '203.0.113.7', userAgent: 'B' },
  ...{ returnUrl: 'http://s/r', cancelUrl: 'http://s/c' },
};
const paid = {
  ...{
    reference: 'LAD-1-1-A',
    description: 'x',
    amount: { currency: 'COP', total: 10000.01 },
    allowPartial: false,
  },
};

describe('what is asked for is written exactly as the gateway reads it', () => {
  test.each<[string, SessionPlan, SessionOptions, object]>([
    ['a sale', sale, {}, { ...common, buyer: person, payment: paid }],
    ['a hold', { ...sale, kind: 'HOLD' }, {}, { ...common, type: 'checkin', buyer: person, payment: paid }],
    [
      'a card without a payment',
      { kind: 'TOKEN', subscription: { description: 'x' } },
      { person: 'none' },
      { ...common, subscription: { reference: 'LAD-1-1-A', description: 'x' } },
    ],
    [
      'a repeated payment',
      {
        ...sale,
        payment: {
          ...payment,
          recurring: {
            periodicity: 'M',
            interval: 1,
            nextPayment: '2026-12-31',
            maxPeriods: -1,
            dueDate: null,
          },
        },
      },
      { person: 'none' },
      {
        ...common,
        payment: {
          ...paid,
          recurring: {
            ...{ periodicity: 'M', interval: 1, nextPayment: '2026-12-31', maxPeriods: -1 },
            notificationUrl: 'http://s/n',
          },
        },
      },
    ],
    [
      'a payment for two sellers, with taxes and details inside its parts',
      {
        ...sale,
        payment: {
          ...payment,
          dispersion: [
            {
              ...{ agreement: '1299', agreementType: 'AIRLINE' },
              amount: {
                total: cop(900_001n),
                taxes: [{ kind: 'airportTax', amount: cop(50_001n), base: cop(850_000n) }],
              },
            },
            {
              ...{ agreement: null, agreementType: 'MERCHANT' },
              amount: { total: cop(100_000n), details: [{ kind: 'tip', amount: cop(10_000n) }] },
            },
          ],
        },
      },
      { person: 'none' },
      {
        ...common,
        payment: {
          ...paid,
          dispersion: [
            {
              ...{ agreement: 1299, agreementType: 'AIRLINE' },
              amount: {
                ...{ currency: 'COP', total: 9000.01 },
                taxes: [{ kind: 'airportTax', amount: 500.01, base: 8500 }],
              },
            },
            {
              agreementType: 'MERCHANT',
              amount: { currency: 'COP', total: 1000, details: [{ kind: 'tip', amount: 100 }] },
            },
          ],
        },
      },
    ],
    [
      'every other option',
      {
        ...sale,
        skipResult: true,
        metadata: { initiatorIndicator: 'AGENT', requiresConfirmation: true },
        payment: {
          ...payment,
          ...{ allowPartial: true, subscribe: true },
          amount: { ...payment.amount, taxes: [{ kind: 'ice', amount: cop(100n) }] },
          modifiers: [{ type: 'FEDERAL_GOVERNMENT', code: '17934', invoice: '123' }],
        },
      },
      {
        ...{ locale: 'pt_BR', person: 'payer', noBuyerFill: true, cancelUrl: false, shipping: true },
        paymentMethod: ['visa', 'master'],
        fields: [{ keyword: 'k', value: 'v', displayOn: 'both' }],
      },
      {
        ...{
          ...common,
          cancelUrl: undefined,
          locale: 'pt_BR',
          payer: person,
          noBuyerFill: true,
          skipResult: true,
        },
        ...{ paymentMethod: 'visa,master', fields: [{ keyword: 'k', value: 'v', displayOn: 'both' }] },
        metadata: { initiatorIndicator: 'AGENT', requiresConfirmation: true },
        payment: {
          ...{ ...paid, allowPartial: true, subscribe: true, shipping: person },
          amount: { ...paid.amount, taxes: [{ kind: 'ice', amount: 1 }] },
          modifiers: [{ type: 'FEDERAL_GOVERNMENT', code: '17934', additional: { invoice: '123' } }],
        },
      },
    ],
  ])('%s', (_what, plan, options, body) => {
    expect(bodyOf(plan, options)).toEqual(body);
  });

  test('fields of the session are counted before those of the payment, fifty in all', () => {
    const field = { keyword: 'k', value: 'v', displayOn: 'none' } as const;
    const many = { ...sale, payment: { ...payment, fields: Array.from({ length: 40 }, () => field) } };
    const body = bodyOf(many, { fields: Array.from({ length: 20 }, () => field) });
    expect([body.fields?.length, body.payment?.fields?.length]).toEqual([20, 30]);
  });
});

const date = '2026-11-20T02:20:00-05:00';
const status = (word: string, reason: string) => ({ status: word, reason, message: 'x', date });
const amount = (total: number, currency = 'COP') => ({
  from: { currency, total },
  to: { currency, total },
  factor: 1,
});
const attempt = {
  ...{ internalReference: 1519104649, paymentMethod: 'visa', paymentMethodName: 'Visa', issuerName: null },
  ...{ authorization: '614761', reference: '3210', receipt: '99975915', franchise: 'CR_VS', refunded: false },
  processorFields: [{ keyword: 'lastDigits', value: '1111', displayOn: 'none' }],
};
const judged = (body: object, httpStatus = 200) => ({ httpStatus, text: JSON.stringify(body) });

describe('what the gateway tells is read', () => {
  test('of a session paid in part: the approved and the refused attempt', () => {
    const parts = {
      dispersion: null,
      agreement: null,
      agreementType: null,
      discount: null,
      subscription: null,
    };
    const report = judgeQueriedSession(
      judged({
        ...{
          requestId: 750,
          status: status('APPROVED_PARTIAL', 'P0'),
          request: { payment: { reference: '3210' } },
        },
        payment: [
          {
            ...attempt,
            ...parts,
            internalReference: 1519104650,
            status: status('REJECTED', '05'),
            amount: amount(4000),
          },
          { ...attempt, ...parts, status: status('APPROVED', '00'), amount: amount(6000) },
        ],
        subscription: null,
      }),
    );
    expect(report.status.status).toBe('APPROVED_PARTIAL');
    expect(
      report.transactions.map((one) => [one.internalReference, one.status.status, one.amount.minor]),
    ).toEqual([
      ['1519104650', 'REJECTED', 400_000n],
      ['1519104649', 'APPROVED', 600_000n],
    ]);
    expect(report.instrument).toBeUndefined();
  });

  test.each([
    ['its holder, where a payer is named', { payer: { name: 'Ana', surname: 'Rojas' } }, 'Ana Rojas'],
    ['a company', { payer: { name: 'Café S.A.S.', surname: null } }, 'Café S.A.S.'],
    ['nobody', {}, null],
    ['nobody that can be read', { payer: { name: ['Ana'] } }, null],
    ['no buyer in the holder’s place', { buyer: { name: 'Lucía', surname: 'Mejía' } }, null],
  ])('of a subscription: the card, by its pairs, and %s', (_what, named, holder) => {
    const token = 'a3bfc8e2afb9ac5583922eccd6d2061c1b0592b099f04e352a894f37ae51cf1a';
    const pairs = {
      token,
      subtoken: '8740257204881111',
      franchise: 'visa',
      franchiseName: 'Visa',
      lastDigits: '1111',
    };
    const instrument = Object.entries({
      ...pairs,
      issuerName: 'B',
      validUntil: '2029-12-31',
      installments: null,
    });
    const report = judgeQueriedSession(
      judged({
        ...{
          requestId: 751,
          status: status('APPROVED', '00'),
          request: { ...named, subscription: { reference: '3110' } },
        },
        payment: null,
        subscription: {
          ...{ status: status('OK', '00'), type: 'token' },
          instrument: instrument.map(([keyword, value]) => ({ keyword, value, displayOn: 'none' })),
        },
      }),
    );
    expect(report).toMatchObject({
      reference: '3110',
      transactions: [],
      instrument: { ...pairs, issuerName: 'B', validUntil: '2029-12-31', holder },
    });
  });

  test('of a dispersed payment: its parts; and what a law took off', () => {
    const part = { ...attempt, status: status('APPROVED', '00'), processorFields: undefined };
    const report = judgeQueriedSession(
      judged({
        ...{ requestId: 1, status: status('APPROVED', '00'), request: { payment: { reference: '3210' } } },
        payment: [
          {
            ...{ ...attempt, status: status('APPROVED', '00'), amount: amount(100) },
            discount: { base: 100, code: '17934', type: 'FRANCHISE', amount: 9.5 },
            dispersion: [
              {
                ...part,
                internalReference: 2,
                amount: amount(90),
                agreement: 1299,
                agreementType: 'AIRLINE',
              },
              { ...part, internalReference: 3, amount: amount(10), agreementType: 'MERCHANT' },
            ],
          },
        ],
      }),
    );
    expect(report.transactions[0]).toMatchObject({
      discount: { code: '17934', type: 'FRANCHISE', amount: cop(950n) },
      parts: [
        { internalReference: '2', amount: cop(9000n), agreement: '1299', agreementType: 'AIRLINE' },
        { internalReference: '3', amount: cop(1000n), agreement: null },
      ],
    });
  });

  test('of an action: its own status and the transaction', () => {
    const done = {
      ...attempt,
      internalReference: 643,
      status: status('APPROVED', '00'),
      amount: amount(500, 'USD'),
    };
    const report = judgeAction(judged({ status: status('APPROVED', '00'), payment: done }));
    expect(report).toMatchObject({
      status: { status: 'APPROVED' },
      transaction: { internalReference: '643', amount: money(50_000n, 'USD') },
    });
    // The network's no comes with the transaction, and is an answer; the gateway's own no comes without.
    const no = judgeAction(judged({ status: status('FAILED', 'BR'), payment: done }));
    expect(no.status).toMatchObject({ status: 'FAILED', reason: 'BR' });
  });

  test.each([
    [400, 'BR', 'La transacción ya ha sido reembolsada', 'REFUSED'],
    [400, 'transaction_request_error', 'La transacción ya ha sido expirada', 'REFUSED'],
    [400, 'request_not_valid', 'La acción [confirm] no está soportada para esta sesión', 'REFUSED'],
    [401, '401', 'Autenticación fallida 102', 'AUTHENTICATION'],
  ])('of an action refused with HTTP %i %s', (httpStatus, reason, message, code) => {
    const refused = { status: { status: 'FAILED', reason, message, date } };
    expect(() => judgeAction(judged(refused, httpStatus))).toThrow(
      expect.objectContaining({ code, sent: false }),
    );
  });

  test('an action whose answer has no transaction may have been done', () => {
    expect(() => judgeAction(judged({ status: status('APPROVED', '00') }))).toThrow(
      expect.objectContaining({ code: 'MALFORMED', sent: true }),
    );
  });
});
