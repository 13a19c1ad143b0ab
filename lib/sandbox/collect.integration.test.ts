import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { advanceClock } from './clock';
import { db } from './db';
import { demoSites } from './demo-sites';
import { call, cards, demo, order, sign } from './testing/calls';
import { keepCard, setStage, type Kept, type Stage } from './testing/stage';
import { tick } from './timers';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterEach(() => db().site.update({ where: { login: demo.login }, data: { switches: {} } }));
afterAll(() => stage.close());

const byAmount = '4110760000000057';

/** As SDKs ask: no returnUrl, no payer, no address of a payer. */
function due(kept: Kept, payment: object = {}, more: object = {}) {
  const { payment: asked } = order({}, payment);
  return { locale: 'es_CO', payment: asked, instrument: { token: { token: kept.token } }, ...more };
}

const collect = async (body: object) => {
  const answer = await stage.post('collect', body);
  return answer as typeof answer & { requestId: number; payment: { internalReference: number }[] | null };
};

const charges = (reference: string) => db().transaction.count({ where: { reference } });

test('GW-COLLECT-01 a token is charged without the payer, and the answer is a session that can be queried', async () => {
  const kept = await keepCard(stage, cards.approved);
  const answer = await collect(due(kept));
  expect(answer).toMatchObject({
    http: 200,
    status: { status: 'APPROVED', reason: '00' },
    request: {
      returnUrl: `${stage.base}/home`,
      ipAddress: '127.0.0.1',
      expiration: expect.any(String),
      payer: { name: 'Ana' },
    },
    payment: [
      {
        status: { status: 'APPROVED', reason: '00' },
        amount: { from: { currency: 'COP', total: 45000 } },
        paymentMethod: 'visa',
        authorization: expect.stringMatching(/^(?!000000)\d{6}$/),
      },
    ],
    subscription: null,
  });
  expect(answer.payment?.[0]).not.toHaveProperty('dispersion');
  expect(JSON.stringify(answer)).not.toContain(kept.token);
  expect(await stage.query(answer.requestId)).toEqual(answer);
});

test('GW-COLLECT-12 a collect and an action leave out what only a payment on the page tells', async () => {
  const kept = await keepCard(stage, cards.approved);
  const collected = (await collect(due(kept))).payment?.[0];
  const action = { action: 'reverse', internalReference: collected?.internalReference };
  const reversed = await stage.post('transaction', action);
  for (const told of [collected, reversed.payment])
    for (const member of ['dispersion', 'agreement', 'agreementType', 'discount', 'subscription'])
      expect(told).not.toHaveProperty(member);
});

test('GW-COLLECT-02 by subtoken, with instalments as a number or as text, or in the credit', async () => {
  const { subtoken } = await keepCard(stage, cards.approved);
  const asked = (instrument: object) => collect({ ...order(), instrument });
  const installments = { keyword: 'installments', value: 3, displayOn: 'none' };
  for (const instrument of [
    { token: { subtoken, installments: 3 } },
    { token: { subtoken, installments: '3' } },
    { token: { subtoken }, credit: { code: 1, type: '00', groupCode: 'C', installment: 3 } },
  ]) {
    expect(await asked(instrument)).toMatchObject({
      status: { status: 'APPROVED' },
      payment: [{ processorFields: expect.arrayContaining([installments]) }],
    });
  }
  expect(await asked({ token: { subtoken, installments: '0' } })).toMatchObject({
    status: { status: 'APPROVED' },
  });
});

test('GW-COLLECT-03 a refused charge ends its session: REJECTED XN with the transaction', async () => {
  const kept = await keepCard(stage, byAmount);
  expect(await collect(due(kept, { amount: { currency: 'USD', total: 200 } }))).toMatchObject({
    http: 200,
    status: { status: 'REJECTED', reason: 'XN', message: 'Se ha rechazado la petición' },
    payment: [{ status: { status: 'REJECTED', reason: '61' } }],
  });
});

test.each([
  [cards.pendingApproved, 'APPROVED', '00'],
  [cards.pendingRejected, 'REJECTED', 'XN'],
])(
  'GW-COLLECT-04 a pending charge has payment null until it resolves: %s',
  async (number, status, reason) => {
    const kept = await keepCard(stage, number);
    const { requestId, ...answer } = await collect(due(kept));
    expect(answer).toMatchObject({ status: { status: 'PENDING', reason: 'PT' }, payment: null });
    expect(await stage.query(requestId)).toMatchObject({ status: { status: 'PENDING' }, payment: null });
    await advanceClock(61_000);
    await tick();
    expect(await stage.query(requestId)).toMatchObject({
      status: { status, reason },
      payment: [{ status: { status } }],
    });
  },
);

