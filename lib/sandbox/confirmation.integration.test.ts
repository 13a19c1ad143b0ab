import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { advanceClock } from './clock';
import { db } from './db';
import { answerChallenge, openHosted } from './hosted';
import { call, cards, demo, order } from './testing/calls';
import { pay, setStage, until, type Stage } from './testing/stage';
import { tick } from './timers';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterEach(() => db().site.update({ where: { login: demo.login }, data: { allowsConfirmation: true } }));
afterAll(() => stage.close());

const asks = { metadata: { requiresConfirmation: true }, skipResult: true };

async function waiting(number = cards.approved) {
  const session = await stage.open(asks);
  const paid = await pay(session, number);
  const { internalReference } = await db().transaction.findFirstOrThrow({
    where: { requestId: session.requestId },
  });
  return { ...session, paid, internalReference };
}

const act = (action: string, internalReference: number) =>
  stage.post('transaction', { action, internalReference });

test('GW-CONFIRM-01 what the payer gave waits for the merchant; nobody pays, leaves or cancels meanwhile', async () => {
  const session = await waiting();
  expect(session.paid).toMatchObject({ ok: true, kind: 'pending', leaveTo: expect.any(String) });
  expect(await stage.query(session.requestId)).toMatchObject({
    status: { status: 'PENDING', reason: 'PT' },
    payment: [
      {
        status: {
          status: 'PENDING_CONFIRMATION',
          reason: 'PT',
          message: 'Transacción pendiente de confirmación',
        },
        authorization: '000000',
        receipt: null,
      },
    ],
  });
  expect((await openHosted(session.requestId, session.key)).kind).toBe('pending');
  expect(await pay(session, cards.approved)).toEqual({ ok: false, problem: 'in_process' });
  expect((await stage.cancel(session.requestId)).http).toBe(400);
  expect(stage.merchant.toldOf(session.requestId)).toEqual([]);
});

test('GW-CONFIRM-02 confirmed, the network approves and the merchant is told', async () => {
  const { requestId, internalReference } = await waiting();
  expect(await act('confirm', internalReference)).toMatchObject({
    http: 200,
    status: { status: 'APPROVED', reason: '00' },
    payment: { internalReference, authorization: expect.stringMatching(/^(?!000000)\d{6}$/) },
  });
  expect((await stage.query(requestId)).status).toMatchObject({ status: 'APPROVED', reason: '00' });
  await until('the merchant is told', () => stage.merchant.toldOf(requestId).length > 0);
  expect(await act('confirm', internalReference)).toMatchObject({
    http: 400,
    status: {
      reason: 'request_not_valid',
      message:
        'La acción [confirm] solo está disponible para transacciones en estado pendiente de confirmación',
    },
  });
});

test('GW-CONFIRM-03 confirmed, the network may refuse: FAILED BR, and the session is rejected', async () => {
  const { requestId, internalReference } = await waiting(cards.refused);
  expect(await act('confirm', internalReference)).toMatchObject({
    http: 200,
    status: { status: 'FAILED', reason: 'BR', message: 'La petición no puede ser procesada' },
    payment: { status: { status: 'REJECTED', reason: '05' } },
  });
  expect((await stage.query(requestId)).status).toMatchObject({ status: 'REJECTED', reason: 'XN' });
});

test('GW-CONFIRM-04 confirmed, the network may take its time', async () => {
  const { requestId, internalReference } = await waiting(cards.pendingApproved);
  expect(await act('confirm', internalReference)).toMatchObject({ status: { status: 'PENDING' } });
  expect((await stage.query(requestId)).status).toMatchObject({ status: 'PENDING', reason: 'PT' });
  await advanceClock(61_000);
  await tick();
  expect((await stage.query(requestId)).status).toMatchObject({ status: 'APPROVED' });
});

test('GW-CONFIRM-05 given up by the merchant: REJECTED ?C, in words of its own', async () => {
  const { requestId, internalReference } = await waiting();
  const message = 'Cancelada por el comercio';
  expect(await act('cancel', internalReference)).toMatchObject({
    http: 200,
    status: { status: 'REJECTED', reason: '?C', message },
    payment: { status: { status: 'REJECTED', reason: '?C', message } },
  });
  expect((await stage.query(requestId)).status).toMatchObject({ status: 'REJECTED', reason: '?C' });
});

test('GW-CONFIRM-06 after the window both are rejected, also when the timer has not come by', async () => {
  const [timed, asked] = [await waiting(), await waiting()];
  await advanceClock(15 * 60_000 + 1000);
  const late = {
    http: 400,
    status: { reason: 'transaction_request_error', message: 'La transacción ya ha sido expirada' },
  };
  expect(await act('confirm', asked.internalReference)).toMatchObject(late);
  await tick();
  expect(await act('confirm', timed.internalReference)).toMatchObject(late);
  for (const { requestId } of [timed, asked]) {
    expect(await stage.query(requestId)).toMatchObject({
      status: { status: 'REJECTED', reason: 'EX' },
      payment: [{ status: { status: 'REJECTED', reason: 'EX' } }],
    });
  }
});

test('GW-CONFIRM-07 the payer answers his code first, and a wrong one refuses the attempt', async () => {
  const session = await waiting(cards.challenge);
  expect(session.paid).toMatchObject({ kind: 'challenge' });
  expect(await act('confirm', session.internalReference)).toMatchObject({ http: 400 });
  await answerChallenge({ ...session, code: '12345' });
  expect(await act('confirm', session.internalReference)).toMatchObject({ status: { status: 'APPROVED' } });
  const other = await waiting(cards.challenge);
  await answerChallenge({ ...other, code: '1' });
  expect((await stage.query(other.requestId)).status).toMatchObject({ status: 'PENDING', reason: 'PT' });
});

test('GW-CONFIRM-08 payments that ask for no confirmation know neither action', async () => {
  const session = await stage.open();
  await pay(session, cards.approved);
  const where = { requestId: session.requestId };
  const { internalReference } = await db().transaction.findFirstOrThrow({ where });
  for (const action of ['confirm', 'cancel']) {
    expect(await act(action, internalReference)).toMatchObject({
      http: 400,
      status: { message: `La acción [${action}] no está soportada para esta sesión` },
    });
  }
});

test('GW-CONFIRM-09 only basic payments of sites that may', async () => {
  const create = (request: object) => call(`${stage.base}/api/session`, request);
  for (const payment of [{ allowPartial: true }, { subscribe: true }])
    expect((await create(order(asks, payment))).http).toBe(400);
  expect((await create(order({ ...asks, type: 'checkin' }))).http).toBe(400);
  await db().site.update({ where: { login: demo.login }, data: { allowsConfirmation: false } });
  expect(await create(order(asks))).toMatchObject({
    http: 400,
    status: { message: expect.stringContaining('no está habilitado') },
  });
});

test('GW-CONFIRM-10 of confirm and cancel at once one is heard', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { internalReference } = await waiting();
    const answers = await Promise.all([act('confirm', internalReference), act('cancel', internalReference)]);
    expect(answers.filter(({ http }) => http === 200)).toHaveLength(1);
  }
});
