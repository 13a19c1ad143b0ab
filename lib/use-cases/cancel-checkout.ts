import 'server-only';
import { noteCancel } from '@/lib/data/cancellations';
import { findOrder } from '@/lib/data/orders';
import { isUntouched } from '@/lib/domain/checkout-session';
import { unresolvedSession } from '@/lib/domain/order';
import { isOperator, type Viewer } from '@/lib/domain/viewer';
import { log } from '@/lib/log';
import { GatewayError } from '@/lib/placetopay/error';
import { gatewayFor } from './gateway';
import { settleCheckout } from './settle-checkout';

export type Cancelled =
  | { ok: true }
  | {
      ok: false;
      problem: 'unknown_order' | 'nothing_to_cancel' | 'cancel_refused' | 'confirming';
      message?: string;
    };

/**
 * Ends the open payment page of an order that is the viewer's: because somebody asked for it, or because the cart changed
 * and the old total must not be paid any more. Whatever the gateway answers, it is asked afterwards, and what it then says
 * counts: a payment that was quicker than the cancellation is a payment. Doing it twice is harmless.
 *
 * Source: https://docs.placetopay.dev/checkout/cancel-session
 */
export async function cancelCheckout({
  orderId,
  viewer,
  why = 'asked',
}: {
  orderId: string;
  viewer: Viewer;
  why?: 'asked' | 'cart_changed';
}): Promise<Cancelled> {
  const order = await findOrder(orderId, viewer);
  if (!order) return { ok: false, problem: 'unknown_order' };
  const session = unresolvedSession(order);
  // Nobody asked for this: it may cost nobody a payment that has begun.
  if (session && why === 'cart_changed' && !isUntouched(session))
    return { ok: false, problem: 'nothing_to_cancel' };
  if (!session?.requestId) return { ok: false, problem: 'nothing_to_cancel' };
  const source = isOperator(viewer) ? 'operator' : 'buyer';
  const by = viewer.kind === 'guest' ? null : viewer.name;
  await noteCancel(session, { type: 'CANCEL_ASKED', actor: source, why, by, now: new Date() });
  const refusal = await tell(session.id, session.requestId);
  await settleCheckout({ sessionId: session.id, source });
  const after = (await findOrder(orderId, viewer))?.sessions.find(({ id }) => id === session.id);
  if (after?.status === 'REJECTED') return { ok: true };
  if (!refusal) return { ok: false, problem: 'confirming' };
  await noteCancel(session, {
    type: 'CANCEL_REFUSED',
    actor: 'store',
    why: refusal.why,
    by,
    now: new Date(),
  });
  if (refusal.sent) return { ok: false, problem: 'confirming' };
  return { ok: false, problem: 'cancel_refused', ...(refusal.message && { message: refusal.message }) };
}

async function tell(sessionId: string, requestId: string) {
  try {
    await gatewayFor(sessionId).cancelSession(requestId);
    return null;
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    const { code, sent, gatewayReason, gatewayMessage } = error;
    log.warn({ sessionId, code, sent, gatewayReason }, 'The gateway did not cancel the session');
    return { sent, why: gatewayReason ?? code, message: gatewayMessage };
  }
}