test('GW-COLLECT-05 the same reference, total and currency within 24 hours is one charge', async () => {
  const kept = await keepCard(stage, cards.approved);
  const body = due(kept);
  const { reference } = body.payment;
  const first = await collect(body);
  const same = { ...body, payment: { ...body.payment, amount: { currency: 'COP', total: '45000.00' } } };
  expect((await collect(same)).requestId).toBe(first.requestId);
  const dearer = { ...body, payment: { ...body.payment, amount: { currency: 'COP', total: 45001 } } };
  expect((await collect(dearer)).requestId).not.toBe(first.requestId);
  expect(await charges(reference)).toBe(2);
  await advanceClock(24 * 3_600_000 - 60_000);
  expect((await collect(body)).requestId).toBe(first.requestId);
  await advanceClock(61_000);
  expect((await collect(body)).requestId).not.toBe(first.requestId);
  expect(await charges(reference)).toBe(3);
});

test('GW-COLLECT-13 asked again after its token was given up, it is refused, and the charge stands', async () => {
  const kept = await keepCard(stage, cards.approved);
  const body = due(kept);
  const { requestId } = await collect(body);
  await stage.post('instrument/invalidate', { instrument: { token: { token: kept.token } } });
  expect(await collect(body)).toMatchObject({ http: 400, status: { status: 'FAILED', reason: 'XN' } });
  expect(await stage.query(requestId)).toMatchObject({ status: { status: 'APPROVED' } });
  expect(await charges(body.payment.reference)).toBe(1);
});

test('GW-COLLECT-06 twenty equal collects at once are one charge', async () => {
  const kept = await keepCard(stage, cards.approved);
  const body = due(kept);
  const answers = await Promise.all(Array.from({ length: 20 }, () => collect(body)));
  expect(new Set(answers.map(({ requestId }) => requestId)).size).toBe(1);
  for (const answer of answers) expect(answer).toMatchObject({ http: 200, status: { status: 'APPROVED' } });
  expect(await charges(body.payment.reference)).toBe(1);
});

test('GW-COLLECT-07 a refused charge does not hold its reference, a pending one does', async () => {
  const amount = { currency: 'USD', total: 200 };
  const refused = due(await keepCard(stage, byAmount), { amount });
  const [one, two] = [await collect(refused), await collect(refused)];
  expect(two.requestId).not.toBe(one.requestId);
  const pending = due(await keepCard(stage, cards.manual));
  expect((await collect(pending)).requestId).toBe((await collect(pending)).requestId);
});

test('GW-SWITCH-02 the guard can be off, or hold refused charges too', async () => {
  const flip = (switches: object) => db().site.update({ where: { login: demo.login }, data: { switches } });
  const paid = due(await keepCard(stage, cards.approved));
  await flip({ collectDedup: false });
  expect((await collect(paid)).requestId).not.toBe((await collect(paid)).requestId);
  await flip({ rejectedCollectHolds: true });
  const refused = due(await keepCard(stage, byAmount), { amount: { currency: 'USD', total: 200 } });
  expect((await collect(refused)).requestId).toBe((await collect(refused)).requestId);
});

test('GW-SWITCH-07 a protected duplicate is refused and charges nothing, where a site says so', async () => {
  await db().site.update({
    where: { login: demo.login },
    data: { switches: { duplicateCollect: 'refuse' } },
  });
  const body = due(await keepCard(stage, cards.approved));
  expect(await collect(body)).toMatchObject({ http: 200, status: { status: 'APPROVED' } });
  expect(await collect({ ...body, locale: 'en_US' })).toMatchObject({
    http: 400,
    status: {
      status: 'FAILED',
      reason: 'request_not_valid',
      message: 'There is already a charge with the same reference, total and currency in the last 24 hours',
    },
  });
  expect(await charges(body.payment.reference)).toBe(1);
});

test('GW-COLLECT-08 a card whose month is over is refused', async () => {
  const kept = await keepCard(stage, cards.approved);
  await db().instrument.update({ where: { token: kept.token }, data: { expiration: '1020' } });
  expect(await collect(due(kept))).toMatchObject({
    status: { status: 'REJECTED', reason: 'XN' },
    payment: [{ status: { reason: '54' } }],
  });
});

test.each([
  ['payment', { payment: undefined }],
  ['payment.amount.currency', { payment: { reference: 'R', amount: { currency: 'JPY', total: 1 } } }],
  ['payment.amount.total', { payment: { reference: 'R', amount: { currency: 'COP', total: 0 } } }],
  ['payment.allowPartial', { payment: { ...order().payment, allowPartial: true } }],
  ['payment.subscribe', { payment: { ...order().payment, subscribe: true } }],
])('GW-COLLECT-09 a collect is refused for its %s, before its token is looked at', async (field, more) => {
  const answer = await stage.post('collect', { ...order(), instrument: { token: { token: 'x' } }, ...more });
  expect(answer).toMatchObject({ http: 400, status: { status: 'FAILED', reason: 'request_not_valid' } });
  expect(answer.status.message).toContain(`${field} `);
});

