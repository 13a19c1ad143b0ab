/** Automatic payments by the shop's use-cases and endpoints, over real HTTP, with the gateway's own book as oracle. */
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { acceptTerms } from '@/lib/sandbox/autopay/terms';
import { freezeClock, now as gatewayNow } from '@/lib/sandbox/clock';
import { db as gatewayDb } from '@/lib/sandbox/db';
import { charges, days, minutes, settle } from '@/lib/sandbox/testing/autopay';
import { cards } from '@/lib/sandbox/testing/calls';
import { pay, setStage } from '@/lib/sandbox/testing/stage';
import type { Viewer } from '@/lib/domain/viewer';
import { dying } from './dying';

const stage = await setStage();
const { visitor } = await import('./shop');
const { db } = await import('@/lib/data/db');
const { createUser } = await import('@/lib/data/users');
const { findMandateExchanges } = await import('@/lib/data/exchanges');
const { addSampleInvoice, findAccountInvoices, findInvoices } = await import('@/lib/data/invoices');
const { findCharges } = await import('@/lib/data/mandate-charges');
const { findMandateEvents } = await import('@/lib/data/mandate-events');
const { findMandate, findMandates } = await import('@/lib/data/mandates');
const { initialMandateAnswers } = await import('@/lib/domain/mandate-answers');
const { money, sum } = await import('@/lib/domain/money');
const { createMandate, editMandate } = await import('@/lib/use-cases/create-mandate');
const { cancelMandate } = await import('@/lib/use-cases/cancel-mandate');
const { askMandate } = await import('@/lib/use-cases/ask-mandate');
const { checkMandate, recoverMandates } = await import('@/lib/use-cases/check-mandate');
const { previewMandate } = await import('@/lib/use-cases/preview-mandate');
const { returnFromMandate } = await import('@/lib/use-cases/return-from-mandate');
const { chargeStanding } = await import('@/lib/domain/mandate-history');
const { whenIdle } = await import('@/lib/use-cases/background');
const routes = {
  balance: await import('@/app/api/placetopay/autopay/balance/route'),
  settlement: await import('@/app/api/placetopay/autopay/settlement/route'),
  webhook: await import('@/app/api/placetopay/autopay/webhook/route'),
};
type Contract = keyof typeof routes;

// A year is dozens of charges, and each is two calls over HTTP.
vi.setConfig({ testTimeout: 240_000 });

const start = new Date('2027-01-20T12:00:00-05:00');
const dayMs = 86_400_000;
const cop = (minor: bigint) => money(minor, 'COP');

let viewer: Viewer;

beforeAll(async () => {
  stage.merchant.answer = (request, response, body) => {
    const contract = /\/autopay\/(balance|settlement|webhook)$/.exec(request.url ?? '')?.[1] as
      Contract | undefined;
    if (!contract) return void response.writeHead(204).end();
    void post(contract, body, request.headers.authorization).then(async (answer) => {
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(await answer.text());
    });
  };
});

beforeEach(async () => {
  dying.once = true;
  vi.useFakeTimers({ toFake: ['Date'], now: start });
  await freezeClock(start);
  const email = `${randomBytes(6).toString('hex')}@example.com`;
  const user = await createUser({ name: 'Ana', email, passwordHash: '-' });
  if (!user) throw new Error('The account is taken.');
  viewer = { kind: 'buyer', userId: user.id, name: user.name, accessKeys: [] };
});

afterEach(async () => {
  Object.assign(dying, { at: '', once: false });
  await whenIdle();
  // The next test goes back in time: what is left of this one must not be charged in its year.
  for (const { autopayId } of await findMandates(viewer))
    if (autopayId) await stage.control('POST', 'autopays/cancel', { id: autopayId });
  await settle();
  await whenIdle();
  vi.useRealTimers();
});

afterAll(async () => {
  await whenIdle();
  await stage.close();
});

/** The right user and password, unless a test shows others. */
const basic = (pair = `${process.env.AUTOPAY_USER}:${process.env.AUTOPAY_PASSWORD}`) =>
  `Basic ${Buffer.from(pair).toString('base64')}`;

function post(contract: Contract, body: string, authorization: string | undefined = basic()) {
  const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) };
  return routes[contract].POST(new Request('http://shop', { method: 'POST', headers, body }));
}

