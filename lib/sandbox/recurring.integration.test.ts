import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { advanceClock, now } from './clock';
import { findDossier } from './control-room/sessions';
import { db } from './db';
import { openHosted } from './hosted';
import { dayAfter, dayOf } from './recurrence';
import { call, cards, demo, order } from './testing/calls';
import { keepCard, pay, setStage, until, type Stage } from './testing/stage';
import { tick } from './timers';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const dayMs = 86_400_000;

const inDays = (days: number) => dayAfter(dayOf(now()), { periodicity: 'D', interval: days }, 1);

/** A daily payment from tomorrow on, told to the merchant. */
const daily = (more: object = {}) => ({
  recurring: {
    periodicity: 'D',
    interval: '1',
    nextPayment: inDays(1),
    maxPeriods: '-1',
    notificationUrl: stage.merchant.url,
    ...more,
  },
});

async function begin(recurring: object = daily(), number = cards.approved) {
  const session = await stage.open({}, recurring);
  await pay(session, number);
  const { reference } = await db().session.findUniqueOrThrow({ where: { requestId: session.requestId } });
  return { ...session, reference };
}

type Told = {
  internalReference: number;
  reference: string;
  requestId?: number;
  signature: string;
  status: { status: string; reason: string; date: string };
  recurring?: { tries: number; enabled: number };
};

/** What the merchant was told of repeated charges, once everything due has left. */
async function toldOf(reference: string): Promise<Told[]> {
  await until('everything has left', async () => {
    await tick();
    return (await db().delivery.count({ where: { state: { in: ['WAITING', 'SENDING'] } } })) === 0;
  });
  return stage.merchant.received
    .map(({ body }) => JSON.parse(body) as Told)
    .filter((one) => one.reference === reference && one.recurring !== undefined);
}

async function pass(days: number): Promise<void> {
  await advanceClock(days * dayMs);
  await tick();
}

const force = (reference: string, nth: number, reason: string, status = 'REJECTED') =>
  stage.control('POST', 'faults', {
    op: 'charge',
    match: { reference, nth },
    do: { force: { status, reason } },
  });

test('GW-RECUR-05 the gateway charges again when its day has come, and tells it without a requestId', async () => {
  const { requestId, reference } = await begin();
  expect(await toldOf(reference)).toEqual([]);
  await pass(1);
  const [told, ...others] = await toldOf(reference);
  expect(others).toEqual([]);
  expect(Object.keys(told ?? {})).toEqual([
    'status',
    'internalReference',
    'reference',
    'signature',
    'recurring',
  ]);
  expect(told).toMatchObject({
    status: { status: 'APPROVED', reason: '00', message: 'Aprobada' },
    internalReference: expect.any(Number),
    recurring: { tries: 1, enabled: 1 },
  });
  const text = `${told?.internalReference}APPROVED${told?.status.date}${demo.secretKey}`;
  expect(told?.signature).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
  expect(await stage.query(requestId)).toMatchObject({ status: { status: 'APPROVED' }, payment: [{}] });
  const { body } = await stage.control('GET', `ledger?reference=${reference}`);
  expect(body).toMatchObject({ approved: { COP: '90000.00' } });
});

test('GW-SWITCH-06 a repeated charge is signed without the date, where a site says so', async () => {
  const where = { login: demo.login };
  await db().site.update({ where, data: { switches: { recurringSignature: 'withoutDate' } } });
  const { requestId, reference } = await begin();
  await pass(1);
  const [told] = await toldOf(reference);
  await db().site.update({ where, data: { switches: {} } });
  const text = `${told?.internalReference}APPROVED`;
  const hash = createHash('sha256').update(text + demo.secretKey);
  expect(told?.signature).toBe(`sha256:${hash.digest('hex')}`);
  const { deliveries = [] } = (await findDossier(String(requestId))) ?? {};
  expect(deliveries.map(({ signed }) => [signed.text, signed.fits])).toContainEqual([
    `${text}••••••••`,
    true,
  ]);
});

test('GW-RECUR-06 without nextPayment the first repeat is one period from today, and the query tells it', async () => {
  const { requestId } = await stage.open(
    {},
    { recurring: { periodicity: 'M', interval: '1', maxPeriods: '12' } },
  );
  const { request } = (await stage.query(requestId)) as unknown as {
    request: { payment: { recurring: object } };
  };
  expect(request.payment.recurring).toEqual({
    periodicity: 'M',
    interval: 1,
    nextPayment: dayAfter(dayOf(now()), { periodicity: 'M', interval: 1 }, 1),
    maxPeriods: 12,
  });
});

test('GW-RECUR-07 a rejected first payment repeats nothing, and a session approved later does', async () => {
  const session = await stage.open({}, daily());
  await pay(session, cards.refused);
  await tick();
  expect((await stage.control('GET', `sessions/${session.requestId}/recurrence`)).http).toBe(404);
  await pay(session, cards.approved);
  expect(await stage.control('GET', `sessions/${session.requestId}/recurrence`)).toMatchObject({
    http: 200,
    body: { enabled: true, periods: 0 },
  });
});

