import 'server-only';
import { attemptsOf, lockSession, restate, statusOf, type Whole } from './bookkeeping';
import { inTx, type Tx } from './db';
import { isFinal, isInProcess } from './session';

/**
 * The end of a session's time. A payer who never answered a code, or never went to
 * the agent with his order, has not paid; an attempt that the network holds
 * goes on, and decides the session when it resolves. Source: https://docs.placetopay.dev/checkout/expiration
 */
export async function expire(tx: Tx, session: Whole, at: Date): Promise<Whole> {
  const { requestId } = session;
  await tx.transaction.updateMany({
    where: { requestId, status: 'PENDING', OR: [{ step: { not: null } }, { waitsFor: 'CASH' }] },
    data: { status: 'REJECTED', reason: 'EX', statusAt: at, step: null, waitsFor: null },
  });
  return restate(tx, requestId, at, 'EXPIRED');
}

/** Has its time passed without anybody having noticed? */
export function isOverdue(session: Whole, at: Date): boolean {
  return session.dueAt !== null && session.dueAt <= at && !isFinal(statusOf(session));
}

/** For whoever asks before the timer came by. */
export async function expireIfDue(session: Whole, at: Date): Promise<Whole> {
  if (!isOverdue(session, at)) return session;
  return inTx(async (tx) => {
    const locked = await lockSession(tx, session.requestId);
    return locked && isOverdue(locked, at) ? expire(tx, locked, at) : (locked ?? session);
  });
}

/** Nobody can pay here any more, although the row may not say so yet. */
export function isOver(session: Whole, at: Date): boolean {
  return isFinal(statusOf(session)) || (session.expiresAt <= at && !isInProcess(attemptsOf(session)));
}
