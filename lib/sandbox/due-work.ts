import 'server-only';
import { now } from './clock';
import { db } from './db';

/**
 * When the oldest work was due that nobody has done: null when there is none. A round asks this before it claims
 * anything, so that a gateway with nothing to do costs its database two queries a round; health tells it.
 */
export async function oldestDueWork(): Promise<Date | null> {
  const at = now();
  const minuteAgo = new Date(Date.now() - 60_000);
  const [row] = await db().$queryRaw<{ oldest: Date | null }[]>`
    SELECT LEAST(
      (SELECT MIN("dueAt") FROM "Session" WHERE "dueAt" <= ${at}),
      (SELECT MIN("resolveAt") FROM "Transaction" WHERE "resolveAt" <= ${at} AND "status" = 'PENDING'),
      (SELECT MIN("confirmBy") FROM "Transaction" WHERE "confirmBy" <= ${at} AND "status" = 'PENDING_CONFIRMATION'),
      (SELECT MIN("lapsesAt") FROM "Transaction" WHERE "lapsesAt" <= ${at}),
      (SELECT MIN("dueAt") FROM "Recurrence" WHERE "dueAt" <= ${at}),
      (SELECT MIN("dueAt") FROM "Autopay" WHERE "dueAt" <= ${at}),
      (SELECT MIN("dueAt") FROM "Delivery" WHERE "state" = 'WAITING' AND "dueAt" <= ${at}),
      (SELECT MIN("claimedAt") FROM "Delivery" WHERE "state" = 'SENDING' AND "claimedAt" < ${minuteAgo})) AS oldest`;
  return row?.oldest ?? null;
}
