import { afterAll, beforeAll, expect, test } from 'vitest';
import { advanceClock } from './clock';
import { openHosted } from './hosted';
import { call, cards, order } from './testing/calls';
import { keepCard, pay, setStage, type Stage } from './testing/stage';
import { tick } from './timers';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

/** Approves parts under 200 USD and refuses the others. */
const byAmount = '4110760000000057';

const part = (total: number, more: object = {}) => ({ amount: { currency: 'USD', total }, ...more });

type Part = { internalReference: number };

const split = (total: number, ...dispersion: object[]) =>
  stage.open({}, { amount: { currency: 'USD', total }, dispersion });

const told = async (requestId: number) =>
  (await stage.query(requestId)) as unknown as {
    status: { status: string; reason: string };
    payment: [{ internalReference: number; authorization: string; receipt: string; dispersion: Part[] }];
  };

const reverse = (internalReference: number, total?: number) =>
  stage.post('transaction', {
    action: 'reverse',
    internalReference,
    ...(total !== undefined && { amount: { currency: 'USD', total } }),
  });

test('GW-PART-01 one charge with a part for each party, in the order sent', async () => {
  const taxes = [{ kind: 'airportTax', amount: 10, base: 0 }];
  const { requestId, key } = await split(
    1000,
    { amount: { currency: 'USD', total: 700, taxes }, agreement: '1299', agreementType: 'AIRLINE' },
    part(300, { agreementType: 'MERCHANT' }),
  );
  expect(await pay({ requestId, key }, cards.approved)).toMatchObject({ kind: 'approved' });
  const answer = await told(requestId);
  const [payment] = answer.payment;
  const common = { status: { status: 'APPROVED', reason: '00' }, franchise: 'CR_VS', refunded: false };
  expect(answer).toMatchObject({
    status: { status: 'APPROVED', reason: '00' },
    payment: [
      {
        amount: { from: { currency: 'USD', total: 1000 } },
        dispersion: [
          { ...common, amount: { from: { total: 700 } }, agreement: 1299, agreementType: 'AIRLINE' },
          { ...common, amount: { from: { total: 300 } }, agreementType: 'MERCHANT' },
        ],
      },
    ],
  });
  expect(payment.dispersion[1]).not.toHaveProperty('agreement');
  expect(payment.dispersion[0]).toMatchObject({
    authorization: payment.authorization,
    receipt: payment.receipt,
  });
  expect(answer).toMatchObject({
    request: {
      payment: {
        dispersion: [
          {
            reference: expect.any(String),
            description: 'Café de altura',
            allowPartial: false,
            subscribe: false,
            agreement: 1299,
            amount: { taxes },
          },
          {},
        ],
      },
    },
  });
});

test.each([undefined, null, ''])(
  'GW-PART-09 a part whose agreement is %j is the site’s own, and none is told of it',
  async (agreement) => {
    const session = await split(300, part(200, { agreement: '29' }), part(100, { agreement }));
    await pay(session, cards.approved);
    const [payment] = (await told(session.requestId)).payment;
    expect(payment.dispersion[0]).toHaveProperty('agreement', 29);
    expect(payment.dispersion[1]).not.toHaveProperty('agreement');
  },
);

test('GW-PART-10 an agreement that JSON could not tell as a number is told as its digits', async () => {
  const agreement = '12345678901234567890';
  const session = await split(300, part(200, { agreement }), part(100));
  await pay(session, cards.approved);
  const [payment] = (await told(session.requestId)).payment;
  expect(payment.dispersion[0]).toHaveProperty('agreement', agreement);
});

test('GW-PART-02 a refused part ends the rest: nothing was charged before it', async () => {
  const { requestId, key } = await split(310, part(250), part(60));
  expect(await pay({ requestId, key }, byAmount)).toMatchObject({ kind: 'refused' });
  expect(await told(requestId)).toMatchObject({
    status: { status: 'PENDING', reason: 'PT' },
    payment: [
      {
        status: { status: 'REJECTED', reason: '61' },
        authorization: '000000',
        dispersion: [
          { status: { status: 'REJECTED', reason: '61' } },
          { status: { status: 'REJECTED', reason: '?C', message: 'Pago abortado por el usuario' } },
        ],
      },
    ],
  });
});

test('GW-PART-03 approved in part: APPROVED_PARTIAL, nobody pays again, and PARTIAL_EXPIRED at the end', async () => {
  const session = await split(360, part(100), part(250), part(10));
  expect(await pay(session, byAmount)).toMatchObject({ kind: 'approved' });
  expect(await told(session.requestId)).toMatchObject({
    status: { status: 'APPROVED_PARTIAL', reason: 'P0' },
    payment: [
      {
        status: { status: 'APPROVED_PARTIAL' },
        dispersion: [
          { status: { status: 'APPROVED' } },
          { status: { status: 'REJECTED', reason: '61' } },
          { status: { status: 'REJECTED', reason: '?C' } },
        ],
      },
    ],
  });
  expect((await openHosted(session.requestId, session.key)).kind).toBe('finished');
  expect(await pay(session, cards.approved)).toEqual({ ok: false, problem: 'unavailable' });
  await advanceClock(31 * 60_000);
  await tick();
  expect((await told(session.requestId)).status).toMatchObject({ status: 'PARTIAL_EXPIRED', reason: 'PX' });
});

