import 'server-only';
import type { Answer } from './answers';
import { conclude, follow } from './attempts';
import { planOf } from './stored-plan';
import { lockSession, restate } from './bookkeeping';
import { inTx, type Tx } from './db';
import type { Transaction } from './generated/client';
import { attemptText } from './messages';
import { refusedAnswer } from './answers';
import { toWireDate } from './dates';
import { refuseStep, stepAnswer, unsupported, type Ask } from './steps';
import { requestOf } from './stored-request';

/**
 * The merchant's word between what the payer gave and what the network is asked.
 * Source: https://docs.placetopay.dev/checkout/confirmation-flow
 */

/** Asks the network now: it may approve, refuse or pend. A refusal is the session's end. */
export async function confirm(ask: Ask, waiting: Transaction): Promise<Answer> {
  const refused = await refusalOf(ask, waiting);
  if (refused) return refused;
  const { tx, now } = ask;
  const { internalReference, requestId } = waiting;
  const plan = planOf(waiting);
  const then = plan.kind === 'confirm' ? plan.then : plan;
  const asked = await tx.transaction.update({
    where: { internalReference },
    data: { status: 'PENDING', reason: '?-', statusAt: now, confirmBy: null, plan: then },
  });
  const followed = await follow(tx, asked, then, now);
  if (requestId !== null) await restate(tx, requestId, now, 'REFUSED');
  return stepAnswer(ask, followed);
}

/** Gives up what the payer gave: transaction and session are REJECTED ?C. */
export async function decline(ask: Ask, waiting: Transaction): Promise<Answer> {
  const refused = await refusalOf(ask, waiting);
  if (refused) return refused;
  const { tx, now, language } = ask;
  const { internalReference, requestId } = waiting;
  const verdict = { status: 'REJECTED', reason: '?C' } as const;
  await tx.transaction.update({ where: { internalReference }, data: { plan: { kind: 'now', verdict } } });
  const declined = await conclude(tx, internalReference, verdict, now);
  if (requestId !== null) await restate(tx, requestId, now, 'DECLINED');
  const { payment } = stepAnswer(ask, declined).body as { payment: object };
  const status = { ...verdict, message: attemptText('MC', language), date: toWireDate(now) };
  return { http: 200, body: { status, payment } };
}

/** Null when the transaction waits for the merchant's word and he is in time. */
async function refusalOf(ask: Ask, waiting: Transaction): Promise<Answer | null> {
  const { tx, now, action, language } = ask;
  if (!(await wasAskedToConfirm(tx, waiting))) return unsupported(ask);
  if (waiting.status === 'PENDING_CONFIRMATION' && waiting.confirmBy && waiting.confirmBy <= now) {
    await lapse(tx, waiting, now);
    return refuseStep(ask, 'transaction_request_error', 'lapsed');
  }
  if (waiting.status === 'REJECTED' && waiting.reason === 'EX')
    return refuseStep(ask, 'transaction_request_error', 'lapsed');
  if (waiting.status === 'PENDING_CONFIRMATION') return null;
  const message = {
    es: `La acción [${action}] solo está disponible para transacciones en estado pendiente de confirmación`,
    en: `The action [${action}] is only available for transactions in pending confirmation state`,
  }[language];
  return refusedAnswer(400, 'request_not_valid', message, now);
}

async function wasAskedToConfirm(tx: Tx, { requestId }: Transaction): Promise<boolean> {
  if (requestId === null) return false;
  const { request } = await tx.session.findUniqueOrThrow({ where: { requestId } });
  return requestOf({ request }).metadata?.requiresConfirmation === true;
}

async function lapse(tx: Tx, { internalReference, requestId }: Transaction, at: Date): Promise<void> {
  await conclude(tx, internalReference, { status: 'REJECTED', reason: 'EX' }, at);
  if (requestId !== null) await restate(tx, requestId, at, 'EXPIRED');
}

/** Ends one transaction that nobody confirmed in time. False when there is none. */
export function lapseConfirmation(at: Date): Promise<boolean> {
  return inTx(async (tx) => {
    const [due] = await tx.$queryRaw<{ requestId: number; internalReference: number }[]>`
      SELECT t."requestId", t."internalReference" FROM "Transaction" t
      JOIN "Session" s ON s."requestId" = t."requestId"
      WHERE t."confirmBy" <= ${at} AND t."status" = 'PENDING_CONFIRMATION'
      ORDER BY t."confirmBy" LIMIT 1 FOR UPDATE OF s SKIP LOCKED`;
    if (!due) return false;
    await lockSession(tx, due.requestId);
    const where = { internalReference: due.internalReference };
    const waiting = await tx.transaction.findUniqueOrThrow({ where });
    if (waiting.status === 'PENDING_CONFIRMATION') await lapse(tx, waiting, at);
    return true;
  });
}
