import { readAmount, toWire } from './money';
import type { SentPayment } from './wire';

/**
 * What Uruguay's laws give back to the payer. The laws' codes are PlacetoPay's, their rates are the sandbox's own.
 * Source: https://docs.placetopay.dev/checkout/api/reference/session, `modifiers` and `discount`
 */

/** Thousandths of the base. */
export const lawRates: Readonly<Record<string, bigint>> = {
  /** Gastronomy. */
  '17934': 90n,
  /** IMESI for cars of Brazil and Argentina. */
  '18083': 240n,
  /** Family allowance. */
  '18910': 220n,
  /** Refund on real estate. */
  '18999': 105n,
  /** Financial inclusion. */
  '19210': 20n,
};

export type Discount = { base: number; code: string; type: 'FRANCHISE'; amount: number };

/**
 * Of the first modifier. The base is what the merchant says by the detail `vatDevolutionBase` or by the base of
 * the value added tax, else the total. Half up to the currency's digits. Null without a modifier.
 */
export function discountOf(payment: SentPayment | undefined): Discount | null {
  const [modifier] = payment?.modifiers ?? [];
  if (!payment || !modifier) return null;
  const { currency, total, details = [], taxes = [] } = payment.amount;
  const told = details.find(({ kind }) => kind === 'vatDevolutionBase')?.amount;
  const taxed = taxes.find(({ kind, base }) => kind === 'valueAddedTax' && base > 0)?.base;
  const base = readAmount(told ?? taxed ?? total, currency);
  if (!base) return null;
  const minor = (base.minor * (lawRates[modifier.code] ?? 0n) + 500n) / 1000n;
  return {
    base: toWire(base),
    code: modifier.code,
    type: 'FRANCHISE',
    amount: toWire({ minor, currency }),
  };
}
