import 'server-only';
import { isOpen, mayBecome, recoveryOf, type Operation, type OperationState } from '@/lib/domain/operation';
import type { OperationOutcome } from '@/lib/domain/operation-outcome';
import type { Actor, OrderEventType } from '@/lib/domain/order-event';
import type { Viewer } from '@/lib/domain/viewer';
import { env } from '@/lib/env';
import { addAudit } from './audit';
import { db, writeTx, type Tx } from './db';
import { addFacts } from './facts';
import { noteOperation, touchSession } from './operation-notes';
import { toOperation } from './operation-row';
import { addSuspense, refreshOrder } from './refresh-order';

/** Nothing of a call comes back after this long: whatever is SENT since then is in doubt. Milliseconds. */
const unansweredMs = 30_000;

/** Step 2: from here on the call may be on its way. Null when the operation had moved on: then do not send. */
export async function markOperationSent(before: Operation, now: Date): Promise<Operation | null> {
  return step(before, {
    to: 'SENT',
    event: 'OPERATION_SENT',
    actor: 'store',
    now,
    fields: { tries: before.tries + 1, nextAt: new Date(now.getTime() + unansweredMs) },
  });
}

/**
 * Step 4: what the gateway answered, with the fact that remains of it, the order's money and its timeline, in one
 * transaction. Null when somebody else ended it first.
 */
export async function endOperation(
  before: Operation,
  outcome: OperationOutcome,
  { actor, now }: { actor: Actor; now: Date },
): Promise<Operation | null> {
  const { state, reason, message, fact } = outcome;
  return step(before, {
    to: state,
    event: ends[state],
    actor,
    now,
    fields: { reason, message, endedAt: now, nextAt: null },
    and: (tx) => (fact ? addFacts(tx, before.sessionId, [fact], { source: actor, now }) : Promise.resolve()),
  });
}

const ends: Record<OperationState, OrderEventType> = {
  PROPOSED: 'OPERATION_PROPOSED',
  PREPARED: 'OPERATION_PREPARED',
  SENT: 'OPERATION_SENT',
  IN_DOUBT: 'OPERATION_IN_DOUBT',
  DONE: 'OPERATION_DONE',
  REFUSED: 'OPERATION_REFUSED',
  ABANDONED: 'OPERATION_ABANDONED',
};

/** Step 5: it was sent, and nobody knows what became of it. What is never sent again, or `forOperator`, waits for a person. */
export async function markOperationInDoubt(
  before: Operation,
  {
    reason,
    message = null,
    forOperator = false,
    now,
  }: { reason: string; message?: string | null; forOperator?: boolean; now: Date },
): Promise<Operation | null> {
  const waits = forOperator || recoveryOf(before) === 'operator';
  const nextAt = waits
    ? null
    : new Date(now.getTime() + Math.min(3_600_000, leastMs(before) * 2 ** Math.min(before.tries, 10)));
  return step(before, {
    to: 'IN_DOUBT',
    event: 'OPERATION_IN_DOUBT',
    actor: 'store',
    now,
    fields: { reason, message, nextAt },
    and: async (tx) => {
      if (!waits) return;
      const { orderId, reference } = await tx.checkoutSession.findUniqueOrThrow({
        where: { id: before.sessionId },
      });
      await addSuspense(tx, {
        kind: 'operation_in_doubt',
        dedupeKey: `operation:${before.id}`,
        detail: { orderId, reference, operation: before.name, operationId: before.id },
        sessionId: before.sessionId,
      });
    },
  });
}

/**
 * What is only asked about is left alone longer: while the gateway may still be working on the call, what it tells is not yet
 * what became of it.
 */
function leastMs(operation: Operation): number {
  return recoveryOf(operation) === 'ask' ? 30_000 : 5_000;
}

/** An operator's decision about what nobody knows, with what it rests on, kept in the audit. */
export async function resolveOperationRow(
  before: Operation,
  outcome: OperationOutcome,
  { viewer, reason, evidence, now }: { viewer: Viewer; reason: string; evidence: string; now: Date },
): Promise<Operation | null> {
  return step(before, {
    to: outcome.state,
    event: 'OPERATION_RESOLVED',
    actor: 'operator',
    now,
    fields: { reason: outcome.reason, endedAt: now, nextAt: null, resolution: { reason, evidence } },
    and: async (tx, orderId) => {
      if (outcome.fact) await addFacts(tx, before.sessionId, [outcome.fact], { source: 'operator', now });
      const detail = { evidence, before: before.state, after: outcome.state, operation: before.name };
      await addAudit(
        tx,
        { action: 'resolve', orderId, target: before.sentReference, reason, detail },
        { viewer, now },
      );
      await tx.suspense.updateMany({
        where: { dedupeKey: `operation:${before.id}`, resolvedAt: null },
        data: { resolvedAt: now, resolution: reason },
      });
    },
  });
}

/** Null when there is none. It asks for no viewer: who may see or decide it is for the caller to know. */
export async function findOperation(id: string): Promise<Operation | null> {
  const row = await db.operation.findUnique({ where: { id } });
  return row && toOperation(row);
}

/** Operations whose time has come, oldest first, for this process alone while the lease lasts. */
export async function claimOperations(
  limit: number,
  now: Date,
  { leaseMs = 30_000 } = {},
): Promise<Operation[]> {
  const claim = async (tx: Tx) => {
    const due = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "Operation"
       WHERE "nextAt" <= ${now} AND ("leaseUntil" IS NULL OR "leaseUntil" <= ${now}) AND "environment" = ${env.environment}
       ORDER BY "nextAt" LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
    const ids = due.map(({ id }) => id);
    const leaseUntil = new Date(now.getTime() + leaseMs);
    await tx.operation.updateMany({ where: { id: { in: ids } }, data: { leaseUntil } });
    const rows = await tx.operation.findMany({ where: { id: { in: ids } }, orderBy: { nextAt: 'asc' } });
    return rows.map(toOperation);
  };
  return writeTx(claim, { isolationLevel: 'ReadCommitted' });
}

type Step = {
  to: OperationState;
  event: OrderEventType;
  actor: Actor;
  now: Date;
  fields: Parameters<Tx['operation']['update']>[0]['data'];
  and?: (tx: Tx, orderId: string) => Promise<void>;
};

/** One step of the table, or null when the table does not allow it from where the operation is by now: twice is once. */
export async function step(
  before: Operation,
  { to, event, actor, now, fields, and }: Step,
): Promise<Operation | null> {
  return writeTx(async (tx) => {
    const found = await tx.operation.findUnique({ where: { id: before.id } });
    if (!found || found.version !== before.version || !mayBecome(before.state, to)) return null;
    const row = await tx.operation.update({
      where: { id: before.id },
      data: { ...fields, state: to, leaseUntil: null, version: { increment: 1 } },
    });
    const after = toOperation(row);
    await and?.(tx, row.orderId);
    await noteOperation(tx, row.orderId, after, { type: event, actor, at: now });
    if (!isOpen(to)) await touchSession(tx, row.sessionId);
    await refreshOrder(tx, row.orderId, { actor, now });
    return after;
  });
}