async function later(count: number) {
  vi.setSystemTime(new Date(gatewayNow().getTime() + count * dayMs));
  await days(count);
  await whenIdle();
}

async function aBitLater(count: number) {
  vi.setSystemTime(new Date(gatewayNow().getTime() + count * 60_000));
  await minutes(count);
  await whenIdle();
}

const answers = (changes: Record<string, string> = {}) => ({
  ...initialMandateAnswers(new Date()),
  ...{ firstOn: '2027-01-31', maxPeriods: '12' },
  ...changes,
});

function sessionOf(processUrl: string) {
  const [key = '', requestId] = processUrl.split('/').reverse();
  return { requestId: Number(requestId), key };
}

async function opened(changes: Record<string, string> = {}, attemptKey: string = randomUUID()) {
  const started = await createMandate({
    answers: answers(changes),
    attemptKey,
    viewer,
    visitor,
    locale: 'es',
  });
  if (!started.ok) throw new Error(JSON.stringify(started));
  return { mandateId: started.mandateId, ...sessionOf(started.processUrl) };
}

async function give(session: { requestId: number; key: string }, card = cards.approved) {
  await acceptTerms(session);
  await pay(session, card);
  await settle();
  await whenIdle();
}

/** The payer agrees, and comes back. */
async function agreed(changes: Record<string, string> = {}) {
  const session = await opened(changes);
  await give(session);
  await checkMandate({ mandateId: session.mandateId, source: 'return' });
  return { mandateId: session.mandateId, ...(await standing(session.mandateId)) };
}

async function standing(mandateId: string) {
  const mandate = await findMandate(mandateId, viewer);
  if (!mandate) throw new Error('The agreement is gone.');
  const { status, reference, nextOn, autopayId } = mandate;
  return { status, reference, nextOn, autopayId: autopayId ?? '', lastDigits: mandate.card.lastDigits };
}

/** Our books against theirs: what was approved, what the invoices say was paid, and nothing left unexplained. */
async function expectSameBooks(mandateId: string, approved: string) {
  const { reference, autopayId } = await standing(mandateId);
  await checkMandate({ mandateId, source: 'reconciler' });
  const { body } = await stage.control('GET', `ledger?reference=${reference}`);
  const theirs = body as { approved: Record<string, string> };
  expect(theirs.approved).toEqual(approved === '0.00' ? {} : { COP: approved });
  const ours = (await findCharges(mandateId, viewer)).filter(({ status }) => status === 'APPROVED');
  const minor = BigInt(approved.replace('.', ''));
  expect(
    sum(
      ours.map(({ amount }) => amount),
      'COP',
    ),
  ).toEqual(cop(minor));
  const paid = (await findInvoices(mandateId, viewer)).map((invoice) => invoice.paid);
  expect(sum(paid, 'COP')).toEqual(cop(minor));
  const theirCharges = (await charges(autopayId)).filter(({ state }) => state === 'PAID');
  expect(ours).toHaveLength(theirCharges.length);
  expect(await suspense(reference)).toEqual([]);
}

async function suspense(reference: string) {
  const rows = await db.suspense.findMany({ orderBy: { createdAt: 'asc' } });
  return rows
    .filter(({ detail }) => (detail as Record<string, string>).reference === reference)
    .map(({ kind, detail }) => [kind, (detail as Record<string, string>).why ?? null]);
}

const fault = (op: string, reference: string, act: object, nth?: number) =>
  stage.control('POST', 'faults', { op, match: { reference, ...(nth && { nth }) }, do: act });

const refuse = (reference: string, nth: number) =>
  fault('charge', reference, { force: { status: 'REJECTED', reason: '51' } }, nth);

/** What AutoPay asked and told about an agreement, newest first, as its owner is shown it. */
const calls = async (mandateId: string) =>
  (await findMandateExchanges(mandateId, viewer, 50)).filter((said) => said.kind === 'contract');

const eventsOf = async (mandateId: string) =>
  (await findMandateEvents(mandateId, viewer)).map(({ type }) => type);

