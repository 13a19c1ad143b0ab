import 'server-only';
import { isSessionStatus, type CheckoutSession } from '@/lib/domain/checkout-session';
import { sessionKinds } from '@/lib/domain/session-request';
import { readStatus } from '@/lib/domain/status';
import { transactionTypes, type Discount, type Transaction } from '@/lib/domain/transaction';
import type { Prisma } from './generated/client';
import { toOperation } from './operation-row';
import { toMoney } from './products';
import { readTerms } from './session-terms';

/** What is known of a card without anything to charge it with. */
export const cardFields = {
  id: true,
  franchise: true,
  franchiseName: true,
  issuerName: true,
  lastDigits: true,
  validUntil: true,
} as const satisfies Prisma.CardTokenSelect;

/** A session is always read with its facts and with what was asked of them afterwards, oldest first. */
export const withFacts = {
  transactions: { orderBy: [{ firstSeenAt: 'asc' }, { id: 'asc' }] },
  operations: { orderBy: { step: 'asc' } },
  cardToken: { select: cardFields },
  chargedCard: { select: cardFields },
  replacedBy: { select: { number: true } },
} as const satisfies Prisma.CheckoutSessionInclude;

export type SessionRow = Prisma.CheckoutSessionGetPayload<{ include: typeof withFacts }>;

export function toCheckoutSession(row: SessionRow): CheckoutSession {
  if (!isSessionStatus(row.status))
    throw new Error(`The database names a session status we do not know: ${row.status}.`);
  return {
    id: row.id,
    orderId: row.orderId,
    flow: row.flow,
    kind: sessionKinds.find((kind) => kind === row.kind) ?? 'SALE',
    terms: readTerms(row.terms),
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
    replacedBy: row.replacedBy?.number ?? null,
    transactions: row.transactions.map(toTransaction),
    operations: row.operations.map(toOperation),
    keptCard: row.cardToken,
    ...(row.chargedCard && { charge: { card: row.chargedCard, installments: row.installments } }),
  };
}

function toTransaction(row: SessionRow['transactions'][number]): Transaction {
  return {
    internalReference: row.internalReference,
    type: transactionTypes.find((type) => type === row.type) ?? 'SALE',
    parentReference: row.parentReference,
    step: row.step,
    agreement: row.agreement,
    agreementType: row.agreementType,
    discount: toDiscount(row),
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

function toDiscount(row: SessionRow['transactions'][number]): Discount | null {
  if (row.discountMinor === null) return null;
  return {
    code: row.discountCode,
    type: row.discountType,
    amount: toMoney(row.discountMinor, row.currency),
  };
}
