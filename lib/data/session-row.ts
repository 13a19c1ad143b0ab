import 'server-only';
import { isSessionStatus, type CheckoutSession } from '@/lib/domain/checkout-session';
import { readStatus } from '@/lib/domain/status';
import type { Transaction } from '@/lib/domain/transaction';
import type { Prisma } from './generated/client';
import { toMoney } from './products';

/** A session is always read with its facts, oldest first. */
export const withFacts = {
  transactions: { orderBy: [{ firstSeenAt: 'asc' }, { id: 'asc' }] },
} as const satisfies Prisma.CheckoutSessionInclude;

export type SessionRow = Prisma.CheckoutSessionGetPayload<{ include: typeof withFacts }>;

export function toCheckoutSession(row: SessionRow): CheckoutSession {
  if (!isSessionStatus(row.status))
    throw new Error(`The database names a session status we do not know: ${row.status}.`);
  return {
    id: row.id,
    orderId: row.orderId,
    flow: row.flow,
    reference: row.reference,
    amount: toMoney(row.amountMinor, row.currency),
    allowPartial: row.allowPartial,
    status: row.status,
    reason: row.reason,
    message: row.message,
    requestId: row.requestId,
    processUrl: row.processUrl,
    expiresAt: row.expiresAt,
    createdAt: row.createdAt,
    version: row.version,
    checks: row.checks,
    suspectedAt: row.suspectedAt,
    returnedUnansweredAt: row.returnedUnansweredAt,
    transactions: row.transactions.map(toTransaction),
  };
}

function toTransaction(row: SessionRow['transactions'][number]): Transaction {
  return {
    internalReference: row.internalReference,
    type: row.type === 'HOLD' ? 'HOLD' : 'SALE',
    status: readStatus(row.status),
    reason: row.reason,
    message: row.message,
    amount: toMoney(row.amountMinor, row.currency),
    paymentMethod: row.paymentMethod,
    paymentMethodName: row.paymentMethodName,
    issuerName: row.issuerName,
    lastDigits: row.lastDigits,
    authorization: row.authorization,
    receipt: row.receipt,
    franchise: row.franchise,
    refunded: row.refunded,
    date: row.gatewayDate,
  };
}
