import { afterAll, beforeAll, expect, test } from 'vitest';
import { advanceClock } from './clock';
import { db } from './db';
import { abandon, openHosted } from './hosted';
import { cards } from './testing/calls';
import { pay, setStage, until, type Stage } from './testing/stage';
import { tick } from './timers';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const openParts = (total = 10_000, more: object = {}) =>
  stage.open(more, { allowPartial: true, amount: { currency: 'COP', total } });

const shown = async ({ requestId, key }: { requestId: number; key: string }) => {
  const opened = await openHosted(requestId, key);
  if (!('session' in opened)) throw new Error(opened.kind);
  return { kind: opened.kind, ...opened.session };
};

test('GW-PARTIAL-01 parts are paid until the total is reached: P0, then 00, newest first', async () => {
  const session = await openParts();
  expect(await pay(session, cards.approved, { amount: '6000' })).toMatchObject({
    kind: 'approved',
    leaveTo: null,
  });
  expect((await stage.query(session.requestId)).status).toMatchObject({
    status: 'APPROVED_PARTIAL',
    reason: 'P0',
    message: 'La petición ha sido aprobada parcialmente',
  });
  await pay(session, cards.refused, { amount: '4000' });
  expect((await stage.query(session.requestId)).status).toMatchObject({ status: 'APPROVED_PARTIAL' });
  await pay(session, cards.approved, { amount: '4000.00' });
  expect(await stage.query(session.requestId)).toMatchObject({
    status: { status: 'APPROVED', reason: '00' },
    payment: [
      { status: { status: 'APPROVED' }, amount: { from: { total: 4000 }, to: { total: 4000 }, factor: 1 } },
      { status: { status: 'REJECTED' }, amount: { from: { total: 4000 } } },
      { status: { status: 'APPROVED' }, amount: { from: { currency: 'COP', total: 6000 } } },
    ],
  });
});

test('GW-PARTIAL-02 the page knows what was paid, what remains, and the least that may be paid', async () => {
  const session = await openParts();
  expect((await shown(session)).partial).toEqual({
    paid: { currency: 'COP', total: '0.00' },
    remaining: { currency: 'COP', total: '10000.00' },
    minimum: { currency: 'COP', total: '1.00' },
  });
  await pay(session, cards.approved, { amount: '9999.50' });
  expect(await shown(session)).toMatchObject({
    kind: 'open',
    partial: { paid: { total: '9999.50' }, remaining: { total: '0.50' }, minimum: { total: '0.50' } },
  });
  expect((await shown(await stage.open())).partial).toBeNull();
});

test.each(['0', '0.99', '10000.01', '-5', 'all', '1e3', '4000,5'])(
  'GW-PARTIAL-03 %s is no part of 10000 and charges nothing',
  async (amount) => {
    const session = await openParts();
    expect(await pay(session, cards.approved, { amount })).toMatchObject({
      ok: false,
      problem: 'invalid',
      fields: { amount: 'malformed' },
    });
    expect(await db().transaction.count({ where: { requestId: session.requestId } })).toBe(0);
  },
);

test('GW-PARTIAL-04 without an amount all that remains is paid, and elsewhere an amount is not heard', async () => {
  const [parts, whole] = [await openParts(), await stage.open()];
  await pay(parts, cards.approved, { amount: '2500' });
  await pay(parts, cards.approved);
  expect(await stage.query(parts.requestId)).toMatchObject({
    status: { status: 'APPROVED' },
    payment: [{ amount: { from: { total: 7500 } } }, {}],
  });
  await pay(whole, cards.approved, { amount: '1' });
  expect(await stage.query(whole.requestId)).toMatchObject({
    payment: [{ amount: { from: { total: 45000 } } }],
  });
});

test('GW-PARTIAL-05 a part paid and then the end of time: PARTIAL_EXPIRED PX, told once', async () => {
  const session = await openParts();
  await pay(session, cards.approved, { amount: '6000' });
  expect(stage.merchant.toldOf(session.requestId)).toEqual([]);
  await advanceClock(31 * 60_000);
  await tick();
  expect((await stage.query(session.requestId)).status).toMatchObject({
    status: 'PARTIAL_EXPIRED',
    reason: 'PX',
    message: 'La petición esta expirada o cancelada y se han realizado pagos',
  });
  await until('the merchant is told', () => stage.merchant.toldOf(session.requestId).length > 0);
  expect(stage.merchant.toldOf(session.requestId)).toMatchObject([{ status: { status: 'PARTIAL_EXPIRED' } }]);
  expect(await pay(session, cards.approved)).toEqual({ ok: false, problem: 'unavailable' });
});

test('GW-PARTIAL-06 a payer who leaves after a part leaves PARTIAL_EXPIRED PX, also twice', async () => {
  const session = await openParts();
  await pay(session, cards.approved, { amount: '6000' });
  expect([await abandon(session), await abandon(session)]).toMatchObject([{ ok: true }, { ok: true }]);
  expect((await stage.query(session.requestId)).status).toMatchObject({
    status: 'PARTIAL_EXPIRED',
    reason: 'PX',
  });
});

test('GW-PARTIAL-07 the merchant cannot cancel what was paid in part', async () => {
  const session = await openParts();
  await pay(session, cards.approved, { amount: '6000' });
  expect(await stage.cancel(session.requestId)).toMatchObject({
    http: 400,
    status: { reason: 'action_not_allowed' },
  });
});

test('GW-PARTIAL-08 a pending part holds the others back, and one that was in time counts after the end', async () => {
  const session = await openParts();
  await pay(session, cards.approved, { amount: '6000' });
  await pay(session, cards.pendingApproved, { amount: '4000' });
  expect((await stage.query(session.requestId)).status).toMatchObject({ status: 'APPROVED_PARTIAL' });
  expect(await pay(session, cards.approved, { amount: '4000' })).toEqual({
    ok: false,
    problem: 'in_process',
  });
  await stage.control('POST', `sessions/${session.requestId}/expire`);
  await advanceClock(61_000);
  await tick();
  expect((await stage.query(session.requestId)).status).toMatchObject({ status: 'APPROVED', reason: '00' });
});

test('GW-PARTIAL-09 with skipResult the payer stays until all is paid', async () => {
  const session = await openParts(10_000, { skipResult: true });
  expect(await pay(session, cards.approved, { amount: '1' })).toMatchObject({ leaveTo: null });
  expect(await pay(session, cards.approved)).toMatchObject({ leaveTo: expect.stringContaining('/return/') });
});

test('GW-SWITCH-01 a site may be told of a part before the end', async () => {
  const where = { login: '5a1e7c3b9d2f4e6081c7a9b3d5f20e64' };
  await db().site.update({ where, data: { switches: { partialNotifies: true } } });
  const session = await openParts();
  await pay(session, cards.approved, { amount: '6000' });
  await pay(session, cards.approved);
  await db().site.update({ where, data: { switches: {} } });
  await until('both are told', () => stage.merchant.toldOf(session.requestId).length === 2);
  expect(stage.merchant.toldOf(session.requestId).map(({ status }) => status)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ status: 'APPROVED_PARTIAL' }),
      expect.objectContaining({ status: 'APPROVED' }),
    ]),
  );
});
