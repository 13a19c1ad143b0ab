import { toCardMethod } from './brands';
import type { CreateRequest } from './wire';

/** The card methods of the site that a merchant's filter leaves, in the site's order. No filter leaves all. */
export function offered(filter: string | undefined, methods: readonly string[]): readonly string[] {
  if (filter === undefined) return methods;
  const wanted = filter.split(',').map(toCardMethod);
  return methods.filter((method) => wanted.includes(method));
}

/** Cards that pay at once and not on credit. */
export const debits: readonly string[] = ['maestro', 'ath_card', 'ebt'];

/** What a session offers: what is repeated wants a credit card. Source: https://docs.placetopay.dev/checkout/create-session */
export function methodsOf(
  { paymentMethod, payment }: CreateRequest,
  site: readonly string[],
): readonly string[] {
  const left = offered(paymentMethod, site);
  return payment?.recurring ? left.filter((method) => !debits.includes(method)) : left;
}
