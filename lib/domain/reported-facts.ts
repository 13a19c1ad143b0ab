import type { CheckoutSession } from './checkout-session';
import type { ReportedPart, ReportedTransaction } from './report';
import { meaningOf, type Transaction } from './transaction';

/** What a query told, made into facts. A session remembers what it is for: the wire does not say it. */

/**
 * `refunded: true` is news of its own: as a fact beside the approval it survives any order of reports. What we asked to be
 * given back, wholly or in part, is no news: its operation knows the amount, and the flag does not.
 */
export function factsOf(session: CheckoutSession, reported: ReportedTransaction): Transaction[] {
  const { status, refunded, parts = [], internalReference } = reported;
  const asked = isOwnRefund(session, internalReference);
  const fact: Transaction = {
    ...detailsOf(reported),
    type: reported.type ?? (session.kind === 'HOLD' ? 'HOLD' : 'SALE'),
    ...alone,
    discount: reported.discount ?? null,
    ...told(status),
  };
  const shares = parts.map((part) => shareOf(fact, part));
  const all = [
    { fact, refunded },
    ...shares.map((share, index) => ({ fact: share, refunded: parts[index]?.refunded ?? false })),
  ];
  return all.flatMap((one) =>
    one.refunded && !asked && meaningOf[one.fact.status] === 'approved'
      ? [one.fact, { ...one.fact, status: 'REFUNDED' as const, refunded: true }]
      : [one.fact],
  );
}

const alone = { parentReference: null, step: 0, agreement: null, agreementType: null } as const;

function told({ status, reason, message, date }: ReportedTransaction['status']) {
  return { refunded: false, status, reason: reason ?? '', message, date };
}

function shareOf(sale: Transaction, part: ReportedPart): Transaction {
  const { internalReference, amount, agreement, agreementType, authorization, receipt, franchise } = part;
  return {
    ...sale,
    ...{ internalReference, amount, agreement, agreementType, authorization, receipt, franchise },
    type: 'PART',
    parentReference: sale.internalReference,
    discount: null,
    ...told(part.status),
  };
}

function isOwnRefund({ operations }: CheckoutSession, internalReference: string): boolean {
  return operations.some(
    ({ name, state, targetReference }) =>
      (name === 'refund' || name === 'release') &&
      state !== 'REFUSED' &&
      state !== 'ABANDONED' &&
      targetReference === internalReference,
  );
}

function detailsOf(reported: ReportedTransaction) {
  const { internalReference, amount, paymentMethod, paymentMethodName, issuerName } = reported;
  const { lastDigits, authorization, receipt, franchise } = reported;
  return {
    internalReference,
    amount,
    paymentMethod,
    paymentMethodName,
    issuerName,
    lastDigits,
    authorization,
    receipt,
    franchise,
  };
}
