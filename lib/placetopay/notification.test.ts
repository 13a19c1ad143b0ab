import { createHash, randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { readNotification } from './notification';

const secretKey = 'SnbnYpJ3vQ9Kx2Lm';
const day = '2026-11-20T02:20:00-05:00';
const keys = { secretKeys: [secretKey], allowSha1: false };

type Vector = [
  requestId: number,
  status: string,
  date: string,
  secretKey: string,
  sha1: string,
  sha256: string,
];

const vectors: Vector[] = [
  [
    83,
    'APPROVED',
    '2016-10-10T16:39:57-05:00',
    '024h1IlD',
    '8fb4beea130ab3e75a1de956bd0213892e0f6839',
    '1a0d78ea2fcc656c718d7fa3dc13d1aef9faea442017b20c705319cb33933454',
  ],
  [
    126,
    'REJECTED',
    '2016-10-12T01:44:37-05:00',
    '024h1IlD',
    '554fa6c36bd5d1376b192b8bc3a1e3dd9a01e448',
    '589064d991bc927f0fbed761f3339eb95774ac41200bc97fb314c349708b31c2',
  ],
  [
    58,
    'APPROVED',
    '2016-09-15T13:49:01-05:00',
    'ABCD1234',
    'feb3e7cc76939c346f9640573a208662f30704ab',
    '0d7f44a782dfa9d2a6735b92bc88a1c6c9cd7f74ac0517498bc4217b77dcb951',
  ],
  [
    1234,
    'APPROVED',
    '2019-01-01T12:00:00-05:00',
    secretKey,
    '3cf1e5ebeba068552458a093f758929c2d968379',
    '251288a3d2de9060b3f713a5a17abb4c9e48ff71e0cc4a5fb57652b76b624b6d',
  ],
  [
    1598634446,
    'APPROVED',
    '2019-01-01T12:00:00-05:00',
    secretKey,
    'f021135f274d9c3239fff0229892f07c58be94d5',
    'c18e90a4efcad34862d90009178b4ca3323f01426d83ced8f13c12d27a525394',
  ],
];

const bodyOf = (requestId: unknown, status: string, date: string, signature: unknown) =>
  JSON.stringify({
    status: { status, reason: '00', message: 'x', date },
    requestId,
    reference: 'R-1',
    signature,
  });

test.each(vectors)(
  'the signatures of session %i are accepted, SHA-1 only where it is allowed',
  (...vector) => {
    const [requestId, status, date, key, sha1, sha256] = vector;
    const read = (signature: string, allowSha1: boolean) =>
      readNotification(bodyOf(requestId, status, date, signature), { secretKeys: [key], allowSha1 });
    const expected = {
      kind: 'notification',
      notification: { requestId: String(requestId), reference: 'R-1' },
    };
    expect(read(`sha256:${sha256}`, false)).toMatchObject(expected);
    expect(read(sha1, true)).toMatchObject(expected);
    expect(read(sha1, false)).toEqual({ kind: 'unauthorized' });
  },
);

test('while one secret replaces another both are accepted, and no third', () => {
  const [requestId, status, date, key, , sha256] =
    vectors[0] ??
    (() => {
      throw new Error('No vector.');
    })();
  const body = bodyOf(requestId, status, date, `sha256:${sha256}`);
  expect(readNotification(body, { secretKeys: ['new', key], allowSha1: false }).kind).toBe('notification');
  expect(readNotification(body, { secretKeys: ['new', 'newer'], allowSha1: false }).kind).toBe(
    'unauthorized',
  );
  expect(readNotification(body, { secretKeys: [], allowSha1: false }).kind).toBe('unauthorized');
});

test('a requestId in digits is the same news as the number', () => {
  const signature = sign('1234', 'APPROVED', day);
  const asText = readNotification(bodyOf('1234', 'APPROVED', day, signature), keys);
  const asNumber = readNotification(bodyOf(1234, 'APPROVED', day, signature), keys);
  expect(asText.kind).toBe('notification');
  expect(asText).toEqual(asNumber);
});

test('an empty secret signs nothing', () => {
  const signature = `sha256:${createHash('sha256').update(`1APPROVED${day}`).digest('hex')}`;
  expect(
    readNotification(bodyOf(1, 'APPROVED', day, signature), { secretKeys: [''], allowSha1: true }).kind,
  ).toBe('unauthorized');
});

function sign(requestId: string, status: string, date: string, algorithm = 'sha256', key = secretKey) {
  return `${algorithm}:${createHash(algorithm)
    .update(requestId + status + date + key)
    .digest('hex')}`;
}

const right = sign('1', 'APPROVED', day);
const digest = right.slice('sha256:'.length);

const forgedSignatures: [name: string, signature: unknown][] = [
  ['an empty one', ''],
  ['a wrong one', `sha256:${'0'.repeat(64)}`],
  [
    'SHA-1 where only SHA-256 is allowed',
    createHash('sha1').update(`1APPROVED${day}${secretKey}`).digest('hex'),
  ],
  ['SHA-1 with a prefix', `sha1:${createHash('sha1').update(`1APPROVED${day}${secretKey}`).digest('hex')}`],
  ['md5', sign('1', 'APPROVED', day, 'md5')],
  ['sha512', sign('1', 'APPROVED', day, 'sha512')],
  ['crc32', 'crc32:cbf43926'],
  ['adler32', 'adler32:091e01de'],
  ['upper-case prefix', `SHA256:${digest}`],
  ['upper-case digits', `sha256:${digest.toUpperCase()}`],
  ['doubled prefix', `sha256:${right}`],
  ['digits without a prefix', digest],
  ['a blank before', ` ${right}`],
  ['a line end after', `${right}\n`],
  ['a digit too many', `${right}0`],
  ['a digit too few', right.slice(0, -1)],
  ['another session’s', sign('2', 'APPROVED', day)],
  ['another status’s', sign('1', 'REJECTED', day)],
  ['another date’s', sign('1', 'APPROVED', '2026-11-21T00:00:00Z')],
  ['another secret’s', sign('1', 'APPROVED', day, 'sha256', 'other')],
  ['no secret’s', sign('1', 'APPROVED', day, 'sha256', '')],
];

test.each(forgedSignatures)('a forged signature is refused: %s', (_name, signature) => {
  expect(readNotification(bodyOf(1, 'APPROVED', day, signature), keys)).toEqual({ kind: 'unauthorized' });
});

const unreadable: [name: string, body: string][] = [
  ['nothing', ''],
  ['no JSON', '<html>'],
  ['null', 'null'],
  ['a list', '[]'],
  ['a number', '7'],
  ['cut off', bodyOf(1, 'APPROVED', day, right).slice(0, -1)],
  ['no signature', JSON.stringify({ requestId: 1, status: { status: 'APPROVED', date: day } })],
  ['a list as signature', bodyOf(1, 'APPROVED', day, [right])],
  ['an object as signature', bodyOf(1, 'APPROVED', day, { toString: right })],
  ['a number as signature', bodyOf(1, 'APPROVED', day, 0)],
  ['true as signature', bodyOf(1, 'APPROVED', day, true)],
  ['an endless signature', bodyOf(1, 'APPROVED', day, `sha256:${'a'.repeat(100_000)}`)],
  ['a requestId that is a fraction', bodyOf(1.5, 'APPROVED', day, right)],
  ['a requestId below one', bodyOf(-1, 'APPROVED', day, right)],
  ['a requestId with zeros before', bodyOf('01', 'APPROVED', day, right)],
  ['a requestId with a path', bodyOf('1/../2', 'APPROVED', day, right)],
  ['a list as requestId', bodyOf([1], 'APPROVED', day, right)],
  ['a huge requestId', bodyOf(1e300, 'APPROVED', day, right)],
  ['no status', JSON.stringify({ requestId: 1, signature: right })],
  ['a text as status', JSON.stringify({ requestId: 1, status: 'APPROVED', signature: right })],
  [
    'two statuses',
    `{"requestId":1,"requestId ":2,"status":{"status":"APPROVED","date":"${day}"},"signature":"${right}"}`,
  ],
  ['nested too deep', `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
];

test.each(unreadable)('what is no notification is malformed: %s', (_name, body) => {
  expect(readNotification(body, keys)).toEqual({ kind: 'malformed' });
});

test('the altered reference of a genuine notification changes only what we look for, never what is signed', () => {
  const body = bodyOf(1, 'APPROVED', day, right).replace('R-1', 'R-2');
  expect(readNotification(body, keys)).toMatchObject({ notification: { requestId: '1', reference: 'R-2' } });
});

test('one signed text is never the news of two sessions', () => {
  const signature = sign('83', 'APPROVED', day);
  const shifted = [bodyOf(8, '3APPROVED', day, signature), bodyOf(83, 'APPROVE', `D${day}`, signature)];
  for (const body of shifted) expect(readNotification(body, keys)).toEqual({ kind: 'malformed' });
});

test('10,000 damaged copies of a genuine notification are never read as other news', () => {
  const body = bodyOf(1, 'APPROVED', day, right);
  const genuine = readNotification(body, keys);
  const tally = { notification: 0, unauthorized: 0, malformed: 0 };
  for (let run = 0; run < 10_000; run += 1) {
    const reading = readNotification(damage(body), keys);
    tally[reading.kind] += 1;
    if (reading.kind !== 'notification') continue;
    expect(reading.notification).toMatchObject({
      requestId: '1',
      dedupeKey: genuine.kind === 'notification' && genuine.notification.dedupeKey,
    });
  }
  expect(tally.unauthorized).toBeGreaterThan(500);
  expect(tally.malformed).toBeGreaterThan(500);
});

/** Puts another byte, drops some, doubles some, or swaps two places. */
function damage(body: string) {
  const bytes = Buffer.from(body);
  const at = randomInt(bytes.length);
  const length = randomInt(1, 5);
  const kinds = [
    () => Buffer.concat([bytes.subarray(0, at), Buffer.from([randomInt(256)]), bytes.subarray(at + 1)]),
    () => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]),
    () => Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]),
    () => Buffer.concat([bytes.subarray(0, at), Buffer.from(String(randomInt(10))), bytes.subarray(at)]),
  ];
  return (kinds[randomInt(kinds.length)] ?? String)().toString('latin1');
}
