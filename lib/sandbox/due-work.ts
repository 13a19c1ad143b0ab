import 'server-only';
import { adoptClock, clockTurns, type ClockRow } from './clock';
import { db } from './db';

/**
 * When the oldest work was due that nobody has done: null when there is none. A round asks this before it claims
 * anything, and health tells it. The time is the one all processes share, read anew by the same query, so that a gateway
 * with nothing to do costs its database one query a round.
 */
export async function oldestDueWork(): Promise<Date | null> {
  const turns = clockTurns();
  const at = new Date();
  const minuteAgo = new Date(at.getTime() - 60_000);
  const [row] = await db().$queryRaw<(ClockRow & { oldest: Date | null })[]>`
    WITH "Time" AS (
      SELECT "offsetMs", "frozenAt",
        COALESCE("frozenAt", ${at}::timestamptz + COALESCE("offsetMs", 0) * interval '1 millisecond') AS "now"
      FROM (SELECT 1) AS one LEFT JOIN "Clock" ON "Clock"."id" = 1)
    SELECT "offsetMs", "frozenAt", LEAST(
      (SELECT MIN("dueAt") FROM "Session" WHERE "dueAt" <= "now"),
      (SELECT MIN("resolveAt") FROM "Transaction" WHERE "resolveAt" <= "now" AND "status" = 'PENDING'),
      (SELECT MIN("confirmBy") FROM "Transaction" WHERE "confirmBy" <= "now" AND "status" = 'PENDING_CONFIRMATION'),
      (SELECT MIN("lapsesAt") FROM "Transaction" WHERE "lapsesAt" <= "now"),
      (SELECT MIN("dueAt") FROM "Recurrence" WHERE "dueAt" <= "now"),
      (SELECT MIN("dueAt") FROM "Autopay" WHERE "dueAt" <= "now"),
      (SELECT MIN("dueAt") FROM "Delivery" WHERE "state" = 'WAITING' AND "dueAt" <= "now"),
      (SELECT MIN("claimedAt") FROM "Delivery" WHERE "state" = 'SENDING' AND "claimedAt" < ${minuteAgo})) AS oldest
    FROM "Time"`;
  adoptClock(row, turns);
  return row?.oldest ?? null;
}
