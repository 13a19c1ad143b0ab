import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerBank, openBank, type BankAnswer } from './bank';
import { advanceClock, freezeClock } from './clock';
import { db } from './db';
import { abandon, openHosted } from './hosted';
import { payOtherwise } from './hosted-others';
import { call, cards, order, sign } from './testing/calls';
import { inAnHour, otherForm, payBy, viewOf, type Asked, type At } from './testing/others';
import { pay, setStage, until, type Stage } from './testing/stage';
import { tick } from './timers';

let stage: Stage;
// Whole seconds are compared, and a busy machine may take one: the gateway's time moves when a test moves it.
beforeAll(async () => {
  stage = await setStage();
  await freezeClock();
});
afterAll(() => stage.close());

const attempts = (requestId: number) => db().transaction.count({ where: { requestId } });

const statusOf = async ({ requestId }: At) => (await stage.query(requestId)).status;

/** The payer pays by this bank and gives it his word. */
async function atBank(session: At, bank: string, answer: BankAnswer) {
  expect(await payBy(session, { way: 'pse', bank })).toMatchObject({ ok: true, kind: 'bank' });
  const { waitingToken } = await viewOf(session);
  return answerBank(waitingToken ?? '', answer);
}

const waysOf = async (changes: object, payment: object = {}) =>
  (await viewOf(await stage.open(changes, payment))).ways;

test('GW-WAY-01 the page offers the site’s ways that the filter leaves, and cash only with more than 30 minutes', async () => {
  expect(await waysOf({})).toEqual(['card', 'pse', 'nequi']);
  expect(await waysOf({ expiration: inAnHour() })).toEqual(['card', 'pse', 'nequi', 'cash']);
  expect(await waysOf({ paymentMethod: 'visa,pse' })).toEqual(['card', 'pse']);
  expect(await waysOf({ paymentMethod: 'CR_VS,_PSE_' })).toEqual(['card', 'pse']);
  expect(await waysOf({ paymentMethod: 'pse' })).toEqual(['pse']);
  const cash = await stage.open({ paymentMethod: 'EFCTY,_ATH_', expiration: inAnHour() });
  expect(await viewOf(cash)).toMatchObject({
    ways: ['cash'],
    networks: [
      { code: 'ath', name: 'Efectivo' },
      { code: 'efecty', name: 'Efecty' },
    ],
  });
});

test.each([
  ['a subscription', { payment: undefined, subscription: { reference: 'S-1' } }, {}],
  ['a check-in', { type: 'checkin' }, {}],
  ['a repeated payment', {}, { recurring: { periodicity: 'M', interval: 1, maxPeriods: 3 } }],
  [
    'a dispersed payment',
    {},
    { dispersion: [{ amount: { currency: 'COP', total: 45000 }, agreementType: 'MERCHANT' }] },
  ],
  ['a payment that is confirmed', { metadata: { requiresConfirmation: true } }, {}],
  ['a payment in dollars', {}, { amount: { currency: 'USD', total: 50 } }],
])('GW-WAY-02 %s takes cards only', async (_what, changes, payment) => {
  expect(await waysOf({ expiration: inAnHour(), ...changes }, payment)).toEqual(['card']);
});

test('GW-WAY-02 parts and consent leave every way', async () => {
  const every = ['card', 'pse', 'nequi', 'cash'];
  expect(await waysOf({ expiration: inAnHour() }, { allowPartial: true })).toEqual(every);
  expect(await waysOf({ expiration: inAnHour() }, { subscribe: true })).toEqual(every);
});

test.each([
  ['cash that there is no time for', { paymentMethod: 'ath' }, {}],
  ['a bank for a check-in', { paymentMethod: 'pse', type: 'checkin' }, {}],
  ['a bank in dollars', { paymentMethod: 'pse' }, { amount: { currency: 'USD', total: 50 } }],
])('GW-WAY-03 a filter that leaves only %s is refused', async (_what, changes, payment) => {
  expect(await stage.post('session', order(changes, payment))).toMatchObject({
    http: 400,
    status: { reason: 'request_not_valid', message: expect.stringContaining('paymentMethod') },
  });
});

