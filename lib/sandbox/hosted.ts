import 'server-only';
import { answerStep, isPayable } from './acquirer';
import { findTerms } from './autopay/terms';
import { beginAttempt, conclude, follow } from './attempts';
import { planOf } from './stored-plan';
import { restate, whole, type Whole } from './bookkeeping';
import { readCardForm } from './card-form';
import { now, syncClock } from './clock';
import { db, inTx, type Tx } from './db';
import { isOver } from './expiration';
import type { Transaction } from './generated/client';
import { creditsIn, endOf, installmentsOf, methodsIn, screenOf, viewOf } from './hosted-session';
import { lockedPerson } from './hosted-person';
import { deliver, dropEmpty, isPossible, lockOpen, outcome, takeTurn } from './hosted-turn';
import type { Abandon, Answered, AnswerCode, CardForm, CodeForm, Paid, PayWithCard } from './hosted-forms';
import type { OpenHosted } from './hosted-view';
import { isSame } from './signature';
import { readPart } from './partial';
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

/** Idempotent by `attemptToken`: see `takeTurn`. */
export const payWithCard: PayWithCard = (form) =>
  takeTurn<Paid>(form, (tx, session, at) => pay(tx, session, form, at));

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
    methods: methodsIn(session),
    locked: lockedPerson(session),
    installments: installmentsOf(session),
    credits: creditsIn(session),
    now: at,
  });
  const { number, expiry, installments = '' } = form.card;
  const values = { ...form.person, number: sayable(number), expiry, installments };
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
  return outcome(await restate(tx, requestId, at), begun);
}

/** A number that is on no list of test cards may be a real one: no page says it again. */
function sayable(number: string): string {
  return isPayable(number.replace(/[\s-]/g, '')) ? number : '';
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
