import type { Money } from './money';

/**
 * Every next state; what has none is over.
 * PROPOSED: one operator asked for it, and another has to agree. PREPARED: committed, not yet sent. SENT: the call
 * may be on its way. IN_DOUBT: it was sent and nobody knows what became of it. DONE and REFUSED are what the gateway
 * said; ABANDONED was never sent, or an operator found that it was not done.
 */
const operationNext = {
  PROPOSED: ['PREPARED', 'ABANDONED'],
  PREPARED: ['SENT', 'ABANDONED'],
  SENT: ['DONE', 'REFUSED', 'IN_DOUBT'],
  IN_DOUBT: ['SENT', 'DONE', 'REFUSED', 'ABANDONED'],
  DONE: [],
  REFUSED: [],
  ABANDONED: [],
} as const satisfies Record<string, readonly string[]>;

export type OperationState = keyof typeof operationNext;

export const operationNames = ['refund', 'capture', 'reauthorize', 'release', 'confirm', 'decline'] as const;

export type OperationName = (typeof operationNames)[number];

/** What the gateway calls it. https://docs.placetopay.dev/checkout/api/reference/payment */
export type GatewayAction = 'reverse' | 'checkout' | 'reauthorization' | 'confirm' | 'cancel';

/** One thing asked of a transaction after it was made, from before the call to what became of it. */
export type Operation = {
  readonly id: string;
  readonly sessionId: string;
  readonly name: OperationName;
  /** The internalReference of the attempt that it is about: while one operation on it is open there is no other. */
  readonly targetReference: string;
  /** The internalReference that is sent: of a hold the last step's, of a part the part's own. */
  readonly sentReference: string;
  /** Null where the gateway is told no amount. */
  readonly amount: Money | null;
  readonly state: OperationState;
  readonly reason: string | null;
  readonly message: string | null;
  /** Who asked for it, for the timeline. */
  readonly askedBy: string;
  /** How often it was sent. */
  readonly tries: number;
  /** Counts the operations of a session from 1. */
  readonly step: number;
  readonly version: number;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
};

export const operationStates = Object.keys(operationNext).filter(isOperationState);

export function isOperationState(text: string): text is OperationState {
  return Object.hasOwn(operationNext, text);
}

/** Whether its end is not known yet: something may still follow this state. */
export function isOpen(state: OperationState): boolean {
  return operationNext[state].length > 0;
}

/** Whether the table allows the step. */
export function mayBecome(from: OperationState, to: OperationState): boolean {
  const next: readonly OperationState[] = operationNext[from];
  return next.includes(to);
}

/** The operation that nobody knows the end of: until it is known, the transaction takes no other. */
export function openOperation(
  operations: readonly Operation[],
  targetReference: string,
): Operation | undefined {
  return operations.find((one) => isOpen(one.state) && one.targetReference === targetReference);
}

/** How an operation without an answer is brought to its end. */
const afterDoubt = {
  /** A whole refund sent twice is refunded once: the gateway says so itself. */
  refund: 'resend',
  /** The session's query shows what became of it. */
  confirm: 'ask',
  decline: 'ask',
  /** Sent twice they could move money twice, and no query shows them: a person looks at the gateway's console. */
  capture: 'operator',
  reauthorize: 'operator',
  release: 'operator',
} as const satisfies Record<OperationName, 'resend' | 'ask' | 'operator'>;

/**
 * As `afterDoubt` says, but a part of a refund that is sent again is given back again: it has an amount, and waits for
 * an operator.
 */
export function recoveryOf({
  name,
  amount,
}: Pick<Operation, 'name' | 'amount'>): 'resend' | 'ask' | 'operator' {
  return name === 'refund' && amount !== null ? 'operator' : afterDoubt[name];
}
