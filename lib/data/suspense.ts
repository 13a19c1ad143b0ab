import 'server-only';
import { isOperator, type Viewer } from '@/lib/domain/viewer';
import { addAudit } from './audit';
import { append, db, writeTx } from './db';
import { Prisma } from './generated/client';
import { randomId } from './random';

/** Money or news that fits no order. Never deleted, only resolved by an operator. */
export type Suspense = {
  readonly id: string;
  readonly sessionId: string | null;
  readonly kind: string;
  readonly detail: Readonly<Record<string, string>>;
  readonly createdAt: Date;
  readonly resolvedAt: Date | null;
  /** What the operator found out. */
  readonly resolution: string | null;
};

/** One row per dedupeKey, however often the same thing is seen. True when it is new. */
export async function recordSuspense(input: {
  kind: string;
  dedupeKey: string;
  detail: Readonly<Record<string, string>>;
  sessionId?: string;
}): Promise<boolean> {
  const { kind, dedupeKey, detail, sessionId = null } = input;
  const count = await append(
    Prisma.sql`INSERT INTO "Suspense" ("id", "sessionId", "kind", "dedupeKey", "detail")
      VALUES (${randomId()}, ${sessionId}, ${kind}, ${dedupeKey}, ${JSON.stringify(detail)}::jsonb) ON CONFLICT DO NOTHING`,
  );
  return count === 1;
}

/** Newest first, the unresolved before the resolved. Nothing for anybody but an operator. */
export async function findSuspense(viewer: Viewer, { limit = 100 } = {}): Promise<Suspense[]> {
  if (!isOperator(viewer)) return [];
  const newestFirst = { orderBy: [{ createdAt: 'desc' as const }, { id: 'asc' as const }] };
  const open = await db.suspense.findMany({ where: { resolvedAt: null }, ...newestFirst, take: limit });
  const resolved = await db.suspense.findMany({
    where: { resolvedAt: { not: null } },
    ...newestFirst,
    take: limit - open.length,
  });
  return [...open, ...resolved].map(({ id, sessionId, kind, detail, createdAt, resolvedAt, resolution }) => ({
    ...{ id, sessionId, kind, createdAt, resolvedAt, resolution },
    detail: readDetail(detail),
  }));
}

/**
 * An operator found out what it was, and says so; the row stays. False when the viewer is no operator, or the row is unknown
 * or already resolved: of two at once one is first.
 */
export async function resolveSuspense(
  { id, reason }: { id: string; reason: string },
  viewer: Viewer,
  now: Date,
): Promise<boolean> {
  if (!isOperator(viewer)) return false;
  return writeTx(async (tx) => {
    const row = await tx.suspense.findUnique({ where: { id } });
    if (!row || row.resolvedAt !== null) return false;
    await tx.suspense.update({ where: { id }, data: { resolvedAt: now, resolution: reason } });
    const known = readDetail(row.detail);
    const [detail, orderId] = [{ ...known, kind: row.kind }, known.orderId ?? null];
    await addAudit(tx, { action: 'RESOLVE_SUSPENSE', orderId, target: id, reason, detail }, { viewer, now });
    return true;
  });
}

function readDetail(detail: Prisma.JsonValue): Record<string, string> {
  if (typeof detail !== 'object' || detail === null || Array.isArray(detail)) return {};
  return Object.fromEntries(Object.entries(detail).map(([key, value]) => [key, String(value)]));
}
