import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { advanceClock } from './clock';
import { db } from './db';
import { demoSites } from './demo-sites';
import { call, cards, demo, order, sign } from './testing/calls';
import { keepCard, pay, setStage, type Stage } from './testing/stage';
import { tick } from './timers';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterEach(() => db().site.update({ where: { login: demo.login }, data: { switches: {} } }));
afterAll(() => stage.close());

const day = 86_400_000;

const flip = (switches: object) => db().site.update({ where: { login: demo.login }, data: { switches } });

type Acted = Awaited<ReturnType<Stage['post']>> & { payment: { internalReference: number } };

const act = async (action: string, internalReference: unknown, total?: unknown, currency = 'COP') =>
  (await stage.post('transaction', {
    action,
    internalReference,
    ...(total !== undefined && { amount: { currency, total } }),
  })) as Acted;

async function paid(changes: object = {}, number = cards.approved) {
  const session = await stage.open(changes);
  await pay(session, number);
  const { payment, request } = (await stage.query(session.requestId)) as unknown as {
    payment: { internalReference: number }[];
    request: { payment: { reference: string } };
  };
  return {
    ...session,
    reference: request.payment.reference,
    internalReference: payment[0]?.internalReference ?? 0,
  };
}

const held = () => paid({ type: 'checkin' });

const ledger = async (reference: string) =>
  (await stage.control('GET', `ledger?reference=${reference}`)).body;

const unsupported = (action: string) => ({
  http: 400,
  status: {
    status: 'FAILED',
    reason: 'request_not_valid',
    message: `La acción [${action}] no está soportada para esta sesión`,
  },
});

test('GW-HOLD-01 a check-in holds and charges nothing; its session is approved', async () => {
  const { requestId, reference } = await held();
  expect(await stage.query(requestId)).toMatchObject({
    status: { status: 'APPROVED', reason: '00' },
    request: { type: 'checkin' },
    payment: [{ status: { status: 'APPROVED' }, amount: { from: { total: 45000 } } }],
  });
  expect(await ledger(reference)).toMatchObject({ approved: {}, held: { COP: '45000.00' } });
});

test('GW-HOLD-02 held anew any number of times, captured once, by any reference of the chain', async () => {
  const { internalReference, reference } = await held();
  const second = await act('reauthorization', internalReference, 60000);
  expect(second).toMatchObject({
    http: 200,
    status: { status: 'APPROVED', reason: '00', message: 'Aprobada' },
    payment: {
      status: { status: 'APPROVED' },
      amount: { from: { currency: 'COP', total: 60000 } },
      paymentMethod: 'visa',
      refunded: false,
    },
  });
  expect(second.payment.internalReference).not.toBe(internalReference);
  expect(await ledger(reference)).toMatchObject({ held: { COP: '60000.00' } });
  await act('reauthorization', String(second.payment.internalReference), '50000');
  const captured = await act('checkout', internalReference, '80000');
  expect(captured).toMatchObject({
    status: { status: 'APPROVED' },
    payment: { amount: { from: { total: 80000 } } },
  });
  expect(await ledger(reference)).toMatchObject({ approved: { COP: '80000.00' }, held: {} });
  expect(await act('checkout', captured.payment.internalReference, 1)).toMatchObject(unsupported('checkout'));
  expect(await act('reauthorization', internalReference, 1)).toMatchObject(unsupported('reauthorization'));
});

test('GW-HOLD-03 a capture of 0 gives the hold back', async () => {
  const { internalReference, reference } = await held();
  expect(await act('checkout', internalReference, 0)).toMatchObject({
    status: { status: 'APPROVED', reason: '00' },
    payment: { amount: { from: { total: 0 } } },
  });
  expect(await ledger(reference)).toMatchObject({ approved: {}, held: {} });
  expect(await act('checkout', internalReference, 10)).toMatchObject(unsupported('checkout'));
});

