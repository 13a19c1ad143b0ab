import 'server-only';
import { findReturn, noteUnansweredReturn } from '@/lib/data/checkout-sessions';
import { withPatience } from './patience';
import { settleCheckout } from './settle-checkout';

/** `forWallet`: nothing was bought, a card was to be kept. */
export type Returned = { orderId: string; accessKey: string | null; forWallet: boolean };

/**
 * The payer is back, with the unguessable token of the return URL. Asks what became of the session, for at most 3 seconds:
 * whatever is known then, the order's page tells. `accessKey` opens a guest's order. Null for a token of nobody's.
 */
export async function returnFromGateway(token: string): Promise<Returned | null> {
  if (!/^[\w-]{22}$/.test(token)) return null;
  const found = await findReturn(token);
  if (!found) return null;
  const { sessionId, ...returned } = found;
  const settling = settleCheckout({ sessionId, source: 'return' }).then(({ outcome }) => outcome);
  const outcome = await withPatience(settling, 'confirming');
  if (outcome === 'confirming') await noteUnansweredReturn(sessionId, new Date());
  return returned;
}
