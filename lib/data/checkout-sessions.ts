import 'server-only';
import { randomBytes } from 'node:crypto';
import { nextCheck } from '@/lib/domain/checks';
import { isFinal, mayFollow, type CheckoutSession, type SessionStatus } from '@/lib/domain/checkout-session';
import { reference } from '@/lib/domain/ids';
import { compare, toDecimal, type Money } from '@/lib/domain/money';
import {
  balance,
  isConfirming,
  unresolvedSession,
  type Actor,
  type Order,
  type OrderEventType,
} from '@/lib/domain/order';
import type { Viewer } from '@/lib/domain/viewer';
import { env } from '@/lib/env';
import { db, writeTx, type Tx } from './db';
import { addEvent } from './order-events';
import { toOrder, wholeOrder } from './order-row';
import { visibleTo } from './orders';
import { accessKeyOf, hashKey, randomId } from './random';
import { refreshOrder } from './refresh-order';
import { toCheckoutSession, withFacts } from './session-row';
import { holdStock } from './stock';

export type Prepared =
  /** `returnToken` is known only to the call that made the session: it goes into the return URL, hashed into the row. */
  | {
      readonly ok: true;
      readonly created: true;
      readonly session: CheckoutSession;
      readonly returnToken: string;
    }
  /** The same attempt again, or the one that is still open: whoever asks is sent to it. */
  | { readonly ok: true; readonly created: false; readonly session: CheckoutSession }
  | {
      readonly ok: false;
      readonly problem: 'unknown_order' | 'already_paid' | 'confirming' | 'out_of_stock';
    };

type Preparing = {
  readonly orderId: string;
  readonly viewer: Viewer;
  readonly flow: string;
  /** Rendered into the form by the server: a double click is one attempt. */
  readonly attemptKey: string;
  readonly amount: Money;
  readonly allowPartial?: boolean;
  readonly expiresAt: Date;
  readonly now: Date;
};

/** Step 1 of an outgoing money call: the attempt, its reference and its stock are committed before anything is sent. */
export async function prepareSession(input: Preparing): Promise<Prepared> {
  return writeTx(async (tx) => {
    const row = await tx.order.findFirst({
      where: { id: input.orderId, ...visibleTo(input.viewer) },
      include: wholeOrder,
    });
    if (!row) return { ok: false, problem: 'unknown_order' };
    const order = toOrder(row);
    const again = await tx.checkoutSession.findUnique({ where: { attemptKey: input.attemptKey } });
    if (again && again.orderId !== order.id) return { ok: false, problem: 'unknown_order' };
    const session = order.sessions.find(({ id }) => id === again?.id) ?? unresolvedSession(order);
    if (session) return { ok: true, created: false, session };
    const problem = refusal(order, input.amount);
    if (problem) return { ok: false, problem };
    if (await holdStock(tx, order.id)) return { ok: false, problem: 'out_of_stock' };
    return insertSession(tx, order, input);
  });
}

/** Step 2: from here on the call may be on its way. False when the session is no longer PREPARED: then do not send. */
export async function markSent(id: string, now: Date): Promise<boolean> {
  return (await move({ id, to: 'SENT', event: 'CHECKOUT_SENT', actor: 'store', now })) !== null;
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

/** It never led anywhere: not sent, refused by the gateway, or expired without anybody having seen its page. */
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

export async function findSessionByRequestId(requestId: string): Promise<CheckoutSession | null> {
  const key = { environment_requestId: { environment: env.environment, requestId } };
  const row = await db.checkoutSession.findUnique({ where: key, include: withFacts });
  return row && toCheckoutSession(row);
}

export async function findSessionByReference(reference: string): Promise<CheckoutSession | null> {
  const key = { environment_reference: { environment: env.environment, reference } };
  const row = await db.checkoutSession.findUnique({ where: key, include: withFacts });
  return row && toCheckoutSession(row);
}

/** What a return URL opens. `accessKey` shows a guest their order; it is null when the order belongs to an account. */
export async function findReturn(
  token: string,
): Promise<{ sessionId: string; orderId: string; accessKey: string | null } | null> {
  const row = await db.checkoutSession.findUnique({
    where: { returnTokenHash: hashKey(token) },
    include: { order: true },
  });
  if (!row) return null;
  return {
    sessionId: row.id,
    orderId: row.orderId,
    accessKey: row.order.userId === null ? accessKeyOf(row.order) : null,
  };
}

function refusal(order: Order, amount: Money): 'already_paid' | 'confirming' | 'unknown_order' | null {
  if (order.status === 'CANCELLED') return 'unknown_order';
  if (order.status === 'PAID' || order.status === 'OVERPAID') return 'already_paid';
  if (order.sessions.some(isConfirming)) return 'confirming';
  // What was left to pay may have shrunk since the amount was computed.
  return compare(amount, balance(order)) > 0 ? 'already_paid' : null;
}

async function insertSession(tx: Tx, order: Order, input: Preparing): Promise<Prepared> {
  const returnToken = randomBytes(16).toString('base64url');
  const row = await tx.checkoutSession.create({
    data: {
      id: randomId(),
      orderId: order.id,
      environment: env.environment,
      flow: input.flow,
      reference: reference(order.number, order.sessions.length + 1, randomBytes(6)),
      attemptKey: input.attemptKey,
      amountMinor: input.amount.minor,
      currency: input.amount.currency,
      allowPartial: input.allowPartial ?? false,
      returnTokenHash: hashKey(returnToken),
      expiresAt: input.expiresAt,
      createdAt: input.now,
      nextCheckAt: new Date(input.now.getTime() + 60_000),
    },
    include: withFacts,
  });
  const data = { reference: row.reference, flow: row.flow, amount: toDecimal(input.amount) };
  await addEvent(tx, order.id, { type: 'CHECKOUT_PREPARED', actor: 'buyer', data, at: input.now });
  return { ok: true, created: true, session: toCheckoutSession(row), returnToken };
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
