import type { Money } from './money';
import type { ReportedStatus } from './status';

export type TransactionStatus = ReportedStatus;

export type TransactionType = 'SALE' | 'HOLD';

/** A fact the gateway told us about one attempt to pay. A new status of the same attempt is a new fact; none changes. */
export type Transaction = {
  readonly internalReference: string;
  readonly type: TransactionType;
  readonly status: TransactionStatus;
  readonly reason: string;
  readonly message: string | null;
  /** What we asked for (`amount.from`), in the order's currency. */
  readonly amount: Money;
  readonly paymentMethod: string | null;
  readonly paymentMethodName: string | null;
  readonly issuerName: string | null;
  readonly lastDigits: string | null;
  readonly authorization: string | null;
  readonly receipt: string | null;
  readonly franchise: string | null;
  readonly refunded: boolean;
  /** The gateway's own date of this status. */
  readonly date: Date | null;
};

export type Meaning = 'approved' | 'pending' | 'refused' | 'reversed';

/**
 * What a transaction's status means for money. Only APPROVED is money; a status that nobody explains is pending, and
 * an operator looks (see `explained`).
 */
export const meaningOf = {
  APPROVED: 'approved',
  REJECTED: 'refused',
  FAILED: 'refused',
  CANCELED: 'refused',
  REFUNDED: 'reversed',
  REVERSED: 'reversed',
  PENDING: 'pending',
  PENDING_CONFIRMATION: 'pending',
  PENDING_VALIDATION: 'pending',
  PENDING_PROCESS: 'pending',
  OK: 'pending',
  APPROVED_PARTIAL: 'pending',
  PARTIAL_EXPIRED: 'pending',
  ERROR: 'pending',
  MANUAL: 'pending',
  DISPUTE: 'pending',
  UNKNOWN: 'pending',
} as const satisfies Record<TransactionStatus, Meaning>;

const expected: ReadonlySet<TransactionStatus> = new Set([
  'APPROVED',
  'REJECTED',
  'FAILED',
  'CANCELED',
  'REFUNDED',
  'REVERSED',
  'PENDING',
  'PENDING_CONFIRMATION',
  'PENDING_VALIDATION',
  'PENDING_PROCESS',
]);

/** False for a status that a transaction has no business with: it counts as pending and is shown to an operator. */
export function isExplained(status: TransactionStatus): boolean {
  return expected.has(status);
}

/** The fact's identity: the database holds one of each. */
export function factKey({
  internalReference,
  type,
  status,
}: Pick<Transaction, 'internalReference' | 'type' | 'status'>) {
  return `${internalReference}/${type}/${status}`;
}

/** Later facts win over earlier ones by what they mean, not by when we heard: the set decides, never the order. */
const strength: Record<Meaning, number> = { pending: 0, refused: 1, approved: 2, reversed: 3 };

/** One row per attempt to pay, with its strongest fact; newest first. */
export function attempts(facts: readonly Transaction[]): Transaction[] {
  const strongest = new Map<string, Transaction>();
  for (const fact of facts) {
    const key = `${fact.internalReference}/${fact.type}`;
    const known = strongest.get(key);
    if (!known || isStronger(fact, known)) strongest.set(key, fact);
  }
  return [...strongest.values()].sort(newestFirst);
}

function isStronger(fact: Transaction, known: Transaction): boolean {
  const [a, b] = [strength[meaningOf[fact.status]], strength[meaningOf[known.status]]];
  return a === b ? fact.status > known.status : a > b;
}

function newestFirst(a: Transaction, b: Transaction): number {
  const [at, bt] = [a.date?.getTime() ?? 0, b.date?.getTime() ?? 0];
  return bt - at || b.internalReference.localeCompare(a.internalReference, 'en', { numeric: true });
}
