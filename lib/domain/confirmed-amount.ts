import { equals, type Currency, type Money } from './money';
import { readAmount } from './typed-amount';

export type ConfirmedAmount =
  | { readonly ok: true; readonly amount: Money }
  /** As problem keys, by field. */
  | { readonly ok: false; readonly fields: Readonly<Record<string, string>> };

/**
 * An amount of money that somebody typed twice: what is asked for, and the same once more, so that a slip asks for
 * nothing.
 */
export function readConfirmedAmount(
  { amount, typed }: { readonly amount: string; readonly typed: string },
  currency: Currency,
): ConfirmedAmount {
  const [asked, again] = [readAmount(amount, currency), readAmount(typed, currency)];
  if (!asked) return { ok: false, fields: { amount: 'invalid_amount' } };
  if (!again || !equals(asked, again)) return { ok: false, fields: { typed: 'typed_differs' } };
  return { ok: true, amount: asked };
}