test('GW-WAY-04 what the filter leaves out cannot be paid with by a form of one’s own', async () => {
  const session = await stage.open({ paymentMethod: 'visa,pse', expiration: inAnHour() });
  for (const asked of [{ way: 'nequi', nequiPhone: '3001111111' }, { way: 'cash' }] satisfies Asked[])
    expect(await payBy(session, asked)).toMatchObject({ ok: false });
  expect(await attempts(session.requestId)).toBe(0);
});

test('GW-PSE-01 while the bank has no answer the payment pends; approved, it is told with bank, CUS and _PSE_', async () => {
  const session = await stage.open();
  expect(await payBy(session, { way: 'pse', bank: '1007' })).toMatchObject({ ok: true, kind: 'bank' });
  expect(await stage.query(session.requestId)).toMatchObject({
    status: { status: 'PENDING', reason: 'PT' },
    payment: [{ status: { status: 'PENDING', reason: '?-' }, authorization: '000000', receipt: null }],
  });
  const { waitingToken } = await viewOf(session);
  const visit = await openBank(waitingToken ?? '');
  expect(visit).toMatchObject({ bank: 'BANCOLOMBIA', amount: { total: '45000.00' }, answered: false });
  expect(await answerBank(waitingToken ?? '', 'PAY')).toMatchObject({ requestId: session.requestId });
  expect(await stage.query(session.requestId)).toMatchObject({
    status: { status: 'APPROVED', reason: '00' },
    payment: [
      {
        status: { status: 'APPROVED', reason: '00' },
        paymentMethod: 'pse',
        paymentMethodName: 'Cuentas débito ahorro y corriente (PSE)',
        issuerName: 'BANCOLOMBIA',
        franchise: '_PSE_',
        authorization: visit?.cus,
        processorFields: expect.arrayContaining([
          { keyword: 'trazabilyCode', value: visit?.cus, displayOn: 'none' },
          { keyword: 'bankName', value: 'BANCOLOMBIA', displayOn: 'none' },
        ]),
      },
    ],
  });
  expect(visit?.cus).toMatch(/^[1-9]\d{6}$/);
  await until('the merchant is told', () => stage.merchant.toldOf(session.requestId).length === 1);
});

test.each([
  ['1007', 'PAY', 'APPROVED', '00'],
  ['1052', 'PAY', 'PENDING', 'PT'],
  ['1007', 'LEAVE', 'PENDING', 'PT'],
  ['9999', 'APPROVE', 'APPROVED', '00'],
  ['9999', 'REFUSE', 'PENDING', 'PT'],
] as const)('GW-PSE-02 bank %s, told to %s, leaves the session %s', async (bank, answer, status, reason) => {
  const session = await stage.open();
  await atBank(session, bank, answer);
  expect(await statusOf(session)).toMatchObject({ status, reason });
  const last = status === 'APPROVED' ? {} : { status: 'REJECTED', reason: answer === 'LEAVE' ? '?C' : '05' };
  expect((await viewOf(session)).attempts[0]).toMatchObject(last);
});

test('GW-PSE-03 bank 1022 leaves it pending and approves after the usual wait; at 9999 an operator decides', async () => {
  const [slow, asks] = [await stage.open(), await stage.open()];
  await atBank(slow, '1022', 'PAY');
  await atBank(asks, '9999', 'WAIT');
  for (const session of [slow, asks]) {
    expect((await viewOf(session)).kind).toBe('pending');
    expect(await pay(session, cards.approved)).toEqual({ ok: false, problem: 'in_process' });
    expect(await abandon(session)).toEqual({ ok: false, problem: 'in_process' });
  }
  await advanceClock(61_000);
  await tick();
  expect(await statusOf(slow)).toMatchObject({ status: 'APPROVED' });
  expect(await statusOf(asks)).toMatchObject({ status: 'PENDING' });
  await stage.control('POST', `sessions/${asks.requestId}/approve`);
  expect(await statusOf(asks)).toMatchObject({ status: 'APPROVED' });
});

