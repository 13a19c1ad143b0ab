import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readRecurringNotification } from './recurring-notification';

const keys = { secretKeys: ['SnbnYpJ3vQ9Kx2Lm'], allowSha1: false };

/** The worked example of the signature, with the internalReference in the place of the requestId. */
const signed = {
  status: { status: 'APPROVED', reason: '00', message: 'x', date: '2019-01-01T12:00:00-05:00' },
  internalReference: 1598634446,
  reference: 'LAD-7K3M9QXA-1-H4T7RW',
  signature: 'sha256:c18e90a4efcad34862d90009178b4ca3323f01426d83ced8f13c12d27a525394',
  recurring: { tries: 1, enabled: 1 },
};

const read = (changes: object = {}, more: object = keys) =>
  readRecurringNotification(JSON.stringify({ ...signed, ...changes }), { ...keys, ...more });

test('a repeated charge is read with the formula that its signature fits', () => {
  expect(read()).toMatchObject({
    internalReference: '1598634446',
    tries: '1',
    enabled: '1',
    signedBy: 'checkout',
  });
  const digest = createHash('sha256').update('1598634446APPROVEDSnbnYpJ3vQ9Kx2Lm').digest('hex');
  expect(read({ signature: `sha256:${digest}` })?.signedBy).toBe('gateway');
});

test('a signature that fits neither says so, whatever algorithm its sender chose', () => {
  for (const signature of [
    `sha256:${'0'.repeat(64)}`,
    'crc32:abcd',
    'f021135f274d9c3239fff0229892f07c58be94d5',
    '',
  ])
    expect(read({ signature })?.signedBy).toBe('neither');
  const sha1 = 'f021135f274d9c3239fff0229892f07c58be94d5';
  expect(read({ signature: sha1 }, { allowSha1: true })?.signedBy).toBe('checkout');
});

test('what is not the notification of a repeated charge is not read as one', () => {
  for (const changes of [
    { recurring: undefined },
    { internalReference: -1 },
    { reference: 'x y' },
    { status: 'APPROVED' },
  ])
    expect(read(changes)).toBeNull();
  expect(readRecurringNotification('{', keys)).toBeNull();
});
