import 'server-only';
import { findSessionByReference, findSessionByRequestId } from '@/lib/data/checkout-sessions';
import { claimInbox, markInboxDone, markInboxUnknown, type InboxRow } from '@/lib/data/inbox';
import { quarantineCharge } from '@/lib/data/recurring-notices';
import { recordSuspense } from '@/lib/data/suspense';
import type { CheckoutSession } from '@/lib/domain/checkout-session';
import { meaningOf } from '@/lib/domain/transaction';
import { GatewayError } from '@/lib/placetopay/error';
import { gatewayFor } from './gateway';
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
 * without an answer is of a page that nobody should have seen: the gateway is asked, and where somebody paid there all the
 * same, an operator looks. What stays unknown is for an operator too.
 */
async function keepUnknown(row: InboxRow, now: Date): Promise<void> {
  const { id, requestId, reference, receivedAt } = row;
  const ours = reference === null ? null : await findSessionByReference(reference);
  if (ours?.status === 'ABANDONED' && ours.requestId === null && (await isExplained(ours, row)))
    return markInboxDone(id);
  const giveUp = now.getTime() - receivedAt.getTime() > patienceMs;
  await markInboxUnknown(id, { giveUp });
  if (!giveUp) return;
  await recordSuspense({
    kind: 'unknown_notification',
    dedupeKey: `notification:${id}`,
    detail: { requestId: requestId ?? '', reference: reference ?? '' },
  });
}

/** Whether the gateway told what became of the page that this attempt was given up for. False: it is asked again. */
async function isExplained(ours: CheckoutSession, { requestId }: InboxRow): Promise<boolean> {
  if (requestId === null) return true;
  const { id, orderId, reference } = ours;
  try {
    const report = await gatewayFor(id).querySession(requestId);
    const isPaid =
      report.reference === reference &&
      report.transactions.some(({ status }) => meaningOf[status.status] !== 'refused');
    if (isPaid) {
      const detail = { orderId, reference, requestId };
      await recordSuspense({ kind: 'paid_unseen', dedupeKey: `${id}:unseen`, detail, sessionId: id });
    }
    return true;
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    return error.code === 'NOT_FOUND' || error.code === 'REFUSED';
  }
}
