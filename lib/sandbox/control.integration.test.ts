import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { advanceClock, now } from './clock';
import { db } from './db';
import { call, cards, order, sign } from './testing/calls';
import { pay, setStage, until, type Stage } from './testing/stage';
import { tick } from './timers';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const rule = async (op: string, match: object, action: object, at?: string) => {
  const { http, body } = await stage.control('POST', 'faults', { op, match, do: action, ...(at && { at }) });
  expect(http).toBe(201);
  return Number(body.id);
};

async function raw(path: string, body: object = { auth: sign() }, signal?: AbortSignal) {
  const response = await fetch(`${stage.base}/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });
  return { http: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

const sessionsOf = (reference: string) => db().session.count({ where: { reference } });

test('GW-CLOCK-05 a reset gives no number twice, unless a seed asks for everything again', async () => {
  const open = async () => Number((await call(`${stage.base}/api/session`, order())).requestId);
  const first = await open();
  expect((await stage.control('POST', 'reset', {})).http).toBe(200);
  expect(await open()).toBeGreaterThan(first);
  expect((await stage.control('POST', 'reset', { seed: 'again' })).http).toBe(200);
  const again = await open();
  expect((await stage.control('POST', 'reset', { seed: 'again' })).http).toBe(200);
  expect(await open()).toBe(again);
  delete process.env.SANDBOX_SEED;
});

test('GW-CONTROL-01 nothing answers without the key, from a foreign Host or a foreign Origin', async () => {
  const key = { 'x-sandbox-key': process.env.SANDBOX_CONTROL_KEY ?? '' };
  const statusFor = (headers: Record<string, string>) =>
    new Promise<number>((done, fail) => {
      const url = new URL(`${stage.base}/__sandbox/ledger?reference=x`);
      request(url, { headers }, (answer) => done(answer.resume().statusCode ?? 0))
        .on('error', fail)
        .end();
    });
  expect(await statusFor(key)).toBe(200);
  expect(await statusFor({})).toBe(403);
  expect(await statusFor({ 'x-sandbox-key': 'wrong' })).toBe(403);
  expect(await statusFor({ ...key, host: 'attacker.example' })).toBe(403);
  expect(await statusFor({ ...key, host: 'localhost.attacker.example:3001' })).toBe(403);
  expect(await statusFor({ ...key, origin: 'http://attacker.example' })).toBe(403);
  expect(await statusFor({ ...key, origin: new URL(stage.base).origin })).toBe(200);
});

test.each([
  { op: 'create', match: {}, do: { reset: true } },
  { op: 'create', match: { nth: 1 }, do: { reset: true } },
  { op: 'create', match: { referencePrefix: '' }, do: { reset: true } },
  { op: 'query', match: { requestId: 1 }, do: { explode: true } },
  { op: 'query', match: { requestId: 1 }, do: { drop: true } },
  { op: 'notify', match: { requestId: 1 }, do: { reset: true } },
  { op: 'query', match: { requestId: 1 }, at: 'beforeCommit', do: { truncateAt: 3 } },
  { op: 'refund', match: { requestId: 1 }, do: { reset: true } },
])('GW-FAULT-01 the rule %j is refused: for everybody, or not playable', async (body) => {
  expect((await stage.control('POST', 'faults', body)).http).toBe(400);
});

test('GW-FAULT-02 a reset before the commit leaves nothing, after it leaves a session', async () => {
  const [before, after] = [order(), order()];
  await rule('create', { reference: before.payment.reference }, { reset: true }, 'beforeCommit');
  await rule('create', { reference: after.payment.reference }, { reset: true }, 'afterCommit');
  for (const body of [before, after]) {
    const failure = await raw('session', { auth: sign(), ...body }).catch((error: Error) => error);
    expect(failure).toBeInstanceOf(TypeError);
    expect((failure as { cause?: { code?: string } }).cause?.code).toBe('ECONNRESET');
  }
  expect(await sessionsOf(before.payment.reference)).toBe(0);
  expect(await sessionsOf(after.payment.reference)).toBe(1);
});

test('GW-FAULT-03 a status before the commit acts on nothing, after it the act is done', async () => {
  const { requestId } = await stage.open();
  await rule('cancel', { requestId, nth: 1 }, { status: 503 }, 'beforeCommit');
  await rule('cancel', { requestId, nth: 2 }, { status: 502 }, 'afterCommit');
  expect(await raw(`session/${requestId}/cancel`)).toMatchObject({ http: 503, type: 'text/html' });
  expect((await stage.query(requestId)).status.reason).toBe('PC');
  expect((await raw(`session/${requestId}/cancel`)).http).toBe(502);
  expect((await stage.query(requestId)).status.reason).toBe('MC');
});

test('GW-FAULT-04 nth counts the calls that match, and only those', async () => {
  const [mine, other] = [await stage.open(), await stage.open()];
  const id = await rule('query', { requestId: mine.requestId, nth: 2 }, { status: 500 });
  expect((await raw(`session/${mine.requestId}`)).http).toBe(200);
  expect((await raw(`session/${other.requestId}`)).http).toBe(200);
  expect((await raw(`session/${mine.requestId}`)).http).toBe(500);
  expect((await raw(`session/${mine.requestId}`)).http).toBe(200);
  expect(await db().fault.findUnique({ where: { id } })).toMatchObject({ seen: 3, fired: 1 });
  expect((await stage.control('DELETE', `faults/${id}`)).http).toBe(200);
});

test('GW-FAULT-05 an answer may be cut, changed, mistyped, padded and dripped', async () => {
  const { requestId } = await stage.open();
  const nth = async (at: number, action: object) => rule('query', { requestId, nth: at }, action);
  await nth(1, { truncateAt: 20 });
  await nth(2, { mutate: { path: 'status.status', value: 'MOON' } });
  await nth(3, { mutate: { path: 'request.payment.amount.total' } });
  await nth(4, { contentType: 'text/html' });
  await nth(5, { oversizeBytes: 300_000 });
  await nth(6, { dripBytesPerSecond: 100_000 });
  await nth(7, { mutate: { path: 'status.reason', value: null } });
  const ask = () => raw(`session/${requestId}`);
  expect((await ask()).text).toHaveLength(20);
  expect(JSON.parse((await ask()).text)).toMatchObject({ requestId, status: { status: 'MOON' } });
  expect(JSON.parse((await ask()).text).request.payment.amount).toEqual({ currency: 'COP' });
  expect((await ask()).type).toBe('text/html');
  expect(Buffer.byteLength((await ask()).text)).toBe(300_000);
  expect(JSON.parse((await ask()).text)).toMatchObject({ requestId });
  expect(JSON.parse((await ask()).text)).toMatchObject({ status: { status: 'PENDING', reason: null } });
});

test('GW-FAULT-06 a delay delays, a hang answers nobody', async () => {
  const { requestId } = await stage.open();
  await rule('query', { requestId, nth: 1 }, { delayMs: 300 });
  await rule('query', { requestId, nth: 2 }, { hang: true });
  const began = performance.now();
  expect((await raw(`session/${requestId}`)).http).toBe(200);
  expect(performance.now() - began).toBeGreaterThanOrEqual(299);
  await expect(raw(`session/${requestId}`, { auth: sign() }, AbortSignal.timeout(400))).rejects.toThrow(
    /timeout/,
  );
});

test('GW-FAULT-07 a rule may be for a prefix of references', async () => {
  const reference = `PRE-${Date.now()}-1`;
  await rule('create', { referencePrefix: reference.slice(0, -2) }, { status: 500 }, 'beforeCommit');
  expect((await raw('session', { auth: sign(), ...order({}, { reference }) })).http).toBe(500);
  expect((await call(`${stage.base}/api/session`, order())).http).toBe(200);
});

async function paidWith(action: object) {
  const session = await stage.open();
  await rule('notify', { requestId: session.requestId }, action);
  await pay(session, cards.approved);
  await until('the deliveries have their outcome', async () => {
    const { body } = await stage.control('GET', `deliveries?requestId=${session.requestId}`);
    return (body.deliveries as { state: string; dueAt: string }[]).every(
      ({ state, dueAt }) =>
        state !== 'SENDING' && (state !== 'WAITING' || Date.parse(dueAt) > now().getTime() + 5000),
    );
  });
  return { session, told: () => stage.merchant.toldOf(session.requestId) };
}

test('GW-FAULT-08 a notification may be dropped, and is recorded as such', async () => {
  const { session, told } = await paidWith({ drop: true });
  expect(told()).toEqual([]);
  const { body } = await stage.control('GET', `deliveries?requestId=${session.requestId}`);
  expect(body.deliveries).toMatchObject([{ origin: 'FINAL', state: 'DROPPED' }]);
});

test('GW-FAULT-09 a notification may come three times', async () => {
  const { told } = await paidWith({ duplicate: 2 });
  const [first, ...others] = told();
  expect(others).toEqual([first, first]);
});

test('GW-FAULT-10 a notification may come late', async () => {
  const { told } = await paidWith({ delayMs: 60_000 });
  await tick();
  expect(told()).toEqual([]);
  await advanceClock(61_000);
  await tick();
  expect(told()).toHaveLength(1);
});

test.each([
  ['badSignature', { signature: `sha256:${'0'.repeat(64)}` }],
  ['approved', { status: { status: 'APPROVED' }, signature: `sha256:${'a'.repeat(64)}` }],
  ['otherReference', { reference: expect.stringMatching(/^X/) }],
])('GW-FAULT-11 a notification may be forged: %s', async (forge, shape) => {
  const { told } = await paidWith({ forge });
  expect(told()).toMatchObject([shape]);
});

test('GW-FAULT-12 a forged notification may have no signature', async () => {
  const { told } = await paidWith({ forge: 'noSignature' });
  expect(Object.keys(told()[0] ?? {})).toEqual(['status', 'requestId', 'reference']);
});

test('GW-CONTROL-02 an operator decides what is pending, and ends what is open', async () => {
  const [approved, refused, expired] = [await stage.open(), await stage.open(), await stage.open()];
  await pay(approved, cards.pendingRejected);
  await pay(refused, cards.pendingApproved);
  const act = (id: number, what: string) => stage.control('POST', `sessions/${id}/${what}`);
  expect((await act(approved.requestId, 'approve')).body).toMatchObject({ status: 'APPROVED', reason: '00' });
  expect((await act(refused.requestId, 'reject')).body).toMatchObject({ status: 'PENDING', reason: 'PT' });
  expect((await act(expired.requestId, 'expire')).body).toMatchObject({ status: 'REJECTED', reason: 'EX' });
  expect((await act(expired.requestId, 'expire')).http).toBe(409);
  expect((await act(999_999, 'expire')).http).toBe(409);
});

test('GW-CONTROL-03 a notification is sent again, early or forged, as often as asked', async () => {
  const { requestId } = await stage.open();
  const again = (body: object) => stage.control('POST', `sessions/${requestId}/notify`, body);
  expect((await again({})).body).toMatchObject({ origin: 'RESEND', state: 'DELIVERED', httpStatus: 204 });
  expect((await again({ forge: 'approved' })).body).toMatchObject({ origin: 'FORGED', state: 'DELIVERED' });
  expect((await again({ forge: 'moon' })).http).toBe(400);
  expect(stage.merchant.toldOf(requestId)).toMatchObject([
    { status: { status: 'PENDING', reason: 'PC' } },
    { status: { status: 'APPROVED' } },
  ]);
});

test('GW-CONTROL-04 the ledger is the gateway’s own book of a reference', async () => {
  const { reference } = order().payment;
  const [first, second] = [await stage.open({}, { reference }), await stage.open({}, { reference })];
  await pay(first, cards.refused);
  await pay(first, cards.approved);
  await pay(second, cards.pendingApproved);
  const { body } = await stage.control('GET', `ledger?reference=${reference}`);
  expect(body).toMatchObject({
    reference,
    approved: { COP: '45000.00' },
    refused: { COP: '45000.00' },
    pending: { COP: '45000.00' },
    sessions: [
      { requestId: first.requestId, status: 'APPROVED' },
      { requestId: second.requestId, status: 'PENDING' },
    ],
    transactions: [{ status: 'REJECTED' }, { status: 'APPROVED', total: '45000.00' }, { status: 'PENDING' }],
  });
});

test('GW-CONTROL-05 the clock moves on, and what has become due is done', async () => {
  const session = await stage.open();
  expect((await stage.control('POST', 'clock', { advanceMs: 31 * 60_000 })).http).toBe(200);
  await until('the notification has come', () => stage.merchant.toldOf(session.requestId).length === 1);
  expect((await stage.query(session.requestId)).status).toMatchObject({ status: 'REJECTED', reason: 'EX' });
  expect((await stage.control('POST', 'clock', { advanceMs: -1 })).http).toBe(400);
});
