import 'server-only';
import type { CheckoutSession } from '@/lib/domain/checkout-session';
import { money, toDecimal, type Currency, type Money } from '@/lib/domain/money';
import { openOperation, operationNames, type Operation, type OperationName } from '@/lib/domain/operation';
import { isGuarded, leaveFor, readLimits, type Leave } from '@/lib/domain/operator-limits';
import { userIdOf, type Viewer } from '@/lib/domain/viewer';
import { env } from '@/lib/env';
import { addAudit } from './audit';
import { writeTx, type Tx } from './db';
import type { Prisma } from './generated/client';
import { noteOperation, touchSession } from './operation-notes';
import { toOperation } from './operation-row';
import { randomId } from './random';

/** What was prepared and not sent for this long never will be. Milliseconds. */
const preparedMs = 60_000;
/** So long a second operator has to agree, and so long what was asked for counts. */
const dayMs = 24 * 3_600_000;

const limits = readLimits(env.operatorLimits);

export type Asking = {
  readonly name: OperationName;
  readonly targetReference: string;
  readonly sentReference: string;
  readonly amount: Money | null;
  /** How much money it is about. */
  readonly stake: Money;
  /** Rendered into the form by the server: a double click is one operation. */
  readonly idemKey: string;
  /** Why, as the operator typed it. */
  readonly reason: string;
  readonly viewer: Viewer;
  readonly now: Date;
};

export type OperationPrepared =
  | { readonly kind: 'prepared' | 'known'; readonly operation: Operation }
  /** Committed, and not to be sent before another operator agrees. */
  | { readonly kind: 'proposed'; readonly operation: Operation }
  /** The operator has asked for as much as one may in a day. */
  | { readonly kind: 'not_today' }
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
  const { viewer, now, reason, amount, stake, ...asked } = asking;
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
    const leave = await findLeave(tx, before, asking);
    if (leave === 'not_today') return { kind: 'not_today' };
    const needsSecond = leave === 'with_another';
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
        askedById: userIdOf(viewer),
        askedWhy: reason,
        stakeMinor: stake.minor,
        needsSecond,
        state: needsSecond ? 'PROPOSED' : 'PREPARED',
        nextAt: new Date(now.getTime() + (needsSecond ? dayMs : preparedMs)),
        createdAt: now,
      },
    });
    const operation = toOperation(row);
    await touchSession(tx, before.id);
    await noteOperation(tx, before.orderId, operation, {
      type: needsSecond ? 'OPERATION_PROPOSED' : 'OPERATION_PREPARED',
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
    return { kind: needsSecond ? 'proposed' : 'prepared', operation };
  });
}

/** Whether this operator may do it alone, by what was asked for before. In the transaction that adds to it. */
async function findLeave(
  tx: Tx,
  { orderId, amount: { currency } }: CheckoutSession,
  { name, stake, viewer, now }: Asking,
): Promise<Leave> {
  const day = { gt: new Date(now.getTime() - dayMs) };
  const order = await tx.order.findUniqueOrThrow({ where: { id: orderId }, select: { totalMinor: true } });
  const wish = {
    ...{ name, stake, ordered: money(order.totalMinor, currency) },
    asked: await askedFor(tx, {
      viewer,
      currency,
      name: { in: operationNames.filter(isGuarded) },
      createdAt: day,
    }),
    askedHere: await askedFor(tx, { viewer, currency, name, orderId, needsSecond: false }),
  };
  return leaveFor(wish, limits);
}

type Which = Pick<Prisma.OperationWhereInput, 'name' | 'orderId' | 'createdAt' | 'needsSecond'> & {
  readonly viewer: Viewer;
  readonly currency: Currency;
};

/** What an operator has asked for, as far as it was done or still may be. */
async function askedFor(tx: Tx, { viewer, currency, ...which }: Which): Promise<Money> {
  const { _sum } = await tx.operation.aggregate({
    where: {
      ...{ environment: env.environment, askedById: userIdOf(viewer), currency },
      state: { notIn: ['REFUSED', 'ABANDONED'] },
      ...which,
    },
    _sum: { stakeMinor: true },
  });
  return money(_sum.stakeMinor ?? 0n, currency);
}
