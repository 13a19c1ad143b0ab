import 'server-only';
import { conclude } from './attempts';
import {
  cancelledAnswer,
  createdAnswer,
  refusal,
  refusedAnswer,
  sessionAnswer,
  type Answer,
} from './answers';
import { findMandate, type Mandate } from './autopay/mandates';
import { attemptsOf, lockSession, restate, statusOf, whole, type Whole } from './bookkeeping';
import { judgeCreate, readLocale } from './create-request';
import { db, inTx } from './db';
import { sandboxEnv } from './env';
import { expire, expireIfDue, isOverdue } from './expiration';
import type { Session } from './generated/client';
import { asCaptured } from './holds';
import { newKey } from './identifiers';
import type { JsonObject } from './json';
import { languageOf, type Language } from './messages';
import { readAmount } from './money';
import { isFinal, isInProcess } from './session';
import type { Site } from './sites';
import { switchesOf } from './switches';
import { complain } from './validation-messages';

/** Create, query and cancel, after the caller is known. */

/** `now` is the gateway's time. `requestId` is null where the path has none, or none that could exist. */
export type Call = {
  body: JsonObject;
  site: Site;
  requestId: number | null;
  visitor: { ipAddress: string; userAgent: string };
  now: Date;
};

/** Source: https://docs.placetopay.dev/checkout/create-session */
export async function createSession(call: Call): Promise<Answer> {
  return openSession(call, 'PC');
}

/** AutoPay's own address for it answers 00. Source: https://docs.placetopay.dev/autopay/api/session */
export async function createAutopaySession(call: Call): Promise<Answer> {
  const { body, site, now } = call;
  const message = complain('selected', 'type', languageFor(body, site));
  if (body.type !== undefined && body.type !== 'autopay')
    return refusedAnswer(400, 'request_not_valid', message, now);
  return openSession({ ...call, body: { ...body, type: 'autopay' } }, '00');
}

async function openSession({ body, site, now }: Call, reason: 'PC' | '00'): Promise<Answer> {
  const judged = judgeCreate(body, site, now, new Date());
  if (!judged.ok) return refusedAnswer(400, judged.refused.reason, judged.refused.message, now);
  const { request, reference, expiresAt } = judged;
  const edits = request.autopay?.action === 'EDIT' ? (request.autopay.id ?? '') : null;
  if (edits !== null && !(await mayEdit(edits, site))) {
    const message = complain('selected', 'autopay.id', languageOf(request.locale));
    return refusedAnswer(400, 'request_not_valid', message, now);
  }
  const { amount } = request.payment ?? {};
  const { baseUrl, seed } = sandboxEnv();
  const session = await db().session.create({
    data: {
      key: newKey(seed, reference, now),
      siteLogin: site.login,
      kind: amount ? 'PAYMENT' : request.autopay ? 'AUTOPAY' : 'SUBSCRIPTION',
      autopayId: edits,
      reference,
      locale: request.locale,
      ...(amount && {
        currency: amount.currency,
        totalMinor: readAmount(amount.total, amount.currency)?.minor ?? 0n,
      }),
      request: JSON.parse(JSON.stringify(request)),
      statusAt: now,
      createdAt: now,
      expiresAt,
      dueAt: expiresAt,
    },
  });
  return createdAnswer(session, baseUrl, reason);
}

/** One that was cancelled or has finished is over for ever. */
async function mayEdit(id: string, { login: siteLogin }: Site): Promise<boolean> {
  const mandate = await findMandate(db(), { id, siteLogin });
  return mandate !== null && mandate.status !== 'REJECTED';
}

/** Source: https://docs.placetopay.dev/checkout/api/reference/session */
export async function querySession({ body, site, requestId, now }: Call): Promise<Answer> {
  const found = requestId === null ? null : await findOwn(requestId, site);
  if (!found) return notFound(languageFor(body, site), now);
  const session = await expireIfDue(found, now);
  const { sessionReflectsCaptures } = switchesOf(site);
  const transactions = sessionReflectsCaptures
    ? await asCaptured(db(), session.transactions)
    : session.transactions;
  const told = { ...session, transactions };
  return sessionAnswer(told, sandboxEnv().baseUrl, await toldMandate(session));
}

/** What an AutoPay session has brought: nothing before its payer has given a card. */
async function toldMandate({ kind, status, autopayId }: Whole): Promise<Mandate | null> {
  const isDone = kind === 'AUTOPAY' && status === 'APPROVED' && autopayId !== null;
  return isDone ? findMandate(db(), { id: autopayId }) : null;
}

/**
 * Only while nothing is approved or in process; an order that nobody has paid in cash is not in the way. Source:
 * https://docs.placetopay.dev/checkout/cancel-session
 */
export async function cancelSession({ body, site, requestId, now }: Call): Promise<Answer> {
  const language = languageFor(body, site);
  return inTx(async (tx) => {
    const locked = requestId === null ? null : await lockSession(tx, requestId);
    if (!locked || locked.siteLogin !== site.login) return notFound(language, now);
    const session = isOverdue(locked, now) ? await expire(tx, locked, now) : locked;
    if (isFinal(statusOf(session))) return refusal(400, 'action_not_allowed', 'notPending', language, now);
    const unpaid = session.transactions.find(
      ({ status, waitsFor }) => status === 'PENDING' && waitsFor === 'CASH',
    );
    const attempts = attemptsOf(session);
    const isPaid = attempts.some(({ status }) => status.startsWith('APPROVED'));
    if (isPaid || (isInProcess(attempts) && !unpaid))
      return refusal(400, 'action_not_allowed', 'inProcess', language, now);
    if (unpaid) await conclude(tx, unpaid.internalReference, { status: 'REJECTED', reason: 'MC' }, now);
    const cancelled = await restate(tx, session.requestId, now, 'MERCHANT');
    return cancelledAnswer(cancelled, sandboxEnv().baseUrl, now);
  });
}

/**
 * Another site's session does not exist for this one. Most queries are of sessions that nobody has tried to pay: one
 * question says so, and the attempts are asked for where there are some.
 */
async function findOwn(requestId: number, site: Site): Promise<Whole | null> {
  const [row] = await db().$queryRaw<(Session & { isUntouched: boolean })[]>`
    SELECT s.*, NOT EXISTS (SELECT 1 FROM "Transaction" t WHERE t."requestId" = s."requestId")
      AND NOT EXISTS (SELECT 1 FROM "Instrument" i WHERE i."requestId" = s."requestId") AS "isUntouched"
    FROM "Session" s WHERE s."requestId" = ${requestId}::int AND s."siteLogin" = ${site.login}`;
  if (!row) return null;
  const { isUntouched, ...session } = row;
  if (isUntouched) return { ...session, site, transactions: [], instrument: null };
  return db().session.findUnique({ where: { requestId }, include: whole });
}

function notFound(language: Language, now: Date): Answer {
  return refusal(404, 'request_not_valid', 'notFound', language, now);
}

/** In which language a request is answered: its own locale's, else its site's. */
export function languageFor(body: object, site: Site | null): Language {
  return languageOf(readLocale(body, site?.locale ?? 'es_CO'));
}
