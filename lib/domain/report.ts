import type { Money } from './money';
import type { ReportedStatus } from './status';
import type { Transaction, TransactionType } from './transaction';

/** What one query told us, already parsed: statuses known or UNKNOWN, money exact. Written by lib/placetopay. */
export type SessionReport = {
  readonly requestId: string;
  /** The reference the gateway echoes; null where an answer carries none. */
  readonly reference: string | null;
  readonly status: Status;
  readonly transactions: readonly ReportedTransaction[];
};

export type Status = {
  readonly status: ReportedStatus;
  readonly reason: string | null;
  readonly message: string | null;
  readonly date: Date | null;
};

export type ReportedTransaction = {
  readonly internalReference: string;
  readonly reference: string | null;
  /** The wire does not name it: SALE unless the client knows better. */
  readonly type?: TransactionType;
  readonly status: Status;
  /** `amount.from`: what we asked for. */
  readonly amount: Money;
} & Pick<
  Transaction,
  | 'paymentMethod'
  | 'paymentMethodName'
  | 'issuerName'
  | 'lastDigits'
  | 'authorization'
  | 'receipt'
  | 'franchise'
  | 'refunded'
>;
