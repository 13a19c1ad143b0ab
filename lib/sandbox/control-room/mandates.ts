import 'server-only';
import { db } from '../db';
import type { AutopayCall, Autopay, AutopayCharge, Prisma, Transaction } from '../generated/client';
import { decimal, readSearch, slice, toListing, type Asked, type Listing } from './listing';
import { readSigned, type Signed } from './signed';

/** Automatic payments as the control room shows them. */

export type MandateRow = Omit<Autopay, 'totalMinor'> & { total: string | null; site: string };

/** Of all sites. Searched by session, id or part of the reference. */
export async function findMandates(asked: Asked): Promise<Listing<MandateRow>> {
  const found = await db().autopay.findMany({
    where: toWhere(asked),
    orderBy: { requestId: 'desc' },
    ...slice(asked),
    include: { site: { select: { name: true } } },
  });
  return toListing(found, ({ site, totalMinor, ...mandate }) => ({
    ...mandate,
    total: decimal(totalMinor, mandate.currency),
    site: site.name,
  }));
}

export type MandateDossier = {
  mandate: MandateRow & { card: string };
  charges: (AutopayCharge & {
    total: string | null;
    transactions: Pick<Transaction, 'internalReference' | 'status' | 'reason' | 'statusAt'>[];
  })[];
  calls: (AutopayCall & { signed: Signed })[];
  sessions: number[];
};

/** Everything about one, newest first. Null when there is none. */
export async function findMandateDossier(id: string): Promise<MandateDossier | null> {
  const found = await db().autopay.findUnique({
    where: { id },
    include: {
      site: true,
      instrument: true,
      sessions: { select: { requestId: true }, orderBy: { requestId: 'asc' } },
      charges: { orderBy: { dueOn: 'desc' }, include: { transactions: { orderBy: { number: 'asc' } } } },
      calls: { orderBy: { id: 'desc' }, take: 200 },
    },
  });
  if (!found) return null;
  const { site, instrument, charges, calls, sessions, totalMinor, ...mandate } = found;
  const { currency } = mandate;
  return {
    mandate: {
      ...mandate,
      total: decimal(totalMinor, currency),
      site: site.name,
      card: `${instrument.paymentMethod} ${instrument.lastDigits}`,
    },
    charges: charges.map((charge) => ({ ...charge, total: decimal(charge.totalMinor, currency) })),
    calls: calls.map((call) => ({ ...call, signed: readSigned(call.body, site.secretKey) })),
    sessions: sessions.map(({ requestId }) => requestId),
  };
}

function toWhere(asked: Asked): Prisma.AutopayWhereInput {
  const { text, number, reference } = readSearch(asked);
  if (text === '') return {};
  return { OR: [{ reference }, { id: text }, ...(number === null ? [] : [{ requestId: number }])] };
}
