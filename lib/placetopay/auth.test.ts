import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { buildAuth, tranKey, type Algorithm } from './auth';

const binary = Uint8Array.from({ length: 16 }, (_, index) => index);

type Vector = [
  name: string,
  Algorithm,
  nonce: string | Uint8Array,
  sent: string,
  seed: string,
  secretKey: string,
  tranKey: string,
];

const vectors: Vector[] = [
  [
    'A1',
    'sha1',
    'c9085e82debb82b0955579098be3d7ca',
    'YzkwODVlODJkZWJiODJiMDk1NTU3OTA5OGJlM2Q3Y2E=',
    '2019-04-25T18:17:23-04:00',
    'ABCD1234',
    'T0O+x3gNlQUf0iBxEuenPvBPlWs=',
  ],
  [
    'A2',
    'sha256',
    'c9085e82debb82b0955579098be3d7ca',
    'YzkwODVlODJkZWJiODJiMDk1NTU3OTA5OGJlM2Q3Y2E=',
    '2019-04-25T18:17:23-04:00',
    'ABCD1234',
    'bwQAZo6rquPWHSt3K43DFAZ36xvkSDuCl7TpCA1UPUI=',
  ],
  [
    'B1',
    'sha1',
    'ifYEPnAcJbpDVR1t',
    'aWZZRVBuQWNKYnBEVlIxdA==',
    '2016-10-26T21:37:00+00:00',
    'ABCD1234',
    'Xi5xrRwrqPU21WE2JI4hyMaCvQ8=',
  ],
  [
    'B2',
    'sha256',
    'ifYEPnAcJbpDVR1t',
    'aWZZRVBuQWNKYnBEVlIxdA==',
    '2016-10-26T21:37:00+00:00',
    'ABCD1234',
    'NDlpEEAIe8sbKZ6mGWQrZwbyBB62J1LcyP/a/o7LRqY=',
  ],
  [
    'C',
    'sha256',
    '0123456789abcdef',
    'MDEyMzQ1Njc4OWFiY2RlZg==',
    '2025-01-02T03:04:05.000Z',
    'secret',
    'i5IuHVWzU298tWmRWupLtliMtVsSXi4iE1W1VyO9B68=',
  ],
  [
    'D',
    'sha256',
    '12345678',
    'MTIzNDU2Nzg=',
    '2018-01-29T17:02:49-05:00',
    'ABCD1234',
    'dsRL5wIymrySr9TgsYtxWZEIb5/RtW1v3n3xLqQZKj4=',
  ],
  [
    'E',
    'sha256',
    binary,
    'AAECAwQFBgcICQoLDA0ODw==',
    '2024-01-15T10:00:00Z',
    'SnbnYpJ3vQ9Kx2Lm',
    'EuHkdo81C2MPXO0DPoAAMjN3JarackQWsiPeVG0zOY0=',
  ],
  [
    'E, SHA-1',
    'sha1',
    binary,
    'AAECAwQFBgcICQoLDA0ODw==',
    '2024-01-15T10:00:00Z',
    'SnbnYpJ3vQ9Kx2Lm',
    '1yLe8cG0vqx95V2KZmFGzd8lWOI=',
  ],
  [
    'F',
    'sha256',
    '927342197',
    'OTI3MzQyMTk3',
    '2023-06-21T09:56:06-05:00',
    'SnbnYpJ3vQ9Kx2Lm',
    'JcCfEsWs5vt0liNHHPcYEGfI1fsalI4etfXwiKxptAg=',
  ],
  [
    'F, SHA-1',
    'sha1',
    '927342197',
    'OTI3MzQyMTk3',
    '2023-06-21T09:56:06-05:00',
    'SnbnYpJ3vQ9Kx2Lm',
    '062GK2Fpq2TEjC4hqDiYnQ1edE8=',
  ],
];

test.each(vectors)(
  'vector %s is reproduced with %s',
  (_name, algorithm, raw, sent, seed, secretKey, expected) => {
    const nonce = Buffer.from(raw);
    expect(nonce.toString('base64')).toBe(sent);
    expect(tranKey({ nonce, seed, secretKey }, algorithm)).toBe(expected);
  },
);

test('a nonce that is not UTF-8 is hashed as the bytes it is', () => {
  const nonce = Uint8Array.from([0xff, 0xfe, 0x80, 0xc3]);
  const asText = Buffer.from(Buffer.from(nonce).toString('utf8'));
  const rest = { seed: '2024-01-15T10:00:00Z', secretKey: 'k' };
  expect(tranKey({ nonce, ...rest })).not.toBe(tranKey({ nonce: asText, ...rest }));
});

test('every call is signed with its own nonce and this moment', () => {
  const moments = [new Date('2026-01-01T00:00:00Z'), new Date('2026-01-01T00:00:01Z')];
  const credentials = { login: 'l', secretKey: 's' };
  const next = () => buildAuth(credentials, { now: () => moments.shift() ?? new Date(0), randomBytes });
  const [first, second] = [next(), next()];
  expect(first.seed).toBe('2026-01-01T00:00:00.000Z');
  expect(second.seed).toBe('2026-01-01T00:00:01.000Z');
  expect(first.nonce).not.toBe(second.nonce);
  expect(first.tranKey).not.toBe(second.tranKey);
  expect(Buffer.from(first.nonce, 'base64')).toHaveLength(16);
  expect(first.tranKey).toBe(
    tranKey({ nonce: Buffer.from(first.nonce, 'base64'), seed: first.seed, secretKey: 's' }),
  );
});
