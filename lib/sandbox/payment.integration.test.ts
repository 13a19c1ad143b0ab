import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { advanceClock, freezeClock, releaseClock } from './clock';
import { db } from './db';
import { abandon, answerChallenge, answerOtp, openHosted, payWithCard } from './hosted';
import { cards } from './testing/calls';
import { formFor, pay, setStage, type Stage } from './testing/stage';
import { tick } from './timers';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterEach(() => releaseClock());
afterAll(() => stage.close());

const attempts = (requestId: number) => db().transaction.count({ where: { requestId } });

const kindOf = async ({ requestId, key }: { requestId: number; key: string }) =>
  (await openHosted(requestId, key)).kind;

test('GW-PAGE-03 opening the page changes nothing', async () => {
  const { requestId, key } = await stage.open();
  const before = await db().session.findUnique({ where: { requestId }, include: { transactions: true } });
  const [first, second] = [await openHosted(requestId, key), await openHosted(requestId, key, 'en')];
  expect(first).toMatchObject({
    kind: 'open',
    session: { code: `S${requestId}-T1`, language: 'es', attemptsLeft: 10 },
  });
  expect(second).toMatchObject({ kind: 'open', session: { language: 'en' } });
  expect(await db().session.findUnique({ where: { requestId }, include: { transactions: true } })).toEqual(
    before,
  );
});

test.each(['0'.repeat(32), '', 'x'])('GW-PAGE-04 the key %s opens nothing', async (key) => {
  const { requestId } = await stage.open();
  const wrong = { requestId, key };
  expect(await openHosted(requestId, key)).toEqual({ kind: 'not_found' });
  expect(await openHosted(0, key)).toEqual({ kind: 'not_found' });
  const form = { ...(await formFor(wrong, cards.approved)), ...wrong };
  expect(await payWithCard(form)).toEqual({ ok: false, problem: 'not_found' });
  expect(await answerOtp({ ...wrong, code: '123456' })).toEqual({ ok: false, problem: 'not_found' });
  expect(await abandon(wrong)).toEqual({ ok: false, problem: 'not_found' });
  expect((await stage.query(requestId)).status).toMatchObject({ reason: 'PC' });
});

test('GW-TWICE-01 the same form eight times at once is one transaction', async () => {
  const session = await stage.open();
  const form = await formFor(session, cards.approved);
  const answers = await Promise.all(Array.from({ length: 8 }, () => payWithCard(form)));
  for (const answer of answers) expect(answer).toMatchObject({ ok: true, kind: 'approved' });
  expect(await attempts(session.requestId)).toBe(1);
});

test('GW-TWICE-02 the form of a refused attempt, sent again by the back button, tells of that attempt', async () => {
  const session = await stage.open();
  const form = await formFor(session, cards.refused);
  expect(await payWithCard(form)).toMatchObject({ ok: true, kind: 'refused' });
  expect(await payWithCard({ ...form, card: { ...form.card, number: cards.approved } })).toMatchObject({
    kind: 'refused',
  });
  expect(await attempts(session.requestId)).toBe(1);
});

test('GW-TWICE-03 a token that the page never gave pays nothing', async () => {
  const session = await stage.open();
  const form = await formFor(session, cards.approved);
  expect(await payWithCard({ ...form, attemptToken: 'a'.repeat(40) })).toEqual({
    ok: false,
    problem: 'stale',
  });
  expect(await attempts(session.requestId)).toBe(0);
});

test('GW-RETRY-01 a refusal leaves the session open, and the next card pays it; newest first', async () => {
  const session = await stage.open();
  await pay(session, cards.refused);
  const between = await stage.query(session.requestId);
  expect(between.status).toMatchObject({ status: 'PENDING', reason: 'PT' });
  expect(await kindOf(session)).toBe('open');
  expect(await pay(session, cards.approved)).toMatchObject({ kind: 'approved' });
  const after = await stage.query(session.requestId);
  expect(after.status).toMatchObject({ status: 'APPROVED', reason: '00' });
  expect(after.payment).toMatchObject([
    {
      status: { status: 'APPROVED' },
      authorization: expect.stringMatching(/^(?!000000)\d{6}$/),
      receipt: expect.stringMatching(/^\d+$/),
    },
    { status: { status: 'REJECTED', reason: '05' }, authorization: '000000' },
  ]);
  expect(await kindOf(session)).toBe('finished');
});

test('GW-QUERY-06 a transaction has its members in the documented order', async () => {
  const session = await stage.open();
  await pay(session, cards.approved);
  const { payment } = (await stage.query(session.requestId)) as unknown as { payment: [object] };
  expect(Object.keys(payment[0])).toEqual([
    ...[
      'status',
      'internalReference',
      'paymentMethod',
      'paymentMethodName',
      'issuerName',
      'amount',
      'authorization',
    ],
    ...['reference', 'receipt', 'franchise', 'refunded', 'processorFields', 'dispersion', 'agreement'],
    ...['agreementType', 'discount', 'subscription'],
  ]);
});

