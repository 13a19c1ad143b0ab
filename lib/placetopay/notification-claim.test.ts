import { expect, test } from 'vitest';
import { readClaim } from './notification-claim';

const digest = 'ab'.repeat(32);
const body = {
  requestId: 83,
  reference: 'LAD-1',
  status: { status: 'APPROVED', reason: '00', date: '2022-07-27T14:51:27-05:00' },
  signature: `sha256:${digest}`,
};
const read = (changes: object) => readClaim(JSON.stringify({ ...body, ...changes }));

test('tells the signed texts word by word, and of the signature only how it begins', () => {
  const claim = read({});
  expect(claim).toMatchObject({
    requestId: '83',
    reference: 'LAD-1',
    toldStatus: 'APPROVED',
    toldDate: '2022-07-27T14:51:27-05:00',
    algorithm: 'sha256',
    signatureStart: 'abababab',
  });
  expect(JSON.stringify(claim)).not.toContain(digest.slice(0, 12));
});

test.each([
  [{ signature: 'cd'.repeat(20) }, 'sha1'],
  [{ signature: `crc32:${digest}` }, null],
  [{ signature: undefined }, null],
])('the form of the signature %j is %s', (changes, algorithm) => {
  expect(read(changes)?.algorithm).toBe(algorithm);
});

test.each(['', '[]', '{"requestId":"x"}', JSON.stringify({ ...body, requestId: '../1' })])(
  'what says too little is nothing to show: %s',
  (text) => expect(readClaim(text)).toBeNull(),
);
