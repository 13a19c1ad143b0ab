import type { Money } from './money';
import type { ReportedStatus } from './status';

export type TransactionStatus = ReportedStatus;

/**
 * SALE charges and HOLD reserves: the two ways in which a payer's attempt is made. PART is one party's share of a
 * dispersed sale. REAUTH, CAPTURE, RELEASE and REFUND are what was done with a transaction afterwards.
 */
export const transactionTypes = ['SALE', 'HOLD', 'PART', 'REAUTH', 'CAPTURE', 'RELEASE', 'REFUND'] as const;

export type TransactionType = (typeof transactionTypes)[number];

/** What a law took off what was charged. */
export type Discount = { readonly code: string | null; readonly type: string | null; readonly amount: Money };

/** A fact the gateway told us about a transaction. A new status of the same transaction is a new fact; none changes. */
export type Transaction = {
  readonly internalReference: string;
  readonly type: TransactionType;
  /** What a part or a later step belongs to: the internalReference of the attempt, or of the part that was refunded. */
  readonly parentReference: string | null;
  /** 0 for what a payer did; 1, 2, … for what was done afterwards, because the gateway may not number those itself. */
  readonly step: number;
  /** Of a part: who receives it. Null is the shop itself. */
  readonly agreement: string | null;
  readonly agreementType: string | null;
  readonly discount: Discount | null;
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
 * What a transaction's status means for money. Only APPROVED is money, and of a sale that was approved in part only its
 * approved parts are (see order-money.ts); a status that nobody explains is pending, and an operator looks.
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
  step,
}: Pick<Transaction, 'internalReference' | 'type' | 'status' | 'step'>) {
  return `${internalReference}/${type}/${step}/${status}`;
}

/** Later facts win over earlier ones by what they mean, not by when we heard: the set decides, never the order. */
const strength: Record<Meaning, number> = { pending: 0, refused: 2, approved: 3, reversed: 4 };

/** The end of a dispersed sale of which a part was refused comes after its pending. */
function strengthOf({ status }: Transaction): number {
  return status === 'APPROVED_PARTIAL' ? 1 : strength[meaningOf[status]];
}

/** True while nobody knows its outcome. A sale with parts is as undecided as they are. */
export function isUndecided(fact: Transaction, facts: readonly Transaction[]): boolean {
  if (meaningOf[fact.status] !== 'pending') return false;
  const parts = partsOf(facts, fact);
  return parts.length === 0 || parts.some(({ status }) => meaningOf[status] === 'pending');
}

/** One row per attempt of a payer, with its strongest fact; newest first. */
export function attempts(facts: readonly Transaction[]): Transaction[] {
  return strongestOf(facts.filter(isAttempt));
}

/** One row per share of a dispersed sale, in the order in which they were asked for. */
export function partsOf(
  facts: readonly Transaction[],
  parent: Pick<Transaction, 'internalReference'>,
): Transaction[] {
  return strongestOf(
    facts.filter(
      ({ type, parentReference }) => type === 'PART' && parentReference === parent.internalReference,
    ),
  ).sort((a, b) => inOrder(a.internalReference, b.internalReference));
}

/** One row per thing that was done with a transaction afterwards, oldest first. */
export function laterSteps(facts: readonly Transaction[]): Transaction[] {
  return strongestOf(facts.filter(({ step }) => step > 0)).sort((a, b) => a.step - b.step);
}

/** A payer's attempt, and not what was done with it afterwards. */
export function isAttempt({ type }: Pick<Transaction, 'type'>): boolean {
  return type === 'SALE' || type === 'HOLD';
}

/** One row per transaction, with its strongest fact; newest first. */
export function strongestOf(facts: readonly Transaction[]): Transaction[] {
  const strongest = new Map<string, Transaction>();
  for (const fact of facts) {
    const key = `${fact.internalReference}/${fact.type}/${fact.step}`;
    const known = strongest.get(key);
    if (!known || isStronger(fact, known)) strongest.set(key, fact);
  }
  return [...strongest.values()].sort(newestFirst);
}

function isStronger(fact: Transaction, known: Transaction): boolean {
  const [a, b] = [strengthOf(fact), strengthOf(known)];
  if (a !== b) return a > b;
  // The shop's word comes before the network's: what waits for the network has had it.
  if (fact.status === 'PENDING_CONFIRMATION' || known.status === 'PENDING_CONFIRMATION')
    return known.status === 'PENDING_CONFIRMATION';
  return fact.status > known.status;
}

function newestFirst(a: Transaction, b: Transaction): number {
  const [at, bt] = [a.date?.getTime() ?? 0, b.date?.getTime() ?? 0];
  return bt - at || inOrder(b.internalReference, a.internalReference);
}

function inOrder(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
