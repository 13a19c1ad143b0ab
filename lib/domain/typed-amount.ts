import { exponent, fromDecimal, type Currency, type Money } from './money';

/**
 * An amount as a person types it: digits, and a point or comma before at most as many decimals as the currency has.
 * Null for anything else, thousands separators included: `45.000` could be forty-five, and nothing is guessed.
 */
export function readAmount(text: string, currency: Currency): Money | null {
  const [, units = '', decimals = ''] = /^(\d{1,13})(?:[.,](\d+))?$/.exec(text.trim()) ?? [];
  if (units === '' || decimals.length > exponent(currency)) return null;
  return fromDecimal(decimals === '' ? units : `${units}.${decimals}`, currency);
}

const hundredPercent = 10_000n;

/** A percentage as typed, in hundredths of a percent: `12.5` is 1250. Null below 0, over 100 and for what is no number. */
export function readPercentage(text: string): bigint | null {
  const [, units = '', decimals = ''] = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text.trim()) ?? [];
  if (units === '') return null;
  const hundredths = BigInt(units + decimals.padEnd(2, '0'));
  return hundredths > hundredPercent ? null : hundredths;
}
