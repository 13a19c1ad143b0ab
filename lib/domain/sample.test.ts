import { expect, test } from 'vitest';
import { buyerSchema } from './buyer';
import { money } from './money';
import { isSampleCurrency, sampleBuyer, sampleCurrencies, samplePrice } from './sample';

test('whoever buys a sample would pass the buyer’s form', () => {
  expect(buyerSchema.safeParse(sampleBuyer).success).toBe(true);
});

test('a price keeps to the smallest unit of its currency', () => {
  expect(samplePrice(6_200_000n, 'COP')).toEqual(money(6_200_000n, 'COP'));
  expect(samplePrice(6_200_000n, 'USD')).toEqual(money(1_550n, 'USD'));
  expect(samplePrice(6_200_000n, 'CLP')).toEqual(money(15_500n, 'CLP'));
  expect(samplePrice(6_200_000n, 'UYU')).toEqual(money(62_000n, 'UYU'));
  expect(samplePrice(6_200_000n, 'CRC')).toEqual(money(775_000n, 'CRC'));
});

test('what costs something costs something everywhere, and nothing costs nothing', () => {
  for (const currency of sampleCurrencies) {
    expect(samplePrice(1n, currency).minor).toBe(1n);
    expect(samplePrice(0n, currency).minor).toBe(0n);
  }
});

test('only these currencies price a sample', () => {
  expect(isSampleCurrency('UYU')).toBe(true);
  expect(isSampleCurrency('EUR')).toBe(false);
  expect(isSampleCurrency('toString')).toBe(false);
});
