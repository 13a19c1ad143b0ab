import 'server-only';
import { randomUUID } from 'node:crypto';
import { planFor, type Verdict } from './acquirer';
import type { Whole } from './bookkeeping';
import type { Tx } from './db';
import type { Prisma, Transaction } from './generated/client';
import { authorizationOf, receiptOf } from './identifiers';
import { meansOf } from './means';
import { readAmount } from './money';
import { requestOf } from './stored-request';

/**
 * One payment for several parties: each part is asked of the network in the order sent, and a refused one ends
 * the rest. Source: https://docs.placetopay.dev/gateway/transaction-types
 */

/** Minor units of the first part. Null for a payment in one piece. */
export function firstPart(session: Pick<Whole, 'request' | 'currency'>): bigint | null {
  const [first] = requestOf(session).payment?.dispersion ?? [];
  return first ? minorOf(first.amount.total, session.currency) : null;
}

/** The parts of a payment that has just begun: the first one waits for the network, the others for the first. */
export async function writeParts(tx: Tx, session: Whole, parent: Transaction): Promise<void> {
  const parts = requestOf(session).payment?.dispersion ?? [];
  for (const [at, { amount, agreement, agreementType }] of parts.entries()) {
    await tx.transaction.create({
      data: {
        ...copied(parent),
        type: 'PART',
        parentReference: parent.internalReference,
        number: at + 1,
        attemptToken: `part:${randomUUID()}`,
        status: at === 0 ? 'PENDING' : 'PENDING_PROCESS',
        totalMinor: minorOf(amount.total, session.currency),
        agreement: agreement === undefined ? null : String(agreement),
        agreementType: agreementType ?? 'MERCHANT',
      },
    });
  }
}

const aborted: Verdict = { status: 'REJECTED', reason: '?C' };

/**
 * After the network's word on the first part, that on the others: a card that pended does so once. The parent is
 * what its parts are, with authorization and receipt of the first one.
 */
export async function settleParts(tx: Tx, parent: Transaction, at: Date): Promise<Transaction> {
  const { internalReference: parentReference, status, reason } = parent;
  const where = { parentReference, type: 'PART' };
  const parts = await tx.transaction.findMany({ where, orderBy: { number: 'asc' } });
  let verdict: Verdict = { status: status as Verdict['status'], reason };
  let approvedMinor = 0n;
  const [first] = parts;
  for (const [index, part] of parts.entries()) {
    if (index > 0) verdict = verdict.status === 'APPROVED' ? verdictOn(parent, part) : aborted;
    if (verdict.status === 'APPROVED') approvedMinor += part.totalMinor;
    await tx.transaction.update({
      where: { internalReference: part.internalReference },
      data: { ...verdict, ...proofOf(part, verdict), statusAt: at },
    });
  }
  const isPart = approvedMinor > 0n && approvedMinor < parent.totalMinor;
  return tx.transaction.update({
    where: { internalReference: parentReference },
    data: {
      approvedMinor,
      ...(isPart && { status: 'APPROVED_PARTIAL', reason: 'P0' }),
      ...(first && proofOf(first, { status: approvedMinor > 0n ? 'APPROVED' : 'REJECTED', reason })),
    },
  });
}

function verdictOn(parent: Transaction, { totalMinor, currency }: Transaction): Verdict {
  return planFor(meansOf(parent).answers, { minor: totalMinor, currency }).verdict;
}

function proofOf({ internalReference }: Transaction, { status }: Verdict) {
  const authorization = status === 'APPROVED' ? authorizationOf(internalReference) : '000000';
  return { authorization, receipt: receiptOf(internalReference) };
}

function copied(parent: Transaction) {
  const { siteLogin, reference, currency, paymentMethod, paymentMethodName, issuerName, franchise } = parent;
  const { authorization, bin, lastDigits, expiration, installments, ipAddress, reason } = parent;
  const { statusAt, createdAt } = parent;
  return {
    ...{ siteLogin, reference, currency, paymentMethod, paymentMethodName, issuerName, franchise },
    ...{ authorization, bin, lastDigits, expiration, installments, ipAddress, reason },
    ...{ statusAt, createdAt },
    plan: parent.plan as Prisma.InputJsonValue,
  };
}

function minorOf(total: number, currency: string | null): bigint {
  return readAmount(total, currency ?? '')?.minor ?? 0n;
}
