import 'server-only';
import { findMandateReturn } from '@/lib/data/mandates';
import { checkMandate } from './check-mandate';
import { withPatience } from './patience';

/**
 * The payer is back from the page of an agreement, with the unguessable token of the return URL. Asks what became of it,
 * for at most 3 seconds: whatever is known then, the agreement's page tells. Null for a token of nobody's.
 */
export async function returnFromMandate(token: string): Promise<{ mandateId: string } | null> {
  if (!/^[\w-]{22}$/.test(token)) return null;
  const found = await findMandateReturn(token);
  if (!found) return null;
  await withPatience(checkMandate({ ...found, source: 'return' }), false);
  return found;
}
