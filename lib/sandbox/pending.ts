import 'server-only';
import { lockSession, restate, type Whole } from './bookkeeping';
import { conclude } from './attempts';
import { verdictOf } from './stored-plan';
import { inTx } from './db';
import { now } from './clock';
import { expire } from './expiration';

/** What time or an operator brings to an end. Each step claims one row; whoever comes second finds the next. */

/** Resolves one pending attempt whose time has come. False when there is none. */
export function resolveOne(at: Date): Promise<boolean> {
  return inTx(async (tx) => {
    const [due] = await tx.$queryRaw<{ requestId: number; internalReference: number }[]>`
      SELECT t."requestId", t."internalReference" FROM "Transaction" t
      JOIN "Session" s ON s."requestId" = t."requestId"
      WHERE t."resolveAt" <= ${at} AND t."status" = 'PENDING'
      ORDER BY t."resolveAt" LIMIT 1 FOR UPDATE OF s SKIP LOCKED`;
    if (!due) return false;
    const waiting = await tx.transaction.findUniqueOrThrow({
      where: { internalReference: due.internalReference },
    });
    if (waiting.status !== 'PENDING') return true;
    await conclude(tx, due.internalReference, verdictOf(waiting), at);
    await restate(tx, due.requestId, at);
    return true;
  });
}

/** Ends one session whose expiration has passed. False when there is none. */
export function expireOne(at: Date): Promise<boolean> {
  return inTx(async (tx) => {
    const [due] = await tx.$queryRaw<{ requestId: number }[]>`
      SELECT "requestId" FROM "Session" WHERE "dueAt" <= ${at}
      ORDER BY "dueAt" LIMIT 1 FOR UPDATE SKIP LOCKED`;
    if (!due) return false;
    const session = await lockSession(tx, due.requestId);
    if (session) await expire(tx, session, at);
    return true;
  });
}

/** An operator's word on the attempt that is in process. Null when there is none, or no such session. */
export function decidePending(requestId: number, approve: boolean): Promise<Whole | null> {
  return inTx(async (tx) => {
    const session = await lockSession(tx, requestId);
    const waiting = session?.transactions.find(({ status }) => status === 'PENDING');
    if (!waiting) return null;
    const verdict = approve
      ? { status: 'APPROVED' as const, reason: '00' }
      : { status: 'REJECTED' as const, reason: '05' };
    await conclude(tx, waiting.internalReference, verdict, now());
    return restate(tx, requestId, now());
  });
}

/** The agent has the money: the order of a session is paid. Null when it has none that waits. */
export function markPaid(requestId: number): Promise<Whole | null> {
  return inTx(async (tx) => {
    const session = await lockSession(tx, requestId);
    const order = session?.transactions.find((one) => one.status === 'PENDING' && one.waitsFor === 'CASH');
    if (!order) return null;
    await conclude(tx, order.internalReference, { status: 'APPROVED', reason: '00' }, now());
    return restate(tx, requestId, now());
  });
}

/**
 * What the clock would bring to the attempt in process, now, and to nobody else: a slow card answers, a phone's time
 * is over. Null when nothing there waits for the clock.
 */
export function hurry(requestId: number): Promise<Whole | null> {
  return inTx(async (tx) => {
    const session = await lockSession(tx, requestId);
    const waiting = session?.transactions.find((one) => one.status === 'PENDING' && one.resolveAt !== null);
    if (!waiting) return null;
    await conclude(tx, waiting.internalReference, verdictOf(waiting), now());
    return restate(tx, requestId, now());
  });
}

/** An operator's end of a session's time. Null when it is not open. */
export function expireNow(requestId: number): Promise<Whole | null> {
  return inTx(async (tx) => {
    const session = await lockSession(tx, requestId);
    return session && session.dueAt !== null ? expire(tx, session, now()) : null;
  });
}
