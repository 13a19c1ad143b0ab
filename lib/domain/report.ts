import type { Money } from './money';
import type { ReportedStatus } from './status';
import type { Discount, Transaction, TransactionType } from './transaction';

/** What one query told us, already parsed: statuses known or UNKNOWN, money exact. Written by lib/placetopay. */
export type SessionReport = {
  readonly requestId: string;
  /** The reference the gateway echoes; null where an answer carries none. */
  readonly reference: string | null;
  readonly status: Status;
  readonly transactions: readonly ReportedTransaction[];
  /** The card that was kept, where one was. */
  readonly instrument?: ReportedInstrument | null;
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
  /** The wire does not name it: what the session is for says it. */
  readonly type?: TransactionType;
  readonly status: Status;
  /** `amount.from`: what we asked for. */
  readonly amount: Money;
  /** The shares of a dispersed payment. */
  readonly parts?: readonly ReportedPart[];
  readonly discount?: Discount | null;
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

/** One party's share of a dispersed payment. https://docs.placetopay.dev/checkout/api/reference/session */
export type ReportedPart = {
  readonly internalReference: string;
  readonly status: Status;
  readonly amount: Money;
  readonly agreement: string | null;
  readonly agreementType: string | null;
} & Pick<Transaction, 'authorization' | 'receipt' | 'franchise' | 'refunded'>;

/** A kept card as the gateway tells it. The token charges it: it is stored sealed, and shown to nobody. */
export type ReportedInstrument = {
  readonly token: string;
  readonly subtoken: string | null;
  readonly franchise: string | null;
  readonly franchiseName: string | null;
  readonly issuerName: string | null;
  readonly lastDigits: string | null;
  /** Who typed it in, where the gateway names the payer. */
  readonly holder: string | null;
  /** A day, as the gateway writes it. */
  readonly validUntil: string | null;
};
