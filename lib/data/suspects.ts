import 'server-only';
import type { CheckoutSession } from '@/lib/domain/checkout-session';
import { isOperator, type Viewer } from '@/lib/domain/viewer';
import type { GatewayCall } from './calls';
import { db } from './db';
import { toCheckoutSession, withFacts } from './session-row';

/** A payment attempt that a person should look at, with what was sent and what was answered, newest first. */
export type Suspect = {
  readonly session: CheckoutSession;
  readonly orderNumber: string;
  readonly calls: readonly (GatewayCall & { readonly id: string })[];
};

/** An operator reads the last calls; the whole history stays with the order. */
const lastCalls = 6;

/**
 * Attempts whose answers did not fit, and those nobody knows the end of. Nothing for anybody but an operator.
 * Those that wait longest come first.
 */
export async function findSuspects(viewer: Viewer, { limit = 50 } = {}): Promise<Suspect[]> {
  if (!isOperator(viewer)) return [];
  const rows = await db.checkoutSession.findMany({
    where: { OR: [{ suspectedAt: { not: null } }, { status: 'IN_DOUBT' }] },
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
