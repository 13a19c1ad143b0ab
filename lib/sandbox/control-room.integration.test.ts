import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDeliveries } from './control-room/deliveries';
import { findInstruments } from './control-room/instruments';
import { findRecurrences } from './control-room/recurrences';
import { findDossier, findSessions } from './control-room/sessions';
import { findTransactions } from './control-room/transactions';
import { isInside } from './control-room/gate';
import { db } from './db';
import { addFault } from './faults';
import { cards } from './testing/calls';
import { inAnHour, payBy } from './testing/others';
import { keepCard, pay, setStage, until, type Stage } from './testing/stage';

/** The control room's forms, over HTTP as a browser without JavaScript posts them. Its pages are tried in e2e. */

let stage: Stage;
let cookie: string;
beforeAll(async () => {
  stage = await setStage();
  const entered = await post({ act: 'enter', key: process.env.SANDBOX_CONTROL_KEY ?? '' }, {});
  cookie = entered.cookie.split(';')[0] ?? '';
});
afterAll(() => stage.close());

const ownOrigin = () => new URL(stage.base).origin;

async function post(form: Record<string, string>, headers: Record<string, string> = { cookie }) {
  const response = await fetch(`${stage.base}/control/act`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: ownOrigin(), ...headers },
    body: new URLSearchParams(form),
  });
  return {
    http: response.status,
    location: response.headers.get('location') ?? '',
    cookie: response.headers.get('set-cookie') ?? '',
  };
}

const dossierOf = async (requestId: number) => {
  const dossier = await findDossier(String(requestId));
  if (!dossier) throw new Error(`no session ${requestId}`);
  return dossier;
};

/** A payment's own notification is sent beside the payer's answer, and not before it. */
const allArrived = (requestId: number, count: number) =>
  until(`${count} deliveries of ${requestId}`, async () => {
    const { deliveries } = await dossierOf(requestId);
    return deliveries.filter(({ state }) => state === 'DELIVERED').length === count;
  });

test('GW-ROOM-01 the key opens the room for twelve hours, with a cookie no script reads and that is not the key', async () => {
  const {
    http,
    location,
    cookie: set,
  } = await post(
    { act: 'enter', key: process.env.SANDBOX_CONTROL_KEY ?? '', back: '/sandbox/control/faults', lang: 'en' },
    {},
  );
  expect([http, location]).toEqual([303, '/sandbox/control/faults?lang=en']);
  expect(set).toMatch(/; Path=\/sandbox; Max-Age=43200; HttpOnly; SameSite=Strict$/);
  expect(set).not.toContain(process.env.SANDBOX_CONTROL_KEY);
  const value = set.split(/[=;]/)[1];
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
  expect([isInside(value, hours(11.9)), isInside(value, hours(12.1))]).toEqual([true, false]);
  expect(
    isInside(
      value?.replace(/^\d+/, (until) => String(Number(until) + 9)),
      hours(0),
    ),
  ).toBe(false);
  expect((await post({ act: 'leave' })).cookie).toMatch(/^sandbox_control=; .*Max-Age=0;/);
});

test('GW-ROOM-02 nothing happens without the key, from a foreign page, or under a foreign name', async () => {
  const { requestId } = await stage.open();
  const expire = { act: 'expire', requestId: String(requestId) };
  expect((await post({ act: 'enter', key: 'a wrong key' }, {})).location).toBe(
    '/sandbox/control?problem=key',
  );
  expect((await post(expire, {})).location).toBe('/sandbox/control?problem=key');
  expect((await post(expire, { cookie: 'sandbox_control=9999999999.00' })).location).toContain('problem=key');
  expect((await post(expire, { cookie, origin: 'http://attacker.example' })).http).toBe(403);
  expect((await post(expire, { cookie, origin: 'null' })).http).toBe(403);
  expect((await post({ act: 'explode' })).http).toBe(400);
  expect((await post({ ...expire, padding: 'x'.repeat(20_000) })).http).toBe(400);
  expect((await stage.query(requestId)).status.status).toBe('PENDING');
});

test('GW-ROOM-03 a button leads back to its page of the room, and nowhere else', async () => {
  const back = async (where: string) => (await post({ act: 'freezing', back: where, lang: 'fr' })).http;
  expect(await back('/sandbox/control')).toBe(400);
  for (const where of ['https://attacker.example', '//attacker.example', '/sandbox/control/../..', '']) {
    expect((await post({ act: 'removeFault', fault: '0', back: where })).location).toBe(
      '/sandbox/control?problem=nothing',
    );
  }
});

