/** Holds on stored cards: a collect of type checkin, and what follows it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { advanceClock } from './clock';
import { cards, order } from './testing/calls';
import { keepCard, setStage, type Stage } from './testing/stage';
import { tick } from './timers';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const day = 86_400_000;

const act = async (action: string, internalReference: number, total: number, currency = 'COP') =>
  (await stage.post('transaction', { action, internalReference, amount: { currency, total } })) as Awaited<
    ReturnType<Stage['post']>
  > & { payment: { internalReference: number } };

const ledger = async (reference: string) =>
  (await stage.control('GET', `ledger?reference=${reference}`)).body;

/** A check-in on a stored card, as a merchant asks for it. */
async function heldByToken(number: string = cards.approved, changes: object = {}, payment: object = {}) {
  const { token } = await keepCard(stage, number);
  const asked = { ...order({ type: 'checkin', ...changes }, payment), instrument: { token: { token } } };
  const answer = (await stage.post('collect', asked)) as unknown as {
    http: number;
    requestId: number;
    status: { status: string; message: string };
    payment: { internalReference: number }[] | null;
  };
  const { reference } = asked.payment;
  return { asked, answer, reference, internalReference: answer.payment?.[0]?.internalReference ?? 0 };
}

test('GW-HOLD-10 a token is held, held anew and captured for less like a card on the page, in one currency', async () => {
  const { answer, reference, internalReference } = await heldByToken();
  expect(answer).toMatchObject({ http: 200, status: { status: 'APPROVED' }, request: { type: 'checkin' } });
  expect(await stage.query(answer.requestId)).toMatchObject({
    status: { status: 'APPROVED', reason: '00' },
    request: { type: 'checkin' },
    payment: [{ internalReference, status: { status: 'APPROVED' }, amount: { from: { total: 45000 } } }],
  });
  expect(await ledger(reference)).toMatchObject({ approved: {}, held: { COP: '45000.00' } });
  expect(await act('checkout', internalReference, 10, 'USD')).toMatchObject({ http: 400 });
  const raised = await act('reauthorization', internalReference, 60000);
  const lowered = await act('reauthorization', raised.payment.internalReference, 50000);
  expect(await ledger(reference)).toMatchObject({ approved: {}, held: { COP: '50000.00' } });
  expect(await act('checkout', lowered.payment.internalReference, 40000)).toMatchObject({ http: 200 });
  expect(await ledger(reference)).toMatchObject({ approved: { COP: '40000.00' }, held: {} });
  expect(await act('checkout', internalReference, 1)).toMatchObject({
    http: 400,
    status: { reason: 'request_not_valid' },
  });
  const other = await heldByToken();
  expect(await act('checkout', other.internalReference, 0)).toMatchObject({ status: { status: 'APPROVED' } });
  expect(await ledger(other.reference)).toMatchObject({ approved: {}, held: {} });
});

test('GW-HOLD-11 a hold of a token that pends begins with its approval, and lapses 30 days after it', async () => {
  const { answer, reference } = await heldByToken(cards.pendingApproved);
  expect(answer).toMatchObject({ status: { status: 'PENDING', reason: 'PT' }, payment: null });
  expect(await ledger(reference)).toMatchObject({ pending: { COP: '45000.00' }, held: {} });
  await advanceClock(61_000);
  await tick();
  expect(await stage.query(answer.requestId)).toMatchObject({ status: { status: 'APPROVED' } });
  expect(await ledger(reference)).toMatchObject({ pending: {}, held: { COP: '45000.00' } });
  await advanceClock(30 * day - 60_000);
  await tick();
  expect(await ledger(reference)).toMatchObject({ held: { COP: '45000.00' } });
  await advanceClock(61_000);
  await tick();
  expect(await ledger(reference)).toMatchObject({ approved: {}, held: {} });
});

test('GW-HOLD-12 of equal check-ins on a token within 24 hours one holds, and a refused one holds nothing', async () => {
  const { asked, answer, reference } = await heldByToken();
  const again = await Promise.all(Array.from({ length: 5 }, () => stage.post('collect', asked)));
  for (const { requestId } of again) expect(requestId).toBe(answer.requestId);
  expect(await ledger(reference)).toMatchObject({ held: { COP: '45000.00' }, sessions: [{}] });
  const unlucky = 'T-UNLUCKY-HOLD';
  const rule = { op: 'charge', match: { reference: unlucky, nth: 1 }, do: { force: { status: 'REJECTED' } } };
  await stage.control('POST', 'faults', rule);
  const refused = await heldByToken(cards.approved, {}, { reference: unlucky });
  expect(refused.answer).toMatchObject({ status: { status: 'REJECTED', reason: 'XN' } });
  expect(await ledger(unlucky)).toMatchObject({ approved: {}, held: {}, refused: { COP: '45000.00' } });
  expect(await stage.post('collect', refused.asked)).toMatchObject({ status: { status: 'APPROVED' } });
  expect(await ledger(unlucky)).toMatchObject({ approved: {}, held: { COP: '45000.00' } });
});

test.each([
  [
    'payment.dispersion',
    { dispersion: [{ agreementType: 'MERCHANT', amount: { currency: 'COP', total: 45000 } }] },
  ],
  ['payment.allowPartial', { allowPartial: true }],
])('GW-HOLD-13 a check-in on a token goes with no %s', async (field, payment) => {
  const { answer } = await heldByToken(cards.approved, {}, payment);
  expect(answer).toMatchObject({ http: 400, status: { status: 'FAILED', reason: 'request_not_valid' } });
  expect(answer.status.message).toContain(field);
});
