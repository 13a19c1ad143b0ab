import { expect, test } from 'vitest';
import { sampleBuyer } from './sample';
import { installmentsFor } from './installments';
import { money, type Currency } from './money';

const orderOf = (country: string, currency: Currency) => ({
  buyer: { ...sampleBuyer, country, documentEnding: '781' },
  total: money(1n, currency),
});

test('instalments are asked of Colombians who pay in pesos, and of nobody else', () => {
  expect(installmentsFor(orderOf('CO', 'COP'))).toEqual([1, 2, 3, 6, 12, 24, 36]);
  expect(installmentsFor(orderOf('CO', 'USD'))).toEqual([]);
  expect(installmentsFor(orderOf('EC', 'COP'))).toEqual([]);
});
