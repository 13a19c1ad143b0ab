import 'server-only';
import {
  findSessionByRequestId,
  markAbandoned,
  markInDoubt,
  markPending,
  markSent,
} from '@/lib/data/checkout-sessions';
import { recordSuspense } from '@/lib/data/suspense';
import type { CheckoutSession } from '@/lib/domain/checkout-session';
import type { SessionRequest } from '@/lib/domain/session-request';
import { log } from '@/lib/log';
import { GatewayError } from '@/lib/placetopay/error';
import { crashPoint } from './crash-point';
import { gatewayFor } from './gateway';
import type { Started } from './start-checkout';

/**
 * Sends a prepared attempt to the gateway and writes down what became of it. Each step is committed before the next
 * one begins, so that whatever dies in between, the row tells how far it came.
 */
export async function openSession(session: CheckoutSession, request: SessionRequest): Promise<Started> {
  const { id } = session;
  // Not PREPARED any more: the reconciler gave it up while this process slept. Then nothing may be sent.
  if (!(await markSent(id, new Date()))) return { ok: false, problem: 'gateway_unreachable' };
  crashPoint('checkout.sent');
  try {
    const created = await gatewayFor(id).createSession(request);
    crashPoint('checkout.answered');
    if (await findSessionByRequestId(created.requestId)) return notOurs(session, created.requestId);
    const pending = await markPending({ id, ...created, now: new Date() });
    crashPoint('checkout.pending');
    // Given up meanwhile: its page was never shown and never will be, so it cannot be paid.
    return pending
      ? { ok: true, processUrl: created.processUrl }
      : { ok: false, problem: 'gateway_unreachable' };
  } catch (error) {
    if (error instanceof GatewayError) return notOpened(id, error);
    throw error;
  }
}

/** The answer names a session that another attempt of ours has: nobody is sent to its page, and an operator looks. */
async function notOurs({ id, orderId, reference }: CheckoutSession, requestId: string): Promise<Started> {
  log.error({ sessionId: id, requestId }, 'The gateway opened a session that another attempt has already');
  await recordSuspense({
    kind: 'recorded_elsewhere',
    dedupeKey: `${id}:requestId`,
    detail: { orderId, reference, requestId },
  });
  await markInDoubt({ id, reason: 'KNOWN_REQUEST_ID', now: new Date() });
  return { ok: false, problem: 'gateway_unreachable' };
}

async function notOpened(id: string, error: GatewayError): Promise<Started> {
  const { code, sent, authenticationCode, gatewayReason, gatewayMessage } = error;
  log.warn({ sessionId: id, code, sent, authenticationCode, gatewayReason }, 'The gateway opened no session');
  const reason = gatewayReason ?? code;
  const told = { id, reason, message: gatewayMessage ?? null, now: new Date() };
  if (sent) await markInDoubt(told);
  else await markAbandoned(told);
  crashPoint(sent ? 'checkout.in_doubt' : 'checkout.refused');
  if (code !== 'REFUSED') return { ok: false, problem: 'gateway_unreachable' };
  return { ok: false, problem: 'gateway_refused', ...(gatewayMessage && { message: gatewayMessage }) };
}
