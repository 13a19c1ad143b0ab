import 'server-only';
import { findMandate } from '@/lib/data/mandates';
import { mayTry } from '@/lib/data/rate-limits';
import { isOperator, type Viewer } from '@/lib/domain/viewer';
import { checkMandate } from './check-mandate';

export type AskedMandate =
  | { readonly ok: true; readonly outcome: 'compared' | 'unanswered' }
  | { readonly ok: false; readonly problem: 'unknown_mandate' | 'too_many_tries' };

/** Compares an agreement that is the viewer's with the gateway now, instead of waiting for the next time. */
export async function askMandate({
  mandateId,
  viewer,
}: {
  mandateId: string;
  viewer: Viewer;
}): Promise<AskedMandate> {
  const mandate = await findMandate(mandateId, viewer);
  if (!mandate) return { ok: false, problem: 'unknown_mandate' };
  if (!(await mayTry('ask by mandate', mandateId))) return { ok: false, problem: 'too_many_tries' };
  const source = isOperator(viewer) ? 'operator' : 'buyer';
  const complete = await checkMandate({ mandateId, source });
  return { ok: true, outcome: complete ? 'compared' : 'unanswered' };
}
