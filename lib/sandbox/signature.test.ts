import { expect, test } from 'vitest';
import { provesSecret, signNotification } from './signature';

const old = { nonce: 'YzkwODVlODJkZWJiODJiMDk1NTU3OTA5OGJlM2Q3Y2E=', seed: '2019-04-25T18:17:23-04:00' };
const sdk = { nonce: 'aWZZRVBuQWNKYnBEVlIxdA==', seed: '2016-10-26T21:37:00+00:00' };
const binary = { nonce: 'AAECAwQFBgcICQoLDA0ODw==', seed: '2024-01-15T10:00:00Z' };
const digits = { nonce: 'OTI3MzQyMTk3', seed: '2023-06-21T09:56:06-05:00' };

test.each([
  ['SHA-1', old, 'ABCD1234', 'T0O+x3gNlQUf0iBxEuenPvBPlWs='],
  ['SHA-256', old, 'ABCD1234', 'bwQAZo6rquPWHSt3K43DFAZ36xvkSDuCl7TpCA1UPUI='],
  ['SHA-1', sdk, 'ABCD1234', 'Xi5xrRwrqPU21WE2JI4hyMaCvQ8='],
  ['SHA-256', sdk, 'ABCD1234', 'NDlpEEAIe8sbKZ6mGWQrZwbyBB62J1LcyP/a/o7LRqY='],
  [
    'SHA-256',
    { nonce: 'MDEyMzQ1Njc4OWFiY2RlZg==', seed: '2025-01-02T03:04:05.000Z' },
    'secret',
    'i5IuHVWzU298tWmRWupLtliMtVsSXi4iE1W1VyO9B68=',
  ],
  [
    'SHA-256',
    { nonce: 'MTIzNDU2Nzg=', seed: '2018-01-29T17:02:49-05:00' },
    'ABCD1234',
    'dsRL5wIymrySr9TgsYtxWZEIb5/RtW1v3n3xLqQZKj4=',
  ],
  ['SHA-256', binary, 'SnbnYpJ3vQ9Kx2Lm', 'EuHkdo81C2MPXO0DPoAAMjN3JarackQWsiPeVG0zOY0='],
  ['SHA-1', binary, 'SnbnYpJ3vQ9Kx2Lm', '1yLe8cG0vqx95V2KZmFGzd8lWOI='],
  ['SHA-256', digits, 'SnbnYpJ3vQ9Kx2Lm', 'JcCfEsWs5vt0liNHHPcYEGfI1fsalI4etfXwiKxptAg='],
  ['SHA-1', digits, 'SnbnYpJ3vQ9Kx2Lm', '062GK2Fpq2TEjC4hqDiYnQ1edE8='],
])(
  'GW-AUTH-01 a tranKey of %s over the decoded nonce proves the secret',
  (_hash, auth, secretKey, tranKey) => {
    expect(provesSecret({ ...auth, tranKey }, secretKey)).toBe(true);
    expect(provesSecret({ ...auth, tranKey }, `${secretKey}x`)).toBe(false);
    expect(provesSecret({ ...auth, seed: `${auth.seed} `, tranKey }, secretKey)).toBe(false);
  },
);

test.each(['not base64!', 'TTJSa05UVmtNR000TlRrM1pqQTRNV1EREprWkRVMU9EZz0=', '===='])(
  'GW-AUTH-02 the nonce %s is not base64 and proves nothing',
  (nonce) => expect(provesSecret({ nonce, seed: old.seed, tranKey: 'x' }, 'ABCD1234')).toBe(false),
);

test.each([
  [83, 'APPROVED', '2016-10-10T16:39:57-05:00', '024h1IlD', '8fb4beea130ab3e75a1de956bd0213892e0f6839'],
  [126, 'REJECTED', '2016-10-12T01:44:37-05:00', '024h1IlD', '554fa6c36bd5d1376b192b8bc3a1e3dd9a01e448'],
  [58, 'APPROVED', '2016-09-15T13:49:01-05:00', 'ABCD1234', 'feb3e7cc76939c346f9640573a208662f30704ab'],
])('GW-NOTIFY-01 an older site signs %s %s with SHA-1', (requestId, status, date, secretKey, expected) => {
  expect(signNotification({ requestId, status, date }, { secretKey, signature: 'sha1' })).toBe(expected);
});

test.each([
  [
    83,
    '2016-10-10T16:39:57-05:00',
    '024h1IlD',
    '1a0d78ea2fcc656c718d7fa3dc13d1aef9faea442017b20c705319cb33933454',
  ],
  [
    1234,
    '2019-01-01T12:00:00-05:00',
    'SnbnYpJ3vQ9Kx2Lm',
    '251288a3d2de9060b3f713a5a17abb4c9e48ff71e0cc4a5fb57652b76b624b6d',
  ],
])(
  'GW-NOTIFY-02 a site of today signs %s with SHA-256 and says so',
  (requestId, date, secretKey, expected) => {
    const signed = signNotification(
      { requestId, status: 'APPROVED', date },
      { secretKey, signature: 'sha256' },
    );
    expect(signed).toBe(`sha256:${expected}`);
  },
);
