import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { findMandateDossier, findMandates } from './control-room/mandates';
import { freezeClock } from './clock';
import { agree, agreement, answers, charges, days, mandate, settle, toldOf } from './testing/autopay';
import { setStage, type Stage } from './testing/stage';

/** Automatic payments by hand: the control API, and what the control room shows and does. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
beforeEach(async () => {
  await freezeClock(new Date('2027-01-20T12:00:00-05:00'));
  answers(stage, () => ({ amount: 7000 }));
});
afterEach(() => stage.control('POST', 'reset', {}));
afterAll(() => stage.close());

const variable = () => agreement({ amount: undefined }, { type: 'TOTAL_BALANCE', nextPayment: '2027-01-31' });

test('GW-AUTOPAY-43 the control API tells an automatic payment whole, charges it now, replays a call and cancels it', async () => {
  const { id, reference } = await agree(stage, variable());
  await settle();
  const ran = await stage.control('POST', 'autopays/run', { id });
  expect(ran).toMatchObject({
    http: 200,
    body: {
      id,
      status: 'APPROVED',
      nextOn: '2027-02-28',
      charges: [{ dueOn: '2027-01-31', state: 'PAID', total: '7000.00' }],
      calls: [{ kind: 'WEBHOOK' }, { kind: 'BALANCE' }, { kind: 'SETTLEMENT', state: 'DELIVERED' }],
    },
  });
  await days(12);
  expect(await charges(id)).toHaveLength(1);
  const [, , settlement] = (ran.body.calls ?? []) as { id: number; body: string }[];
  const again = await stage.control('POST', `autopays/calls/${settlement?.id}/replay`);
  expect(again).toMatchObject({
    http: 200,
    body: { origin: 'REPLAY', state: 'DELIVERED', body: settlement?.body },
  });
  const told = toldOf(stage, id, 'settlement').map(({ body }) => JSON.stringify(body));
  expect(told).toEqual([settlement?.body, settlement?.body]);
  expect(await charges(id)).toHaveLength(1);
  expect((await stage.control('POST', 'autopays/cancel', { id })).body).toMatchObject({ status: 'REJECTED' });
  expect((await stage.control('POST', 'autopays/cancel', { id })).http).toBe(409);
  expect((await stage.control('POST', 'autopays/run', { id })).http).toBe(409);
  expect((await stage.control('POST', 'autopays/run', { id: 7 })).http).toBe(400);
  expect((await stage.control('POST', 'autopays/calls/2147483647/replay')).http).toBe(404);
  const { body } = await stage.control('GET', `autopays?reference=${reference}`);
  expect(body).toMatchObject({ autopays: [{ id, status: 'REJECTED', reason: '?C' }] });
});

test('GW-AUTOPAY-43 a button answers when the charge is over, also one that the gateway began by itself', async () => {
  const { id } = await agree(stage, variable());
  await settle();
  const run = () => stage.control('POST', 'autopays/run', { id });
  const takesMoney = stage.merchant.answer;
  let second: ReturnType<typeof run> | undefined;
  stage.merchant.answer = async (...asked) => {
    // Asked how much, the merchant lets somebody else press the button first, and takes its time.
    if (asked[0].url?.endsWith('/balance')) {
      second ??= run();
      for (let looks = 0; looks < 20; looks += 1) await stage.control('GET', `autopays?id=${id}`);
    }
    takesMoney(...asked);
  };
  await run();
  expect(await second).toMatchObject({
    http: 200,
    body: { charges: [{ state: 'PAID', total: '7000.00' }], calls: [{}, {}, { state: 'DELIVERED' }] },
  });
  expect(await charges(id)).toHaveLength(1);
});

test('GW-AUTOPAY-44 the control room lists them, and shows one with its charges, every call, the signed text and the answer', async () => {
  const [one, two] = [await agree(stage, variable()), await agree(stage, variable())];
  await days(12);
  const search = async (text: string) =>
    (await findMandates({ search: text, page: 1 })).rows.map(({ id }) => id);
  expect(await search('')).toEqual([two.id, one.id]);
  for (const text of [one.id, one.reference]) expect(await search(text)).toEqual([one.id]);
  expect(await search(String(one.requestId))).toContain(one.id);
  const dossier = await findMandateDossier(one.id);
  expect(dossier).toMatchObject({
    mandate: { id: one.id, total: null, site: 'Ladera', card: 'visa 1111' },
    sessions: [one.requestId],
    charges: [
      { dueOn: '2027-01-31', state: 'PAID', total: '7000.00', transactions: [{ status: 'APPROVED' }] },
    ],
    calls: [
      { kind: 'SETTLEMENT', state: 'DELIVERED', answer: expect.stringContaining('"OK"') },
      { kind: 'BALANCE', state: 'DELIVERED', answer: expect.stringContaining('7000') },
      { kind: 'WEBHOOK', signed: { algorithm: 'SHA-256', fits: true } },
    ],
  });
  expect(JSON.stringify(dossier?.calls)).not.toContain(process.env.SANDBOX_AUTOPAY_PASSWORD);
  expect(await findMandateDossier('nothing')).toBeNull();
  expect(await mandate(one.id)).toMatchObject({ status: 'APPROVED' });
});
