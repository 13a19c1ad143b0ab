import 'server-only';
import { nextCheck } from '@/lib/domain/checks';
import { isFinal, mayFollow, type CheckoutSession, type SessionStatus } from '@/lib/domain/checkout-session';
import type { Actor, OrderEventType } from '@/lib/domain/order-event';
import { env } from '@/lib/env';
import { isChargeable } from './charged-card';
import { db, writeTx } from './db';
import { addEvent } from './order-events';
import { accessKeyOf, hashKey } from './random';
import { refreshOrder } from './refresh-order';
import { toCheckoutSession, withFacts } from './session-row';

/**
 * Step 2: from here on the call may be on its way. False when the session is no longer PREPARED, or its card was given up
 * since: then do not send.
 */
export async function markSent(
  id: string,
  now: Date,
  event: 'CHECKOUT_SENT' | 'CHARGE_SENT' = 'CHECKOUT_SENT',
): Promise<boolean> {
  return (await move({ id, to: 'SENT', event, actor: 'store', now })) !== null;
}

/** The gateway has a charge of this attempt: from here on it is asked what became of it, as of any session. */
export async function markCharged(fields: {
  id: string;
  requestId: string;
  now: Date;
}): Promise<CheckoutSession | null> {
  return move({ ...fields, to: 'PENDING', event: 'CHARGE_RECEIVED', actor: 'store' });
}

/** The gateway opened it. Null when the session had moved on. `processUrl` is null where the answer's was not usable. */
export async function markPending({
  now,
  ...fields
}: {
  id: string;
  requestId: string;
  processUrl: string | null;
  now: Date;
}): Promise<CheckoutSession | null> {
  return move({ ...fields, to: 'PENDING', event: 'CHECKOUT_OPENED', actor: 'store', now });
}

/** Sent, and nobody knows what became of it. A `requestId` that was learnt all the same is kept, to ask by. */
export async function markInDoubt(input: {
  id: string;
  reason: string;
  message?: string | null;
  requestId?: string;
  now: Date;
}): Promise<CheckoutSession | null> {
  return move({ ...input, to: 'IN_DOUBT', event: 'CHECKOUT_IN_DOUBT', actor: 'store' });
}

/**
 * It never led anywhere: it was not sent, the gateway refused it, or no answer can come any more, so that nobody has seen a
 * page of it. Null when the session had moved on.
 */
export async function markAbandoned(input: {
  id: string;
  reason: string;
  message?: string | null;
  actor?: Actor;
  now: Date;
}): Promise<CheckoutSession | null> {
  return move({ actor: 'store', ...input, to: 'ABANDONED', event: 'CHECKOUT_ABANDONED' });
}

/** The payer is back and the gateway did not tell what became of the payment: until it does, nobody is to pay again. */
export async function noteUnansweredReturn(id: string, now: Date): Promise<void> {
  await writeTx((tx) =>
    tx.checkoutSession.updateMany({
      where: { id, status: { in: ['PENDING', 'APPROVED_PARTIAL'] } },
      data: { returnedUnansweredAt: now },
    }),
  );
}

/** The gateway has answered since. */
export async function forgetUnansweredReturn(id: string): Promise<void> {
  await writeTx((tx) =>
    tx.checkoutSession.updateMany({ where: { id }, data: { returnedUnansweredAt: null } }),
  );
}

/** For settling only: a page asks findOrder, which knows whose it is. */
export async function findSession(id: string): Promise<CheckoutSession | null> {
  const row = await db.checkoutSession.findUnique({ where: { id }, include: withFacts });
  return row && toCheckoutSession(row);
}

/** The session of this environment that the gateway knows by this requestId; null when it is none of ours. For settling only. */
export async function findSessionByRequestId(requestId: string): Promise<CheckoutSession | null> {
  const key = { environment_requestId: { environment: env.environment, requestId } };
  const row = await db.checkoutSession.findUnique({ where: key, include: withFacts });
  return row && toCheckoutSession(row);
}

/** The session of this environment that was sent under this reference; null when none was. For settling only. */
export async function findSessionByReference(reference: string): Promise<CheckoutSession | null> {
  const key = { environment_reference: { environment: env.environment, reference } };
  const row = await db.checkoutSession.findUnique({ where: key, include: withFacts });
  return row && toCheckoutSession(row);
}

/** What a return URL opens. `accessKey` shows a guest their order; it is null when the order belongs to an account. */
export async function findReturn(token: string): Promise<{
  sessionId: string;
  orderId: string;
  accessKey: string | null;
  /** Whether nothing was bought: its owner only wanted a card in the wallet. */
  forWallet: boolean;
} | null> {
  const row = await db.checkoutSession.findUnique({
    where: { returnTokenHash: hashKey(token) },
    include: { order: { include: { _count: { select: { lines: true } } } } },
  });
  if (!row) return null;
  return {
    sessionId: row.id,
    orderId: row.orderId,
    forWallet: row.order.userId !== null && row.order._count.lines === 0,
    accessKey: row.order.userId === null ? accessKeyOf(row.order) : null,
  };
}

type Move = {
  id: string;
  to: SessionStatus;
  event: OrderEventType;
  actor: Actor;
  now: Date;
  reason?: string;
  message?: string | null;
  requestId?: string;
  processUrl?: string | null;
};

/** One step of the table, or null when the table does not allow it from where the session is: twice is once. */
async function move({ id, to, event, actor, now, ...fields }: Move): Promise<CheckoutSession | null> {
  return writeTx(async (tx) => {
    const found = await tx.checkoutSession.findUnique({ where: { id }, include: withFacts });
    const before = found && toCheckoutSession(found);
    if (!before || !mayFollow(before.status, to)) return null;
    if (to === 'SENT' && before.charge && !(await isChargeable(tx, before.charge.card.id))) return null;
    const after = { ...before, ...fields, status: to };
    const nextCheckAt = isFinal(to) ? null : nextCheck(after, before.checks, now);
    const row = await tx.checkoutSession.update({
      where: { id, version: before.version },
      data: { ...fields, status: to, nextCheckAt, version: { increment: 1 } },
      include: withFacts,
    });
    const data = { reference: before.reference, ...(fields.reason ? { reason: fields.reason } : {}) };
    await addEvent(tx, before.orderId, { type: event, actor, data, at: now });
    await refreshOrder(tx, before.orderId, { actor, now });
    return toCheckoutSession(row);
  });
}
