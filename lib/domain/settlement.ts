import { isFinal, mayFollow, type CheckoutSession, type SessionStatus } from './checkout-session';
import { equals, compare, subtract, sum, type Money } from './money';
import { paidTotal } from './order';
import type { ReportedTransaction, SessionReport } from './report';
import type { ReportedStatus } from './status';
import { factKey, isExplained, meaningOf, type Transaction } from './transaction';

/** Why an answer of the gateway does not fit what we asked for. Each is shown to an operator. */
export type Suspicion =
  | 'wrong_request_id'
  | 'wrong_reference'
  | 'wrong_amount'
  | 'wrong_currency'
  | 'changed_amount'
  | 'unknown_status'
  | 'approved_without_money'
  | 'ended_with_money'
  | 'contradicts_final'
  | 'recorded_elsewhere';

export type Settlement =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'changed';
      readonly session: CheckoutSession;
      readonly newFacts: readonly Transaction[];
      /** How much more (or, after a reversal, less) this session has paid. */
      readonly paidDelta: Money;
      readonly problems: readonly Suspicion[];
    }
  | { readonly kind: 'suspect'; readonly problems: readonly Suspicion[] };

/** What a session's reported status makes of ours. Undefined: nobody explains it, so it stays as it is and somebody looks. */
export const sessionStatusOf = {
  APPROVED: 'APPROVED',
  APPROVED_PARTIAL: 'APPROVED_PARTIAL',
  PARTIAL_EXPIRED: 'PARTIAL_EXPIRED',
  REJECTED: 'REJECTED',
  CANCELED: 'REJECTED',
  PENDING: 'PENDING',
  PENDING_CONFIRMATION: 'PENDING',
  PENDING_VALIDATION: 'PENDING',
  PENDING_PROCESS: 'PENDING',
  OK: undefined,
  FAILED: undefined,
  REFUNDED: undefined,
  REVERSED: undefined,
  ERROR: undefined,
  MANUAL: undefined,
  DISPUTE: undefined,
  UNKNOWN: undefined,
} as const satisfies Record<ReportedStatus, SessionStatus | undefined>;

/**
 * What a session becomes when the gateway has answered: the one place where money is decided, whoever rang the bell.
 * Facts only accumulate and money is read from the set of them, so any order and any repetition of the same answers
 * ends in the same place, and a late refusal undoes nothing. What does not fit the attempt is never recorded.
 */
export function settle(session: CheckoutSession, report: SessionReport, now: Date): Settlement {
  const stranger = foreignReport(session, report);
  if (stranger.length > 0) return { kind: 'suspect', problems: stranger };

  const fitting = report.transactions.filter((transaction) => misfit(session, transaction) === undefined);
  const newFacts = unseen(session, fitting.flatMap(factsOf));
  const transactions = [...session.transactions, ...newFacts];
  const { status, problems: doubts } = nextStatus({ ...session, transactions }, report.status.status);
  const problems = [...new Set([...misfits(session, report), ...unexplained(report), ...doubts])];

  const moved = status !== session.status;
  if (newFacts.length === 0 && !moved)
    return problems.length > 0 ? { kind: 'suspect', problems } : { kind: 'unchanged' };
  const settled: CheckoutSession = {
    ...session,
    status,
    transactions,
    reason: moved ? report.status.reason : session.reason,
    message: moved ? report.status.message : session.message,
    suspectedAt: session.suspectedAt ?? (problems.length > 0 ? now : null),
  };
  return {
    kind: 'changed',
    session: settled,
    newFacts,
    paidDelta: subtract(paidBy(settled), paidBy(session)),
    problems,
  };
}

/** Approved and not reversed sales of this one session. */
export function paidBy(session: CheckoutSession): Money {
  return paidTotal({ total: session.amount, sessions: [session] });
}

function foreignReport({ requestId, reference }: CheckoutSession, report: SessionReport): Suspicion[] {
  if (requestId !== null && report.requestId !== requestId) return ['wrong_request_id'];
  return report.reference !== null && report.reference !== reference ? ['wrong_reference'] : [];
}

/** Why one transaction is not ours, or undefined when it fits. */
function misfit(
  session: CheckoutSession,
  { reference, amount, ...rest }: ReportedTransaction,
): Suspicion | undefined {
  if (reference !== null && reference !== session.reference) return 'wrong_reference';
  if (amount.currency !== session.amount.currency) return 'wrong_currency';
  const tooMuch = compare(amount, session.amount) > 0 || amount.minor <= 0n;
  if (session.allowPartial ? tooMuch : !equals(amount, session.amount)) return 'wrong_amount';
  const known = session.transactions.find(
    ({ internalReference }) => internalReference === rest.internalReference,
  );
  return known && !equals(known.amount, amount) ? 'changed_amount' : undefined;
}

function misfits(session: CheckoutSession, { transactions }: SessionReport): Suspicion[] {
  return transactions.flatMap((transaction) => misfit(session, transaction) ?? []);
}

function unexplained({ status, transactions }: SessionReport): Suspicion[] {
  const known = sessionStatusOf[status.status] && transactions.every((one) => isExplained(one.status.status));
  return known ? [] : ['unknown_status'];
}

/** `refunded: true` is news of its own: as a fact beside the approval it survives any order of reports. */
function factsOf(reported: ReportedTransaction): Transaction[] {
  const { status, refunded } = reported;
  const fact: Transaction = {
    ...detailsOf(reported),
    type: reported.type ?? 'SALE',
    refunded: false,
    status: status.status,
    reason: status.reason ?? '',
    message: status.message,
    date: status.date,
  };
  return refunded && meaningOf[fact.status] === 'approved'
    ? [fact, { ...fact, status: 'REFUNDED', refunded: true }]
    : [fact];
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

function unseen({ transactions }: CheckoutSession, facts: readonly Transaction[]): Transaction[] {
  const seen = new Set(transactions.map(factKey));
  return facts.filter((fact) => {
    const isNew = !seen.has(factKey(fact));
    seen.add(factKey(fact));
    return isNew;
  });
}

function nextStatus(
  session: CheckoutSession,
  reported: ReportedStatus,
): { status: SessionStatus; problems: Suspicion[] } {
  const { status } = session;
  const next: SessionStatus | undefined = sessionStatusOf[reported];
  if (next === undefined) return { status: isOpening(status) ? 'PENDING' : status, problems: [] };
  if (next === 'APPROVED' && !isCovered(session)) return { status, problems: ['approved_without_money'] };
  const ended = next === 'REJECTED' && approvedBy(session).minor > 0n ? (['ended_with_money'] as const) : [];
  if (next === status || mayFollow(status, next)) return { status: next, problems: [...ended] };
  return {
    status,
    problems: isFinal(status) && isFinal(next) ? [...ended, 'contradicts_final'] : [...ended],
  };
}

function isOpening(status: SessionStatus): boolean {
  return status === 'SENT' || status === 'IN_DOUBT';
}

/** APPROVED means the whole amount was approved, as a sale or as a hold, whatever was given back since. */
function isCovered(session: CheckoutSession): boolean {
  return equals(approvedBy(session), session.amount);
}

function approvedBy({ transactions, amount }: CheckoutSession): Money {
  const approved = transactions.filter(({ status }) => meaningOf[status] === 'approved');
  return sum(
    approved.map((fact) => fact.amount),
    amount.currency,
  );
}