test('GW-HOLD-04 the currency is the chain’s, and an amount is needed', async () => {
  const { internalReference } = await held();
  for (const action of ['checkout', 'reauthorization']) {
    expect(await act(action, internalReference, 10, 'USD')).toMatchObject({ http: 400 });
    expect(await act(action, internalReference, -1)).toMatchObject({ http: 400 });
    expect(await act(action, internalReference)).toMatchObject({
      http: 400,
      status: { reason: 'request_not_valid', message: 'El campo amount.total es obligatorio.' },
    });
  }
  expect(await act('reauthorization', internalReference, 0)).toMatchObject({ http: 400 });
  expect(await act('checkout', internalReference, 45000)).toMatchObject({ http: 200 });
});

test('GW-HOLD-05 a hold that nobody captured in 30 days is given back', async () => {
  const { internalReference, reference } = await held();
  await advanceClock(30 * day - 60_000);
  await tick();
  expect(await ledger(reference)).toMatchObject({ held: { COP: '45000.00' } });
  await advanceClock(61_000);
  await tick();
  expect(await ledger(reference)).toMatchObject({ approved: {}, held: {} });
  expect(await act('checkout', internalReference, 45000)).toMatchObject(unsupported('checkout'));
});

test('GW-HOLD-06 of twenty captures at once one is made', async () => {
  const { internalReference, reference } = await held();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      act(at % 2 ? 'checkout' : 'reverse', internalReference, at % 2 ? 100 : undefined),
    ),
  );
  const captures = answers.filter(({ http }, at) => at % 2 && http === 200);
  expect(captures.length).toBeLessThanOrEqual(1);
  const entries = (await ledger(reference)).transactions as { type: string }[];
  expect(entries.filter(({ type }) => type === 'CAPTURE')).toHaveLength(captures.length);
});

test('GW-HOLD-07 a step that the network refuses breaks nothing and may be asked for again', async () => {
  const { internalReference, reference } = await held();
  const rule = { op: 'charge', match: { reference, nth: 1 }, do: { force: { status: 'REJECTED' } } };
  await stage.control('POST', 'faults', rule);
  expect(await act('checkout', internalReference, 45000)).toMatchObject({
    http: 200,
    status: { status: 'FAILED', reason: 'BR' },
    payment: { status: { status: 'REJECTED' } },
  });
  expect(await act('checkout', internalReference, 45000)).toMatchObject({ status: { status: 'APPROVED' } });
});

test('GW-HOLD-08 a token can be held, and what a payer paid cannot be captured', async () => {
  const { subtoken } = await keepCard(stage, cards.approved);
  const answer = await stage.post('collect', {
    ...order(),
    type: 'checkin',
    instrument: { token: { subtoken } },
  });
  const { payment } = answer as unknown as { payment: { internalReference: number }[] };
  expect(await act('checkout', payment[0]?.internalReference, 100)).toMatchObject({ http: 200 });
  const sale = await paid();
  expect(await act('checkout', sale.internalReference, 100)).toMatchObject(unsupported('checkout'));
  const refused = await paid({ type: 'checkin' }, cards.refused);
  expect(await act('checkout', refused.internalReference, 100)).toMatchObject(unsupported('checkout'));
});

test('GW-HOLD-09 Puerto Rico holds nothing anew', async () => {
  const site = demoSites.find(({ country }) => country === 'PR');
  const request = order({ type: 'checkin' }, { amount: { currency: 'USD', total: 10 } });
  const { requestId, processUrl } = (await call(
    `${stage.base}/api/session`,
    request,
    sign(site),
  )) as unknown as {
    requestId: number;
    processUrl: string;
  };
  await pay({ requestId, key: processUrl.split('/').at(-1) ?? '' }, cards.approved, {
    person: { document: '', documentType: '' },
  });
  const { internalReference } = await db().transaction.findFirstOrThrow({ where: { requestId } });
  const body = { action: 'reauthorization', internalReference, amount: { currency: 'USD', total: 20 } };
  expect(await call(`${stage.base}/api/transaction`, body, sign(site))).toMatchObject(
    unsupported('reauthorization'),
  );
});