test.each([
  [cards.pendingApproved, 'APPROVED', ['APPROVED', 'APPROVED']],
  [cards.pendingRejected, 'REJECTED', ['REJECTED', 'REJECTED']],
])('GW-PART-04 a pending part holds back those behind it: %s', async (number, end, ends) => {
  const session = await split(100, part(60), part(40));
  expect(await pay(session, number)).toMatchObject({ kind: 'pending' });
  expect(await told(session.requestId)).toMatchObject({
    payment: [
      {
        status: { status: 'PENDING' },
        dispersion: [{ status: { status: 'PENDING' } }, { status: { status: 'PENDING_PROCESS' } }],
      },
    ],
  });
  await advanceClock(61_000);
  await tick();
  expect(await told(session.requestId)).toMatchObject({
    payment: [{ status: { status: end }, dispersion: ends.map((status) => ({ status: { status } })) }],
  });
});

test('GW-PART-05 a part is reversed alone, the payment with all its parts', async () => {
  const session = await split(100, part(60), part(40));
  await pay(session, cards.approved);
  const { payment } = await told(session.requestId);
  const [{ internalReference, dispersion }] = payment;
  expect(await reverse(dispersion[0]?.internalReference ?? 0)).toMatchObject({
    http: 200,
    payment: { amount: { from: { total: 60 } } },
  });
  expect(await told(session.requestId)).toMatchObject({
    payment: [{ refunded: true, dispersion: [{ refunded: true }, { refunded: false }] }],
  });
  expect(await reverse(dispersion[0]?.internalReference ?? 0)).toMatchObject({ status: { reason: 'BR' } });
  expect(await reverse(internalReference, 10)).toMatchObject({ http: 400 });
  expect(await reverse(internalReference)).toMatchObject({ payment: { amount: { from: { total: 40 } } } });
  expect(await told(session.requestId)).toMatchObject({
    payment: [{ dispersion: [{ refunded: true }, { refunded: true }] }],
  });
  expect(await reverse(dispersion[1]?.internalReference ?? 0)).toMatchObject({ status: { reason: 'BR' } });
});

test('GW-PART-06 of a payment and its part reversed at once no more than all is given back', async () => {
  const session = await split(100, part(60), part(40));
  await pay(session, cards.approved);
  const [{ internalReference, dispersion }] = (await told(session.requestId)).payment;
  const parts = dispersion.map((one) => one.internalReference);
  const answers = await Promise.all([...parts, internalReference, ...parts].map((one) => reverse(one)));
  const given = answers
    .map((answer) => answer as unknown as { payment?: { amount: { from: { total: number } } } })
    .reduce((sum, { payment }) => sum + (payment?.amount.from.total ?? 0), 0);
  expect(given).toBe(100);
});

test('GW-PART-07 a token pays several parties too', async () => {
  const { subtoken } = await keepCard(stage, byAmount);
  const collect = (total: number, ...dispersion: object[]) =>
    stage.post('collect', {
      ...order({}, { amount: { currency: 'USD', total }, dispersion }),
      instrument: { token: { subtoken } },
    });
  expect(await collect(100, part(60), part(40))).toMatchObject({
    status: { status: 'APPROVED' },
    payment: [{ dispersion: [{ status: { status: 'APPROVED' } }, { status: { status: 'APPROVED' } }] }],
  });
  expect(await collect(300, part(60), part(240))).toMatchObject({
    status: { status: 'PARTIAL_EXPIRED', reason: 'PX' },
  });
});

test.each([
  ['taxes of the whole', { amount: { currency: 'USD', total: 1, taxes: [{ kind: 'ice', amount: 1 }] } }],
  ['details of the whole', { amount: { currency: 'USD', total: 1, details: [{ kind: 'tip', amount: 1 }] } }],
  ['an airline that is not first', { dispersion: [part(1), part(1, { agreementType: 'AIRLINE' })] }],
  ['an airline and two others', { dispersion: [part(1, { agreementType: 'AIRLINE' }), part(1), part(1)] }],
])('GW-PART-08 %s is refused', async (_what, payment) => {
  const request = order({}, { amount: { currency: 'USD', total: 1 }, dispersion: [part(1)], ...payment });
  expect(await call(`${stage.base}/api/session`, request)).toMatchObject({
    http: 400,
    status: { reason: 'request_not_valid' },
  });
});
