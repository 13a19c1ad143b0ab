import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from './db';
import { call, demo, order, sign } from './testing/calls';
import { setStage, type Stage } from './testing/stage';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const create = (auth: unknown, body: object = order()) => call(`${stage.base}/api/session`, body, auth);

const at = (ms: number) => new Date(Date.now() + ms).toISOString();

const minute = 60_000;

function site(code: number, secretKey: string) {
  return { login: `${code}00000000000000000000000000${code}`, secretKey };
}

test.each([
  ['GW-AUTH-100', 100, () => null],
  ['GW-AUTH-100', 100, () => ({ ...sign(), tranKey: undefined })],
  ['GW-AUTH-100', 100, () => ({ ...sign(), nonce: 42 })],
  ['GW-AUTH-100', 100, () => ({ ...sign(), seed: '' })],
  ['GW-AUTH-07', 100, () => ({ ...sign(), login: 'f'.repeat(33) })],
  ['GW-AUTH-07', 100, () => ({ ...sign(), tranKey: 'x'.repeat(65) })],
  ['GW-AUTH-07', 100, () => sign(demo, { nonce: Buffer.alloc(192, 1) })],
  ['GW-AUTH-07', 100, () => sign(demo, { seed: `${at(0).slice(0, 19)}.${'0'.repeat(15)}Z` })],
  ['GW-AUTH-107', 107, () => 'UsernameToken'],
  ['GW-AUTH-107', 107, () => [sign()]],
  ['GW-AUTH-101', 101, () => sign({ ...demo, login: 'f'.repeat(32) })],
  ['GW-AUTH-104', 104, () => sign(site(104, 'sbx_Inactive104Dem'))],
  ['GW-AUTH-105', 105, () => sign(site(105, 'sbx_Expired105Demo'))],
  ['GW-AUTH-106', 106, () => sign(site(106, 'sbx_Credential106D'))],
  ['GW-AUTH-103', 103, () => sign(demo, { seed: at(-6 * minute) })],
  ['GW-AUTH-103', 103, () => sign(demo, { seed: at(6 * minute) })],
  ['GW-AUTH-103', 103, () => sign(demo, { seed: 'noon' })],
  ['GW-AUTH-102', 102, () => sign({ ...demo, secretKey: 'sbx_somethingElse' })],
  ['GW-AUTH-102', 102, () => ({ ...sign(), nonce: '****' })],
])('%s a call that fails with %i says so in its text', async (_id, code, auth) => {
  const answer = await create(auth());
  expect(answer).toMatchObject({
    http: 401,
    status: { status: 'FAILED', reason: 401, message: `Autenticación fallida ${code}` },
  });
  expect(Object.keys(answer.status)).toEqual(['status', 'reason', 'message', 'date']);
});

test('GW-AUTH-03 the text follows the locale of the request', async () => {
  const answer = await create(sign({ ...demo, secretKey: 'sbx_wrong' }), order({ locale: 'en_US' }));
  expect(answer.status.message).toBe('Authentication failed 102');
});

test('GW-AUTH-04 the site is judged before the seed, and the seed before the secret', async () => {
  const broken = sign({ ...site(104, 'wrong') }, { seed: at(-6 * minute) });
  expect((await create(broken)).status.message).toContain('104');
  const late = sign({ ...demo, secretKey: 'wrong' }, { seed: at(-6 * minute) });
  expect((await create(late)).status.message).toContain('103');
});

test.each([
  ['SHA-1', { algorithm: 'sha1' }],
  ['a seed four minutes old', { seed: new Date(Date.now() - 4 * minute).toISOString() }],
  ['a binary nonce', { nonce: Buffer.from([0, 255, 128, 10]) }],
  ['a nonce that is base64 itself', { nonce: Buffer.from('YzkwODVlODJkZWJiODJiMDk1NTU3OTA5OGJlM2Q3Y2E=') }],
  ['Java’s seed', { seed: `${new Date(Date.now() - 30_000).toISOString().slice(0, 16)}+0000` }],
])('GW-AUTH-05 %s is accepted', async (_what, how) => {
  expect(await create(sign(demo, how))).toMatchObject({ http: 200, status: { status: 'OK' } });
});

test('GW-AUTH-08 base64 may be broken into lines, as Ruby and Python write it', async () => {
  const { tranKey, nonce, ...rest } = sign(demo, { nonce: Buffer.alloc(189, 7) });
  const lines = (text: string) => text.replace(/.{1,60}/g, '$&\n');
  expect(lines(nonce).trim()).toContain('\n');
  const answer = await create({ ...rest, tranKey: lines(tranKey), nonce: lines(nonce) });
  expect(answer).toMatchObject({ http: 200, status: { status: 'OK' } });
});

test('GW-AUTH-06 auth.additional may be anything', async () => {
  expect((await create({ ...sign(), additional: '{}' })).http).toBe(200);
  expect((await create({ ...sign(), additional: [] })).http).toBe(200);
});

test('GW-NONCE-01 the same nonce, seed and tranKey are accepted again', async () => {
  const auth = sign();
  expect((await create(auth)).http).toBe(200);
  expect((await create(auth)).http).toBe(200);
});

test('GW-NONCE-02 a site that is strict refuses a repeated nonce', async () => {
  await db().site.update({ where: { login: demo.login }, data: { strictNonce: true } });
  const auth = sign();
  const answers = await Promise.all([create(auth), create(auth)]);
  expect(answers.map(({ http }) => http).sort()).toEqual([200, 401]);
  await db().site.update({ where: { login: demo.login }, data: { strictNonce: false } });
});
