import type { Buyer } from './buyer';
import type { Locale } from './locale';
import type { Money } from './money';

/** What a flow asks the gateway for, in the shop's words: Money, not numbers. The use-case adds who, where and until when. */
export type SessionPlan = { readonly payment: PaymentPlan };

export type PaymentPlan = {
  readonly description: string;
  readonly amount: Amount;
  readonly items: readonly Item[];
  readonly allowPartial?: boolean;
};

export type Amount = {
  readonly total: Money;
  readonly taxes?: readonly { readonly kind: string; readonly amount: Money; readonly base: Money }[];
  readonly details?: readonly { readonly kind: string; readonly amount: Money }[];
};

export type Item = {
  readonly sku: string;
  readonly name: string;
  readonly category: 'physical' | 'digital';
  readonly quantity: number;
  readonly price: Money;
};

/** Everything one call of POST /api/session needs. lib/placetopay turns it into the wire. */
export type SessionRequest = {
  readonly locale: Locale;
  readonly buyer: Buyer;
  readonly payment: PaymentPlan & { readonly reference: string };
  readonly expiresAt: Date;
  readonly returnUrl: string;
  readonly cancelUrl: string;
  /** The payer's, not the shop server's. */
  readonly ipAddress: string;
  readonly userAgent: string;
};

/** The flow's plan for one attempt: everything but the plan comes from outside the core. */
export function sessionRequest(
  { payment }: SessionPlan,
  { reference, ...attempt }: Omit<SessionRequest, 'payment'> & { reference: string },
): SessionRequest {
  return { ...attempt, payment: { ...payment, reference } };
}
