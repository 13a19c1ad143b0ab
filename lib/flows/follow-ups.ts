import type { CheckoutSession } from '@/lib/domain/checkout-session';
import type { Money } from '@/lib/domain/money';
import type { GatewayAction, OperationName } from '@/lib/domain/operation';
import type { Order } from '@/lib/domain/order';
import type { Words } from '@/lib/domain/product';
import type { Transaction } from '@/lib/domain/transaction';

/** What a follow-up is asked about: one transaction of one session of one order. */
export type Target = {
  readonly order: Order;
  readonly session: CheckoutSession;
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
  readonly explain: Words;
  readonly needsAmount: boolean;
  /** Whether it makes sense now; an operation that nobody knows the end of forbids every other. */
  readonly appliesTo: (target: Target, now: Date) => boolean;
  /** The least and the most that may be asked for; null where it takes no amount. */
  readonly bounds: (target: Target) => { readonly min: Money; readonly max: Money } | null;
  readonly command: (target: Target, amount?: Money) => Command;
};
