import { expect, test } from 'vitest';
import { payerAddress } from './payer-address';

test.each([
  ['190.1.2.3', '190.1.2.3'],
  ['6.6.6.6, 190.1.2.3', '190.1.2.3'],
  ['::ffff:190.1.2.3', '190.1.2.3'],
  ['2800:484:1::9', '2800:484:1::9'],
  ['x'.repeat(60), 'x'.repeat(45)],
  ['190.1.2.3,', '127.0.0.1'],
  ['', '127.0.0.1'],
  [null, '127.0.0.1'],
])('GW-ADDRESS-01 forwarded for %j, the payer is at %s', (forwarded, address) =>
  expect(payerAddress(forwarded)).toBe(address),
);
