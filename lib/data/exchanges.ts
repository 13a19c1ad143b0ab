import 'server-only';
import { env } from '@/lib/env';
import type { ContractNote } from '@/lib/domain/contract-meaning';
import { isOperator, type Viewer } from '@/lib/domain/viewer';
import type { GatewayCall } from './calls';
import { toContractNote } from './contract-calls';
import { db } from './db';
import type { NotificationCheck as Row, Prisma } from './generated/client';
import { mandatesOf } from './mandate-access';
import type { NotificationCheck } from './notification-checks';
import { visibleTo } from './order-access';

/** One thing that was said between the shop and the gateway about an order or an agreement: by us, or to us. */
export type Exchange =
  | (GatewayCall & { readonly kind: 'call'; readonly id: string })
  | (NotificationCheck & { readonly kind: 'notification'; readonly id: string })
  | (ContractNote & { readonly kind: 'contract'; readonly id: string });

export type Exchanges = {
  /** Newest first. */
  readonly list: readonly Exchange[];
  /** Whether older ones are left. */
  readonly more: boolean;
};

/**
 * Whether this viewer is shown what was said. Everybody who may see an order, where the shop is a demonstration; a shop that
 * sells keeps it to its operators (`API_INSPECTOR`). It holds no secret in either case.
 */
export function mayInspect(viewer: Viewer): boolean {
  return env.inspectorFor === 'everyone' || isOperator(viewer);
}

/** The last message that was shown: the next page begins after it. */
export type Seen = { readonly at: Date; readonly id: string };

/** What was said about an order that is the viewer's: `limit` at a time, older than `before`. Nothing for anybody else. */
export async function findExchanges(
  orderId: string,
  viewer: Viewer,
  { limit = 20, before }: { limit?: number; before?: Seen } = {},
): Promise<Exchanges> {
  if (!mayInspect(viewer)) return { list: [], more: false };
  const sessions = await db.checkoutSession.findMany({
    where: { order: { id: orderId, ...visibleTo(viewer) } },
    select: { id: true, requestId: true },
  });
  const older = before && { OR: [{ at: { lt: before.at } }, { at: before.at, id: { gt: before.id } }] };
  const [calls, notifications] = await Promise.all([
    db.gatewayCall.findMany({
      where: { sessionId: { in: sessions.map(({ id }) => id) }, ...older },
      orderBy: newestFirst,
      take: limit + 1,
    }),
    db.notificationCheck.findMany({
      where: { requestId: { in: sessions.flatMap(({ requestId }) => requestId ?? []) }, ...older },
      orderBy: newestFirst,
      take: limit + 1,
    }),
  ]);
  const list = [...calls.map(toCall), ...notifications.map(toNotification)].sort(byNewest);
  return { list: list.slice(0, limit), more: list.length > limit };
}

/** The latest that was said about an agreement that is the viewer's: our calls, and AutoPay's. Nothing for anybody else. */
export async function findMandateExchanges(
  mandateId: string,
  viewer: Viewer,
  limit: number,
): Promise<readonly Exchange[]> {
  if (!mayInspect(viewer)) return [];
  const where = { mandate: { id: mandateId, ...mandatesOf(viewer) } };
  const [calls, theirs] = await Promise.all([
    db.gatewayCall.findMany({ where, orderBy: newestFirst, take: limit }),
    db.contractCall.findMany({ where, orderBy: newestFirst, take: limit }),
  ]);
  const told = theirs.map((row) => ({ ...toContractNote(row), kind: 'contract' as const }));
  return [...calls.map(toCall), ...told].sort(byNewest).slice(0, limit);
}

const newestFirst = [{ at: 'desc' }, { id: 'asc' }] satisfies Prisma.GatewayCallOrderByWithRelationInput[];

function byNewest(a: Exchange, b: Exchange): number {
  return b.at.getTime() - a.at.getTime() || (a.id < b.id ? -1 : 1);
}

function toCall(call: GatewayCall & { readonly id: string }): Exchange {
  return { ...call, kind: 'call' };
}

function toNotification(row: Row): Exchange {
  return {
    ...row,
    kind: 'notification',
    algorithm: algorithms.find((algorithm) => algorithm === row.algorithm) ?? null,
    outcome: row.outcome === 'ACCEPTED' ? 'ACCEPTED' : 'REFUSED',
  };
}

const algorithms = ['sha256', 'sha1'] as const;
