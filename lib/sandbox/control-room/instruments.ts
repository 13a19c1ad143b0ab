import 'server-only';
import { findBrand } from '../brands';
import { now } from '../clock';
import { db } from '../db';
import type { Instrument, Prisma } from '../generated/client';
import { isExpired } from '../means';
import { readSearch, slice, toListing, type Asked, type Listing } from './listing';

export type InstrumentRow = Pick<
  Instrument,
  'id' | 'requestId' | 'lastDigits' | 'createdAt' | 'invalidatedAt'
> & {
  site: string;
  brand: string;
  /** The first and last four of its 64 digits: enough to recognise it, not enough to charge it. */
  token: string;
  subtoken: string;
  /** MM/YY. */
  validUntil: string;
  isExpired: boolean;
};

/** Stored cards of all sites. Searched by session, last digits, or the whole token or subtoken. */
export async function findInstruments(asked: Asked): Promise<Listing<InstrumentRow>> {
  const found = await db().instrument.findMany({
    where: toWhere(asked),
    orderBy: { id: 'desc' },
    ...slice(asked),
    include: { site: { select: { name: true } } },
  });
  return toListing(found, ({ site, ...kept }) => ({
    id: kept.id,
    requestId: kept.requestId,
    lastDigits: kept.lastDigits,
    createdAt: kept.createdAt,
    invalidatedAt: kept.invalidatedAt,
    site: site.name,
    brand: findBrand(kept.paymentMethod)?.name ?? kept.paymentMethod,
    token: `${kept.token.slice(0, 4)}••••${kept.token.slice(-4)}`,
    subtoken: `••••${kept.subtoken.slice(-4)}`,
    validUntil: `${kept.expiration.slice(0, 2)}/${kept.expiration.slice(2)}`,
    isExpired: isExpired(kept, now()),
  }));
}

/** By hand, as a merchant's call does it: for ever, and by both names. Null when it is not usable any more. */
export async function invalidateByHand(id: number): Promise<object | null> {
  const { count } = await db().instrument.updateMany({
    where: { id, invalidatedAt: null },
    data: { invalidatedAt: now() },
  });
  return count === 1 ? {} : null;
}

function toWhere(asked: Asked): Prisma.InstrumentWhereInput {
  const { text, number, reference } = readSearch(asked);
  if (text === '') return {};
  return {
    OR: [
      { token: text.toLowerCase() },
      { subtoken: text },
      { lastDigits: text },
      { session: { reference } },
      ...(number === null ? [] : [{ requestId: number }]),
    ],
  };
}
