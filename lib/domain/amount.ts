import type { Money } from './money';

export type Tax = { readonly kind: TaxKind; readonly amount: Money; readonly base?: Money };

export type Detail = { readonly kind: DetailKind; readonly amount: Money };

export type Amount = {
  readonly total: Money;
  readonly taxes?: readonly Tax[];
  readonly details?: readonly Detail[];
};

/** Other kinds are dropped by the gateway without a word. https://docs.placetopay.dev/checkout/tax-details */
export const taxKinds = [
  'valueAddedTax',
  'exciseDuty',
  'ice',
  'airportTax',
  'stateTax',
  'municipalTax',
  'reducedStateTax',
] as const;

export type TaxKind = (typeof taxKinds)[number];

export const detailKinds = [
  'discount',
  'additional',
  'vatDevolutionBase',
  'shipping',
  'handlingFee',
  'insurance',
  'giftWrap',
  'subtotal',
  'fee',
  'tip',
  'airline',
  'interests',
] as const;

export type DetailKind = (typeof detailKinds)[number];
