import 'server-only';
import type { CheckoutSession } from '@/lib/domain/checkout-session';
import { toDecimal, type Money } from '@/lib/domain/money';
import { openOperation, type Operation, type OperationName } from '@/lib/domain/operation';
import type { Viewer } from '@/lib/domain/viewer';
import { env } from '@/lib/env';
import { addAudit } from './audit';
import { writeTx } from './db';
import { noteOperation, touchSession } from './operation-notes';
import { toOperation } from './operation-row';
import { randomId } from './random';

/** What was prepared and not sent for this long never will be. Milliseconds. */
const preparedMs = 60_000;

export type Asking = {
  readonly name: OperationName;
  readonly targetReference: string;
  readonly sentReference: string;
  readonly amount: Money | null;
  /** Rendered into the form by the server: a double click is one operation. */
  readonly idemKey: string;
  /** Why, as the operator typed it. */
  readonly reason: string;
  readonly viewer: Viewer;
  readonly now: Date;
};

export type OperationPrepared =
  | { readonly kind: 'prepared' | 'known'; readonly operation: Operation }
  /** Another operation on the same transaction is not over. */
  | { readonly kind: 'running' }
  /** The session has changed since it was read: look again. */
  | { readonly kind: 'stale' }
  /** Only a known operation was looked for, and there is none. */
  | { readonly kind: 'unknown' };

/** Step 1 of an outgoing money call: the operation is committed, and its transaction locked, before anything is sent. */
export async function prepareOperation(
  before: CheckoutSession,
  asking: Asking,
  { onlyKnown = false } = {},
): Promise<OperationPrepared> {
  const { viewer, now, reason, amount, ...asked } = asking;
  return writeTx(async (tx) => {
    const again = await tx.operation.findUnique({ where: { idemKey: asking.idemKey } });
    if (again)
      return again.sessionId === before.id
        ? { kind: 'known', operation: toOperation(again) }
        : { kind: 'stale' };
    if (onlyKnown) return { kind: 'unknown' };
    const rows = await tx.operation.findMany({ where: { sessionId: before.id }, orderBy: { step: 'asc' } });
    if (openOperation(rows.map(toOperation), asking.targetReference)) return { kind: 'running' };
    const session = await tx.checkoutSession.findUnique({
      where: { id: before.id },
      select: { version: true },
    });
    if (session?.version !== before.version) return { kind: 'stale' };
    const row = await tx.operation.create({
      data: {
        ...asked,
        id: randomId(),
        sessionId: before.id,
        orderId: before.orderId,
        environment: env.environment,
        step: rows.length + 1,
        amountMinor: amount?.minor ?? null,
        currency: before.amount.currency,
        actor: 'operator',
        askedBy: viewer.kind === 'guest' ? '' : viewer.name,
        nextAt: new Date(now.getTime() + preparedMs),
        createdAt: now,
      },
    });
    const operation = toOperation(row);
    await touchSession(tx, before.id);
    await noteOperation(tx, before.orderId, operation, {
      type: 'OPERATION_PREPARED',
      actor: 'operator',
      at: now,
    });
    const detail = {
      reference: before.reference,
      ...(amount && { amount: toDecimal(amount), currency: amount.currency }),
    };
    const deed = {
      action: asking.name,
      orderId: before.orderId,
      target: asking.sentReference,
      reason,
      detail,
    };
    await addAudit(tx, deed, { viewer, now });
    return { kind: 'prepared', operation };
  });
}