describe('a year of each kind', () => {
  test('a fixed amount on month ends: twelve charges, each once, then finished', async () => {
    const { mandateId, status, lastDigits, nextOn } = await agreed();
    expect({ status, lastDigits, nextOn }).toEqual({
      status: 'ACTIVE',
      lastDigits: '1111',
      nextOn: '2027-01-31',
    });
    await later(12);
    await expectSameBooks(mandateId, '45000.00');
    expect((await standing(mandateId)).nextOn).toBe('2027-02-28');
    await later(400);
    await expectSameBooks(mandateId, '540000.00');
    expect((await standing(mandateId)).status).toBe('FINISHED');
    const sources = (await findCharges(mandateId, viewer)).map(({ source }) => source);
    expect(new Set(sources)).toEqual(new Set(['settlement']));
  });

  test('a total balance: what is owed, then nothing while nothing is owed, then what is owed again', async () => {
    const { mandateId } = await agreed({ chargeType: 'TOTAL_BALANCE', amount: '' });
    await later(12);
    await expectSameBooks(mandateId, '184150.75');
    await later(60);
    await expectSameBooks(mandateId, '184150.75');
    const more = { mandateId, total: cop(999_999n), minimum: cop(1n) };
    expect(await addSampleInvoice(more, viewer, new Date())).toBe(true);
    await later(340);
    await expectSameBooks(mandateId, '194150.74');
    expect((await standing(mandateId)).status).toBe('FINISHED');
  });

  test('a minimum balance: every minimum once, and the rest is still owed', async () => {
    const { mandateId } = await agreed({ chargeType: 'MINIMUM_BALANCE', amount: '' });
    await later(12);
    await expectSameBooks(mandateId, '67750.25');
    await later(400);
    await expectSameBooks(mandateId, '67750.25');
    const open = (await findInvoices(mandateId, viewer)).map(({ total, paid }) => total.minor - paid.minor);
    expect(open.reduce((a, b) => a + b, 0n)).toBe(18_415_075n - 6_775_025n);
  });

  test('weeks are charged every seven days until the last day', async () => {
    const { mandateId } = await agreed({ periodicity: 'W', maxPeriods: '', lastOn: '2027-02-28' });
    await later(60);
    await expectSameBooks(mandateId, '225000.00');
    expect((await standing(mandateId)).status).toBe('FINISHED');
  });
});

