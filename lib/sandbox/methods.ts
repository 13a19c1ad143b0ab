import { toCardMethod } from './brands';
import { findOther, toOtherMethod, type Way } from './other-methods';
import type { CreateRequest } from './wire';

/** What a session offers. Source: https://docs.placetopay.dev/checkout/payment-methods */

/** The method that a code of a filter means, today's or an older one. Null for what this gateway cannot play. */
export function toMethod(code: string): string | null {
  return toCardMethod(code) ?? toOtherMethod(code);
}

/** The methods of the site that a merchant's filter leaves, in the site's order. No filter leaves all. */
export function offered(filter: string | undefined, methods: readonly string[]): readonly string[] {
  if (filter === undefined) return methods;
  const wanted = filter.split(',').map(toMethod);
  return methods.filter((method) => wanted.includes(method));
}

/** Cards that pay at once and not on credit. */
export const debits: readonly string[] = ['maestro', 'ath_card', 'ebt'];

/** Whoever pays in cash has to walk. Source: https://docs.placetopay.dev/checkout/payments/cash */
const cashNeedsMs = 30 * 60 * 1000;

/**
 * What a session offers, in the site's order. What is kept, held, split or confirmed later wants a card; what is
 * repeated a credit card; banks and agents of Colombia take pesos; cash needs more than 30 minutes, which `lastsMs`
 * counts from the creation to the expiration.
 * Source: https://docs.placetopay.dev/checkout/create-session
 */
export function methodsOf(asked: CreateRequest, site: readonly string[], lastsMs: number): readonly string[] {
  const onlyCards = wantsCard(asked);
  return offered(asked.paymentMethod, site).filter((method) => {
    const other = findOther(method);
    if (!other) return !(asked.payment?.recurring && debits.includes(method));
    if (onlyCards || asked.payment?.amount.currency !== 'COP') return false;
    return other.way !== 'cash' || lastsMs > cashNeedsMs;
  });
}

/** The screens on which these methods are asked for: cards share one, and so do the agents that take cash. */
export function waysOf(methods: readonly string[]): readonly Way[] {
  return [...new Set(methods.map((method) => findOther(method)?.way ?? 'card'))];
}

function wantsCard({ payment, type, metadata }: CreateRequest): boolean {
  const isSplit = (payment?.dispersion?.length ?? 0) > 0;
  const isConfirmed = metadata?.requiresConfirmation === true;
  return !payment || payment.recurring !== undefined || type !== undefined || isSplit || isConfirmed;
}
