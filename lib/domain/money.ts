/**
 * Money is an integer count of minor units and a currency. It becomes a decimal number only where the gateway's JSON
 * is written or read, and that conversion is exact or it fails.
 */

/** Decimal places per ISO 4217. Browsers print COP without cents; the gateway counts them. */
const digits = {
  COP: 2,
  USD: 2,
  EUR: 2,
  UYU: 2,
  CRC: 2,
  PEN: 2,
  MXN: 2,
  BRL: 2,
  GTQ: 2,
  HNL: 2,
  PAB: 2,
  BZD: 2,
  CLP: 0,
  PYG: 0,
  CLF: 4,
} as const;

export type Currency = keyof typeof digits;

export type Money = { readonly minor: bigint; readonly currency: Currency };

export const currencies: readonly Currency[] = Object.keys(digits).filter(isCurrency);

/** A number, an amount or a combination of amounts that cannot be money. */
export class MoneyError extends Error {
  override readonly name = 'MoneyError';
}

/** A JSON number keeps 15 significant digits for certain; more could change on the way through a float. */
const exactInJson = 10n ** 15n;
/** What a PostgreSQL bigint holds with room to add. */
const longest = 10n ** 18n;

export function isCurrency(text: string): text is Currency {
  return Object.hasOwn(digits, text);
}

/** Decimal places of the currency: 2 for COP, 0 for CLP. */
export function exponent(currency: Currency): number {
  return digits[currency];
}

/** `minor` are minor units: 4_500_050n COP is 45,000.50. */
export function money(minor: bigint, currency: Currency): Money {
  return { minor, currency };
}

export function zero(currency: Currency): Money {
  return money(0n, currency);
}

/** Throws MoneyError when the currencies differ, as every function of two amounts does. */
export function add(a: Money, b: Money): Money {
  return money(a.minor + sameCurrency(a, b).minor, a.currency);
}

/** Throws where the currencies differ; may go below zero. */
export function subtract(a: Money, b: Money): Money {
  return money(a.minor - sameCurrency(a, b).minor, a.currency);
}

/** Times a whole number: a fraction throws. */
export function multiply(a: Money, times: bigint | number): Money {
  return money(a.minor * whole(times), a.currency);
}

/** Zero for an empty list. Throws where the currencies differ. */
export function sum(list: readonly Money[], currency: Currency): Money {
  return list.reduce(add, zero(currency));
}

/** As `sort` wants it. Throws where the currencies differ. */
export function compare(a: Money, b: Money): -1 | 0 | 1 {
  sameCurrency(a, b);
  if (a.minor === b.minor) return 0;
  return a.minor < b.minor ? -1 : 1;
}

/** True when amount and currency are the same; another currency is simply not equal. */
export function equals(a: Money, b: Money): boolean {
  return a.currency === b.currency && a.minor === b.minor;
}

export function isZero(a: Money): boolean {
  return a.minor === 0n;
}

/** Equal parts whose sum is the total: what does not divide goes, one minor unit each, to the first parts. */
export function split(total: Money, parts: number): Money[] {
  if (!Number.isInteger(parts) || parts < 1) throw new MoneyError(`Cannot split into ${parts} parts.`);
  return allocate(total, new Array<bigint>(parts).fill(1n));
}

/** Parts in proportion to whole, non-negative weights, by largest remainder. Their sum is always the total. */
export function allocate(total: Money, weights: readonly (number | bigint)[]): Money[] {
  const shares = weights.map(whole);
  const all = shares.reduce((a, b) => a + b, 0n);
  if (all <= 0n || shares.some((share) => share < 0n))
    throw new MoneyError('Weights are whole, not negative, not all 0.');
  const sign = total.minor < 0n ? -1n : 1n;
  const size = total.minor * sign;
  const parts = shares.map((share) => (size * share) / all);
  const left = size - parts.reduce((a, b) => a + b, 0n);
  const first = shares
    .map((share, index) => ({ index, remainder: (size * share) % all }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
    .slice(0, Number(left));
  const lucky = new Set(first.map(({ index }) => index));
  return parts.map((part, index) => money(sign * (part + (lucky.has(index) ? 1n : 0n)), total.currency));
}

/**
 * A decimal of the gateway's JSON (`45000`, `"45000.00"`) as Money. Throws MoneyError for anything inexact: an exponent,
 * NaN, more decimals than the currency has (unless they are zeros), a number too long for JSON, a sign without leave.
 */
export function fromDecimal(value: number | string, currency: Currency, { negative = false } = {}): Money {
  const match = /^(-?)(\d{1,18})(?:\.(\d{1,18}))?$/.exec(String(value));
  if (!match) throw new MoneyError(`"${value}" is not a decimal amount.`);
  const [, sign = '', units = '', decimals = ''] = match;
  const places = digits[currency];
  const kept = decimals.slice(0, places).padEnd(places, '0');
  if (/[1-9]/.test(decimals.slice(places)))
    throw new MoneyError(`${value} has more decimals than ${currency}.`);
  if (sign !== '' && !negative) throw new MoneyError(`${value} is negative.`);
  const minor = BigInt(units + kept);
  if (minor >= (typeof value === 'number' ? exactInJson : longest))
    throw new MoneyError(`${value} is too long to be exact.`);
  return money(sign === '' ? minor : -minor, currency);
}

/** `45000.00`: as many decimals as the currency has. For machines; people read formatMoney's text. */
export function toDecimal({ minor, currency }: Money): string {
  const places = digits[currency];
  const text = (minor < 0n ? -minor : minor).toString().padStart(places + 1, '0');
  const units = text.slice(0, text.length - places);
  const decimals = places === 0 ? '' : `.${text.slice(-places)}`;
  return `${minor < 0n ? '-' : ''}${units}${decimals}`;
}

/** The exact JSON number the gateway receives. Throws MoneyError above 15 significant digits. */
export function toWireNumber(amount: Money): number {
  const size = amount.minor < 0n ? -amount.minor : amount.minor;
  if (size >= exactInJson) throw new MoneyError(`${toDecimal(amount)} is too long for a JSON number.`);
  return Number(toDecimal(amount));
}

function sameCurrency(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new MoneyError(`${a.currency} and ${b.currency} do not mix.`);
  return b;
}

function whole(times: bigint | number): bigint {
  if (typeof times === 'number' && !Number.isSafeInteger(times))
    throw new MoneyError(`${times} is not a whole number.`);
  return BigInt(times);
}
