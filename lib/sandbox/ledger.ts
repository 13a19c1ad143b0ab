import 'server-only';
import { db } from './db';
import type { Transaction } from './generated/client';
import { toDecimal } from './money';

/** The gateway's own book of a reference: what a store's book is compared with, and nothing the store told it. */

export type Entry = {
  internalReference: number;
  requestId: number | null;
  status: string;
  reason: string;
  currency: string;
  /** A decimal string with the currency's digits. */
  total: string;
  refunded: string;
  date: string;
};

/** Per status a total per currency, as decimal strings. */
export type Ledger = {
  reference: string;
  sessions: { requestId: number; status: string; reason: string; expiresAt: string }[];
  approved: Record<string, string>;
  refused: Record<string, string>;
  pending: Record<string, string>;
  transactions: Entry[];
};

export async function readLedger(reference: string): Promise<Ledger> {
  const [sessions, transactions] = await Promise.all([
    db().session.findMany({ where: { reference }, orderBy: { requestId: 'asc' } }),
    db().transaction.findMany({ where: { reference }, orderBy: { internalReference: 'asc' } }),
  ]);
  const of = (...statuses: string[]) =>
    totals(transactions.filter(({ status }) => statuses.includes(status)));
  return {
    reference,
    sessions: sessions.map(({ requestId, status, reason, expiresAt }) => ({
      requestId,
      status,
      reason,
      expiresAt: expiresAt.toISOString(),
    })),
    approved: of('APPROVED'),
    refused: of('REJECTED', 'FAILED'),
    pending: of('PENDING'),
    transactions: transactions.map(toEntry),
  };
}

function toEntry(one: Transaction): Entry {
  const { internalReference, requestId, status, reason, currency, totalMinor, refundedMinor, statusAt } = one;
  const total = toDecimal({ minor: totalMinor, currency });
  const refunded = toDecimal({ minor: refundedMinor, currency });
  return {
    internalReference,
    requestId,
    status,
    reason,
    currency,
    total,
    refunded,
    date: statusAt.toISOString(),
  };
}

function totals(transactions: readonly Transaction[]): Record<string, string> {
  const sums = new Map<string, bigint>();
  for (const { currency, totalMinor } of transactions)
    sums.set(currency, (sums.get(currency) ?? 0n) + totalMinor);
  return Object.fromEntries([...sums].map(([currency, minor]) => [currency, toDecimal({ minor, currency })]));
}
