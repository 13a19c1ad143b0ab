import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUnderDollars, readAmount, toDecimal, toWire } from './money';

describe('money of the gateway', () => {
  test.each([
    [576.12345, 'USD', '576.12'],
    [576.9875, 'USD', '576.99'],
    [576.12345, 'COP', '576.12'],
    [576.9875, 'COP', '576.99'],
    [576.12345, 'CLP', '576'],
    [576.9875, 'CLP', '577'],
    [0.005, 'USD', '0.01'],
    ['10000', 'COP', '10000.00'],
    ['1000000.00', 'COP', '1000000.00'],
    [999999999999999, 'CLP', '999999999999999'],
    ['99999999999999.00', 'COP', '99999999999999.00'],
    ['9999999999999.99', 'COP', '9999999999999.99'],
  ])('GW-MONEY-01 %s %s is %s: half up to the currency’s digits', (sent, currency, decimal) => {
    const amount = readAmount(sent, currency);
    expect(amount && toDecimal(amount)).toBe(decimal);
  });

  test.each([
    [-1],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [1e21],
    ['1e3'],
    ['99999999999999.99'],
    ['12,5'],
    [''],
    [null],
    [true],
  ])('GW-MONEY-02 %s is not an amount', (sent) => expect(readAmount(sent, 'COP')).toBeNull());

  test('GW-MONEY-03 what the wire says is read back as the same minor units', () => {
    const currency = fc.constantFrom('COP', 'USD', 'CLP', 'PYG', 'UYU', 'CRC');
    const minor = fc.bigInt({ min: 0n, max: 10n ** 14n });
    fc.assert(
      fc.property(minor, currency, (units, code) => {
        const amount = { minor: units, currency: code };
        expect(readAmount(toWire(amount), code)).toEqual(amount);
        expect(readAmount(toDecimal(amount), code)).toEqual(amount);
      }),
    );
  });

  test.each([
    [19999n, 'USD', true],
    [20000n, 'USD', false],
    [79_999_999n, 'COP', true],
    [80_000_000n, 'COP', false],
  ])('GW-MONEY-04 %s minor units of %s are under 200 USD: %s', (units, currency, under) => {
    expect(isUnderDollars({ minor: units, currency }, 200n)).toBe(under);
  });
});
