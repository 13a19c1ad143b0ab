import 'server-only';
import { receive } from '@/lib/data/inbox';
import { mayTry } from '@/lib/data/rate-limits';
import { isRecurringReference } from '@/lib/data/recurring-notices';
import { env } from '@/lib/env';
import { readRecurringNotification } from '@/lib/placetopay/recurring-notification';
import { inBackground } from './background';
import { drainInbox } from './drain-inbox';

/**
 * Keeps the notice of a repeated charge for an operator, whichever formula it was signed by, or by none of the two that are
 * tried: PlacetoPay documents none, sends it once, and has no call to ask about it. So only what names a repeated payment
 * of ours is kept, and only so many for each. Null when the body is no such notice.
 */
export async function receiveRecurring(body: string): Promise<'accepted' | 'unauthorized' | null> {
  const keys = { secretKeys: [env.placetopay.secretKey], allowSha1: env.allowSha1 };
  const claim = readRecurringNotification(body, keys);
  if (!claim) return null;
  const { dedupeKey, reference, ...detail } = claim;
  if (!(await isRecurringReference(reference))) return 'unauthorized';
  const rule = claim.signedBy === 'neither' ? 'unsigned charges by reference' : 'signed charges by reference';
  if (!(await mayTry(rule, reference))) return 'unauthorized';
  const kept = { ...detail, reference };
  await receive({
    channel: 'recurring',
    dedupeKey: `${dedupeKey}:${claim.signedBy}`,
    requestId: null,
    reference,
    detail: kept,
    now: new Date(),
  });
  inBackground(() => drainInbox());
  return 'accepted';
}