test('GW-ROOM-04 sessions are found by number and by part of a reference, a page at a time', async () => {
  const mark = `FIND-${Date.now()}`;
  for (let count = 0; count < 27; count += 1) await stage.open({}, { reference: `${mark}-${count}` });
  const [first, second] = [
    await findSessions({ search: mark.toLowerCase(), page: 1 }),
    await findSessions({ search: mark, page: 2 }),
  ];
  expect([first.rows.length, first.more, second.rows.length, second.more]).toEqual([25, true, 2, false]);
  expect(first.rows[0]).toMatchObject({ reference: `${mark}-26`, total: '45000.00', site: 'Ladera' });
  const { requestId } = second.rows[1] ?? { requestId: 0 };
  const byNumber = await findSessions({ search: ` ${requestId} `, page: 1 });
  expect(byNumber.rows.map((row) => row.reference)).toContain(`${mark}-0`);
});

test('GW-ROOM-05 a delivery shows its bytes, the text that was signed with the secret masked, and the answer', async () => {
  const session = await stage.open();
  await pay(session, cards.approved);
  await stage.control('POST', `sessions/${session.requestId}/notify`, { forge: 'badSignature' });
  await stage.control('POST', `sessions/${session.requestId}/notify`, { forge: 'noSignature' });
  await allArrived(session.requestId, 3);
  const { deliveries, transactions, total } = await dossierOf(session.requestId);
  const { status } = await stage.query(session.requestId);
  const text = `${session.requestId}APPROVED${status.date}••••••••`;
  expect(total).toBe('45000.00');
  expect(transactions).toMatchObject([{ status: 'APPROVED', total: '45000.00' }]);
  expect(deliveries).toMatchObject([
    { state: 'DELIVERED', httpStatus: 204, signed: { text, algorithm: 'SHA-256', fits: true } },
    { origin: 'FORGED', signed: { text, algorithm: 'SHA-256', fits: false } },
    { origin: 'FORGED', signed: { text, algorithm: null, fits: false } },
  ]);
  expect(JSON.stringify(deliveries)).not.toContain('sbx_');
  expect(deliveries[0]?.body).toBe(JSON.stringify(stage.merchant.toldOf(session.requestId)[0]));
});

test('GW-ROOM-06 resend signs anew, replay and duplicate bring the very bytes again, tamper lies', async () => {
  const session = await stage.open();
  const { requestId } = session;
  const about = { requestId: String(requestId), back: `/sandbox/control/sessions/${requestId}` };
  expect((await post({ act: 'resend', ...about })).location).toBe(`${about.back}?done=resend`);
  await pay(session, cards.approved);
  const early = (await dossierOf(requestId)).deliveries[0];
  const delivery = String(early?.id);
  await post({ act: 'replay', ...about, delivery });
  await post({ act: 'duplicate', ...about, delivery });
  await post({ act: 'tamper', ...about, forge: 'otherReference' });
  expect((await post({ act: 'tamper', ...about, forge: 'moon' })).location).toContain('problem=nothing');
  expect((await post({ act: 'replay', ...about, delivery: '999999' })).location).toContain('problem=nothing');
  await allArrived(requestId, 6);
  const { deliveries } = await dossierOf(requestId);
  const same = deliveries.filter(({ body }) => body === early?.body).map(({ origin }) => origin);
  expect(same).toEqual(['RESEND', 'RESEND', 'DUPLICATE', 'DUPLICATE']);
  expect(deliveries.map(({ state }) => state)).toEqual(Array(6).fill('DELIVERED'));
  expect(stage.merchant.toldOf(requestId)).toHaveLength(6);
});

test('GW-ROOM-07 what is pending is approved or refused, what is open expires, and the merchant hears of it', async () => {
  const [approved, refused, expired] = [await stage.open(), await stage.open(), await stage.open()];
  await pay(approved, cards.manual);
  await pay(refused, cards.manual);
  const about = ({ requestId }: { requestId: number }) => ({ requestId: String(requestId) });
  await post({ act: 'approve', ...about(approved) });
  await post({ act: 'refuse', ...about(refused) });
  await post({ act: 'expire', ...about(expired) });
  expect((await post({ act: 'approve', ...about(approved) })).location).toContain('problem=nothing');
  const told = async ({ requestId }: { requestId: number }) => (await stage.query(requestId)).status;
  expect(await told(approved)).toMatchObject({ status: 'APPROVED', reason: '00' });
  expect(await told(refused)).toMatchObject({ status: 'PENDING', reason: 'PT' });
  expect(await told(expired)).toMatchObject({ status: 'REJECTED', reason: 'EX' });
  expect(stage.merchant.toldOf(approved.requestId)).toHaveLength(1);
  expect(stage.merchant.toldOf(expired.requestId)).toHaveLength(1);
});

