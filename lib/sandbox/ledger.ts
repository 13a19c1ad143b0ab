import 'server-only';
import { db } from './db';
import type { Transaction } from './generated/client';
import { isOpen } from './holds';
import { toDecimal } from './money';

/** The gateway's own book of a reference: what a store's book is compared with, and nothing the store told it. */

export type Entry = {
  internalReference: number;
  requestId: number | null;
  /** SALE, HOLD, REAUTH, CAPTURE, RELEASE, REVERSE, PART, RECURRENT or AUTOPAY. */
  type: string;
  /** What a step or part belongs to. */
  parentReference: number | null;
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
  /** Charged: sales, captures and repeated charges; of dispersed payments the approved parts. */
  approved: Record<string, string>;
  /** Held and neither captured nor given back. */
  held: Record<string, string>;
  /** Given back of what was charged. */
  refunded: Record<string, string>;
  refused: Record<string, string>;
  pending: Record<string, string>;
  transactions: Entry[];
};

/** Everything the gateway has booked under a reference; empty sums where it knows none. */
export async function readLedger(reference: string): Promise<Ledger> {
  const [sessions, transactions] = await Promise.all([
    db().session.findMany({ where: { reference }, orderBy: { requestId: 'asc' } }),
    db().transaction.findMany({
      where: { reference, type: { not: 'TOKENIZE' } },
      orderBy: { internalReference: 'asc' },
    }),
  ]);
  const charges = transactions.filter(({ type }) =>
    ['SALE', 'CAPTURE', 'RECURRENT', 'AUTOPAY'].includes(type),
  );
  const attempts = transactions.filter(({ type }) => ['SALE', 'HOLD', 'RECURRENT', 'AUTOPAY'].includes(type));
  const held = transactions.filter((one) => isOpen(one)).map((root) => heldBy(root, transactions));
  return {
    reference,
    sessions: sessions.map(({ requestId, status, reason, expiresAt }) => ({
      requestId,
      status,
      reason,
      expiresAt: expiresAt.toISOString(),
    })),
    approved: totals(charges.filter(isApproved).map((one) => [one, one.approvedMinor ?? one.totalMinor])),
    held: totals(held.map((one) => [one, one.totalMinor])),
    refunded: totals(charges.filter((one) => one.refundedMinor > 0n).map((one) => [one, one.refundedMinor])),
    refused: totals(attempts.filter(isRefused).map((one) => [one, one.totalMinor])),
    pending: totals(attempts.filter(isPending).map((one) => [one, one.totalMinor])),
    transactions: transactions.map(toEntry),
  };
}

function toEntry(one: Transaction): Entry {
  const { type, parentReference } = one;
  const { internalReference, requestId, status, reason, currency, totalMinor, refundedMinor, statusAt } = one;
  const total = toDecimal({ minor: totalMinor, currency });
  const refunded = toDecimal({ minor: refundedMinor, currency });
  return {
    internalReference,
    requestId,
    type,
    parentReference,
    status,
    reason,
    currency,
    total,
    refunded,
    date: statusAt.toISOString(),
  };
}

const isApproved = ({ status }: Transaction) => status.startsWith('APPROVED');
const isRefused = ({ status }: Transaction) => status === 'REJECTED' || status === 'FAILED';
const isPending = ({ status }: Transaction) => status.startsWith('PENDING');

/** The last approved reauthorization of a hold, or the hold. */
function heldBy(root: Transaction, all: readonly Transaction[]): Transaction {
  const steps = all.filter(
    ({ type, parentReference }) => type === 'REAUTH' && parentReference === root.internalReference,
  );
  return steps.filter(isApproved).at(-1) ?? root;
}

function totals(entries: readonly (readonly [Transaction, bigint])[]): Record<string, string> {
  const sums = new Map<string, bigint>();
  for (const [{ currency }, minor] of entries) sums.set(currency, (sums.get(currency) ?? 0n) + minor);
  return Object.fromEntries([...sums].map(([currency, minor]) => [currency, toDecimal({ minor, currency })]));
}