describe('what goes wrong', () => {
  test('a refused charge that is approved at the second try is one charge, and the refusal is told', async () => {
    const { mandateId, reference } = await agreed();
    await refuse(reference, 1);
    await later(12);
    await aBitLater(10);
    await expectSameBooks(mandateId, '45000.00');
    const tries = (await findCharges(mandateId, viewer)).map(({ status, reason }) => `${status} ${reason}`);
    expect(tries).toEqual(['APPROVED 00', 'REJECTED 51']);
    expect(await eventsOf(mandateId)).toContain('AUTOPAY_TRANSACTION_FAILED');
  });

  test('exhausted retries stop it, and another card lets it go on with its history', async () => {
    const { mandateId, reference } = await agreed();
    for (const nth of [2, 3, 4]) await refuse(reference, nth);
    await later(12);
    await later(30);
    await aBitLater(10);
    expect((await standing(mandateId)).status).toBe('FAILED');
    await expectSameBooks(mandateId, '45000.00');
    const input = { mandateId, attemptKey: randomUUID(), viewer, visitor, locale: 'en' as const };
    const edited = await editMandate(input);
    if (!edited.ok) throw new Error(edited.problem);
    await give(sessionOf(edited.processUrl), cards.approved);
    await checkMandate({ mandateId, source: 'return' });
    expect((await standing(mandateId)).status).toBe('ACTIVE');
    expect(await eventsOf(mandateId)).toContain('AUTOPAY_UPDATED');
    await later(400);
    await checkMandate({ mandateId, source: 'reconciler' });
    const { autopayId, status } = await standing(mandateId);
    const paid = (await charges(autopayId)).filter(({ state }) => state === 'PAID').length;
    expect(status).toBe('FINISHED');
    expect(paid).toBeGreaterThan(5);
    await expectSameBooks(mandateId, `${45_000 * paid}.00`);
  });

  test('a cancelled agreement is charged no more, and cancelling twice is harmless', async () => {
    const { mandateId } = await agreed();
    await later(12);
    expect(await cancelMandate({ mandateId, viewer })).toEqual({ ok: true });
    expect(await cancelMandate({ mandateId, viewer })).toEqual({ ok: true });
    await later(400);
    await expectSameBooks(mandateId, '45000.00');
    expect((await standing(mandateId)).status).toBe('CANCELLED');
    const input = { mandateId, attemptKey: randomUUID(), viewer, visitor, locale: 'es' as const };
    expect(await editMandate(input)).toMatchObject({ ok: false, problem: 'mandate_over' });
  });

  test('what the gateway’s own operator cancels is learnt from the webhook, and without it from the reconciler', async () => {
    const [told, untold] = [await agreed(), await agreed()];
    await fault('webhook', untold.reference, { drop: true });
    for (const { autopayId } of [told, untold])
      await stage.control('POST', 'autopays/cancel', { id: autopayId });
    await settle();
    await whenIdle();
    expect((await standing(told.mandateId)).status).toBe('CANCELLED');
    expect((await standing(untold.mandateId)).status).toBe('ACTIVE');
    await recoverMandates({ limit: 50, now: new Date(Date.now() + 7 * 60 * 60_000) });
    expect((await standing(untold.mandateId)).status).toBe('CANCELLED');
  });

  test('a settlement that is lost is found in the list; one that comes three times pays once', async () => {
    const [lost, twice] = [await agreed(), await agreed()];
    await fault('settlement', lost.reference, { drop: true });
    await fault('settlement', twice.reference, { duplicate: 2 });
    await later(12);
    expect(await findCharges(lost.mandateId, viewer)).toEqual([]);
    await expectSameBooks(lost.mandateId, '45000.00');
    await expectSameBooks(twice.mandateId, '45000.00');
    const found = await findCharges(lost.mandateId, viewer);
    expect(found.map(({ source, invoices }) => [source, invoices.length])).toEqual([['reconciler', 1]]);
  });

  test('a payer who never comes back, and a lost webhook: the first settlement makes the shop ask', async () => {
    const session = await opened();
    const { reference } = await standing(session.mandateId);
    await fault('webhook', reference, { drop: true });
    await give(session);
    expect((await standing(session.mandateId)).status).toBe('OPENING');
    await later(12);
    expect((await standing(session.mandateId)).status).toBe('ACTIVE');
    await expectSameBooks(session.mandateId, '45000.00');
  });

  test('a payer who does not agree in time leaves no agreement, and nothing is charged', async () => {
    const session = await opened();
    await aBitLater(40);
    await checkMandate({ mandateId: session.mandateId, source: 'reconciler' });
    expect((await standing(session.mandateId)).status).toBe('NOT_AGREED');
  });

  test('a page that cannot be opened is no agreement, and is not asked about for ever', async () => {
    // The first page of this clock that begins with our prefix.
    const broken = {
      op: 'create',
      match: { referencePrefix: 'AUT-', nth: 1 },
      at: 'beforeCommit',
      do: { reset: true },
    };
    await stage.control('POST', 'faults', broken);
    const input = { answers: answers(), attemptKey: randomUUID(), viewer, visitor, locale: 'es' as const };
    const started = await createMandate(input);
    expect(started).toMatchObject({ ok: false, problem: 'gateway_unreachable' });
    const [mandate] = await findMandates(viewer);
    await checkMandate({ mandateId: mandate?.id ?? '', source: 'reconciler' });
    expect((await findMandates(viewer)).map(({ status }) => status)).toEqual(['NOT_AGREED']);
    const row = await db.mandate.findUniqueOrThrow({ where: { id: mandate?.id ?? '' } });
    expect(row.nextCheckAt).toBeNull();
  });
});

/** A settlement as AutoPay writes it, of a charge that the gateway never made. */
const settlement = (reference: string, autopayId: string, changes: object = {}) => ({
  reference,
  id: autopayId,
  transaction: {
    status: { status: 'APPROVED', reason: '00', message: '', date: '2027-01-31T00:00:00-05:00' },
    transactionDate: '2027-01-31T00:00:00-05:00',
    internalReference: 7_000_000_000 + Math.floor(start.getTime() / 1e6),
    reference,
    amount: { currency: 'COP', total: 45000 },
    ...changes,
  },
});

/** The first page of this clock that begins with our prefix is lost, once the gateway has made it. */
const lostPage = {
  ...{ op: 'create', at: 'afterCommit', do: { reset: true } },
  match: { referencePrefix: 'AUT-', nth: 1 },
};

