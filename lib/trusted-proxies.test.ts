import { expect, test } from 'vitest';
import { addressSeen } from './trusted-proxies';

test.each([
  ['6.6.6.6', 0, undefined],
  [undefined, 0, undefined],
  [undefined, 1, undefined],
  ['', 1, undefined],
  ['190.1.2.3', 1, '190.1.2.3'],
  ['6.6.6.6, 190.1.2.3', 1, '190.1.2.3'],
  ['6.6.6.6, 190.1.2.3, 10.0.0.1', 2, '190.1.2.3'],
  ['10.0.0.1', 2, undefined],
])('of "%s" with %s proxies of ours, %s is believed', (forwarded, proxies, address) => {
  expect(addressSeen(forwarded, proxies)).toBe(address);
});
