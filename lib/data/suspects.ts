import 'server-only';
import type { CheckoutSession } from '@/lib/domain/checkout-session';
import { isOperator, type Viewer } from '@/lib/domain/viewer';
import type { GatewayCall } from './calls';
import { addAudit } from './audit';
import { db, writeTx } from './db';
import { refreshOrder } from './refresh-order';
import { toCheckoutSession, withFacts } from './session-row';

/** A payment attempt that a person should look at, with its last calls: what was sent and what was answered, newest first. */
export type Suspect = {
  readonly session: CheckoutSession;
  readonly orderNumber: string;
  readonly calls: readonly (GatewayCall & { readonly id: string })[];
};

/** An operator reads the last calls; the whole history stays with the order. */
const lastCalls = 6;

/** A check this late, or a session this long past its end, means that nobody is asking or nobody answers. Milliseconds. */
const lateAfter = 10 * 60_000;
const overdueAfter = 15 * 60_000;

/**
 * Attempts a person should look at, those that wait longest first: whose answers did not fit, of which nobody knows the end,
 * and which should be over by now. Nothing for anybody but an operator.
 */
export async function findSuspects(
  viewer: Viewer,
  { limit = 50, now = new Date() } = {},
): Promise<Suspect[]> {
  if (!isOperator(viewer)) return [];
  const [late, overdue] = [new Date(now.getTime() - lateAfter), new Date(now.getTime() - overdueAfter)];
  // Two questions, because each has an index with nothing but the few rows it is about. Literals, so that it is found.
  const ids = await db.$queryRaw<{ id: string }[]>`
    (SELECT "id", "createdAt" FROM "CheckoutSession" WHERE "suspectedAt" IS NOT NULL OR "status" = 'IN_DOUBT'
      ORDER BY "createdAt", "id" LIMIT ${limit})
    UNION
    (SELECT "id", "createdAt" FROM "CheckoutSession"
      WHERE "nextCheckAt" IS NOT NULL AND ("nextCheckAt" <= ${late} OR "expiresAt" <= ${overdue})
      ORDER BY "createdAt", "id" LIMIT ${limit})`;
  const rows = await db.checkoutSession.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    include: {
      ...withFacts,
      order: { select: { number: true } },
      calls: { orderBy: [{ at: 'desc' }, { id: 'asc' }], take: lastCalls },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  return rows.map((row) => ({
    session: toCheckoutSession(row),
    orderNumber: row.order.number,
    calls: row.calls,
  }));
}

/**
 * An operator looked at what did not fit, and it is all right: the attempt is no longer held back, and its rows of
 * suspense are resolved. Nothing that was recorded changes. False when the viewer is no operator, or nothing is
 * suspected; a charge that nobody knows the end of is not all right, and needs an end (`endDoubt`).
 */
export async function clearSuspicion(
  { sessionId, reason }: { sessionId: string; reason: string },
  viewer: Viewer,
  now: Date,
): Promise<boolean> {
  if (!isOperator(viewer)) return false;
  return writeTx(async (tx) => {
    const session = await tx.checkoutSession.findUnique({ where: { id: sessionId } });
    if (!session || session.suspectedAt === null) return false;
    if (session.chargedCardId !== null && session.status === 'IN_DOUBT') return false;
    const { orderId, reference, suspectedAt, status } = session;
    await tx.checkoutSession.update({
      where: { id: sessionId },
      data: { suspectedAt: null, version: { increment: 1 } },
    });
    await tx.suspense.updateMany({
      where: { sessionId, resolvedAt: null },
      data: { resolvedAt: now, resolution: reason },
    });
    const detail = { status, suspected: suspectedAt.toISOString() };
    await addAudit(
      tx,
      { action: 'CLEAR_SUSPICION', orderId, target: reference, reason, detail },
      { viewer, now },
    );
    await refreshOrder(tx, orderId, { actor: 'operator', now });
    return true;
  });
}
