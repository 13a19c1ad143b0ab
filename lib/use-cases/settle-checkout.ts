import 'server-only';
import { findSession, forgetUnansweredReturn, markAbandoned } from '@/lib/data/checkout-sessions';
import { saveSettlement } from '@/lib/data/settlements';
import { isFinal, type CheckoutSession } from '@/lib/domain/checkout-session';
import type { Actor } from '@/lib/domain/order-event';
import { settle } from '@/lib/domain/settlement';
import { log } from '@/lib/log';
import { GatewayError } from '@/lib/placetopay/error';
import { crashPoint } from './crash-point';
import { gatewayFor } from './gateway';
import { recoverCharge } from './recover-charge';

export type Bell = 'return' | 'notification' | 'reconciler' | 'buyer' | 'operator';

export type Settled = {
  outcome: 'settled' | 'unchanged' | 'confirming' | 'suspect' | 'unknown_session';
  orderId: string | null;
};

/** A call gives up after 20 seconds: an attempt without an answer for this long has none coming. Milliseconds. */
export const unansweredMs = 30_000;

const mostTurns = 5;
const flights = new Map<string, Promise<Settled>>();

/**
 * Brings a session up to date, whoever rang the bell: loads it, asks the gateway, lets `settle` decide and `saveSettlement`
 * write. Whoever rang is not believed. Bells that ring while a question is open share its answer, except the payer's return,
 * which may know something newer and asks again. A report that comes with another call (send-charge.ts, resolve-charge.ts)
 * is decided and written by the same two, and by nothing else.
 */
export async function settleCheckout(ring: { sessionId: string; source: Bell }): Promise<Settled> {
  const { sessionId, source } = ring;
  const open = flights.get(sessionId);
  if (open) {
    const shared = await open;
    if (source !== 'return' || shared.outcome === 'settled') return shared;
    return settleCheckout(ring);
  }
  const flight = settleFor(ring).finally(() => flights.delete(sessionId));
  flights.set(sessionId, flight);
  return flight;
}

async function settleFor({ sessionId, source }: { sessionId: string; source: Bell }): Promise<Settled> {
  for (let turn = 1; turn <= mostTurns; turn += 1) {
    // Loaded before asking, so that the answer is never older than the record it judges.
    const session = await findSession(sessionId);
    if (!session) return { outcome: 'unknown_session', orderId: null };
    const { orderId } = session;
    const outcome = await settleOnce(session, source);
    if (outcome !== 'stale') return { outcome, orderId };
  }
  const session = await findSession(sessionId);
  return { outcome: 'confirming', orderId: session?.orderId ?? null };
}

async function settleOnce(session: CheckoutSession, source: Bell): Promise<Settled['outcome'] | 'stale'> {
  if (session.requestId === null && session.charge) {
    return isFinal(session.status) ? 'unchanged' : recoverCharge(session, source);
  }
  if (session.requestId === null) return closeUnanswered(session, source);
  // What is final changes no more for a payer; news of a later reversal come by the gateway or an operator.
  if (isFinal(session.status) && source !== 'notification' && source !== 'operator') return 'unchanged';
  try {
    const report = await gatewayFor(session.id).querySession(session.requestId);
    crashPoint('settle.asked');
    const now = new Date();
    const settlement = settle(session, report, now);
    const saved = await saveSettlement(session, settlement, { source, now });
    if (saved === 'stale') return 'stale';
    crashPoint('settle.saved');
    if (session.returnedUnansweredAt !== null) await forgetUnansweredReturn(session.id);
    if (saved === 'suspect') {
      warn(session, settlement.kind === 'suspect' ? settlement.problems : ['recorded_elsewhere']);
      return 'suspect';
    }
    return settlement.kind === 'changed' ? 'settled' : 'unchanged';
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    const { code, authenticationCode, httpStatus } = error;
    log.warn({ sessionId: session.id, code, authenticationCode, httpStatus }, 'The gateway did not tell');
    return 'confirming';
  }
}

/**
 * Without a requestId nobody was ever sent to a page, so there is nothing to ask and nothing to lose: once no answer can
 * come any more the attempt is over. A page the gateway made all the same expires there, unseen.
 */
async function closeUnanswered(
  session: CheckoutSession,
  source: Actor,
): Promise<'settled' | 'unchanged' | 'confirming'> {
  const { id, status, createdAt } = session;
  if (isFinal(status)) return 'unchanged';
  const answerMayCome = status !== 'IN_DOUBT' && Date.now() - createdAt.getTime() < unansweredMs;
  if (answerMayCome) return 'confirming';
  const reason = status === 'PREPARED' ? 'NEVER_SENT' : 'NO_ANSWER';
  const closed = await markAbandoned({ id, reason, actor: source, now: new Date() });
  crashPoint('settle.abandoned');
  return closed ? 'settled' : 'unchanged';
}

function warn({ id, reference }: CheckoutSession, problems: readonly string[]) {
  log.error({ sessionId: id, reference, problems }, 'The gateway answered what does not fit this session');
}