test('GW-PSE-04 a bank that nobody answers is over after 15 minutes, and the payer may pay again', async () => {
  const session = await stage.open({ expiration: inAnHour() });
  await payBy(session, { way: 'pse', bank: '1007' });
  const { waitingToken } = await viewOf(session);
  await advanceClock(899_000);
  await tick();
  expect((await viewOf(session)).kind).toBe('bank');
  await advanceClock(2_000);
  await tick();
  expect(await viewOf(session)).toMatchObject({
    kind: 'open',
    attempts: [{ status: 'REJECTED', reason: 'EX' }],
  });
  expect(await answerBank(waitingToken ?? '', 'PAY')).toMatchObject({ requestId: session.requestId });
  expect(await statusOf(session)).toMatchObject({ status: 'PENDING' });
  expect(await pay(session, cards.approved)).toMatchObject({ kind: 'approved' });
});

test('GW-PSE-05 the bank knows its own payments and no others, and opening it changes nothing', async () => {
  const session = await stage.open();
  await pay(session, cards.refused);
  const card = await db().transaction.findFirstOrThrow({ where: { requestId: session.requestId } });
  for (const token of [card.attemptToken, 'a'.repeat(40), '']) {
    expect(await openBank(token)).toBeNull();
    expect(await answerBank(token, 'APPROVE')).toBeNull();
  }
  await payBy(session, { way: 'pse', bank: '9999' });
  const { waitingToken } = await viewOf(session);
  const before = await db().transaction.findMany({ where: { requestId: session.requestId } });
  await openBank(waitingToken ?? '');
  expect(await db().transaction.findMany({ where: { requestId: session.requestId } })).toEqual(before);
});

test('GW-PSE-06 a second word at the bank changes nothing, also when both come at once', async () => {
  const session = await stage.open();
  await payBy(session, { way: 'pse', bank: '9999' });
  const token = (await viewOf(session)).waitingToken ?? '';
  const words = ['APPROVE', 'REFUSE', 'LEAVE', 'WAIT', 'APPROVE'] as const;
  await Promise.all(words.map((word) => answerBank(token, word)));
  const first = await stage.query(session.requestId);
  await answerBank(token, 'APPROVE');
  await answerBank(token, 'REFUSE');
  expect(await stage.query(session.requestId)).toEqual(first);
  expect(await attempts(session.requestId)).toBe(1);
});

test.each([
  ['3001111111', 'APPROVED', '00', 10_500],
  ['+57 300 222 2222', 'REJECTED', '05', 10_500],
  ['3003333333', 'REJECTED', 'EX', 901_000],
  ['3159876543', 'APPROVED', '00', 10_500],
] as const)('GW-NEQUI-01 the phone %s ends as %s %s', async (nequiPhone, status, reason, after) => {
  const session = await stage.open({ expiration: inAnHour() });
  expect(await payBy(session, { way: 'nequi', nequiPhone })).toMatchObject({ ok: true, kind: 'push' });
  expect((await viewOf(session)).kind).toBe('push');
  expect(await pay(session, cards.approved)).toEqual({ ok: false, problem: 'in_process' });
  await advanceClock(after - 2_000);
  await tick();
  expect((await viewOf(session)).kind).toBe('push');
  await advanceClock(2_000);
  await tick();
  expect((await viewOf(session)).attempts[0]).toMatchObject({ status, reason, paymentMethod: 'PSENQ' });
});

test.each([
  ['', 'required'],
  ['6011234567', 'malformed'],
  ['30011', 'malformed'],
  ['call me', 'malformed'],
])('GW-NEQUI-02 %s is no phone of Nequi', async (nequiPhone, problem) => {
  const session = await stage.open();
  expect(await payBy(session, { way: 'nequi', nequiPhone })).toEqual({
    ok: false,
    problem: 'invalid',
    fields: { nequiPhone: problem },
  });
  expect(await attempts(session.requestId)).toBe(0);
});

