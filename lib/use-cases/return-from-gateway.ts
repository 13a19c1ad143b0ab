import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { findReturn, noteUnansweredReturn } from '@/lib/data/checkout-sessions';
import { inBackground } from './background';
import { settleCheckout } from './settle-checkout';

/** Longer than a healthy gateway takes, shorter than a payer's patience. */
const patienceMs = 3_000;

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
  // Goes on after the payer was sent on, and a failure of it is nothing the payer can help.
  inBackground(async () => void (await settling));
  const tooLate = wait(patienceMs, 'confirming' as const, { ref: false });
  const outcome = await Promise.race([settling.catch(() => 'confirming' as const), tooLate]);
  if (outcome === 'confirming') await noteUnansweredReturn(sessionId, new Date());
  return returned;
}
