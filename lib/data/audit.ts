import 'server-only';
import { createHash } from 'node:crypto';
import { noHash, sealedText, type AuditEntry, type ReadEntry } from '@/lib/domain/audit';
import { isOperator, userIdOf, type Viewer } from '@/lib/domain/viewer';
import { db, type Tx } from './db';
import type { AuditEntry as Row } from './generated/client';

type Deed = Pick<AuditEntry, 'action' | 'orderId' | 'target' | 'reason' | 'detail'>;

/**
 * Writes down what an operator does, in the transaction that does it: neither exists without the other. Throws for
 * anybody but an operator, which is a mistake of the caller.
 */
export async function addAudit(tx: Tx, deed: Deed, { viewer, now }: { viewer: Viewer; now: Date }) {
  const operatorId = userIdOf(viewer);
  if (viewer.kind !== 'operator' || operatorId === null) throw new Error('Only an operator is audited.');
  // The table is serializable: two at once cannot both follow the same entry.
  const last = await tx.auditEntry.findFirst({ orderBy: { seq: 'desc' } });
  const previousHash = last?.hash ?? noHash;
  const entry = {
    ...deed,
    seq: (last?.seq ?? 0n) + 1n,
    at: now,
    operatorId,
    operatorName: viewer.name,
  };
  const hash = hashOf(sealedText(entry, previousHash));
  await tx.auditEntry.create({ data: { ...entry, previousHash, hash } });
}

/** What operators did, newest first: of one order, or of all. Nothing for anybody but an operator. */
export async function findAudit(
  viewer: Viewer,
  { orderId, limit = 50 }: { orderId?: string; limit?: number } = {},
): Promise<ReadEntry[]> {
  if (!isOperator(viewer)) return [];
  const rows = await db.auditEntry.findMany({
    where: orderId === undefined ? {} : { orderId },
    orderBy: { seq: 'desc' },
    take: limit,
  });
  const ids = [...new Set(rows.flatMap(({ orderId: id }) => id ?? []))];
  const orders = await db.order.findMany({
    where: { id: { in: ids } },
    select: { id: true, number: true, currency: true },
  });
  const byId = new Map(orders.map(({ id, number, currency }) => [id, { number, currency }]));
  return rows.map((row) => ({ ...toEntry(row), order: byId.get(row.orderId ?? '') ?? null }));
}

const atATime = 1000;

export type AuditChain = {
  /** How many entries hold. */
  readonly entries: number;
  /** The first that does not, or null. */
  readonly brokenAt: bigint | null;
  /** The seal of the last that holds: whoever wrote it down elsewhere knows a chain that was made anew from this one. */
  readonly head: string;
};

/** Recomputes every seal. */
export async function verifyAudit(): Promise<AuditChain> {
  let previousHash = noHash;
  let seq = 0n;
  for (;;) {
    const rows = await db.auditEntry.findMany({
      where: { seq: { gt: seq } },
      orderBy: { seq: 'asc' },
      take: atATime,
    });
    for (const row of rows) {
      seq += 1n;
      const holds =
        row.seq === seq &&
        row.previousHash === previousHash &&
        row.hash === hashOf(sealedText(toEntry(row), previousHash));
      if (!holds) return { entries: Number(seq) - 1, brokenAt: row.seq, head: previousHash };
      previousHash = row.hash;
    }
    if (rows.length < atATime) return { entries: Number(seq), brokenAt: null, head: previousHash };
  }
}

function toEntry({
  seq,
  at,
  operatorId,
  operatorName,
  action,
  orderId,
  target,
  reason,
  detail,
}: Row): AuditEntry {
  const fields = typeof detail === 'object' && detail !== null && !Array.isArray(detail) ? detail : {};
  const texts = Object.entries(fields).map(([name, value]) => [name, String(value)]);
  return {
    ...{ seq, at, operatorId, operatorName, action, orderId, target, reason },
    detail: Object.fromEntries(texts),
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