test('GW-CASH-01 an order has a number and a due date, pends, and is paid by the mark that it was', async () => {
  const session = await stage.open({ expiration: inAnHour() });
  expect(await payBy(session, { way: 'cash' })).toMatchObject({ ok: true, kind: 'order' });
  const { attempts: shown, expiresAt } = await viewOf(session);
  expect(shown[0]).toMatchObject({ waitsFor: 'agent', order: { dueAt: expiresAt } });
  expect(shown[0]?.order?.number).toMatch(/^\d{10}$/);
  expect(await statusOf(session)).toMatchObject({ status: 'PENDING', reason: 'PT' });
  expect(stage.merchant.toldOf(session.requestId)).toHaveLength(0);
  await advanceClock(600_000);
  await tick();
  expect(await statusOf(session)).toMatchObject({ status: 'PENDING' });
  const paid = await stage.control('POST', `sessions/${session.requestId}/paid`);
  expect(paid).toMatchObject({ http: 200, body: { status: 'APPROVED', reason: '00' } });
  expect(await stage.query(session.requestId)).toMatchObject({
    payment: [{ paymentMethod: 'ath', paymentMethodName: 'Efectivo', franchise: '_ATH_', issuerName: null }],
  });
  await until('the merchant is told', () => stage.merchant.toldOf(session.requestId).length === 1);
  expect((await stage.control('POST', `sessions/${session.requestId}/paid`)).http).toBe(409);
});

test('GW-CASH-02 an order that nobody paid lapses with its session, also before the timer comes by', async () => {
  const [told, asked] = [
    await stage.open({ expiration: inAnHour() }),
    await stage.open({ expiration: inAnHour() }),
  ];
  for (const session of [told, asked]) await payBy(session, { way: 'cash', network: 'efecty' });
  await advanceClock(3_700_000);
  expect((await openHosted(asked.requestId, asked.key)).kind).toBe('unavailable');
  expect(await statusOf(asked)).toMatchObject({ status: 'REJECTED', reason: 'EX' });
  await tick();
  expect(await stage.query(told.requestId)).toMatchObject({
    status: { status: 'REJECTED', reason: 'EX' },
    payment: [{ status: { status: 'REJECTED', reason: 'EX' }, paymentMethod: 'efecty', franchise: 'EFCTY' }],
  });
  expect((await stage.control('POST', `sessions/${told.requestId}/paid`)).http).toBe(409);
});

test('GW-CASH-03 the merchant cancels an order that nobody paid; what waits at a bank it cannot', async () => {
  const [order_, bank] = [await stage.open({ expiration: inAnHour() }), await stage.open()];
  await payBy(order_, { way: 'cash' });
  await payBy(bank, { way: 'pse', bank: '1007' });
  expect(await stage.cancel(order_.requestId)).toMatchObject({ http: 200, status: { status: 'OK' } });
  expect(await stage.query(order_.requestId)).toMatchObject({
    status: { status: 'REJECTED', reason: 'MC' },
    payment: [{ status: { status: 'REJECTED', reason: 'MC' } }],
  });
  expect(await stage.cancel(bank.requestId)).toMatchObject({ http: 400 });
});

test.each([
  { way: 'pse', bank: '1007' },
  { way: 'nequi', nequiPhone: '3003333333' },
  { way: 'cash' },
] as const)('GW-WAY-05 the same form of $way eight times at once is one attempt', async (asked) => {
  const session = await stage.open({ expiration: inAnHour() });
  const form = await otherForm(session, asked);
  const kind = { pse: 'bank', nequi: 'push', cash: 'order' }[asked.way];
  const answers = await Promise.all(Array.from({ length: 8 }, () => payOtherwise(form)));
  for (const answer of answers) expect(answer).toEqual({ ok: true, kind, leaveTo: null });
  expect(await payOtherwise(form)).toMatchObject({ ok: true, kind });
  expect(await payOtherwise({ ...form, attemptToken: 'b'.repeat(40) })).toEqual({
    ok: false,
    problem: 'in_process',
  });
  expect(await attempts(session.requestId)).toBe(1);
});

