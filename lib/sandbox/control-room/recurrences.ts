import 'server-only';
import { db } from '../db';
import type { Prisma, Recurrence, Transaction } from '../generated/client';
import { decimal, readSearch, slice, toListing, type Asked, type Listing } from './listing';

type Charge = Pick<Transaction, 'internalReference' | 'status' | 'reason' | 'statusAt'>;

export type RecurrenceRow = Recurrence & {
  reference: string;
  site: string;
  currency: string;
  total: string;
  /** Every charge after the first payment, newest first; at most 20. */
  charges: Charge[];
};

/** What the gateway repeats, of all sites. Searched by session or part of its reference. */
export async function findRecurrences(asked: Asked): Promise<Listing<RecurrenceRow>> {
  const found = await db().recurrence.findMany({
    where: toWhere(asked),
    orderBy: { id: 'desc' },
    ...slice(asked),
    include: { site: { select: { name: true } }, session: true },
  });
  const charges = new Map(await Promise.all(found.map(chargesOf)));
  return toListing(found, ({ site, session, ...repeated }) => ({
    ...repeated,
    reference: session.reference,
    site: site.name,
    currency: session.currency ?? '',
    total: decimal(session.totalMinor, session.currency) ?? '',
    charges: charges.get(repeated.id) ?? [],
  }));
}

async function chargesOf({ id, parentReference }: Recurrence): Promise<[number, Charge[]]> {
  const charges = await db().transaction.findMany({
    where: { type: 'RECURRENT', parentReference },
    orderBy: { internalReference: 'desc' },
    take: 20,
    select: { internalReference: true, status: true, reason: true, statusAt: true },
  });
  return [id, charges];
}

function toWhere(asked: Asked): Prisma.RecurrenceWhereInput {
  const { text, number, reference } = readSearch(asked);
  if (text === '') return {};
  return { OR: [{ session: { reference } }, ...(number === null ? [] : [{ requestId: number }])] };
}
