/** Card brands: how to know one by its number, what to call it, and which service processes it. */

export type Brand = {
  /** The code of `paymentMethod`. */
  code: string;
  name: string;
  /** The service code that a transaction shows as `franchise`. */
  franchise: string;
  pattern: RegExp;
};

/** In this order: the narrow ranges first. Sources: https://docs.placetopay.dev/checkout/payment-methods */
const brands: readonly Brand[] = [
  { code: 'ebt', name: 'EBT', franchise: 'EB_EB', pattern: /^507712\d{10,13}$/ },
  { code: 'alia', name: 'Alia', franchise: 'ID_AL', pattern: /^5058[47]\d{11}$/ },
  { code: 'exito', name: 'Éxito', franchise: 'TY_EX', pattern: /^590309\d{10}$/ },
  { code: 'alkosto', name: 'Alkosto', franchise: 'TY_AK', pattern: /^590[37]12\d{10}$/ },
  { code: 'somos', name: 'Somos', franchise: 'SOMOS', pattern: /^881006\d{10}$/ },
  { code: 'codensa', name: 'Codensa', franchise: 'CDNSA', pattern: /^813001\d{10}$/ },
  { code: 'cafam', name: 'Cafam', franchise: 'CAFAM', pattern: /^6372\d{12}$/ },
  { code: 'ath_card', name: 'Tarjeta ATH', franchise: 'EB_AT', pattern: /^(0215|2215)\d{12}$/ },
  { code: 'amex', name: 'American Express', franchise: 'CR_AM', pattern: /^3[47]\d{13}$/ },
  { code: 'diners', name: 'Diners', franchise: 'CR_DN', pattern: /^3(0[0-5]|[68]\d)\d{11}$/ },
  { code: 'discover', name: 'Discover', franchise: 'DISCO', pattern: /^6(011|4[4-9]\d|5\d\d)\d{12}$/ },
  { code: 'maestro', name: 'Maestro', franchise: 'MSTRP', pattern: /^(5[06-8]|6[37])\d{10,17}$/ },
  { code: 'master', name: 'Mastercard', franchise: 'RM_MC', pattern: /^(5[1-5]|2[2-7])\d{14}$/ },
  { code: 'visa', name: 'Visa', franchise: 'CR_VS', pattern: /^4(\d{12}|\d{15}|\d{18})$/ },
];

const byCode = new Map(brands.map((brand) => [brand.code, brand]));

/** By how its numbers begin and how long they are. */
export function brandOf(number: string): Brand | undefined {
  return brands.find(({ pattern }) => pattern.test(number));
}

/** By its code on the wire, for example `master`. */
export function findBrand(code: string): Brand | undefined {
  return byCode.get(code);
}

/** Older service codes that merchants still send in `paymentMethod`, and the method each means. */
const suffixes: Readonly<Record<string, string>> = {
  VS: 'visa',
  MC: 'master',
  DN: 'diners',
  AM: 'amex',
  DS: 'discover',
  AK: 'alkosto',
  EX: 'exito',
};

/** `visa`, `CR_VS` and ` VISA ` all mean visa. Null for what no card answers to, such as `pse`. */
export function toCardMethod(code: string): string | null {
  const lower = code.trim().toLowerCase();
  if (byCode.has(lower)) return lower;
  const named = brands.find(({ franchise }) => franchise.toLowerCase() === lower);
  return named?.code ?? suffixes[/^[A-Z]{2}_([A-Z]{2})$/.exec(code.trim())?.[1] ?? ''] ?? null;
}

/** Issuers by the first six digits; null where nobody knows. */
const issuers: Readonly<Record<string, string>> = {
  '411111': 'JPMORGAN CHASE BANK, N.A.',
  '518030': 'Banco del Pacifico, S.A.',
  '411076': 'BANCO DE GUAYAQUIL, S.A.',
  '365454': 'Diners',
  '453203': "CAIXA D'ESTALVIS UNIO DE CAIXES DE MANLLEU, SABADE",
};

/** The bank that issued it, by its first six digits; null where no test card has them. */
export function issuerOf(number: string): string | null {
  return issuers[number.slice(0, 6)] ?? null;
}

/** The check that every card number passes, of digits without spaces. */
export function passesLuhn(number: string): boolean {
  const sum = [...number]
    .reverse()
    .map((digit, position) => (position % 2 === 0 ? Number(digit) : Number(digit) * 2))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return sum % 10 === 0;
}
