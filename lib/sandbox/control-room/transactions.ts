import 'server-only';
import { db } from '../db';
import type { Prisma, Transaction } from '../generated/client';
import { decimal, readSearch, slice, toListing, type Asked, type Listing } from './listing';

export type TransactionRow = Pick<
  Transaction,
  | 'internalReference'
  | 'requestId'
  | 'parentReference'
  | 'reference'
  | 'type'
  | 'status'
  | 'reason'
  | 'currency'
  | 'paymentMethodName'
  | 'lastDigits'
  | 'statusAt'
> & { total: string; refunded: string | null };

/** Attempts and every step after them, of all sites. Searched by internalReference, session or part of a reference. */
export async function findTransactions(asked: Asked): Promise<Listing<TransactionRow>> {
  const found = await db().transaction.findMany({
    where: toWhere(asked),
    orderBy: { internalReference: 'desc' },
    ...slice(asked),
  });
  return toListing(found, ({ totalMinor, refundedMinor, ...one }) => ({
    internalReference: one.internalReference,
    requestId: one.requestId,
    parentReference: one.parentReference,
    reference: one.reference,
    type: one.type,
    status: one.status,
    reason: one.reason,
    currency: one.currency,
    paymentMethodName: one.paymentMethodName,
    lastDigits: one.lastDigits,
    statusAt: one.statusAt,
    total: decimal(totalMinor, one.currency) ?? '',
    refunded: refundedMinor > 0n ? decimal(refundedMinor, one.currency) : null,
  }));
}

function toWhere(asked: Asked): Prisma.TransactionWhereInput {
  const { text, number, reference } = readSearch(asked);
  if (text === '') return {};
  if (number === null) return { reference };
  return {
    OR: [{ internalReference: number }, { parentReference: number }, { requestId: number }, { reference }],
  };
}
