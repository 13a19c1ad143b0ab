import 'server-only';
import { approveProposed, findProposal, withdrawProposed } from '@/lib/data/proposed-operations';
import { isOperator, type Viewer } from '@/lib/domain/viewer';
import { told, type FollowedUp } from './follow-up';
import { sendOperation } from './send-operation';

type Input = { operationId: string; agrees: boolean; reason: string; viewer: Viewer };

/**
 * A second operator agrees with what another asked for, and it is sent; or does not, and it never is. Whoever asked may take
 * it back and may not agree: that takes two people, which the database holds too.
 */
export async function decideProposal({ operationId, agrees, reason, viewer }: Input): Promise<FollowedUp> {
  if (!isOperator(viewer)) return { ok: false, problem: 'not_allowed' };
  if (reason.trim() === '') return { ok: false, problem: 'invalid_input', fields: { reason: 'required' } };
  const proposal = await findProposal(operationId, viewer);
  if (!proposal) return { ok: false, problem: 'not_possible_now' };
  if (agrees && proposal.isOwn) return { ok: false, problem: 'own_operation' };
  const deciding = { viewer, reason: reason.trim(), now: new Date() };
  const decided = await (agrees ? approveProposed : withdrawProposed)(proposal.operation, deciding);
  if (!decided) return { ok: false, problem: 'not_possible_now' };
  return agrees ? told(await sendOperation(decided)) : { ok: true, operation: decided };
}
