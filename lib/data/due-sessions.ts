import 'server-only';
import { nextCheck } from '@/lib/domain/checks';
import type { CheckoutSession } from '@/lib/domain/checkout-session';
import { env } from '@/lib/env';
import { writeTx, type Tx } from './db';
import { toCheckoutSession, withFacts } from './session-row';

/**
 * Sessions whose time to ask has come, oldest first, for this process alone: other instances skip them while the lease
 * lasts. Their next check is already set, so a process that dies with them loses nothing.
 */
export async function claimDue(
  limit: number,
  now: Date,
  { leaseMs = 30_000 } = {},
): Promise<CheckoutSession[]> {
  const claim = async (tx: Tx) => {
    const due = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "CheckoutSession"
       WHERE "nextCheckAt" <= ${now} AND ("leaseUntil" IS NULL OR "leaseUntil" <= ${now}) AND "environment" = ${env.environment}
       ORDER BY "nextCheckAt" LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
    const rows = await tx.checkoutSession.findMany({
      where: { id: { in: due.map(({ id }) => id) } },
      include: withFacts,
      orderBy: { nextCheckAt: 'asc' },
    });
    const sessions = rows.map((row) => ({ ...toCheckoutSession(row), checks: row.checks + 1 }));
    for (const session of sessions) {
      const { id, checks } = session;
      const nextCheckAt = nextCheck(session, checks, now);
      await tx.checkoutSession.update({
        where: { id },
        data: { checks, nextCheckAt, leaseUntil: new Date(now.getTime() + leaseMs) },
      });
    }
    return sessions;
  };
  return writeTx(claim, { isolationLevel: 'ReadCommitted' });
}
