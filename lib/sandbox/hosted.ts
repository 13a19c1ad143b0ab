import 'server-only';
import { answerStep } from './acquirer';
import { findTerms } from './autopay/terms';
import { beginAttempt, conclude, follow, planOf } from './attempts';
import { attemptsOf, lockSession, restate, whole, type Whole } from './bookkeeping';
import { isInProcess } from './session';
import { readCardForm } from './card-form';
import { now, syncClock } from './clock';
import { db, inTx, type Tx } from './db';
import { sendDue } from './deliveries';
import { expire, isOver, isOverdue } from './expiration';
import type { Transaction } from './generated/client';
import { endOf, installmentsOf, lockedPerson, nextToken, screenOf, viewOf } from './hosted-session';
import type {
  Abandon,
  Answered,
  AnswerCode,
  CardForm,
  CodeForm,
  OpenHosted,
  Paid,
  PayWithCard,
} from './hosted-view';
import { isSame } from './signature';
import { methodsOf } from './methods';
import { acceptsMore, readPart } from './partial';
import { requestOf } from './stored-request';

/** What the payer does on the page. Source: https://docs.placetopay.dev/checkout/how-checkout-works */

/** Changes nothing, however often it is opened: a wrong key and an unknown session look the same. */
export const openHosted: OpenHosted = async (requestId, key, language) => {
  await syncClock();
  const session = isPossible(requestId)
    ? await db().session.findUnique({ where: { requestId }, include: whole })
    : null;
  if (!session || !isSame(session.key, key)) return { kind: 'not_found' };
  const at = now();
  const kind = screenOf(session, at);
  const view = viewOf(session, at, { language, terms: await findTerms(session) });
  return kind === 'unavailable' ? { kind, why: endOf(session), session: view } : { kind, session: view };
};

/** Idempotent by `attemptToken`: the session's lock makes the second of two equal submits see the first one's row. */
export const payWithCard: PayWithCard = async (form) => {
  const paid = await inTx<Paid>(async (tx) => {
    const session = await lockOpen(tx, form);
    if (!session) return { ok: false, problem: 'not_found' };
    const earlier = session.transactions.find(({ attemptToken }) => attemptToken === form.attemptToken);
    if (earlier) return { ok: true, ...outcome(session, earlier) };
    const at = now();
    if (isOver(session, at) || !acceptsMore(session)) return { ok: false, problem: 'unavailable' };
    if (isInProcess(attemptsOf(session))) return { ok: false, problem: 'in_process' };
    if (form.attemptToken !== nextToken(session)) return { ok: false, problem: 'stale' };
    // Its terms come first: the page asks for them when it is opened again.
    if (session.kind === 'AUTOPAY' && !session.acceptedAt) return { ok: false, problem: 'stale' };
    return pay(tx, session, form, at);
  });
  deliver();
  return paid;
};

/** The issuer's one-time password. */
export const answerOtp: AnswerCode = (form) => answer(form, 'OTP');

/** The 3-D Secure challenge. */
export const answerChallenge: AnswerCode = (form) => answer(form, 'CHALLENGE');

/** "No deseo continuar": an attempt that waits for the payer's code ends with him; one that the network holds does not. */
export const abandon: Abandon = async (form) => {
  const left = await inTx<Awaited<ReturnType<Abandon>>>(async (tx) => {
    const session = await lockOpen(tx, form);
    if (!session) return { ok: false, problem: 'not_found' };
    const { cancelUrl, returnUrl } = requestOf(session);
    const leaveTo = cancelUrl ?? returnUrl;
    const at = now();
    if (session.ending === 'PAYER') return { ok: true, leaveTo };
    if (isOver(session, at)) return { ok: false, problem: 'unavailable' };
    const waiting = session.transactions.find(({ status }) => status.startsWith('PENDING'));
    if (waiting && !waiting.step) return { ok: false, problem: 'in_process' };
    if (waiting) await conclude(tx, waiting.internalReference, { status: 'REJECTED', reason: '?C' }, at);
    await restate(tx, session.requestId, at, 'PAYER');
    return { ok: true, leaveTo };
  });
  deliver();
  return left;
};

