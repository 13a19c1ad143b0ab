import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { advanceClock, now } from './clock';
import { db } from './db';
import { closeLost, sendDue } from './deliveries';
import { abandon } from './hosted';
import { cards, demo } from './testing/calls';
import { pay, setStage, until, type Stage } from './testing/stage';
import { tick } from './timers';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const site = { where: { login: demo.login } };

afterEach(async () => {
  stage.merchant.answer = (_request, response) => void response.writeHead(204).end();
  await db().site.update({ ...site, data: { signature: 'sha256', notificationUrl: stage.merchant.url } });
});

const rows = (requestId: number) => db().delivery.findMany({ where: { requestId }, orderBy: { id: 'asc' } });

/** Everything that is to be sent has its outcome. */
const quiet = (requestId: number) =>
  until('every delivery has its outcome', async () =>
    (await rows(requestId)).every(({ state }) => state !== 'WAITING' && state !== 'SENDING'),
  );

test('GW-NOTIFY-03 the end is told once, signed, with the literal date of the query', async () => {
  const session = await stage.open();
  await pay(session, cards.approved);
  await quiet(session.requestId);
  await tick();
  const { status } = await stage.query(session.requestId);
  const text = `${session.requestId}APPROVED${status.date}${demo.secretKey}`;
  const told = stage.merchant.toldOf(session.requestId);
  expect(told).toEqual([
    {
      status,
      requestId: session.requestId,
      reference: expect.any(String),
      signature: `sha256:${createHash('sha256').update(text).digest('hex')}`,
    },
  ]);
  expect(Object.keys(told[0] ?? {})).toEqual(['status', 'requestId', 'reference', 'signature']);
  expect(stage.merchant.received.at(-1)).toMatchObject({ method: 'POST', contentType: 'application/json' });
  expect(await rows(session.requestId)).toMatchObject([
    { origin: 'FINAL', state: 'DELIVERED', httpStatus: 204, durationMs: expect.any(Number), error: null },
  ]);
});

test('GW-NOTIFY-04 an older site is told with SHA-1', async () => {
  await db().site.update({ ...site, data: { signature: 'sha1' } });
  const session = await stage.open();
  await pay(session, cards.approved);
  await quiet(session.requestId);
  expect(stage.merchant.toldOf(session.requestId)).toMatchObject([
    { signature: expect.stringMatching(/^[0-9a-f]{40}$/) },
  ]);
});

test('GW-NOTIFY-05 nothing is told before the end; a payer who leaves and a merchant who cancels are told', async () => {
  const [left, cancelled] = [await stage.open(), await stage.open()];
  await pay(left, cards.refused);
  await tick();
  expect(stage.merchant.toldOf(left.requestId)).toEqual([]);
  await abandon(left);
  await stage.cancel(cancelled.requestId);
  await Promise.all([quiet(left.requestId), quiet(cancelled.requestId)]);
  expect(stage.merchant.toldOf(left.requestId)).toMatchObject([
    { status: { status: 'REJECTED', reason: '?C' } },
  ]);
  expect(stage.merchant.toldOf(cancelled.requestId)).toMatchObject([
    { status: { status: 'REJECTED', reason: 'MC' } },
  ]);
});

test('GW-EXPIRE-03 the session expires on time and tells it, also with several timers at once', async () => {
  const session = await stage.open();
  await advanceClock(29 * 60_000);
  await tick();
  expect((await stage.query(session.requestId)).status).toMatchObject({ status: 'PENDING' });
  await advanceClock(61_000);
  await Promise.all([tick(), tick(), tick(), tick()]);
  await quiet(session.requestId);
  expect((await stage.query(session.requestId)).status).toMatchObject({ status: 'REJECTED', reason: 'EX' });
  expect(stage.merchant.toldOf(session.requestId)).toHaveLength(1);
});

