import 'server-only';
import { findSessionByReference, findSessionByRequestId } from '@/lib/data/checkout-sessions';
import { claimInbox, markInboxDone, markInboxUnknown, type InboxRow } from '@/lib/data/inbox';
import { quarantineCharge } from '@/lib/data/recurring-notices';
import { recordSuspense } from '@/lib/data/suspense';
import { inChunks } from './in-chunks';
import { settleCheckout } from './settle-checkout';

/** For a day it is asked again whose news an unknown session's were: our own row of it may still be on its way. */
const patienceMs = 24 * 60 * 60_000;
const atOnce = 4;

/** Works on the notifications whose time has come, at most `limit`. How many there were. Safe in any number of processes. */
export async function drainInbox({ limit = 50, now = new Date() } = {}): Promise<number> {
  const rows = await claimInbox(limit, now);
  await inChunks(rows, atOnce, (row) => workOn(row, now));
  return rows.length;
}

async function workOn(row: InboxRow, now: Date): Promise<void> {
  if (row.channel === 'recurring') {
    await quarantineCharge(row, now);
    return markInboxDone(row.id);
  }
  const session = row.requestId === null ? null : await findSessionByRequestId(row.requestId);
  if (!session) return keepUnknown(row, now);
  const { outcome } = await settleCheckout({ sessionId: session.id, source: 'notification' });
  // Not told yet: the row comes back, and so does the reconciler.
  if (outcome !== 'confirming') await markInboxDone(row.id);
}

/**
 * Early news (our row does not have its requestId yet) comes back until it does. News of an attempt that was given up
 * without an answer is of a page nobody saw: nothing can have been paid there. What stays unknown is for an operator.
 */
async function keepUnknown({ id, requestId, reference, receivedAt }: InboxRow, now: Date): Promise<void> {
  const ours = reference === null ? null : await findSessionByReference(reference);
  if (ours?.status === 'ABANDONED' && ours.requestId === null) return markInboxDone(id);
  const giveUp = now.getTime() - receivedAt.getTime() > patienceMs;
  await markInboxUnknown(id, { giveUp });
  if (!giveUp) return;
  await recordSuspense({
    kind: 'unknown_notification',
    dedupeKey: `notification:${id}`,
    detail: { requestId: requestId ?? '', reference: reference ?? '' },
  });
}
