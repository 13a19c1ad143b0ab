import type { Charge, KeptCard } from './instrument';
import type { Money } from './money';
import type { Operation } from './operation';
import type { SessionKind, SessionTerms } from './session-request';
import { attempts, isUndecided, meaningOf, type Transaction } from './transaction';

/**
 * PREPARED: committed, not yet sent. SENT: the call may be on its way. IN_DOUBT: it was sent and nobody knows what
 * became of it. ABANDONED: it never led anywhere. The others are the gateway's own words.
 */
export type SessionStatus =
  | 'PREPARED'
  | 'SENT'
  | 'IN_DOUBT'
  | 'PENDING'
  | 'APPROVED_PARTIAL'
  | 'APPROVED'
  | 'PARTIAL_EXPIRED'
  | 'REJECTED'
  | 'ABANDONED';

export type CheckoutSession = {
  readonly id: string;
  readonly orderId: string;
  /** The flow's slug. */
  readonly flow: string;
  /** What it is for: to charge, to hold, or to keep a card. */
  readonly kind: SessionKind;
  /** What was asked beyond a basic payment. */
  readonly terms: SessionTerms;
  readonly reference: string;
  /** Zero where nothing is paid. */
  readonly amount: Money;
  /** Whether the gateway was allowed to take less than the amount at a time. */
  readonly allowPartial: boolean;
  readonly status: SessionStatus;
  readonly reason: string | null;
  readonly message: string | null;
  readonly requestId: string | null;
  readonly processUrl: string | null;
  readonly expiresAt: Date;
  readonly createdAt: Date;
  readonly version: number;
  /** How often the reconciler has asked. */
  readonly checks: number;
  /** Set when an answer did not fit what we asked for: an operator looks. */
  readonly suspectedAt: Date | null;
  /** Set while the payer is back and nobody knows yet what became of the payment: the gateway did not answer. */
  readonly returnedUnansweredAt: Date | null;
  /** The number of the order that took this one's place while its page was open. */
  readonly replacedBy: string | null;
  /** Facts, oldest first; `attempts(transactions)` gives one row per attempt to pay. */
  readonly transactions: readonly Transaction[];
  /** What was asked of its transactions afterwards, oldest first. */
  readonly operations: readonly Operation[];
  /** The card that was kept for the order's owner. */
  readonly keptCard: KeptCard | null;
  /** Absent where a page was opened. */
  readonly charge?: Charge;
};

/** Every next status that can be observed. A final one has none: this table is the diagram. */
export const observableNext = {
  PREPARED: ['SENT', 'ABANDONED'],
  SENT: ['PENDING', 'IN_DOUBT', 'APPROVED', 'APPROVED_PARTIAL', 'PARTIAL_EXPIRED', 'REJECTED', 'ABANDONED'],
  IN_DOUBT: ['PENDING', 'APPROVED', 'APPROVED_PARTIAL', 'PARTIAL_EXPIRED', 'REJECTED', 'ABANDONED'],
  PENDING: ['APPROVED', 'APPROVED_PARTIAL', 'PARTIAL_EXPIRED', 'REJECTED'],
  APPROVED_PARTIAL: ['APPROVED', 'PARTIAL_EXPIRED'],
  APPROVED: [],
  PARTIAL_EXPIRED: [],
  REJECTED: [],
  ABANDONED: [],
} as const satisfies Record<SessionStatus, readonly SessionStatus[]>;

export const sessionStatuses = Object.keys(observableNext).filter(isSessionStatus);

/** While a session has one of these, the order can open no other: the database holds the same list (I7). */
export const unresolvedStatuses = sessionStatuses.filter((status) => !isFinal(status));

export function isSessionStatus(text: string): text is SessionStatus {
  return Object.hasOwn(observableNext, text);
}

/** Nothing follows it any more; its transactions may still gain facts. */
export function isFinal(status: SessionStatus): boolean {
  return observableNext[status].length === 0;
}

/** Whether the table allows the step. */
export function mayFollow(from: SessionStatus, to: SessionStatus): boolean {
  const next: readonly SessionStatus[] = observableNext[from];
  return next.includes(to);
}

/** True when the payer can still be sent to the gateway's page. */
export function isPayable({ status, processUrl, expiresAt }: CheckoutSession, now: Date): boolean {
  return processUrl !== null && (status === 'PENDING' || status === 'APPROVED_PARTIAL') && expiresAt > now;
}

/** True when its page can be closed without anybody losing money: it is open, and whatever was tried there was refused. */
export function isUntouched(session: CheckoutSession): boolean {
  const { status, processUrl, requestId, charge, suspectedAt, transactions } = session;
  const hasPage = status === 'PENDING' && requestId !== null && processUrl !== null && !charge;
  const refused = attempts(transactions).every((fact) => meaningOf[fact.status] === 'refused');
  return hasPage && suspectedAt === null && refused;
}

/** True while an attempt to pay has no outcome yet: a bank transfer on its way, a status nobody explains. */
export function hasPendingTransaction({ transactions }: Pick<CheckoutSession, 'transactions'>): boolean {
  return attempts(transactions).some((fact) => isUndecided(fact, transactions));
}

/** A charge of which nobody knows whether it was made, and that is not sent again: only an operator can end it. */
export function isDoubtfulCharge(
  session: Pick<CheckoutSession, 'charge' | 'status' | 'requestId' | 'suspectedAt'>,
): boolean {
  const { charge, status, requestId, suspectedAt } = session;
  return charge !== undefined && status === 'IN_DOUBT' && requestId === null && suspectedAt !== null;
}
