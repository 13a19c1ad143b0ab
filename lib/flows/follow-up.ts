import type { CheckoutSession } from '@/lib/domain/checkout-session';
import type { Money } from '@/lib/domain/money';
import { openOperation, type GatewayAction, type OperationName } from '@/lib/domain/operation';
import type { Order } from '@/lib/domain/order';
import type { Words } from '@/lib/domain/product';
import type { Transaction } from '@/lib/domain/transaction';

/** What a follow-up is asked about: one transaction of one session of one order. */
export type Target = {
  readonly order: Order;
  readonly session: CheckoutSession;
  /** An attempt of the payer, or one part of a dispersed sale. */
  readonly transaction: Transaction;
};

/** What is sent to the gateway. https://docs.placetopay.dev/checkout/api/reference/payment */
export type Command = {
  readonly action: GatewayAction;
  readonly internalReference: string;
  /** Absent where the whole is meant. */
  readonly amount?: Money;
};

/** One thing the shop can do with a transaction after the payer is gone. */
export type FollowUp = {
  readonly name: OperationName;
  readonly label: Words;
  /** What happens, to whose money, and whether it can be undone. */
  readonly explain: Words;
  /** Whether it makes sense now; an operation that nobody knows the end of forbids every other. */
  readonly appliesTo: (target: Target, now: Date) => boolean;
  /** The least and the most that may be asked for, the same where only the whole can be; null where no amount is. */
  readonly bounds: (target: Target) => { readonly min: Money; readonly max: Money } | null;
  /** What its form begins with, where that is not the most. */
  readonly initial?: (target: Target) => Money;
  readonly command: (target: Target, amount?: Money) => Command;
};

/** The attempt that everything about this transaction is locked by: a part is locked with its whole payment. */
export function rootReference({ type, internalReference, parentReference }: Transaction): string {
  return type === 'PART' ? (parentReference ?? internalReference) : internalReference;
}

/** No operation on it whose end nobody knows. */
export function isFree({ session, transaction }: Target): boolean {
  return openOperation(session.operations, rootReference(transaction)) === undefined;
}