test('GW-RECUR-08 after so many periods it ends, told by enabled 0; also when the clock jumps over them', async () => {
  const { reference } = await begin(daily({ maxPeriods: 3 }));
  await pass(10);
  const told = await toldOf(reference);
  expect(told.map(({ recurring }) => recurring)).toEqual(
    expect.arrayContaining([
      { tries: 1, enabled: 1 },
      { tries: 1, enabled: 0 },
    ]),
  );
  expect(told).toHaveLength(3);
  expect(new Set(told.map(({ status }) => status.date.slice(0, 10))).size).toBe(3);
});

test('GW-RECUR-09 no charge after the dueDate', async () => {
  const { reference } = await begin(daily({ dueDate: inDays(2) }));
  await pass(10);
  expect(await toldOf(reference)).toHaveLength(2);
});

test('GW-RECUR-10 lack of funds: one try a day for three days, then it is over', async () => {
  const { requestId, reference } = await begin();
  for (const nth of [1, 2, 3, 4]) await force(reference, nth, '51');
  for (const days of [1, 1, 1]) {
    await pass(days);
    expect((await toldOf(reference)).at(-1)?.recurring?.enabled).toBe(1);
  }
  await pass(1);
  expect((await toldOf(reference)).map(({ status, recurring }) => [status.status, recurring])).toEqual([
    ['REJECTED', { tries: 1, enabled: 1 }],
    ['REJECTED', { tries: 2, enabled: 1 }],
    ['REJECTED', { tries: 3, enabled: 1 }],
    ['REJECTED', { tries: 4, enabled: 0 }],
  ]);
  await pass(5);
  expect(await toldOf(reference)).toHaveLength(4);
  expect((await stage.control('GET', `sessions/${requestId}/recurrence`)).body).toMatchObject({
    enabled: false,
    endedBy: 'REFUSED',
  });
});

test('GW-RECUR-11 a try that succeeds goes on with the next period', async () => {
  const { reference } = await begin(daily({ interval: 7, nextPayment: inDays(7), maxPeriods: 2 }));
  await force(reference, 1, '51');
  await pass(7);
  await pass(1);
  await pass(6);
  const told = await toldOf(reference);
  expect(told.map(({ status, recurring }) => [status.status, recurring?.tries, recurring?.enabled])).toEqual([
    ['REJECTED', 1, 1],
    ['APPROVED', 2, 1],
    ['APPROVED', 1, 0],
  ]);
});

test('GW-RECUR-12 a stolen card is not tried again', async () => {
  const { reference } = await begin();
  await force(reference, 1, '43');
  await pass(5);
  expect(await toldOf(reference)).toMatchObject([
    { status: { reason: '43' }, recurring: { tries: 1, enabled: 0 } },
  ]);
});

test('GW-RECUR-13 only the console ends it; twenty timers charge once', async () => {
  const { requestId, reference } = await begin();
  await advanceClock(dayMs);
  await Promise.all(Array.from({ length: 20 }, () => tick()));
  expect(await toldOf(reference)).toHaveLength(1);
  const path = `sessions/${requestId}/recurrence/cancel`;
  expect(await stage.control('POST', path)).toMatchObject({ http: 200, body: { endedBy: 'CONSOLE' } });
  expect((await stage.control('POST', path)).http).toBe(404);
  await pass(3);
  expect(await toldOf(reference)).toHaveLength(1);
});

test('GW-RECUR-14 a collect may be repeated too, and a repeated charge be reversed', async () => {
  const { subtoken } = await keepCard(stage, cards.approved);
  const body = { ...order({}, daily()), instrument: { token: { subtoken } } };
  expect(await stage.post('collect', body)).toMatchObject({ status: { status: 'APPROVED' } });
  await pass(1);
  const [told] = await toldOf(body.payment.reference);
  expect(
    await stage.post('transaction', { action: 'reverse', internalReference: told?.internalReference }),
  ).toMatchObject({ http: 200, status: { status: 'APPROVED' } });
});

test('GW-RECUR-15 what is repeated wants a credit card', async () => {
  const session = await stage.open({}, daily());
  const opened = await openHosted(session.requestId, session.key);
  expect('session' in opened && opened.session.methods).not.toContain('maestro');
  expect(await pay(session, '6759649826438453')).toMatchObject({
    ok: false,
    fields: { number: 'brand_not_offered' },
  });
});

test.each([
  ['payment.recurring.nextPayment', () => ({ nextPayment: inDays(0) })],
  ['payment.recurring.nextPayment', () => ({ nextPayment: 'soon' })],
  ['payment.recurring.dueDate', () => ({ dueDate: '2027-02-30' })],
  ['payment.recurring.periodicity', () => ({ periodicity: 'W' })],
  ['payment.recurring.interval', () => ({ interval: 128 })],
  ['payment.recurring.maxPeriods', () => ({ maxPeriods: -2 })],
])('GW-RECUR-16 a wrong %s is refused', async (field, more) => {
  const { status, http } = await call(`${stage.base}/api/session`, order({}, daily(more())));
  expect([http, status.reason]).toEqual([400, 'request_not_valid']);
  expect(status.message).toContain(`${field} `);
});

test.each([
  ['a dispersion', {}, { dispersion: [{ amount: { currency: 'COP', total: 45000 } }] }],
  ['a check-in', { type: 'checkin' }, {}],
])('GW-RECUR-17 %s is not repeated', async (_what, changes, payment) => {
  const request = order(changes, { ...daily(), ...payment });
  expect((await call(`${stage.base}/api/session`, request)).http).toBe(400);
});
