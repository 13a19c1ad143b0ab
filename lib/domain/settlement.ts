import { isFinal, mayFollow, type CheckoutSession, type SessionStatus } from './checkout-session';
import { equals, compare, subtract, sum, type Money } from './money';
import { paidTotal } from './order';
import type { ReportedInstrument, ReportedTransaction, SessionReport } from './report';
import { factsOf } from './reported-facts';
import type { ReportedStatus } from './status';
import { attempts, factKey, isAttempt, isExplained, type Transaction } from './transaction';

/** Why an answer of the gateway does not fit what we asked for. Each is shown to an operator. */
export type Suspicion =
  | 'wrong_request_id'
  | 'wrong_reference'
  | 'wrong_amount'
  | 'wrong_currency'
  | 'changed_amount'
  | 'unknown_status'
  | 'approved_without_money'
  | 'approved_without_card'
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
      /** The card that was kept, to be sealed with the same write. Null where none was, or where it is known. */
      readonly instrument: ReportedInstrument | null;
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

  const own = report.transactions.filter((transaction) => !isLaterStep(session, transaction));
  const fitting = own.filter((transaction) => misfit(session, transaction) === undefined);
  const newFacts = unseen(
    session,
    fitting.flatMap((reported) => factsOf(session, reported)),
  );
  const transactions = [...session.transactions, ...newFacts];
  const { status, problems: doubts } = nextStatus({ ...session, transactions }, report);
  const problems = [...new Set([...misfits(session, own), ...unexplained(report), ...doubts])];

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
    instrument: session.keptCard ? null : (report.instrument ?? null),
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

/** What we did with a hold afterwards, told beside it: it is known already, with more than a query says. */
function isLaterStep({ transactions }: CheckoutSession, { internalReference }: ReportedTransaction): boolean {
  const known = transactions.filter((fact) => fact.internalReference === internalReference);
  return known.length > 0 && !known.some(isAttempt);
}

/** Why one transaction is not ours, or undefined when it fits. */
function misfit(session: CheckoutSession, reported: ReportedTransaction): Suspicion | undefined {
  const { reference, amount, internalReference } = reported;
  if (reference !== null && reference !== session.reference) return 'wrong_reference';
  if (amount.currency !== session.amount.currency) return 'wrong_currency';
  if (!partsFit(reported)) return 'wrong_amount';
  const ofSame = session.transactions.filter(
    (fact) => fact.internalReference === internalReference || fact.parentReference === internalReference,
  );
  // A hold may be told with what it was changed to since.
  if (ofSame.some(({ type, amount: later }) => type !== 'PART' && equals(later, amount))) return undefined;
  const tooMuch = compare(amount, session.amount) > 0 || amount.minor <= 0n;
  if (session.allowPartial ? tooMuch : !equals(amount, session.amount)) return 'wrong_amount';
  return ofSame.some(isAttempt) ? 'changed_amount' : undefined;
}

function partsFit({ amount, parts = [] }: ReportedTransaction): boolean {
  if (parts.length === 0) return true;
  if (parts.some((part) => part.amount.currency !== amount.currency)) return false;
  return equals(
    sum(
      parts.map((part) => part.amount),
      amount.currency,
    ),
    amount,
  );
}

function misfits(session: CheckoutSession, own: readonly ReportedTransaction[]): Suspicion[] {
  return own.flatMap((transaction) => misfit(session, transaction) ?? []);
}

function unexplained({ status, transactions }: SessionReport): Suspicion[] {
  const known = sessionStatusOf[status.status] && transactions.every(isUnderstood);
  return known ? [] : ['unknown_status'];
}

/** Approved in part is a word for a payment with parts, and for no other. */
function isUnderstood({ status, parts = [] }: ReportedTransaction): boolean {
  if (!parts.every((part) => isExplained(part.status.status))) return false;
  return isExplained(status.status) || (status.status === 'APPROVED_PARTIAL' && parts.length > 0);
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
  report: SessionReport,
): { status: SessionStatus; problems: Suspicion[] } {
  const { status } = session;
  const next: SessionStatus | undefined = sessionStatusOf[report.status.status];
  if (next === undefined) return { status: isOpening(status) ? 'PENDING' : status, problems: [] };
  if (next === 'APPROVED' && !isCovered(session)) return { status, problems: ['approved_without_money'] };
  if (next === 'APPROVED' && session.kind === 'TOKEN' && !report.instrument && !session.keptCard)
    return { status, problems: isFinal(status) ? [] : ['approved_without_card'] };
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
  const approved = transactions.filter((fact) => isAttempt(fact) && fact.status === 'APPROVED');
  return sum(
    attempts(approved).map((fact) => fact.amount),
    amount.currency,
  );
}
