import 'server-only';
import { attemptsOf, lockSession, type Whole } from './bookkeeping';
import { now } from './clock';
import { inTx, type Tx } from './db';
import { sendDue } from './deliveries';
import { expire, isOver, isOverdue } from './expiration';
import type { Transaction } from './generated/client';
import { nextToken } from './hosted-session';
import type { PaidKind } from './hosted-forms';
import { acceptsMore } from './partial';
import { isInProcess } from './session';
import { isSame } from './signature';
import { requestOf } from './stored-request';

/** What every payment on the page has in common, however it is paid: whose turn it is, and how it went. */

export type Outcome = { ok: true; kind: PaidKind; leaveTo: string | null };

type Refused = { ok: false; problem: 'not_found' | 'unavailable' | 'in_process' | 'stale' };

type Form = { requestId: number; key: string; attemptToken: string };

/**
 * Lets a payer pay, once: the session's lock makes the second of two equal submits see the first one's row, and the
 * attempt's token tells it from a later try. Nobody pays while an attempt is in process, or after the end.
 */
export async function takeTurn<T>(
  form: Form,
  pay: (tx: Tx, session: Whole, at: Date) => Promise<T>,
): Promise<T | Outcome | Refused> {
  const paid = await inTx<T | Outcome | Refused>(async (tx) => {
    const session = await lockOpen(tx, form);
    if (!session) return { ok: false, problem: 'not_found' };
    const earlier = session.transactions.find(({ attemptToken }) => attemptToken === form.attemptToken);
    if (earlier) return outcome(session, earlier);
    const at = now();
    if (isOver(session, at) || !acceptsMore(session)) return { ok: false, problem: 'unavailable' };
    if (isInProcess(attemptsOf(session))) return { ok: false, problem: 'in_process' };
    if (form.attemptToken !== nextToken(session)) return { ok: false, problem: 'stale' };
    // Its terms come first: the page asks for them when it is opened again.
    if (session.kind === 'AUTOPAY' && !session.acceptedAt) return { ok: false, problem: 'stale' };
    return pay(tx, session, at);
  });
  deliver();
  return paid;
}

/**
 * With skipResult the payer leaves when nothing is left for him to do, also while the attempt is pending. Whoever has
 * to go to his bank, look at his phone or carry an order to an agent has something left to do.
 */
export function outcome(session: Whole, attempt: Transaction): Outcome {
  const kind = kindOf(attempt);
  const { skipResult, returnUrl } = requestOf(session);
  const mayGoOn = (kind === 'refused' || kind === 'approved') && acceptsMore(session);
  const isDone = kind === 'approved' || kind === 'refused' || kind === 'pending';
  return { ok: true, kind, leaveTo: skipResult === true && isDone && !mayGoOn ? returnUrl : null };
}

const waiting: Readonly<Record<string, PaidKind>> = {
  SILENCE: 'processing',
  BANK: 'bank',
  PUSH: 'push',
  CASH: 'order',
};

function kindOf({ status, step, waitsFor }: Transaction): PaidKind {
  if (status.startsWith('APPROVED')) return 'approved';
  if (!status.startsWith('PENDING')) return 'refused';
  if (step) return step === 'OTP' ? 'otp' : 'challenge';
  return waiting[waitsFor ?? ''] ?? 'pending';
}

/** The session, locked, and expired first if its time has passed. Null for a wrong key too. */
export async function lockOpen(
  tx: Tx,
  { requestId, key }: { requestId: number; key: string },
): Promise<Whole | null> {
  const session = isPossible(requestId) ? await lockSession(tx, requestId) : null;
  if (!session || !isSame(session.key, key)) return null;
  return isOverdue(session, now()) ? expire(tx, session, now()) : session;
}

/** Whether a session may have this id: PostgreSQL's integers end there. */
export function isPossible(requestId: number): boolean {
  return Number.isInteger(requestId) && requestId > 0 && requestId <= 2_147_483_647;
}

/** What was typed and is not empty, as the session keeps it. */
export function dropEmpty(person: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(person).filter(([, value]) => value !== ''));
}

/** After the commit, and without keeping the payer waiting; the timer sends what this misses. */
export function deliver(): void {
  void sendDue().catch(() => undefined);
}