test.each<[string, unknown]>([
  ['El campo instrument es obligatorio.', undefined],
  ['El campo instrument es obligatorio.', []],
  ['El formato del campo instrument.token.cvv es inválido.', { token: { token: 'x', cvv: 'x' } }],
  ['El formato del campo instrument.token.cvv es inválido.', { token: { token: 'x', cvv: '12345' } }],
  ['El campo instrument.token.installments debe ser un número entero.', installing(1.5)],
  ['El campo instrument.token.installments debe ser un número.', installing('three')],
  ['El campo instrument.token.installments debe ser de al menos 0.', installing(-1)],
  ['El campo instrument.token.installments no debe ser mayor que 99.', installing('200')],
  ['El campo instrument.installments no debe ser mayor que 99.', { token: 'x', installments: 200 }],
  ['El campo instrument.pocket seleccionado es inválido.', { token: { token: 'x' }, pocket: 99 }],
  [
    'El campo instrument.credit.installment debe ser de al menos 0.',
    { token: { token: 'x' }, credit: { groupCode: 'C', installment: -3 } },
  ],
])('GW-COLLECT-14 "%s" is said before the token is looked at', async (message, instrument) => {
  const answer = await stage.post('collect', { ...order(), instrument });
  expect(answer).toMatchObject({ http: 400, status: { reason: 'request_not_valid', message } });
});

function installing(installments: unknown) {
  return { token: { token: 'x', installments } };
}

test('GW-COLLECT-15 what SDKs send of an instrument is taken: numbers as text, and nothing as 0, null, "" or []', async () => {
  const { token } = await keepCard(stage, cards.approved);
  for (const instrument of [
    { token: { token, installments: '0', cvv: 123 }, pocket: '10', credit: [] },
    { token: { token, installments: null, cvv: '' }, pocket: null, credit: null },
    { token: { token, installments: 0, cvv: '1234' }, pin: '1', credit: {} },
    { token, installments: '12' },
  ])
    expect(await collect({ ...order(), instrument })).toMatchObject({ status: { status: 'APPROVED' } });
});

test('GW-COLLECT-16 Ecuador’s credit is told back with its cost, and one that is not offered is refused', async () => {
  const ecuador = demoSites.find(({ country }) => country === 'EC');
  const { token } = await keepCard(stage, cards.approved);
  await db().instrument.update({ where: { token }, data: { siteLogin: ecuador?.login ?? '' } });
  const ask = (groupCode: string, installment: unknown) => {
    const { payment } = order({}, { amount: { currency: 'USD', total: 100 } });
    const credit = { code: 2, type: '02', groupCode, installment };
    const body = { payment, instrument: { token: { token }, credit } };
    return call(`${stage.base}/api/collect`, body, sign(ecuador));
  };
  expect(await ask('P', '6')).toMatchObject({
    http: 200,
    payment: [
      {
        processorFields: expect.arrayContaining([
          { keyword: 'installments', value: 6, displayOn: 'none' },
          expect.objectContaining({
            keyword: 'credit',
            value: { code: 2, type: '02', groupCode: 'P', installments: 6 },
          }),
          { keyword: 'totalAmount', value: 107.2, displayOn: 'none' },
        ]),
      },
    ],
  });
  for (const [group, count] of [
    ['P', 5],
    ['Z', 3],
    ['D', 0],
  ] as const) {
    const message = 'El campo instrument.credit seleccionado es inválido.';
    expect(await ask(group, count)).toMatchObject({ http: 400, status: { message } });
  }
});

test('GW-CHARGE-01 a rule decides what the network answers to a charge', async () => {
  const body = due(await keepCard(stage, cards.approved));
  const { reference } = body.payment;
  const rule = {
    op: 'charge',
    match: { reference, nth: 1 },
    do: { force: { status: 'REJECTED', reason: '51' } },
  };
  expect((await stage.control('POST', 'faults', rule)).http).toBe(201);
  expect(await collect(body)).toMatchObject({
    status: { status: 'REJECTED' },
    payment: [{ status: { reason: '51', message: 'Negada, Fondos insuficientes' } }],
  });
  expect(await collect(body)).toMatchObject({ status: { status: 'APPROVED' } });
});

test('GW-COLLECT-10 an answer to a collect is lost after the commit, and the second asking hears of one charge', async () => {
  const body = due(await keepCard(stage, cards.approved));
  const { reference } = body.payment;
  const rule = { op: 'collect', match: { reference, nth: 1 }, at: 'afterCommit', do: { reset: true } };
  await stage.control('POST', 'faults', rule);
  await expect(collect(body)).rejects.toThrow();
  expect(await collect(body)).toMatchObject({ status: { status: 'APPROVED' } });
  expect(await charges(reference)).toBe(1);
});
