import 'server-only';
import { isOperator, type Viewer } from '@/lib/domain/viewer';
import { append, db } from './db';
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
  const rows = await db.suspense.findMany({
    orderBy: [{ resolvedAt: { sort: 'asc', nulls: 'first' } }, { createdAt: 'desc' }],
    take: limit,
  });
  return rows.map(({ id, sessionId, kind, detail, createdAt, resolvedAt }) => ({
    id,
    sessionId,
    kind,
    detail: readDetail(detail),
    createdAt,
    resolvedAt,
  }));
}

/** False when the viewer is no operator, or the row is unknown or already resolved. */
export async function resolveSuspense(id: string, viewer: Viewer, now: Date): Promise<boolean> {
  if (!isOperator(viewer)) return false;
  return (
    (await append(
      Prisma.sql`UPDATE "Suspense" SET "resolvedAt" = ${now} WHERE "id" = ${id} AND "resolvedAt" IS NULL`,
    )) === 1
  );
}

function readDetail(detail: Prisma.JsonValue): Record<string, string> {
  if (typeof detail !== 'object' || detail === null || Array.isArray(detail)) return {};
  return Object.fromEntries(Object.entries(detail).map(([key, value]) => [key, String(value)]));
}
