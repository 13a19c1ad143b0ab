import 'server-only';
import { noteCancel } from '@/lib/data/cancellations';
import { findSession } from '@/lib/data/checkout-sessions';
import type { CheckoutSession } from '@/lib/domain/checkout-session';
import { log } from '@/lib/log';
import { GatewayError } from '@/lib/placetopay/error';
import { gatewayFor } from './gateway';
import { settleCheckout, type Bell } from './settle-checkout';

export type Closed =
  | { ok: true }
  | { ok: false; problem: 'nothing_to_cancel' | 'cancel_refused' | 'confirming'; message?: string };

type Closing = {
  source: Bell;
  /** The name of whoever wants it, where somebody does. */
  by: string | null;
  why: 'asked' | 'cart_changed';
};

/**
 * Ends an open payment page. Whatever the gateway answers, it is asked afterwards, and what it then says counts: a payment
 * that was quicker than the cancellation is a payment. Doing it twice is harmless.
 *
 * Source: https://docs.placetopay.dev/checkout/cancel-session
 */
export async function closePage(session: CheckoutSession, { source, by, why }: Closing): Promise<Closed> {
  if (!session.requestId) return { ok: false, problem: 'nothing_to_cancel' };
  const actor = why === 'asked' ? source : 'store';
  await noteCancel(session, { type: 'CANCEL_ASKED', actor, why, by, now: new Date() });
  const refusal = await askToCancel(session.id, session.requestId);
  await settleCheckout({ sessionId: session.id, source });
  const after = await findSession(session.id);
  if (after?.status === 'REJECTED') return { ok: true };
  if (!refusal) return { ok: false, problem: 'confirming' };
  const refused = { type: 'CANCEL_REFUSED', actor: 'store', why: refusal.why, by, now: new Date() } as const;
  await noteCancel(session, refused);
  if (refusal.sent) return { ok: false, problem: 'confirming' };
  return { ok: false, problem: 'cancel_refused', ...(refusal.message && { message: refusal.message }) };
}

/** Null when the gateway agreed; otherwise why not, and whether it may have acted all the same. */
export async function askToCancel(sessionId: string, requestId: string) {
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