test('GW-WAY-06 what is wrong in a form is said at its field, and nothing begins', async () => {
  const session = await stage.open({ expiration: inAnHour() });
  const wrong = async (asked: Asked) => {
    const paid = await payBy(session, asked);
    return 'fields' in paid ? paid.fields : null;
  };
  expect(await wrong({ way: 'pse', bank: '' })).toEqual({ bank: 'required' });
  expect(await wrong({ way: 'pse', bank: '7777', personType: 'x' })).toEqual({
    bank: 'unknown_type',
    personType: 'unknown_type',
  });
  expect(await wrong({ way: 'cash', network: 'bitcoin' })).toEqual({ network: 'unknown_type' });
  const form = await otherForm(session, { way: 'pse', bank: '1007' });
  expect(await payOtherwise({ ...form, person: { ...form.person, document: '0' } })).toMatchObject({
    fields: { document: 'malformed' },
  });
  expect(await attempts(session.requestId)).toBe(0);
});

test('GW-WAY-07 with skipResult the payer leaves from the bank, and stays where he has something left to do', async () => {
  const returnUrl = 'http://localhost:3000/es/checkout/return/x';
  const open = () => stage.open({ skipResult: true, expiration: inAnHour() });
  const [bank, cash, nequi] = [await open(), await open(), await open()];
  expect(await payBy(cash, { way: 'cash' })).toMatchObject({ leaveTo: null });
  expect(await payBy(nequi, { way: 'nequi', nequiPhone: '3001111111' })).toMatchObject({ leaveTo: null });
  expect(await atBank(bank, '1007', 'PAY')).toMatchObject({ leaveTo: returnUrl });
});

test('GW-WAY-08 parts of one payment may be paid in different ways', async () => {
  const session = await stage.open({ expiration: inAnHour() }, { allowPartial: true });
  await pay(session, cards.approved, { amount: '15000' });
  const form = await otherForm(session, { way: 'pse', bank: '1007' });
  await payOtherwise({ ...form, amount: '10000' });
  await answerBank((await viewOf(session)).waitingToken ?? '', 'PAY');
  await payBy(session, { way: 'cash' });
  expect(await statusOf(session)).toMatchObject({ status: 'APPROVED_PARTIAL', reason: 'P0' });
  await stage.control('POST', `sessions/${session.requestId}/paid`);
  expect(await stage.query(session.requestId)).toMatchObject({
    status: { status: 'APPROVED' },
    payment: [
      { paymentMethod: 'ath', amount: { from: { total: 20000 } } },
      { paymentMethod: 'pse', amount: { from: { total: 10000 } } },
      { paymentMethod: 'visa', amount: { from: { total: 15000 } } },
    ],
  });
});

test('GW-WAY-09 what was paid without a card cannot be reversed', async () => {
  const session = await stage.open();
  await atBank(session, '1007', 'PAY');
  const { payment } = (await stage.query(session.requestId)) as unknown as {
    payment: [{ internalReference: number }];
  };
  const { internalReference } = payment[0];
  expect(await stage.post('transaction', { action: 'reverse', internalReference })).toMatchObject({
    http: 400,
    status: { reason: 'request_not_valid' },
  });
});

test('GW-WAY-10 the other countries of the demo take cards only', async () => {
  for (const [country, currency] of [
    ['EC', 'USD'],
    ['CL', 'CLP'],
  ] as const) {
    const { demoSites } = await import('./demo-sites');
    const site = demoSites.find((one) => one.country === country);
    const request = order({ expiration: inAnHour() }, { amount: { currency, total: 500 } });
    const { processUrl, requestId } = (await call(
      `${stage.base}/api/session`,
      request,
      sign(site),
    )) as unknown as { processUrl: string; requestId: number };
    const key = processUrl.split('/').at(-1) ?? '';
    expect((await viewOf({ requestId, key })).ways).toEqual(['card']);
  }
});

test('GW-CONTROL-08 what one session waits for comes at once, and the clock stands where it was', async () => {
  const [slow, other, manual] = [await stage.open(), await stage.open(), await stage.open()];
  await pay(slow, cards.silent);
  await pay(other, cards.silent);
  await pay(manual, cards.manual);
  const hurry = (session: At) => stage.control('POST', `sessions/${session.requestId}/hurry`);
  expect(await hurry(slow)).toMatchObject({ http: 200, body: { status: 'APPROVED' } });
  expect((await viewOf(other)).kind).toBe('processing');
  expect((await hurry(manual)).http).toBe(409);
  expect((await hurry(slow)).http).toBe(409);
});