async function pay(tx: Tx, session: Whole, form: CardForm, at: Date): Promise<Paid> {
  const asked = requestOf(session);
  const read = readCardForm(form, {
    country: session.site.country,
    methods: methodsOf(asked, session.site.methods),
    locked: lockedPerson(session),
    installments: installmentsOf(session),
    now: at,
  });
  const { number, expiry, installments = '' } = form.card;
  const values = { ...form.person, number, expiry, installments };
  const minor = readPart(session, form.amount);
  const fields = { ...(!read.ok && read.fields), ...(minor === null && { amount: 'malformed' as const }) };
  if (!read.ok || minor === null) return { ok: false, problem: 'invalid', fields, values };
  const { requestId } = session;
  await tx.session.update({ where: { requestId }, data: { payer: dropEmpty(read.card.person) } });
  const begun = await beginAttempt(tx, {
    session,
    card: read.card,
    token: form.attemptToken,
    minor,
    consents: asked.payment?.subscribe === true && form.consent === true,
    ipAddress: form.ipAddress,
    at,
  });
  return { ok: true, ...outcome(await restate(tx, requestId, at), begun) };
}

async function answer(form: CodeForm, step: 'OTP' | 'CHALLENGE'): Promise<Answered> {
  if (form.code.trim() === '') return { ok: false, problem: 'required' };
  const answered = await inTx<Answered>(async (tx) => {
    const session = await lockOpen(tx, form);
    if (!session) return { ok: false, problem: 'not_found' };
    const at = now();
    const last = session.transactions.at(-1);
    if (!last || isOver(session, at)) return settled(session, last);
    // Answered already: the second submit of a code tells how the first one went.
    if (last.step !== step) return settled(session, last);
    const followed = await follow(tx, last, answerStep(step, form.code, planOf(last)), at);
    return settled(await restate(tx, session.requestId, at), followed);
  });
  deliver();
  return answered;
}

function settled(session: Whole, attempt: Transaction | undefined): Answered {
  if (!attempt || attempt.step) return { ok: false, problem: 'unavailable' };
  const { kind, leaveTo } = outcome(session, attempt);
  return kind === 'otp' || kind === 'challenge'
    ? { ok: false, problem: 'unavailable' }
    : { ok: true, kind, leaveTo };
}

type Outcome = {
  kind: 'otp' | 'challenge' | 'processing' | 'pending' | 'approved' | 'refused';
  leaveTo: string | null;
};

/** With skipResult the payer leaves when nothing is left for him to do, also while the attempt is pending. */
function outcome(session: Whole, attempt: Transaction): Outcome {
  const kind = kindOf(attempt);
  const { skipResult, returnUrl } = requestOf(session);
  const mayGoOn = (kind === 'refused' || kind === 'approved') && acceptsMore(session);
  const leaves =
    skipResult === true && !mayGoOn && kind !== 'otp' && kind !== 'challenge' && kind !== 'processing';
  return { kind, leaveTo: leaves ? returnUrl : null };
}

function kindOf({ status, step, waitsFor }: Transaction): Outcome['kind'] {
  if (status.startsWith('APPROVED')) return 'approved';
  if (!status.startsWith('PENDING')) return 'refused';
  if (step) return step === 'OTP' ? 'otp' : 'challenge';
  return waitsFor === 'SILENCE' ? 'processing' : 'pending';
}

/** The session, locked, and expired first if its time has passed. Null for a wrong key too. */
async function lockOpen(
  tx: Tx,
  { requestId, key }: { requestId: number; key: string },
): Promise<Whole | null> {
  const session = isPossible(requestId) ? await lockSession(tx, requestId) : null;
  if (!session || !isSame(session.key, key)) return null;
  return isOverdue(session, now()) ? expire(tx, session, now()) : session;
}

function isPossible(requestId: number): boolean {
  return Number.isInteger(requestId) && requestId > 0 && requestId <= 2_147_483_647;
}

function dropEmpty(person: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(person).filter(([, value]) => value !== ''));
}

/** After the commit, and without keeping the payer waiting; the timer sends what this misses. */
function deliver(): void {
  void sendDue().catch(() => undefined);
}