describe('the process dies', () => {
  const reconcile = () =>
    recoverMandates({ limit: 50, now: new Date(gatewayNow().getTime() + 7 * 3_600_000) });

  test.each(['mandate.prepared', 'mandate.sent', 'mandate.answered', 'mandate.unopened'])(
    'at "%s": nobody saw a page, so nothing was agreed to, and another try is one agreement',
    async (point) => {
      if (point === 'mandate.unopened') await stage.control('POST', 'faults', lostPage);
      dying.at = point;
      await expect(opened()).rejects.toThrow('died');
      const [dead] = await findMandates(viewer);
      await aBitLater(40);
      await reconcile();
      expect((await findMandates(viewer)).map(({ status }) => status)).toEqual(['NOT_AGREED']);
      const { mandateId } = await agreed();
      await later(12);
      await expectSameBooks(mandateId, '45000.00');
      expect((await stage.control('GET', `ledger?reference=${dead?.reference}`)).body).toMatchObject({
        approved: {},
      });
    },
  );

  test('at "mandate.opened": the same click leads to the page that is open', async () => {
    const key = randomUUID();
    dying.at = 'mandate.opened';
    await expect(opened({}, key)).rejects.toThrow('died');
    const session = await opened({}, key);
    await give(session);
    await checkMandate({ mandateId: session.mandateId, source: 'return' });
    await later(12);
    await expectSameBooks(session.mandateId, '45000.00');
    expect(await findMandates(viewer)).toHaveLength(1);
  });

  test.each(['mandate.asked', 'mandate.agreed', 'mandate.seen'])(
    'at "%s" of the return: the reconciler learns that it was agreed to',
    async (point) => {
      const session = await opened();
      await fault('webhook', (await standing(session.mandateId)).reference, { drop: true });
      await give(session);
      dying.at = point;
      await expect(checkMandate({ mandateId: session.mandateId, source: 'return' })).rejects.toThrow('died');
      await reconcile();
      expect((await standing(session.mandateId)).status).toBe('ACTIVE');
      await later(12);
      await expectSameBooks(session.mandateId, '45000.00');
    },
  );

  test('at "mandate.booked": what was found in the list is booked once', async () => {
    const { mandateId, reference } = await agreed();
    await fault('settlement', reference, { drop: true });
    await later(45);
    dying.at = 'mandate.booked';
    await expect(checkMandate({ mandateId, source: 'reconciler' })).rejects.toThrow('died');
    await expectSameBooks(mandateId, '90000.00');
  });

  test.each(['mandate.quoted', 'mandate.settled'])(
    'at "%s": AutoPay asks or tells again, and it is one charge',
    async (point) => {
      const { mandateId } = await agreed({ chargeType: 'TOTAL_BALANCE', amount: '' });
      dying.at = point;
      await later(12);
      expect(dying.at).toBe('');
      await expectSameBooks(mandateId, '184150.75');
    },
  );

  test.each([
    ['mandate.cancelling', 'ACTIVE'],
    ['mandate.cancelled', 'CANCELLED'],
  ])('at "%s": it is %s, by both books, and can be cancelled all the same', async (point, status) => {
    const { mandateId } = await agreed();
    // The gateway's word of it is lost as well.
    await fault('webhook', (await standing(mandateId)).reference, { drop: true });
    dying.at = point;
    await expect(cancelMandate({ mandateId, viewer })).rejects.toThrow('died');
    await reconcile();
    expect((await standing(mandateId)).status).toBe(status);
    expect(await cancelMandate({ mandateId, viewer })).toEqual({ ok: true });
    await later(100);
    await expectSameBooks(mandateId, '0.00');
  });
});

test('the same click twice is one agreement and one page', async () => {
  const key = randomUUID();
  const [first, second] = [await opened({}, key), await opened({}, key)];
  expect(second).toEqual(first);
  expect(await findMandates(viewer)).toHaveLength(1);
});

