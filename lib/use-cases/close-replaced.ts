import 'server-only';
import { findSession } from '@/lib/data/checkout-sessions';
import { countCloseTry, findReplaced } from '@/lib/data/replaced-orders';
import { isUntouched } from '@/lib/domain/checkout-session';
import { askToCancel, closePage } from './close-page';
import { settleCheckout, type Bell, type Settled } from './settle-checkout';

/** About an hour and a half of the reconciler's looks. A page that cannot be closed in that time expires by itself. */
export const mostTries = 20;

/**
 * The same things were ordered again from the same cart: the payment page of what they were before is closed, so that
 * nobody pays both by mistake. The earlier order remains, and can be paid on purpose.
 */
export async function closeReplacedBy(orderId: string): Promise<void> {
  for (const sessionId of await findReplaced(orderId)) await settleReplaced(sessionId, 'buyer');
}

/**
 * Settles a session whose place was taken and then closes its page. The gateway is asked first: without an answer nothing
 * is closed, and a page on which money was paid, or may still arrive, stays as it is. The reconciler comes back to it as
 * long as the page is open; the timeline tells of the first try.
 */
export async function settleReplaced(sessionId: string, source: Bell): Promise<Settled> {
  const settled = await settleCheckout({ sessionId, source });
  const session = settled.outcome === 'confirming' ? null : await findSession(sessionId);
  if (!session?.requestId || !isUntouched(session)) return settled;
  const nth = await countCloseTry(sessionId, mostTries);
  if (nth === null) return settled;
  if (nth === 1) {
    await closePage(session, { source, by: null, why: 'cart_changed' });
    return settled;
  }
  await askToCancel(sessionId, session.requestId);
  return settleCheckout({ sessionId, source });
}
