import type { CheckoutSession } from './checkout-session';
import { subtract, sum, type Money } from './money';
import type { Operation, OperationState } from './operation';
import { holdsOf } from './order-money';
import type { ReportedTransaction, Status } from './report';
import type { Transaction, TransactionType } from './transaction';

/** How an answer ends an operation, and the fact that remains of it. */
export type OperationOutcome = {
  readonly state: OperationState;
  readonly reason: string | null;
  readonly message: string | null;
  /** Null where nothing was done, or where the session's query tells it. */
  readonly fact: Transaction | null;
};

/** What each operation leaves behind. What is confirmed or declined is told by the session. */
const factTypes: Record<Operation['name'], TransactionType | null> = {
  refund: 'REFUND',
  capture: 'CAPTURE',
  reauthorize: 'REAUTH',
  release: 'RELEASE',
  confirm: null,
  decline: null,
};

type Answer = { readonly status: Status; readonly transaction: ReportedTransaction };

const nothingDone = ['REJECTED', 'FAILED', 'CANCELED'];

/**
 * What the gateway's answer makes of an operation: done, refused, or (for a word that says neither) in doubt, which is
 * never taken for one of them.
 */
export function outcomeOf(operation: Operation, session: CheckoutSession, answer: Answer): OperationOutcome {
  const { status, reason, message } = answer.status;
  const told = { reason, message };
  if (factTypes[operation.name] === null) {
    // The merchant's word was heard; what the bank made of it is in the session.
    return { ...told, state: status === 'FAILED' ? 'REFUSED' : 'DONE', fact: null };
  }
  if (nothingDone.includes(status)) return { ...told, state: 'REFUSED', fact: null };
  if (status !== 'APPROVED') return { ...told, state: 'IN_DOUBT', fact: null };
  return { ...told, state: 'DONE', fact: factOf(operation, session, answer.transaction) };
}

/**
 * The fact of an operation that was done. Its amount is what was asked for, because the whole was asked for without one;
 * `told` is null where somebody else said that it was done.
 */
export function factOf(
  operation: Operation,
  session: CheckoutSession,
  told: Partial<ReportedTransaction> | null,
): Transaction | null {
  const type = factTypes[operation.name];
  const target = session.transactions.find(
    ({ internalReference }) => internalReference === parentOf(operation, session),
  );
  if (type === null || !target) return null;
  return {
    ...target,
    type,
    step: operation.step,
    status: 'APPROVED',
    reason: told?.status?.reason ?? '00',
    message: told?.status?.message ?? null,
    date: told?.status?.date ?? null,
    internalReference: told?.internalReference ?? operation.sentReference,
    parentReference: target.internalReference,
    amount: operation.amount ?? wholeOf(operation, session, target),
    authorization: told?.authorization ?? target.authorization,
    receipt: told?.receipt ?? target.receipt,
    refunded: false,
    discount: null,
  };
}

/** A part is refunded by itself; everything else belongs to the attempt. */
function parentOf({ sentReference, targetReference }: Operation, { transactions }: CheckoutSession): string {
  const isPart = transactions.some(
    ({ type, internalReference }) => type === 'PART' && internalReference === sentReference,
  );
  return isPart ? sentReference : targetReference;
}

/** All that was left when it was asked for: no other operation was let in since. */
function wholeOf(operation: Operation, session: CheckoutSession, target: Transaction): Money {
  const { transactions } = session;
  const hold = holdsOf(session).find(({ root }) => root.internalReference === target.internalReference);
  if (hold && operation.name === 'release') return hold.held;
  const { currency } = target.amount;
  const charged = transactions.filter(
    ({ type, status, internalReference, parentReference }) =>
      status === 'APPROVED' &&
      ((internalReference === target.internalReference && (type === 'SALE' || type === 'PART')) ||
        (parentReference === target.internalReference && (type === 'CAPTURE' || type === 'PART'))),
  );
  const parts = charged.filter(({ type }) => type === 'PART');
  const counted = parts.length > 0 ? parts : charged;
  const names = new Set([target, ...counted].map(({ internalReference }) => internalReference));
  const given = transactions.filter(
    ({ type, status, parentReference }) =>
      type === 'REFUND' && status === 'APPROVED' && names.has(parentReference ?? ''),
  );
  const amounts = (list: readonly Transaction[]) =>
    sum(
      list.map(({ amount }) => amount),
      currency,
    );
  return subtract(amounts(counted), amounts(given));
}
