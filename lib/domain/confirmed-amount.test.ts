import { expect, test } from 'vitest';
import { readConfirmedAmount } from './confirmed-amount';
import { money } from './money';

test.each([
  ['45000', '45000'],
  ['45000', ' 45000,00 '],
  ['45000.00', '45000'],
])('%s and %s are the same amount', (amount, typed) => {
  expect(readConfirmedAmount({ amount, typed }, 'COP')).toEqual({
    ok: true,
    amount: money(4_500_000n, 'COP'),
  });
});

test.each([
  ['45000', '4500', { typed: 'typed_differs' }],
  ['45000', '', { typed: 'typed_differs' }],
  ['45000', '45.000', { typed: 'typed_differs' }],
  ['45.000', '45.000', { amount: 'invalid_amount' }],
  ['-1', '-1', { amount: 'invalid_amount' }],
  ['', '', { amount: 'invalid_amount' }],
])('%s confirmed by %s asks for nothing', (amount, typed, fields) => {
  expect(readConfirmedAmount({ amount, typed }, 'COP')).toEqual({ ok: false, fields });
});
