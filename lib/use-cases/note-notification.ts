import 'server-only';
import { isKnownRequestId, recordNotification } from '@/lib/data/notification-checks';
import { mayTry } from '@/lib/data/rate-limits';
import { readClaim } from '@/lib/placetopay/notification-claim';

/** Notes being written by this process. Whoever floods the endpoint fills neither its connections nor the table. */
let writing = 0;
const atMost = 4;

/**
 * Keeps, for the inspector, what a notification said and how its signature was judged: only of sessions that are ours, and
 * only so many for each. Nothing depends on it, so it is done after the answer and may be lost.
 */
export async function noteNotification(body: string, { accepted, now }: { accepted: boolean; now: Date }) {
  const claim = readClaim(body);
  if (!claim || writing >= atMost) return;
  writing += 1;
  try {
    if (!(await isKnownRequestId(claim.requestId))) return;
    const rule = accepted ? 'genuine notes by session' : 'refused notes by session';
    if (!(await mayTry(rule, claim.requestId))) return;
    await recordNotification({
      ...claim,
      outcome: accepted ? 'ACCEPTED' : 'REFUSED',
      httpStatus: accepted ? 200 : 401,
      at: now,
    });
  } finally {
    writing -= 1;
  }
}
