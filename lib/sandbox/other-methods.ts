/**
 * Means of payment that are no card: what they are called, and how the page asks for them.
 * Sources: https://docs.placetopay.dev/checkout/payment-methods and older lists of service codes that still circulate.
 */

/** How the page asks: one screen each. */
export type Way = 'card' | 'pse' | 'nequi' | 'cash';

export type OtherMethod = {
  /** The code of `paymentMethod`. */
  code: string;
  way: Exclude<Way, 'card'>;
  name: string;
  /** The service code that a transaction shows as `franchise`. */
  franchise: string;
  /** Older service codes that mean the same in a merchant's filter. */
  also: readonly string[];
};

/** To add a method: add its line, and its code to the sites that offer it. */
const methods: readonly OtherMethod[] = [
  {
    code: 'pse',
    way: 'pse',
    name: 'Cuentas débito ahorro y corriente (PSE)',
    franchise: '_PSE_',
    also: [],
  },
  { code: 'PSENQ', way: 'nequi', name: 'Nequi', franchise: '_PSE_', also: ['nequi'] },
  {
    code: 'ath',
    way: 'cash',
    name: 'Efectivo',
    franchise: '_ATH_',
    also: ['AC_WU', 'AV_AV', 'AV_BB', 'AV_BO', 'AV_BP', 'BBVAC', 'DVVND', 'PBBVA', 'T1_BC', 'T1_CV'],
  },
  { code: 'efecty', way: 'cash', name: 'Efecty', franchise: 'EFCTY', also: [] },
];

/** By its code on the wire. */
export function findOther(code: string): OtherMethod | undefined {
  return methods.find((method) => method.code === code);
}

/** `pse`, `_PSE_` and ` PSE ` all mean pse. Null for what is none of these methods. */
export function toOtherMethod(code: string): string | null {
  const wanted = code.trim().toLowerCase();
  const names = ({ code: own, franchise, also }: OtherMethod) => [own, franchise, ...also];
  const named = methods.find((method) => names(method).some((name) => name.toLowerCase() === wanted));
  return named?.code ?? null;
}