test('somebody else’s agreement does not exist: not to see, not to edit, not to cancel', async () => {
  const { mandateId } = await agreed();
  const other: Viewer = { kind: 'buyer', userId: 'somebody', name: 'Eva', accessKeys: [] };
  const guest: Viewer = { kind: 'guest', accessKeys: [] };
  expect(await findMandateExchanges(mandateId, viewer, 2)).toHaveLength(2);
  for (const viewer of [other, guest]) {
    expect(await findMandate(mandateId, viewer)).toBeNull();
    expect(await findInvoices(mandateId, viewer)).toEqual([]);
    expect(await findCharges(mandateId, viewer)).toEqual([]);
    expect(await findMandateEvents(mandateId, viewer)).toEqual([]);
    expect(await findAccountInvoices(viewer)).toEqual([]);
    expect(await findMandateExchanges(mandateId, viewer, 9)).toEqual([]);
    expect(await askMandate({ mandateId, viewer })).toMatchObject({ problem: 'unknown_mandate' });
    expect(await cancelMandate({ mandateId, viewer })).toMatchObject({ problem: 'unknown_mandate' });
    const edit = { mandateId, attemptKey: randomUUID(), viewer, visitor, locale: 'es' as const };
    expect(await editMandate(edit)).toMatchObject({ problem: 'unknown_mandate' });
  }
});

test('the request that is shown is the one that is sent', async () => {
  const asked = answers({ chargeType: 'TOTAL_BALANCE', amount: '', lastOn: '2027-12-31', interval: '2' });
  const shown = previewMandate({ answers: asked, locale: 'es', visitor });
  if (!shown.ok) throw new Error(JSON.stringify(shown.fields));
  const { requestId } = await opened(asked);
  const { request } = await gatewayDb().session.findUniqueOrThrow({ where: { requestId } });
  const sent = request as { autopay: { reference: string } };
  const { autopay } = JSON.parse(shown.body) as { autopay: object };
  expect({ ...sent.autopay, reference: null }).toMatchObject({ ...autopay, reference: null });
  expect(previewMandate({ answers: { ...asked, dueDay: '29' }, locale: 'es', visitor })).toEqual({
    ok: false,
    fields: { dueDay: 'number_out_of_range' },
  });
});

test('the way back leads to the agreement, again and again, and a made-up one to nobody’s', async () => {
  const session = await opened();
  const { request } = await gatewayDb().session.findUniqueOrThrow({
    where: { requestId: session.requestId },
  });
  const token = (request as { returnUrl: string }).returnUrl.split('/').at(-1) ?? '';
  await fault('webhook', (await standing(session.mandateId)).reference, { drop: true });
  await give(session);
  for (const time of ['first', 'again']) {
    expect([time, await returnFromMandate(token)]).toEqual([time, { mandateId: session.mandateId }]);
    expect((await standing(session.mandateId)).status).toBe('ACTIVE');
  }
  for (const wrong of ['', 'x', `${token.slice(0, -2)}AA`, `${token}A`])
    expect(await returnFromMandate(wrong)).toBeNull();
});

test('a charge is told, then compared, and one that the gateway does not list is with an operator', async () => {
  const { mandateId, reference, autopayId } = await agreed();
  await later(12);
  const standings = async () => {
    const comparedAt = (await findMandate(mandateId, viewer))?.comparedAt ?? null;
    return (await findCharges(mandateId, viewer)).map((charge) => chargeStanding(charge, comparedAt));
  };
  expect(await standings()).toEqual(['told']);
  expect(await askMandate({ mandateId, viewer })).toEqual({ ok: true, outcome: 'compared' });
  expect(await standings()).toEqual(['matched']);
  const forged = settlement(reference, autopayId);
  expect((await post('settlement', JSON.stringify(forged))).status).toBe(200);
  expect(await askMandate({ mandateId, viewer })).toEqual({ ok: true, outcome: 'compared' });
  expect((await standings()).toSorted()).toEqual(['in_review', 'matched']);
});

