import type { CheckoutSession } from './checkout-session';
import { attempts } from './transaction';

/**
 * Until when the shop may confirm or decline what a payer gave; null while nothing waits for its word. PlacetoPay does not
 * publish how long it waits, so `minutes` is what the shop counts on, from the moment the gateway says it began to wait.
 * Source: https://docs.placetopay.dev/checkout/confirmation-flow
 */
export function decideBy(sessions: readonly CheckoutSession[], minutes: number): Date | null {
  const begun = sessions.flatMap(({ transactions, createdAt }) =>
    attempts(transactions)
      .filter(({ status }) => status === 'PENDING_CONFIRMATION')
      .map(({ date }) => (date ?? createdAt).getTime()),
  );
  return begun.length === 0 ? null : new Date(Math.min(...begun) + minutes * 60_000);
}