test('GW-QUERY-07 what the payer typed is told back as payer, and no card number anywhere', async () => {
  const session = await stage.open();
  await pay(session, cards.approved);
  const answer = await stage.query(session.requestId);
  expect(answer.request).toMatchObject({ payer: { name: 'Ana', document: '1122334455' } });
  const row = await db().session.findUnique({
    where: { requestId: session.requestId },
    include: { transactions: true },
  });
  const stored = JSON.stringify([answer, row], (_key, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  expect(stored).not.toContain(cards.approved);
});

test('GW-LIMIT-01 the tenth refusal ends the session, technical errors do not count', async () => {
  const session = await stage.open();
  await pay(session, cards.broken);
  for (let tries = 0; tries < 9; tries += 1) await pay(session, cards.refused);
  expect(await openHosted(session.requestId, session.key)).toMatchObject({
    kind: 'open',
    session: { attemptsLeft: 1 },
  });
  await pay(session, cards.refused);
  expect((await stage.query(session.requestId)).status).toMatchObject({ status: 'REJECTED', reason: 'XN' });
  expect(await openHosted(session.requestId, session.key)).toMatchObject({
    kind: 'unavailable',
    why: 'ATTEMPTS',
  });
  expect(await pay(session, cards.approved)).toEqual({ ok: false, problem: 'unavailable' });
});

test('GW-PENDING-01 while an attempt is pending nobody pays, cancels or leaves; then it resolves by the clock', async () => {
  await freezeClock();
  const session = await stage.open();
  expect(await pay(session, cards.pendingApproved)).toMatchObject({ kind: 'pending' });
  expect(await kindOf(session)).toBe('pending');
  expect(await stage.query(session.requestId)).toMatchObject({
    status: { status: 'PENDING', reason: 'PT' },
    payment: [{ status: { status: 'PENDING', reason: '?-' }, receipt: null, authorization: '000000' }],
  });
  expect(await pay(session, cards.approved)).toEqual({ ok: false, problem: 'in_process' });
  expect(await abandon(session)).toEqual({ ok: false, problem: 'in_process' });
  expect(await stage.cancel(session.requestId)).toMatchObject({
    http: 400,
    status: { reason: 'action_not_allowed' },
  });
  await advanceClock(59_000);
  await tick();
  expect(await kindOf(session)).toBe('pending');
  await advanceClock(1_500);
  await tick();
  expect((await stage.query(session.requestId)).status).toMatchObject({ status: 'APPROVED', reason: '00' });
});

test('GW-PENDING-02 a pending attempt that is refused leaves the session open', async () => {
  const session = await stage.open();
  await pay(session, cards.pendingRejected);
  await advanceClock(61_000);
  await tick();
  expect((await stage.query(session.requestId)).status).toMatchObject({ status: 'PENDING', reason: 'PT' });
  expect(await pay(session, cards.approved)).toMatchObject({ kind: 'approved' });
});

test('GW-PENDING-03 a silent card answers after 180 seconds', async () => {
  await freezeClock();
  const session = await stage.open();
  expect(await pay(session, cards.silent)).toMatchObject({ kind: 'processing' });
  expect(await kindOf(session)).toBe('processing');
  await advanceClock(179_000);
  await tick();
  expect(await kindOf(session)).toBe('processing');
  await advanceClock(1_500);
  await tick();
  expect(await kindOf(session)).toBe('finished');
});

test('GW-PENDING-04 the manual queue waits for an operator, however long', async () => {
  const session = await stage.open({ expiration: new Date(Date.now() + 9 * 86_400_000).toISOString() });
  await pay(session, cards.manual);
  await advanceClock(86_400_000);
  await tick();
  expect(await kindOf(session)).toBe('pending');
  expect(await stage.control('POST', `sessions/${session.requestId}/approve`)).toMatchObject({
    http: 200,
    body: { status: 'APPROVED', reason: '00' },
  });
  expect((await stage.control('POST', `sessions/${session.requestId}/reject`)).http).toBe(409);
});

test.each([
  ['APPROVED', cards.pendingApproved, 'APPROVED', '00'],
  ['REJECTED', cards.pendingRejected, 'REJECTED', 'EX'],
])('GW-PENDING-05 %s after the expiration decides the session', async (_how, number, status, reason) => {
  const session = await stage.open();
  await pay(session, number);
  expect((await stage.control('POST', `sessions/${session.requestId}/expire`)).http).toBe(200);
  expect((await stage.query(session.requestId)).status).toMatchObject({ status: 'PENDING', reason: 'PT' });
  await advanceClock(61_000);
  await tick();
  expect((await stage.query(session.requestId)).status).toMatchObject({ status, reason });
});

test('GW-STEP-01 the challenge code lets the card go on, a second submit changes nothing', async () => {
  const session = await stage.open();
  expect(await pay(session, cards.challenge)).toMatchObject({ ok: true, kind: 'challenge' });
  expect(await kindOf(session)).toBe('challenge');
  const answers = await Promise.all([1, 2, 3].map(() => answerChallenge({ ...session, code: '12345' })));
  for (const answer of answers) expect(answer).toMatchObject({ ok: true, kind: 'approved' });
  expect(await attempts(session.requestId)).toBe(1);
});

test('GW-STEP-02 a wrong challenge code refuses the attempt and the payer may try again', async () => {
  const session = await stage.open();
  await pay(session, cards.challenge);
  expect(await answerChallenge({ ...session, code: '' })).toEqual({ ok: false, problem: 'required' });
  expect(await answerChallenge({ ...session, code: '54321' })).toMatchObject({ ok: true, kind: 'refused' });
  expect(await kindOf(session)).toBe('open');
  expect((await stage.query(session.requestId)).status).toMatchObject({ status: 'PENDING', reason: 'PT' });
});

test('GW-STEP-03 a wrong one-time password is OT1, the right one pays', async () => {
  const session = await stage.open();
  expect(await pay(session, cards.otp)).toMatchObject({ kind: 'otp' });
  await answerOtp({ ...session, code: '999999' });
  expect(await stage.query(session.requestId)).toMatchObject({ payment: [{ status: { reason: 'OT1' } }] });
  await pay(session, cards.otp);
  expect(await answerOtp({ ...session, code: '123456' })).toMatchObject({ kind: 'approved' });
});

test('GW-STEP-04 leaving at the challenge ends the attempt and the session', async () => {
  const session = await stage.open();
  await pay(session, cards.challenge);
  expect(await abandon(session)).toMatchObject({ ok: true });
  expect(await abandon(session)).toMatchObject({ ok: true });
  expect(await stage.query(session.requestId)).toMatchObject({
    status: { status: 'REJECTED', reason: '?C' },
    payment: [{ status: { status: 'REJECTED', reason: '?C' } }],
  });
});

test('GW-SKIP-01 with skipResult the payer leaves when nothing is left to do', async () => {
  const returnUrl = 'http://localhost:3000/es/checkout/return/x';
  const [refused, pending] = [await stage.open({ skipResult: true }), await stage.open({ skipResult: true })];
  expect(await pay(refused, cards.refused)).toEqual({ ok: true, kind: 'refused', leaveTo: null });
  expect(await pay(refused, cards.approved)).toEqual({ ok: true, kind: 'approved', leaveTo: returnUrl });
  expect(await pay(pending, cards.pendingApproved)).toEqual({
    ok: true,
    kind: 'pending',
    leaveTo: returnUrl,
  });
});

test('GW-FILL-01 a payer is filled and locked, a buyer is filled, noBuyerFill fills nothing', async () => {
  const buyer = { name: 'Luz', email: 'luz@example.com' };
  const shown = async (changes: object) => {
    const session = await stage.open(changes);
    const opened = await openHosted(session.requestId, session.key);
    return 'session' in opened ? opened.session : undefined;
  };
  expect(await shown({ buyer })).toMatchObject({ person: { name: 'Luz', document: '' }, lockedFields: [] });
  expect(await shown({ buyer, noBuyerFill: true })).toMatchObject({ person: { name: '' } });
  expect(await shown({ buyer, payer: { name: 'Sol' } })).toMatchObject({
    person: { name: 'Sol', email: 'luz@example.com' },
    lockedFields: ['name'],
  });
});

test('GW-FILL-02 a locked field cannot be changed by the form', async () => {
  const session = await stage.open({ payer: { name: 'Sol' } });
  await pay(session, cards.approved);
  expect((await stage.query(session.requestId)).request).toMatchObject({
    payer: { name: 'Sol', surname: 'Rojas' },
  });
});

test('GW-METHOD-03 a card of a brand that the filter leaves out is refused on the page', async () => {
  const session = await stage.open({ paymentMethod: 'master' });
  expect(await pay(session, cards.approved)).toMatchObject({
    ok: false,
    fields: { number: 'brand_not_offered' },
  });
  expect(await attempts(session.requestId)).toBe(0);
});

test('GW-CANCEL-02 what is over cannot be cancelled', async () => {
  const session = await stage.open();
  await pay(session, cards.approved);
  expect(await stage.cancel(session.requestId)).toMatchObject({
    http: 400,
    status: {
      reason: 'action_not_allowed',
      message: 'No se pueden cancelar sesiones que no están pendientes.',
    },
  });
});

test('GW-CANCEL-03 a payment and a cancellation at once end in one of the two', async () => {
  for (let round = 0; round < 10; round += 1) {
    const session = await stage.open();
    const [paid, cancelled] = await Promise.all([
      pay(session, cards.approved),
      stage.cancel(session.requestId),
    ]);
    const { status } = (await stage.query(session.requestId)).status;
    expect([paid.ok, cancelled.http]).toEqual(status === 'APPROVED' ? [true, 400] : [false, 200]);
  }
});
