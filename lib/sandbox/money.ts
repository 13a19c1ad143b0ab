/**
 * Amounts of the gateway: whole minor units and a currency. It shares nothing with the store's money,
 * so that one mistake cannot agree with itself.
 */

export type Amount = { minor: bigint; currency: string };

/** ISO 4217 digits; a currency that is not named has two. COP has two: https://docs.placetopay.dev/checkout/tax-details */
const digitsOf: Readonly<Record<string, number>> = { CLP: 0, PYG: 0, UYI: 0, ISK: 0, JPY: 0, KRW: 0, VND: 0 };

/** How many decimals the currency (ISO 4217) has: two where nothing else is known. */
export function digits(currency: string): number {
  return digitsOf[currency] ?? 2;
}

const decimal = /^(\d{1,15})(?:\.(\d{1,20}))?$/;

/**
 * A decimal number, or the text of one, as minor units: rounded half up to the currency's digits, so
 * USD 576.9875 is 57699 and CLP 576.9875 is 577. Null for anything else: negative, exponents, NaN, and more digits than
 * a JSON number tells exactly: over 15, or a fraction behind more than 13.
 */
export function readAmount(value: unknown, currency: string): Amount | null {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  const parts = decimal.exec(text);
  if (!parts) return null;
  const [, whole = '', fraction = ''] = parts;
  if (whole.length > 13 && /[1-9]/.test(fraction)) return null;
  const kept = digits(currency);
  const minor = BigInt(whole + fraction.slice(0, kept).padEnd(kept, '0'));
  const roundsUp = (fraction[kept] ?? '0') >= '5';
  return { minor: roundsUp ? minor + 1n : minor, currency };
}

/** With exactly the currency's digits: "45000.00" COP, "45000" CLP. */
export function toDecimal({ minor, currency }: Amount): string {
  const places = digits(currency);
  const text = minor.toString().padStart(places + 1, '0');
  return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
}

/** The JSON number of the wire. Exact: what no such number tells was refused on the way in. */
export function toWire(amount: Amount): number {
  return Number(toDecimal(amount));
}

/** What the acquirer's rule "under 200 USD" compares. The rates are the sandbox's own and never change. */
const minorPerDollar: Readonly<Record<string, bigint>> = {
  USD: 100n,
  PAB: 100n,
  EUR: 92n,
  COP: 400_000n,
  CRC: 51_000n,
  UYU: 4_000n,
  PEN: 375n,
  HNL: 2_500n,
  BZD: 200n,
  CLP: 950n,
  PYG: 7_500n,
};

/** Is it less than so many whole US dollars? */
export function isUnderDollars({ minor, currency }: Amount, dollars: bigint): boolean {
  return minor < dollars * (minorPerDollar[currency] ?? 100n);
}