test('GW-ROOM-14 an order for cash is marked as paid by a button, and only an order', async () => {
  const [order, card] = [await stage.open({ expiration: inAnHour() }), await stage.open()];
  await payBy(order, { way: 'cash' });
  await pay(card, cards.manual);
  const mark = ({ requestId }: { requestId: number }) => post({ act: 'paid', requestId: String(requestId) });
  expect((await mark(order)).location).toContain('done=paid');
  for (const nothing of [order, card]) expect((await mark(nothing)).location).toContain('problem=nothing');
  expect((await stage.query(order.requestId)).status).toMatchObject({ status: 'APPROVED', reason: '00' });
  expect((await stage.query(card.requestId)).status).toMatchObject({ status: 'PENDING', reason: 'PT' });
  expect(stage.merchant.toldOf(order.requestId)).toHaveLength(1);
});

test('GW-ROOM-08 a fault is added by its form, shown with the sessions it concerns, and taken away', async () => {
  const [mine, other] = [await stage.open(), await stage.open()];
  const form = {
    act: 'addFault',
    op: 'query',
    target: 'requestId',
    value: String(mine.requestId),
    at: 'response',
  };
  await post({ ...form, kind: 'mutate', what: 'status.status=MOON', nth: '1' });
  for (const broken of [
    { ...form, kind: 'status', what: '' },
    { ...form, kind: 'explode', what: '1' },
    { ...form, kind: 'drop', what: '' },
    { ...form, kind: 'reset', target: 'everybody' },
    { ...form, kind: 'reset', value: '' },
  ]) {
    expect((await post(broken)).location).toContain('problem=fault');
  }
  expect((await stage.query(mine.requestId)).status.status).toBe('MOON');
  expect((await stage.query(mine.requestId)).status.status).toBe('PENDING');
  const { faults } = await dossierOf(mine.requestId);
  expect(faults).toMatchObject([{ op: 'query', nth: 1, seen: 2, fired: 1 }]);
  expect((await dossierOf(other.requestId)).faults).toEqual([]);
  await post({ act: 'removeFault', fault: String(faults[0]?.id) });
  const charge = { ...form, op: 'charge', at: 'beforeCommit', kind: 'force' };
  expect((await post({ ...charge, what: 'MOON' })).location).toContain('problem=fault');
  expect((await post({ ...charge, what: 'REJECTED 51' })).location).toContain('done=addFault');
  const [added] = (await dossierOf(mine.requestId)).faults;
  expect(added).toMatchObject({ op: 'charge', action: { force: { status: 'REJECTED', reason: '51' } } });
  await post({ act: 'removeFault', fault: String(added?.id) });
  expect((await dossierOf(mine.requestId)).faults).toEqual([]);
});

test('GW-ROOM-10 transactions of all sessions are listed, steps and repeated charges too, and found by what names them', async () => {
  const session = await stage.open();
  await pay(session, cards.approved);
  const [attempt] = (await dossierOf(session.requestId)).transactions;
  const internalReference = attempt?.internalReference ?? 0;
  await stage.post('transaction', { action: 'reverse', internalReference });
  const find = async (search: string) => (await findTransactions({ search, page: 1 })).rows;
  const byReference = await find(attempt?.reference.toLowerCase() ?? '');
  expect(byReference).toMatchObject([
    { type: 'REVERSE', parentReference: internalReference, requestId: null, refunded: null },
    {
      type: 'SALE',
      requestId: session.requestId,
      total: '45000.00',
      refunded: '45000.00',
      lastDigits: '1111',
    },
  ]);
  expect(await find(String(internalReference))).toEqual(byReference);
  expect(await find(String(session.requestId))).toEqual([byReference[1]]);
  expect(await find('no such reference')).toEqual([]);
});

test('GW-ROOM-11 a token is shown masked, found by its whole name, and invalidated by its button', async () => {
  const kept = await keepCard(stage, cards.approved);
  const find = async (search: string) => (await findInstruments({ search, page: 1 })).rows;
  const [row, ...others] = await find(kept.token);
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    requestId: kept.requestId,
    brand: 'Visa',
    token: `${kept.token.slice(0, 4)}••••${kept.token.slice(-4)}`,
    subtoken: '••••1111',
    validUntil: '12/34',
    isExpired: false,
    invalidatedAt: null,
  });
  expect(JSON.stringify(await find('1111'))).not.toContain(kept.token);
  expect(JSON.stringify(await find('1111'))).not.toContain(kept.subtoken);
  expect((await find(kept.subtoken)).map(({ id }) => id)).toEqual([row?.id]);
  expect(await find(kept.token.slice(0, 10))).toEqual([]);
  const invalidate = { act: 'invalidate', instrument: String(row?.id), back: '/sandbox/control/tokens' };
  expect((await post(invalidate)).location).toBe('/sandbox/control/tokens?done=invalidate');
  expect((await post(invalidate)).location).toContain('problem=nothing');
  const instrument = { token: { token: kept.token } };
  expect(await stage.post('gateway/token', { instrument })).toMatchObject({
    http: 400,
    status: { reason: 'XN' },
  });
  expect((await find(kept.token))[0]?.invalidatedAt).toBeInstanceOf(Date);
});