test('GW-EXPIRE-04 whoever asks before the timer comes by hears that it has expired', async () => {
  const session = await stage.open();
  await advanceClock(31 * 60_000);
  expect((await stage.query(session.requestId)).status).toMatchObject({ status: 'REJECTED', reason: 'EX' });
  expect(await pay(session, cards.approved)).toEqual({ ok: false, problem: 'unavailable' });
});

test('GW-EXPIRE-05 a challenge that nobody answered ends with the session', async () => {
  const session = await stage.open();
  await pay(session, cards.challenge);
  await advanceClock(31 * 60_000);
  await tick();
  expect(await stage.query(session.requestId)).toMatchObject({
    status: { status: 'REJECTED', reason: 'EX' },
    payment: [{ status: { status: 'REJECTED', reason: 'EX' } }],
  });
});

test.each([
  ['an error', 500, 'REFUSED', 500],
  ['a redirect', 302, 'REFUSED', 302],
])('GW-NOTIFY-06 %s is recorded and never tried again', async (_what, status, state, httpStatus) => {
  stage.merchant.answer = (_request, response) =>
    void response.writeHead(status, { location: `${stage.merchant.url}/elsewhere` }).end('x');
  const session = await stage.open();
  await pay(session, cards.approved);
  await quiet(session.requestId);
  await tick();
  expect(await rows(session.requestId)).toMatchObject([{ state, httpStatus }]);
  expect(stage.merchant.toldOf(session.requestId)).toHaveLength(1);
});

test('GW-NOTIFY-07 a merchant who does not answer is given three seconds', async () => {
  stage.merchant.answer = () => undefined;
  const session = await stage.open();
  await pay(session, cards.approved);
  await quiet(session.requestId);
  expect(await rows(session.requestId)).toMatchObject([{ state: 'FAILED', error: 'no answer in 3 seconds' }]);
});

test('GW-NOTIFY-08 what was claimed by a gateway that died is not sent again', async () => {
  await db().site.update({ ...site, data: { notificationUrl: null } });
  const session = await stage.open();
  await pay(session, cards.approved);
  const claimedAt = new Date(Date.now() - 120_000);
  const claimed = { origin: 'FINAL', url: stage.merchant.url, body: '{}', state: 'SENDING', claimedAt };
  await db().delivery.create({
    data: { ...claimed, requestId: session.requestId, dueAt: claimedAt, createdAt: claimedAt },
  });
  const before = stage.merchant.received.length;
  expect(await sendDue()).toBe(0);
  await closeLost();
  expect(stage.merchant.received).toHaveLength(before);
  expect(await rows(session.requestId)).toMatchObject([{ state: 'UNKNOWN' }]);
});

test('GW-NOTIFY-09 what was written before a gateway died is sent by the next', async () => {
  await db().site.update({ ...site, data: { notificationUrl: null } });
  const session = await stage.open();
  await pay(session, cards.approved);
  const body = JSON.stringify({ requestId: session.requestId });
  await db().delivery.create({
    data: {
      requestId: session.requestId,
      origin: 'FINAL',
      url: stage.merchant.url,
      body,
      dueAt: now(),
      createdAt: now(),
    },
  });
  await Promise.all([sendDue(), sendDue(), sendDue()]);
  await quiet(session.requestId);
  expect(stage.merchant.toldOf(session.requestId)).toHaveLength(1);
});

test.each([
  'http://169.254.169.254/latest/meta-data',
  'http://10.0.0.1/x',
  'http://[::ffff:10.0.0.1]/x',
  'http://2130706433.example/x',
  'http://localhost.attacker.example/x',
  'file:///etc/passwd',
  'https://merchant.example/x',
])('GW-SSRF-01 %s is not notified', async (url) => {
  await db().site.update({ ...site, data: { notificationUrl: url } });
  const session = await stage.open();
  await pay(session, cards.approved);
  await quiet(session.requestId);
  expect(await rows(session.requestId)).toMatchObject([
    { state: 'FAILED', httpStatus: null, error: expect.stringMatching(/SANDBOX_NOTIFY_ORIGINS|only http/) },
  ]);
});
