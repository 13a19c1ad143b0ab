import 'server-only';
import { findSession, findSessionByRequestId } from '@/lib/data/checkout-sessions';
import { endDoubt } from '@/lib/data/doubtful-charges';
import { saveSettlement } from '@/lib/data/settlements';
import { isDoubtfulCharge, type CheckoutSession } from '@/lib/domain/checkout-session';
import type { SessionReport } from '@/lib/domain/report';
import { settle } from '@/lib/domain/settlement';
import { isOperator, type Viewer } from '@/lib/domain/viewer';
import { GatewayError } from '@/lib/placetopay/error';
import { crashPoint } from './crash-point';
import { gatewayFor } from './gateway';

export type ChargeResolved =
  | { ok: true }
  | {
      ok: false;
      problem:
        | 'not_allowed'
        | 'unknown_transaction'
        | 'not_possible_now'
        | 'invalid_input'
        | 'evidence_differs'
        | 'gateway_silent';
      fields?: Readonly<Record<string, string>>;
    };

type Input = {
  sessionId: string;
  /** What the operator saw at the gateway's console. */
  outcome: 'charged' | 'not_charged';
  /** The session under which the console shows the charge, where it was made. */
  requestId: string;
  /** What it rests on. */
  evidence: string;
  reason: string;
  viewer: Viewer;
};

/**
 * An operator says what became of a charge that nobody knew the end of. Nothing is charged by it. That a charge was made is
 * not believed either: the gateway is asked about the session that the operator found, and money is recorded from its answer
 * alone. That none was made rests on the operator's word, with the evidence and the reason in the audit.
 */
export async function resolveCharge(input: Input): Promise<ChargeResolved> {
  const { sessionId, outcome, viewer } = input;
  if (!isOperator(viewer)) return { ok: false, problem: 'not_allowed' };
  const finding = { reason: input.reason.trim(), evidence: input.evidence.trim() };
  const requestId = input.requestId.trim();
  const fields = {
    ...(finding.reason === '' && { reason: 'required' }),
    ...(finding.evidence === '' && { evidence: 'evidence_required' }),
    ...(!/^\d{0,18}$/.test(requestId) && { requestId: 'invalid_number' }),
    ...(outcome === 'charged' && requestId === '' && { requestId: 'required' }),
  };
  if (Object.keys(fields).length > 0) return { ok: false, problem: 'invalid_input', fields };
  const session = await findSession(sessionId);
  if (!session) return { ok: false, problem: 'unknown_transaction' };
  if (!isDoubtfulCharge(session)) return { ok: false, problem: 'not_possible_now' };
  if (outcome === 'not_charged') {
    const ended = await endDoubt(session, { ...finding, requestId: null }, { viewer, now: new Date() });
    return ended ? { ok: true } : { ok: false, problem: 'not_possible_now' };
  }
  const report = await ask(session, requestId);
  if (typeof report === 'string') return { ok: false, problem: report };
  const now = new Date();
  const ended = await endDoubt(session, { ...finding, requestId }, { viewer, now });
  if (!ended) return { ok: false, problem: 'not_possible_now' };
  crashPoint('charge.resolved');
  await saveSettlement(ended, settle(ended, report, now), { source: 'operator', now });
  return { ok: true };
}

/** What the gateway says of the session that was found; it has to be of this charge, and of no other attempt of ours. */
async function ask(
  { id, reference }: CheckoutSession,
  requestId: string,
): Promise<SessionReport | 'evidence_differs' | 'gateway_silent'> {
  if (await findSessionByRequestId(requestId)) return 'evidence_differs';
  try {
    const report = await gatewayFor(id).querySession(requestId);
    return report.reference === reference ? report : 'evidence_differs';
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    return error.code === 'NOT_FOUND' || error.code === 'REFUSED' ? 'evidence_differs' : 'gateway_silent';
  }
}