test('GW-SWITCH-03 a second capture, a capture beyond the hold, and one reference for the chain', async () => {
  await flip({ secondCapture: 'accept', allowOvercapture: false, captureReturnsNewReference: false });
  const { internalReference } = await held();
  expect(await act('checkout', internalReference, 45000.01)).toMatchObject({
    http: 400,
    status: { message: expect.stringContaining('preautorizado') },
  });
  const first = await act('checkout', internalReference, 20000);
  expect(first.payment.internalReference).toBe(internalReference);
  expect(await act('checkout', internalReference, 5000)).toMatchObject({ http: 200 });
});

test('GW-REVERSE-01 all of a payment is given back once; the session stays and shows it', async () => {
  const { requestId, internalReference, reference } = await paid();
  const before = (await stage.query(requestId)) as unknown as { payment: Record<string, unknown>[] };
  const answer = await act('reverse', internalReference);
  expect(answer).toMatchObject({
    http: 200,
    status: { status: 'APPROVED', reason: '00' },
    payment: {
      authorization: before.payment[0]?.authorization,
      receipt: before.payment[0]?.receipt,
      refunded: false,
      amount: { from: { total: 45000 } },
    },
  });
  expect(answer.payment.internalReference).not.toBe(internalReference);
  expect(await stage.query(requestId)).toMatchObject({
    status: { status: 'APPROVED' },
    payment: [{ internalReference, refunded: true }],
  });
  expect(await act('reverse', internalReference)).toMatchObject({
    http: 400,
    status: { status: 'FAILED', reason: 'BR', message: 'La transacción ya ha sido reembolsada' },
  });
  expect(await act('reverse', answer.payment.internalReference)).toMatchObject(unsupported('reverse'));
  expect(await ledger(reference)).toMatchObject({
    approved: { COP: '45000.00' },
    refunded: { COP: '45000.00' },
  });
});

test('GW-REVERSE-02 parts are given back from the next day on, any number of them, never more than was paid', async () => {
  const { internalReference, reference } = await paid();
  expect(await act('reverse', internalReference, 1000)).toMatchObject({
    http: 400,
    status: { reason: 'BR' },
  });
  await advanceClock(day);
  for (const total of [1000, '500', 500.5])
    expect(await act('reverse', internalReference, total)).toMatchObject({ http: 200 });
  expect(await act('reverse', internalReference, 43000)).toMatchObject({
    http: 400,
    status: { reason: 'BR' },
  });
  expect(await act('reverse', internalReference)).toMatchObject({
    payment: { amount: { from: { total: 42999.5 } } },
  });
  expect(await ledger(reference)).toMatchObject({ refunded: { COP: '45000.00' } });
});

test('GW-REVERSE-03 twenty reversals at once give back once', async () => {
  const { internalReference, reference } = await paid();
  const answers = await Promise.all(Array.from({ length: 20 }, () => act('reverse', internalReference)));
  expect(answers.filter(({ http }) => http === 200)).toHaveLength(1);
  expect(await ledger(reference)).toMatchObject({ refunded: { COP: '45000.00' } });
});

test('GW-REVERSE-04 a capture is given back by any reference, an open hold whole', async () => {
  const captured = await held();
  const step = await act('checkout', captured.internalReference, 60000);
  expect(await act('reverse', step.payment.internalReference)).toMatchObject({
    payment: { amount: { from: { total: 60000 } } },
  });
  expect(await act('reverse', captured.internalReference)).toMatchObject({ status: { reason: 'BR' } });
  expect(await stage.query(captured.requestId)).toMatchObject({ payment: [{ refunded: true }] });
  const open = await held();
  expect(await act('reverse', open.internalReference)).toMatchObject({ http: 200 });
  expect(await ledger(open.reference)).toMatchObject({ held: {} });
});

