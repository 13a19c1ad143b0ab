import 'server-only';
import { findSession } from '@/lib/data/checkout-sessions';
import { findOperation, resolveOperationRow } from '@/lib/data/operations';
import { factOf } from '@/lib/domain/operation-outcome';
import { isOperator, type Viewer } from '@/lib/domain/viewer';

export type OperationResolved =
  | { ok: true }
  | {
      ok: false;
      problem: 'not_allowed' | 'unknown_transaction' | 'not_possible_now' | 'invalid_input';
      fields?: Readonly<Record<string, string>>;
    };

type Input = {
  operationId: string;
  /** What the operator saw at the gateway's console. */
  outcome: 'done' | 'not_done';
  /** The internalReference that the console gives it, where it was done and has one. */
  internalReference?: string;
  /** What it rests on. */
  evidence: string;
  reason: string;
  viewer: Viewer;
};

/**
 * An operator says what became of an operation that nobody knew the end of. Nothing is sent: what was done is recorded with
 * its evidence, and what was not leaves the transaction free again.
 */
export async function resolveOperation(input: Input): Promise<OperationResolved> {
  const { operationId, outcome, viewer } = input;
  if (!isOperator(viewer)) return { ok: false, problem: 'not_allowed' };
  const [reason, evidence] = [input.reason.trim(), input.evidence.trim()];
  const internalReference = input.internalReference?.trim() ?? '';
  const fields = {
    ...(reason === '' && { reason: 'required' }),
    ...(evidence === '' && { evidence: 'evidence_required' }),
    ...(!/^\d{0,20}$/.test(internalReference) && { internalReference: 'invalid_number' }),
  };
  if (Object.keys(fields).length > 0) return { ok: false, problem: 'invalid_input', fields };
  const operation = await findOperation(operationId);
  if (!operation) return { ok: false, problem: 'unknown_transaction' };
  if (operation.state !== 'IN_DOUBT') return { ok: false, problem: 'not_possible_now' };
  const session = await findSession(operation.sessionId);
  const told = internalReference === '' ? null : { internalReference };
  const fact = session && outcome === 'done' ? factOf(operation, session, told) : null;
  const resolved = await resolveOperationRow(
    operation,
    { state: outcome === 'done' ? 'DONE' : 'ABANDONED', reason: 'OPERATOR', message: null, fact },
    { viewer, reason, evidence, now: new Date() },
  );
  return resolved ? { ok: true } : { ok: false, problem: 'not_possible_now' };
}