test('GW-ROOM-12 what is repeated shows its plan, its charges and its next day, and ends by its button', async () => {
  const recurring = { periodicity: 'M', interval: 1, maxPeriods: 3, notificationUrl: stage.merchant.url };
  const session = await stage.open({}, { recurring });
  await pay(session, cards.approved);
  const { requestId } = session;
  const find = async () => (await findRecurrences({ search: String(requestId), page: 1 })).rows[0];
  const { firstOn = '', ...fresh } = (await find()) ?? {};
  expect(fresh).toMatchObject({
    ...{ requestId, periodicity: 'M', interval: 1, maxPeriods: 3, periods: 0, enabled: true },
    ...{ charges: [], total: '45000.00', currency: 'COP', site: 'Ladera' },
    dueAt: new Date(`${firstOn}T00:00:00-05:00`),
  });
  await stage.control('POST', 'clock', { advanceMs: 32 * 86_400_000 });
  expect(await find()).toMatchObject({ periods: 1, charges: [{ status: 'APPROVED', reason: '00' }] });
  const cancel = { act: 'cancelRecurrence', requestId: String(requestId) };
  expect((await post(cancel)).location).toContain('done=cancelRecurrence');
  expect((await post(cancel)).location).toContain('problem=nothing');
  await stage.control('POST', 'clock', { advanceMs: 32 * 86_400_000 });
  expect(await find()).toMatchObject({ enabled: false, endedBy: 'CONSOLE', dueAt: null, charges: [{}] });
  const { deliveries } = await dossierOf(requestId);
  expect(deliveries.map(({ origin }) => origin)).toEqual(['FINAL', 'RECURRING']);
  await stage.control('POST', 'reset', {});
});

test('GW-ROOM-13 what all merchants were told is listed without its bytes, and found by session, state and address', async () => {
  const session = await stage.open();
  await pay(session, cards.approved);
  const { requestId } = session;
  await allArrived(requestId, 1);
  const find = async (search: string) => (await findDeliveries({ search, page: 1 })).rows;
  const [row, ...others] = await find(String(requestId));
  expect(others).toEqual([]);
  expect(row).toMatchObject({ requestId, origin: 'FINAL', state: 'DELIVERED', httpStatus: 204 });
  expect(row).not.toHaveProperty('body');
  for (const search of ['delivered', new URL(stage.merchant.url).host, row?.reference.slice(2) ?? ''])
    expect((await find(search)).map(({ id }) => id)).toContain(row?.id);
  const replay = { act: 'replay', delivery: String(row?.id), back: '/sandbox/control/deliveries' };
  expect((await post(replay)).location).toBe('/sandbox/control/deliveries?done=replay');
  expect(await find(String(requestId))).toMatchObject([{ origin: 'RESEND' }, { id: row?.id }]);
});

test('GW-ROOM-09 the clock stops, moves and runs by buttons; a reset asks first', async () => {
  const { requestId } = await stage.open();
  await addFault({ op: 'query', match: { requestId }, at: 'response', do: { status: 500 } });
  expect((await post({ act: 'freeze' })).location).toContain('done=freeze');
  const { body: frozen } = await stage.control('GET', 'clock');
  expect(frozen.frozen).toBe(true);
  expect((await post({ act: 'advance', minutes: '31' })).location).toContain('done=advance');
  expect((await post({ act: 'advance', minutes: '-1' })).location).toContain('problem=time');
  const { body: moved } = await stage.control('GET', 'clock');
  expect(Date.parse(String(moved.now)) - Date.parse(String(frozen.now))).toBe(31 * 60_000);
  expect((await dossierOf(requestId)).session).toMatchObject({ status: 'REJECTED', reason: 'EX' });
  await post({ act: 'release' });
  expect((await stage.control('GET', 'clock')).body.frozen).toBe(false);
  expect((await post({ act: 'reset' })).location).toContain('problem=confirm');
  expect(await db().session.count()).toBeGreaterThan(0);
  expect((await post({ act: 'reset', confirm: 'yes' })).location).toContain('done=reset');
  expect([await db().session.count(), await db().fault.count()]).toEqual([0, 0]);
});
