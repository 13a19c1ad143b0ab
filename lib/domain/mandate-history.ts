import type { Actor } from './order-event';
import { mandateStatuses, openPage, type Mandate } from './mandate';
import type { Money } from './money';

/** What was charged under an agreement, how our books stand to the gateway's list, and what comes next. */

export const mandateEventTypes = [
  'PREPARED',
  'INVOICE_ISSUED',
  'CARD_GIVEN',
  'CANCEL_ASKED',
  'CHARGE_REFUNDED',
  'AUTOPAY_CREATED',
  'AUTOPAY_UPDATED',
  'AUTOPAY_TRANSACTION_FAILED',
  'AUTOPAY_CANCELED',
  ...mandateStatuses,
] as const;
export type MandateEventType = (typeof mandateEventTypes)[number];

export type MandateEvent = {
  readonly id: string;
  readonly type: MandateEventType;
  readonly actor: Actor;
  readonly data: Readonly<Record<string, string>>;
  readonly at: Date;
};

/** One try to charge, as it was told to us. */
export type MandateCharge = {
  readonly internalReference: string;
  readonly status: string;
  readonly reason: string | null;
  readonly message: string | null;
  readonly amount: Money;
  /** It paid invoices. An approved one that did not is with an operator. */
  readonly booked: boolean;
  /** False when the gateway's own list did not have it. */
  readonly listed: boolean;
  readonly lastDigits: string | null;
  readonly authorization: string | null;
  readonly chargedAt: Date;
  readonly firstSeenAt: Date;
  /** Who told it first: AutoPay's settlement, or the gateway's list. */
  readonly source: 'settlement' | 'reconciler';
  /** Numbers of the invoices it paid. */
  readonly invoices: readonly string[];
};

export type ChargeStanding = 'matched' | 'found' | 'told' | 'refused' | 'in_review';

/**
 * How a charge of our books stands to the gateway's list, which was compared last at `comparedAt`: told by both, found in
 * the list alone, or told and not yet looked up. What one side does not know is with an operator.
 */
export function chargeStanding(charge: MandateCharge, comparedAt: Date | null): ChargeStanding {
  if (charge.status !== 'APPROVED') return 'refused';
  if (!charge.booked || !charge.listed) return 'in_review';
  if (charge.source === 'reconciler') return 'found';
  return comparedAt !== null && comparedAt >= charge.firstSeenAt ? 'matched' : 'told';
}

/** The card is tried so often for each date. https://docs.placetopay.dev/autopay/retries */
export const mostTries = 3;

/** Which try of its date each charge was, by internalReference; the charges come newest first. */
export function tryNumbers(charges: readonly MandateCharge[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  let failed = 0;
  for (const { internalReference, status } of charges.toReversed()) {
    numbers.set(internalReference, failed + 1);
    failed = status === 'APPROVED' ? 0 : (failed + 1) % mostTries;
  }
  return numbers;
}

/** Where an agreement stands for the person who looks at it: which words to read and what may be done now. */
export type MandateStanding =
  'open' | 'confirming' | 'not_agreed' | 'active' | 'retrying' | 'failed' | 'cancelled' | 'finished';

const settled = {
  NOT_AGREED: 'not_agreed',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
  FINISHED: 'finished',
} as const;

/** The charges come newest first. */
export function mandateStanding(
  mandate: Mandate,
  charges: readonly MandateCharge[],
  now: Date,
): MandateStanding {
  const { status } = mandate;
  if (status === 'OPENING') return payablePage(mandate, now) ? 'open' : 'confirming';
  if (status !== 'ACTIVE') return settled[status];
  const [newest] = charges;
  return newest && newest.status !== 'APPROVED' ? 'retrying' : 'active';
}

/** Where the payer can go on at the gateway, while its page is open. */
export function payablePage(mandate: Mandate, now: Date): string | null {
  const page = openPage(mandate);
  return page?.status === 'PENDING' && page.expiresAt > now ? page.processUrl : null;
}
