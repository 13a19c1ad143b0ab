import 'server-only';
import { refusal, refusedAnswer, sessionAnswer, type Answer } from './answers';
import { chargeMeans } from './attempts';
import { lockSession, restate, whole, type Whole } from './bookkeeping';
import { readTerms, type CollectTerms } from './collect-terms';
import { judgeCreate, type Accepted } from './create-request';
import { creditDetails } from './credits';
import { db, inTx, type Tx } from './db';
import { firstPart } from './dispersion';
import { sandboxEnv } from './env';
import { forcedPlan } from './faults';
import type { Instrument } from './generated/client';
import { newKey } from './identifiers';
import { findInstrument } from './instruments';
import { isObject } from './json';
import { isExpired, meansOf } from './means';
import { readAmount } from './money';
import { languageFor, type Call } from './sessions';
import { switchesOf } from './switches';
import { noSuchToken } from './tokens';
import { complain } from './validation-messages';

/** A charge without the payer. Source: https://docs.placetopay.dev/checkout/api/reference/token */
export async function collect(call: Call): Promise<Answer> {
  const { body, site, now, visitor } = call;
  const { baseUrl } = sandboxEnv();
  // Only the fields of a session's request are kept: never the instrument.
  const judged = judgeCreate({ ...visitor, returnUrl: `${baseUrl}/home`, ...body }, site, now, new Date());
  if (!judged.ok) return refusedAnswer(400, judged.refused.reason, judged.refused.message, now);
  const wrong = problemOf(judged.request);
  if (wrong) {
    const message = complain(wrong.rule, wrong.field, languageFor(body, site), 'instrument');
    return refusedAnswer(400, 'request_not_valid', message, now);
  }
  const terms = readTerms(body.instrument, site.country, languageFor(body, site));
  if (!terms.ok) return refusedAnswer(400, 'request_not_valid', terms.message, now);
  const instrument = await findInstrument(body.instrument, site);
  if (!instrument) return noSuchToken(call);
  const requestId = await inTx((tx) => once(tx, call, judged, { instrument, terms }));
  if (requestId === null) return refusal(400, 'request_not_valid', 'duplicate', languageFor(body, site), now);
  const session = await db().session.findUniqueOrThrow({ where: { requestId }, include: whole });
  return sessionAnswer(session, baseUrl);
}

/** What needs a payer on a page cannot be collected. */
function problemOf({ payment, metadata }: Accepted['request']) {
  if (!payment) return { rule: 'required', field: 'payment' } as const;
  if (payment.allowPartial) return { rule: 'notWith', field: 'payment.allowPartial' } as const;
  if (payment.subscribe) return { rule: 'notWith', field: 'payment.subscribe' } as const;
  if (metadata?.requiresConfirmation)
    return { rule: 'notWith', field: 'metadata.requiresConfirmation' } as const;
  return null;
}

const day = 24 * 60 * 60 * 1000;

type Asked = { instrument: Instrument; terms: CollectTerms };

type Key = { siteLogin: string; reference: string; currency: string; totalMinor: bigint };

/**
 * One charge per reference, total and currency in 24 hours: the key's row is locked until the charge is written,
 * so the second of two at once waits and is answered with the first, or refused (null) where the site's switches say so.
 * A refused charge does not hold its key.
 */
async function once(tx: Tx, call: Call, judged: Accepted, asked: Asked): Promise<number | null> {
  const { site, now } = call;
  const { reference, request } = judged;
  const { currency = '', total = 0 } = request.payment?.amount ?? {};
  const totalMinor = readAmount(total, currency)?.minor ?? 0n;
  const key: Key = { siteLogin: site.login, reference, currency, totalMinor };
  const { collectDedup, rejectedCollectHolds, duplicateCollect } = switchesOf(site);
  const earlier = collectDedup ? await lockKey(tx, key, now) : null;
  if (earlier && (earlier.status !== 'REJECTED' || rejectedCollectHolds))
    return duplicateCollect === 'first' ? earlier.requestId : null;
  const requestId = await charge(tx, call, judged, { key, ...asked });
  if (collectDedup) {
    const where = { siteLogin_reference_currency_totalMinor: key };
    await tx.collectGuard.update({ where, data: { requestId, chargedAt: now } });
  }
  return requestId;
}

/** The collect that holds the key, with the key locked. Null when none does any more. */
async function lockKey(tx: Tx, key: Key, now: Date): Promise<Whole | null> {
  await tx.collectGuard.createMany({ data: [key], skipDuplicates: true });
  const [guard] = await tx.$queryRaw<{ requestId: number | null; chargedAt: Date | null }[]>`
    SELECT "requestId", "chargedAt" FROM "CollectGuard"
    WHERE "siteLogin" = ${key.siteLogin} AND "reference" = ${key.reference}
      AND "currency" = ${key.currency} AND "totalMinor" = ${key.totalMinor} FOR UPDATE`;
  if (!guard?.requestId || !guard.chargedAt) return null;
  if (guard.chargedAt.getTime() + day <= now.getTime()) return null;
  return lockSession(tx, guard.requestId);
}

type Charged = Asked & { key: Key };

/** The charge as a session of its own: its first refusal is its end. */
async function charge(tx: Tx, call: Call, judged: Accepted, charged: Charged): Promise<number> {
  const { now } = call;
  const { instrument, terms, key } = charged;
  const { request, expiresAt } = judged;
  const { requestId } = await tx.session.create({
    data: {
      ...key,
      key: newKey(sandboxEnv().seed, key.reference, now),
      kind: 'COLLECT',
      locale: request.locale,
      request: JSON.parse(JSON.stringify(request)),
      ...(isObject(instrument.payer) && !request.payer && { payer: instrument.payer as object }),
      status: 'PENDING',
      reason: 'PT',
      ending: 'REFUSED',
      statusAt: now,
      createdAt: now,
      expiresAt,
    },
  });
  const session = await tx.session.findUniqueOrThrow({ where: { requestId }, include: whole });
  const expired = isExpired(instrument, now) ? expiredCard : null;
  await chargeMeans(tx, {
    session,
    token: `collect:${requestId}`,
    means: {
      ...meansOf(instrument, terms.installments),
      details: creditDetails(terms, { minor: firstPart(session) ?? key.totalMinor, currency: key.currency }),
    },
    ipAddress: request.ipAddress,
    at: now,
    forced: (await forcedPlan(tx, { requestId, reference: key.reference })) ?? expired,
  });
  await restate(tx, requestId, now);
  return requestId;
}

const expiredCard = { kind: 'now', verdict: { status: 'REJECTED', reason: '54' } } as const;
