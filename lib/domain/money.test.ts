import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  allocate,
  compare,
  currencies,
  equals,
  exponent,
  fromDecimal,
  isCurrency,
  isZero,
  money,
  MoneyError,
  multiply,
  split,
  subtract,
  sum,
  toDecimal,
  toWireNumber,
  zero,
} from './money';

const currency = fc.constantFrom(...currencies);
const minor = fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n });
const amount = fc.record({ minor, currency });

test('every exponent is in the table', () => {
  expect(new Set(currencies.map(exponent))).toEqual(new Set([0, 2, 4]));
  for (const code of ['COP', 'USD', 'CLP', 'UYU', 'CRC', 'PYG']) expect(isCurrency(code)).toBe(true);
  for (const code of ['cop', 'XXX', '', 'toString', '__proto__']) expect(isCurrency(code)).toBe(false);
  expect([exponent('COP'), exponent('CLP'), exponent('PYG')]).toEqual([2, 0, 0]);
});

describe('to the wire and back', () => {
  test('no minor unit changes, as a number or as text', () => {
    fc.assert(
      fc.property(amount, (a) => {
        expect(fromDecimal(toDecimal(a), a.currency, { negative: true })).toEqual(a);
        expect(fromDecimal(toWireNumber(a), a.currency, { negative: true })).toEqual(a);
        expect(
          fromDecimal(JSON.parse(JSON.stringify(toWireNumber(a))), a.currency, { negative: true }),
        ).toEqual(a);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    [45000, 'COP', 4_500_000n],
    ['45000.00', 'COP', 4_500_000n],
    ['1000000.00', 'CLP', 1_000_000n],
    [0.1, 'USD', 10n],
    [576.12, 'USD', 57_612n],
    [1.005, 'CLF', 10_050n],
    ['0', 'PYG', 0n],
  ] as const)('%s %s is %s minor units', (value, code, expected) => {
    expect(fromDecimal(value, code)).toEqual(money(expected, code));
  });

  test.each([
    [NaN, 'COP'],
    [Infinity, 'COP'],
    [1e21, 'COP'],
    [1e-7, 'USD'],
    ['1e3', 'COP'],
    ['', 'COP'],
    [' 5', 'COP'],
    ['5,00', 'COP'],
    ['0x10', 'COP'],
    ['5.', 'COP'],
    ['.5', 'COP'],
    ['5.001', 'COP'],
    [0.5, 'CLP'],
    [-5, 'COP'],
    ['-0.01', 'COP'],
    ['+5', 'COP'],
    [9_007_199_254_740_993, 'CLP'],
    [10 ** 15, 'PYG'],
    ['1'.repeat(19), 'CLP'],
    ['٣', 'COP'],
    ['5\n', 'COP'],
  ] as const)('%j %s is refused', (value, code) => {
    expect(() => fromDecimal(value, code)).toThrow(MoneyError);
  });

  test('what JSON cannot hold exactly is not written', () => {
    expect(() => toWireNumber(money(10n ** 15n, 'COP'))).toThrow(MoneyError);
    expect(toWireNumber(money(10n ** 15n - 1n, 'COP'))).toBe(9999999999999.99);
  });
});

describe('sharing', () => {
  test('split loses nothing, and no two parts differ by more than one minor unit', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 60 }), (total, parts) => {
        const shares = split(total, parts);
        expect(shares).toHaveLength(parts);
        expect(sum(shares, total.currency)).toEqual(total);
        const sizes = shares.map((share) => share.minor).sort((a, b) => (a < b ? -1 : 1));
        expect((sizes.at(-1) ?? 0n) - (sizes[0] ?? 0n)).toBeLessThanOrEqual(1n);
      }),
    );
  });

  test('allocate loses nothing, gives nothing to a weight of nothing, and is never off by a whole unit', () => {
    const weights = fc
      .array(fc.bigInt({ min: 0n, max: 10n ** 6n }), { minLength: 1, maxLength: 12 })
      .filter((list) => list.some((one) => one > 0n));
    fc.assert(
      fc.property(amount, weights, (total, list) => {
        const shares = allocate(total, list);
        const all = list.reduce((a, b) => a + b);
        expect(sum(shares, total.currency)).toEqual(total);
        shares.forEach((share, index) => {
          const exact = total.minor * (list[index] ?? 0n);
          const off = share.minor * all - exact;
          expect(off < all && off > -all).toBe(true);
          if (list[index] === 0n) expect(share.minor).toBe(0n);
        });
      }),
    );
  });

  test.each([0, -1, 1.5, NaN, Infinity])('splitting into %s parts is refused', (parts) => {
    expect(() => split(money(100n, 'COP'), parts)).toThrow(MoneyError);
  });

  test.each([[[]], [[0, 0]], [[1, -1]], [[0.5, 0.5]]])('allocating by %j is refused', (weights) => {
    expect(() => allocate(money(100n, 'COP'), weights)).toThrow(MoneyError);
  });
});

describe('arithmetic', () => {
  test('adding and subtracting undo each other, and order is total', () => {
    fc.assert(
      fc.property(minor, minor, currency, (x, y, code) => {
        const [a, b] = [money(x, code), money(y, code)];
        expect(subtract(add(a, b), b)).toEqual(a);
        expect(compare(a, b) + compare(b, a)).toBe(0);
        expect(equals(a, b)).toBe(compare(a, b) === 0);
        expect(subtract(a, b).minor < 0n).toBe(compare(a, b) === -1);
      }),
    );
  });

  test('multiplying is adding again', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 50 }), (a, times) => {
        expect(multiply(a, times)).toEqual(sum(new Array(times).fill(a), a.currency));
      }),
    );
    expect(() => multiply(money(1n, 'COP'), 0.5)).toThrow(MoneyError);
    expect(() => multiply(money(1n, 'COP'), 2 ** 53)).toThrow(MoneyError);
  });

  test('currencies do not mix', () => {
    const [a, b] = [money(1n, 'COP'), money(1n, 'USD')];
    for (const mix of [add, subtract, compare]) expect(() => mix(a, b)).toThrow(MoneyError);
    expect(() => sum([a, b], 'COP')).toThrow(MoneyError);
    expect(equals(a, b)).toBe(false);
    expect(isZero(zero('COP'))).toBe(true);
  });
});
