import 'server-only';
import type { Whole } from './bookkeeping';
import { findBrand } from './brands';
import { db, type Tx } from './db';
import { sandboxEnv } from './env';
import type { Instrument, Prisma, Transaction } from './generated/client';
import { newToken } from './identifiers';
import { isObject, type JsonObject } from './json';
import type { Site } from './sites';

/**
 * Stored means of payment. Token and subtoken are two names of one, of one site.
 * Source: https://docs.placetopay.dev/checkout/api/reference/token
 */

/** One per session: a second approval of a partial payment keeps what the first one gave. */
export async function keepInstrument(tx: Tx, session: Whole, paid: Transaction, at: Date): Promise<void> {
  if (session.instrument || paid.answers === null) return;
  const { paymentMethod, issuerName, bin, lastDigits, expiration } = paid;
  await tx.instrument.create({
    data: {
      siteLogin: session.siteLogin,
      requestId: session.requestId,
      ...newToken(sandboxEnv().seed, session.requestId, lastDigits),
      paymentMethod,
      issuerName,
      bin,
      lastDigits,
      expiration,
      answers: paid.answers as Prisma.InputJsonValue,
      ...(isObject(session.payer) && { payer: session.payer as Prisma.InputJsonObject }),
      createdAt: at,
    },
  });
}

/**
 * The usable instrument that a request names by token, subtoken or both, under `instrument.token` or directly
 * under `instrument`. Null when it is unknown, invalidated, another site's, or the two names differ.
 */
export async function findInstrument(instrument: unknown, site: Site): Promise<Instrument | null> {
  const named = namesIn(instrument);
  if (!named.token && !named.subtoken) return null;
  return db().instrument.findFirst({
    where: { siteLogin: site.login, invalidatedAt: null, ...named },
  });
}

function namesIn(instrument: unknown): { token?: string; subtoken?: string } {
  if (!isObject(instrument)) return {};
  const { token, subtoken } = isObject(instrument.token) ? instrument.token : instrument;
  return {
    ...(isText(token) && { token: String(token) }),
    ...(isText(subtoken) && { subtoken: String(subtoken) }),
  };
}

/** A subtoken may come as a number, where JSON tells all its digits. */
function isText(value: unknown): value is string | number {
  return (typeof value === 'string' && value !== '') || Number.isSafeInteger(value);
}

/** As a session tells it. Source: https://docs.placetopay.dev/checkout/api/reference/session */
export function instrumentFields(kept: Instrument): JsonObject[] {
  const values: [string, string | null][] = [
    ['token', kept.token],
    ['subtoken', kept.subtoken],
    ['franchise', kept.paymentMethod],
    ['franchiseName', findBrand(kept.paymentMethod)?.name ?? kept.paymentMethod],
    ['issuerName', kept.issuerName],
    ['lastDigits', kept.lastDigits],
    ['validUntil', lastDayOf(kept)],
    ['installments', null],
  ];
  return values.map(([keyword, value]) => ({ keyword, value, displayOn: 'none' }));
}

/** YYYY-MM-DD: the last day on which the card is good. */
export function lastDayOf({ expiration }: Instrument): string {
  const [month, year] = [Number(expiration.slice(0, 2)), 2000 + Number(expiration.slice(2))];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