test('GW-REVERSE-05 the older path reverses alike, and has its own words for an empty reference', async () => {
  const { internalReference } = await paid();
  expect(await stage.post('reverse', { internalReference: '' })).toMatchObject({
    http: 400,
    status: { status: 'FAILED', reason: 0, message: 'Referencia inválida, debe ser de 1 a 32 caracteres' },
  });
  expect(await stage.post('reverse', { internalReference: String(internalReference) })).toMatchObject({
    http: 200,
    status: { status: 'APPROVED', reason: '00' },
  });
  expect(await stage.post('reverse', { internalReference, locale: 'en_US' })).toMatchObject({
    http: 400,
    status: { reason: 'BR', message: 'Transaction already refunded' },
  });
});

test.each(['9'.repeat(33), 'A'.repeat(33), ['1'], { a: 1 }, true])(
  'GW-REVERSE-07 /api/reverse takes no reference %j',
  async (internalReference) => {
    expect(await stage.post('reverse', { internalReference })).toMatchObject({
      http: 400,
      status: { reason: 0, message: 'Referencia inválida, debe ser de 1 a 32 caracteres' },
    });
  },
);

test('GW-REVERSE-07 a reference of 32 characters may be asked for, though nothing has it', async () => {
  expect(await stage.post('reverse', { internalReference: '9'.repeat(32) })).toMatchObject({
    http: 400,
    status: { reason: 'request_not_valid' },
  });
});

test('GW-REVERSE-06 what was refused or is pending cannot be reversed', async () => {
  const refused = await paid({}, cards.refused);
  const pending = await paid({}, cards.pendingApproved);
  for (const { internalReference } of [refused, pending])
    expect(await act('reverse', internalReference)).toMatchObject(unsupported('reverse'));
});

test('GW-SWITCH-04 the query hides refunds, and parts are given back at once, where a site says so', async () => {
  await flip({ sessionReflectsLaterOps: false, partialRefundUnsettled: true });
  const { requestId, internalReference } = await paid();
  expect(await act('reverse', internalReference, 100)).toMatchObject({ http: 200 });
  expect(await stage.query(requestId)).toMatchObject({ payment: [{ refunded: false }] });
});

test('GW-SWITCH-08 the query tells what a hold was captured for, where a site says so', async () => {
  const { requestId, internalReference } = await held();
  const shown = async () =>
    (
      (await stage.query(requestId)) as unknown as {
        payment: { amount: { from: { total: number } }; internalReference: number }[];
      }
    ).payment.map((one) => [one.internalReference, one.amount.from.total]);
  await act('reauthorization', internalReference, 60000);
  await act('checkout', internalReference, 52000);
  expect(await shown()).toEqual([[internalReference, 45000]]);
  await flip({ sessionReflectsCaptures: true });
  expect(await shown()).toEqual([[internalReference, 52000]]);
});

test.each([
  ['no action', {}, 'action'],
  ['an unknown action', { action: 'explode', internalReference: 1 }, 'action'],
  ['no reference', { action: 'reverse' }, 'internalReference'],
])('GW-ACT-01 %s is refused by name', async (_what, body, field) => {
  expect(await stage.post('transaction', body)).toMatchObject({
    http: 400,
    status: { reason: 'request_not_valid', message: expect.stringContaining(`${field} `) },
  });
});

test.each([1, 'abc', '99999999999', {}, [], true, -1])(
  'GW-ACT-02 the reference %j names no transaction, and neither does another site’s',
  async (internalReference) => {
    expect(await act('reverse', internalReference)).toMatchObject({
      http: 400,
      status: { reason: 'request_not_valid', message: 'No existe la transacción que busca' },
    });
    const mine = await paid();
    const chile = sign(demoSites.find(({ country }) => country === 'CL'));
    const body = { action: 'reverse', internalReference: mine.internalReference };
    expect((await call(`${stage.base}/api/transaction`, body, chile)).http).toBe(400);
  },
);
