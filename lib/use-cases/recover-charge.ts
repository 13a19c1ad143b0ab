import 'server-only';
import { markAbandoned, markInDoubt } from '@/lib/data/checkout-sessions';
import { handToOperator } from '@/lib/data/doubtful-charges';
import { mayResend } from '@/lib/domain/checks';
import type { CheckoutSession } from '@/lib/domain/checkout-session';
import type { Actor } from '@/lib/domain/order-event';
import { crashPoint } from './crash-point';
import { sendCharge } from './send-charge';

/** A call gives up after 20 seconds: what was sent this long ago and has no answer will have none. Milliseconds. */
const unansweredMs = 30_000;

/**
 * A charge that the gateway never answered is brought to its end: what was never sent is given up, what may have been
 * made is sent again as it was, and what is too old for that waits for an operator and is never sent again.
 */
export async function recoverCharge(
  session: CheckoutSession,
  actor: Actor,
): Promise<'settled' | 'unchanged' | 'confirming'> {
  const { id, status, createdAt } = session;
  const now = new Date();
  if (status !== 'IN_DOUBT' && now.getTime() - createdAt.getTime() < unansweredMs) return 'confirming';
  if (status === 'PREPARED') {
    const closed = await markAbandoned({ id, reason: 'NEVER_SENT', actor, now });
    return closed ? 'settled' : 'unchanged';
  }
  if (status === 'SENT') await markInDoubt({ id, reason: 'NO_ANSWER', now });
  crashPoint('charge.doubted');
  if (session.suspectedAt !== null) return 'confirming';
  if (!mayResend(session, now)) {
    await handToOperator(session, { why: 'too_old_to_repeat', actor, now });
    return 'confirming';
  }
  return (await sendCharge(session, { again: true, actor })) === 'answered' ? 'settled' : 'confirming';
}