test('the token of the card is in no row of the shop', async () => {
  const { mandateId, autopayId } = await agreed();
  const { instrument } = await gatewayDb().autopay.findUniqueOrThrow({
    where: { id: autopayId },
    include: { instrument: true },
  });
  const calls = await db.gatewayCall.findMany({ where: { mandateId } });
  expect(calls.map(({ path }) => path)).toContain('/autopay/search');
  const rows = [
    calls,
    await db.mandate.findMany(),
    await db.mandateEvent.findMany(),
    await db.mandatePage.findMany(),
    await db.contractCall.findMany(),
  ];
  const text = JSON.stringify(rows, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
  expect(text).not.toContain(instrument.token);
  expect(text).not.toContain(instrument.subtoken);
});

describe('the three endpoints', () => {
  const id = '6f1c2b8e-0a4d-4c57-9b7e-3a1d5f2c9e10';
  const told = { reference: 'AUT-NOBODY', id };

  test.each(['balance', 'settlement', 'webhook'] as const)(
    '%s opens to the agreed user and password alone',
    async (contract) => {
      for (const wrong of ['', 'x:y', `${process.env.AUTOPAY_USER}:`, `:${process.env.AUTOPAY_PASSWORD}`]) {
        const answer = await post(contract, JSON.stringify(told), basic(wrong));
        expect([401, 429]).toContain(answer.status);
        expect(await answer.json()).toMatchObject({ status: { status: 'FAILED' } });
      }
    },
  );

  test.each(['balance', 'settlement', 'webhook'] as const)(
    '%s refuses what is not documented',
    async (contract) => {
      for (const body of ['', '{', '[]', '{}', JSON.stringify({ ...told, extra: true })]) {
        const answer = await post(contract, body);
        expect(answer.status).toBe(400);
        expect(await answer.json()).toMatchObject({ status: { status: 'FAILED', reason: 'BR' } });
      }
      expect((await post(contract, `"${'x'.repeat(20_000)}"`)).status).toBe(413);
    },
  );

  test('an unknown agreement, another’s id and a cancelled one have no balance', async () => {
    const { mandateId, reference, autopayId } = await agreed({ chargeType: 'TOTAL_BALANCE', amount: '' });
    const right = JSON.stringify({ reference, id: autopayId });
    const balance = await post('balance', right);
    expect(await balance.json()).toMatchObject({
      status: { status: 'OK', reason: '00' },
      id: autopayId,
      amount: { currency: 'COP', total: 184150.75 },
      min_amount: { currency: 'COP', total: 67750.25 },
    });
    for (const wrong of [told, { reference, id }, { reference: 'AUT-NOBODY', id: autopayId }])
      expect((await post('balance', JSON.stringify(wrong))).status).toBe(400);
    await cancelMandate({ mandateId, viewer });
    expect((await post('balance', right)).status).toBe(400);
  });

  test.each([
    ['other_amount', { amount: { currency: 'COP', total: 45000.01 } }],
    ['other_currency', { amount: { currency: 'USD', total: 45000 } }],
  ])('a settlement with %s is refused, kept in Suspense, and pays nothing', async (why, changes) => {
    const { mandateId, reference, autopayId } = await agreed();
    const body = JSON.stringify(settlement(reference, autopayId, changes));
    for (const time of ['first', 'again'])
      expect([time, (await post('settlement', body)).status]).toEqual([time, 400]);
    expect(await suspense(reference)).toEqual([['autopay_charge', why]]);
    expect(await findInvoices(mandateId, viewer)).toEqual([]);
    expect((await findCharges(mandateId, viewer)).map(({ booked }) => booked)).toEqual([false]);
  });

  test('a settlement of an unknown agreement goes to Suspense', async () => {
    const answer = await post('settlement', JSON.stringify(settlement('AUT-STRANGER', id)));
    expect(answer.status).toBe(400);
    expect(await suspense('AUT-STRANGER')).toEqual([['autopay_settlement', null]]);
  });

  test('a settlement that the gateway does not list is suspect once it is compared', async () => {
    const { mandateId, reference, autopayId } = await agreed();
    expect((await post('settlement', JSON.stringify(settlement(reference, autopayId)))).status).toBe(200);
    await checkMandate({ mandateId, source: 'reconciler' });
    expect(await suspense(reference)).toEqual([['autopay_unlisted', null]]);
  });

  test('every call is kept for its owner, with how it was checked and answered, and without a secret', async () => {
    const { mandateId, reference, autopayId } = await agreed({ chargeType: 'TOTAL_BALANCE', amount: '' });
    await whenIdle();
    const before = await calls(mandateId);
    expect(before).toMatchObject([
      { contract: 'webhook', password: 'FITS', signature: 'FITS', httpStatus: 200 },
    ]);
    const right = JSON.stringify({ reference, id: autopayId });
    const event = { id: autopayId, reference, type: 'AUTOPAY_CANCELED', date: '2027-01-20 12:00:00' };
    const forged = JSON.stringify({ ...event, signature: `sha256:${'ab'.repeat(32)}` });
    const misfit = settlement(reference, autopayId, { amount: { currency: 'COP', total: 1 } });
    const card = { ...misfit.transaction, card: cards.approved };
    const said: [Contract, string, string?][] = [
      ['balance', right],
      ['balance', right, basic('x:never-agreed')],
      ['balance', right, ''],
      ['balance', JSON.stringify({ reference, id })],
      ['settlement', JSON.stringify({ ...misfit, transaction: card })],
      ['webhook', forged],
    ];
    for (const [contract, body, authorization] of said) {
      // Time stands still here, and the list is by time.
      vi.setSystemTime(Date.now() + 1_000);
      await post(contract, body, authorization);
      await whenIdle();
    }
    const [webhook, booked, unknown, missing, wrong, balance] = await calls(mandateId);
    expect(webhook).toMatchObject({
      contract: 'webhook',
      password: 'FITS',
      signature: 'DIFFERS',
      httpStatus: 401,
    });
    expect(webhook).toMatchObject({
      signedText: `${autopayId}AUTOPAY_CANCELED2027-01-20 12:00:00`,
      signatureStart: 'abababab',
    });
    expect(booked).toMatchObject({ contract: 'settlement', password: 'FITS', signature: null });
    expect(unknown).toMatchObject({ contract: 'balance', password: 'FITS', httpStatus: 400 });
    expect(missing).toMatchObject({ password: 'MISSING', httpStatus: 401 });
    expect(wrong).toMatchObject({ password: 'DIFFERS', httpStatus: 401 });
    expect(balance).toMatchObject({
      ...{ contract: 'balance', password: 'FITS', signature: null, httpStatus: 200 },
      bodyRedacted: { reference, id: autopayId },
      answerRedacted: { status: { status: 'OK' }, amount: { total: 184150.75 } },
    });
    const kept = JSON.stringify(await db.contractCall.findMany({ where: { mandateId } }));
    const { AUTOPAY_USER = '-', AUTOPAY_PASSWORD = '-', PLACETOPAY_SECRET_KEY = '-' } = process.env;
    const shown = [basic(), basic('x:never-agreed')].map((header) => header.slice(6));
    for (const secret of [AUTOPAY_USER, AUTOPAY_PASSWORD, PLACETOPAY_SECRET_KEY, ...shown, 'never-agreed'])
      expect(kept).not.toContain(secret);
    expect(kept).not.toMatch(new RegExp(`${cards.approved}|${'ab'.repeat(5)}`));
    const other = await createUser({ name: 'Eva', email: `${id}@example.com`, passwordHash: '-' });
    const stranger = { kind: 'buyer', userId: other?.id ?? '', name: 'Eva', accessKeys: [] } as const;
    expect(await findMandateExchanges(mandateId, stranger, 50)).toEqual([]);
  });

  test('of a flood of refused calls a few are kept, and none of agreements that are not ours', async () => {
    const { mandateId, reference, autopayId } = await agreed();
    const wrong = JSON.stringify({ reference, id: autopayId, extra: true });
    for (let time = 1; time <= 15; time += 1) {
      await post('balance', wrong);
      await whenIdle();
    }
    const refused = (await calls(mandateId)).filter(({ httpStatus }) => httpStatus !== 200);
    expect(refused).toHaveLength(10);
    const all = await db.contractCall.count();
    await post('balance', JSON.stringify(told));
    await whenIdle();
    expect(await db.contractCall.count()).toBe(all);
  });

  test('a webhook with a wrong signature changes nothing', async () => {
    const { mandateId, reference, autopayId } = await agreed();
    const body = { id: autopayId, reference, type: 'AUTOPAY_CANCELED', date: '2027-01-20 12:00:00' };
    const forged = { ...body, signature: `sha256:${'0'.repeat(64)}` };
    expect((await post('webhook', JSON.stringify(forged))).status).toBe(401);
    expect(await eventsOf(mandateId)).not.toContain('AUTOPAY_CANCELED');
    expect((await standing(mandateId)).status).toBe('ACTIVE');
  });
});
