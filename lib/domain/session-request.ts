import type { Amount } from './amount';
import type { Buyer } from './buyer';
import type { CalendarDay } from './calendar';
import type { Locale } from './locale';
import type { Currency, Money } from './money';
import type { SessionOptions } from './session-options';

/**
 * What a session is for: SALE charges, HOLD reserves and is charged later, TOKEN keeps a card and charges nothing.
 * It is stored with the session, so that nothing has to know a flow by its name.
 */
export const sessionKinds = ['SALE', 'HOLD', 'TOKEN'] as const;

export type SessionKind = (typeof sessionKinds)[number];

/** What a flow asks the gateway for, in the shop's words: Money, not numbers. The use-case adds who, where and until when. */
export type SessionPlan = {
  readonly kind: SessionKind;
  /** Absent where nothing is paid. */
  readonly payment?: PaymentPlan;
  /** A card to keep, without paying. */
  readonly subscription?: SubscriptionPlan;
  readonly metadata?: Metadata;
  /** The payer comes back at once, without the gateway's page of results. */
  readonly skipResult?: boolean;
};

export type PaymentPlan = {
  readonly description: string;
  readonly amount: Amount;
  readonly items: readonly Item[];
  /** Several payments until the total is met. */
  readonly allowPartial?: boolean;
  /** The page asks whether the card may be kept. */
  readonly subscribe?: boolean;
  readonly recurring?: Recurring;
  /** In the order in which they are paid out; their sum is the total. */
  readonly dispersion?: readonly DispersionPart[];
  readonly modifiers?: readonly Modifier[];
  readonly fields?: readonly SessionField[];
  /** Who receives the goods. */
  readonly shipping?: Buyer;
};

export type SubscriptionPlan = { readonly description: string; readonly fields?: readonly SessionField[] };

export type Item = {
  readonly sku: string;
  readonly name: string;
  readonly category: 'physical' | 'digital';
  readonly quantity: number;
  readonly price: Money;
};

export const periodicities = ['D', 'M', 'Y'] as const;

export type Periodicity = (typeof periodicities)[number];

/**
 * The longest interval, counted in the periods above; the shortest is 1.
 * https://docs.placetopay.dev/checkout/create-session
 */
export const mostInterval = 127;

/** What the gateway repeats by itself. https://docs.placetopay.dev/checkout/create-session */
export type Recurring = {
  readonly periodicity: Periodicity;
  /** How many days, months or years lie between two charges. */
  readonly interval: number;
  readonly nextPayment: CalendarDay;
  /** How many charges follow the first; -1 is no limit. */
  readonly maxPeriods: number;
  /** No charge after this day. */
  readonly dueDate: CalendarDay | null;
};

export const agreementTypes = ['MERCHANT', 'AIRLINE'] as const;

export type AgreementType = (typeof agreementTypes)[number];

export type DispersionPart = {
  readonly amount: Amount;
  /** The number the gateway knows the receiving site by; null is the shop itself. */
  readonly agreement: string | null;
  readonly agreementType: AgreementType;
};

/** Laws of Uruguay that change what a card is charged. */
export const modifierCodes = ['17934', '18083', '19210', '18910', '18999'] as const;

export type Modifier = {
  readonly type: 'FEDERAL_GOVERNMENT';
  readonly code: (typeof modifierCodes)[number];
  /** Of the invoice, at most 9 characters. */
  readonly invoice: string;
};

export const displays = ['none', 'payment', 'receipt', 'both', 'approved'] as const;

export type Display = (typeof displays)[number];

/**
 * An additional datum, and on which of the gateway's pages it is shown.
 * https://docs.placetopay.dev/checkout/additional-fields
 */
export type SessionField = { readonly keyword: string; readonly value: string; readonly displayOn: Display };

export const initiatorIndicators = [
  'AGENT',
  'CARDHOLDER_COF',
  'CARDHOLDER_RECURRING_VARIABLE_AMOUNT',
  'CARDHOLDER_RECURRING_FIXED_AMOUNT',
  'CARDHOLDER_WITH_INSTALLMENTS',
  'MERCHANT_COF',
  'MERCHANT_RECURRING_VARIABLE_AMOUNT',
  'MERCHANT_RECURRING_FIXED_AMOUNT',
  'MERCHANT_WITH_INSTALLMENTS',
] as const;

export const ebtIndicators = [
  'DIRECT_DELIVERY',
  'CUSTOMER_PICKUP',
  'COMMERCIAL_SHIPPING',
  'OTHER',
  'NOT_AVAILABLE',
] as const;

/** https://docs.placetopay.dev/checkout/metadata */
export type Metadata = {
  readonly initiatorIndicator?: (typeof initiatorIndicators)[number];
  readonly EBTDeliveryIndicator?: (typeof ebtIndicators)[number];
  readonly openingDate?: CalendarDay;
  readonly beneficiaryId?: string;
  /** The shop decides, after the payer gave the card, whether the network is asked at all. */
  readonly requiresConfirmation?: true;
};

/** Everything one call of POST /api/session needs. lib/placetopay turns it into the wire. */
export type SessionRequest = {
  readonly plan: SessionPlan;
  readonly options: SessionOptions;
  readonly reference: string;
  readonly locale: Locale;
  readonly buyer: Buyer;
  readonly expiresAt: Date;
  readonly returnUrl: string;
  readonly cancelUrl: string;
  /** Where each repeated charge is told. */
  readonly notificationUrl: string;
  /** The payer's, not the shop server's. */
  readonly ipAddress: string;
  readonly userAgent: string;
};

/** What a session asked beyond a basic payment, kept with it for the order's page and the desk. */
export type SessionTerms = {
  readonly recurring?: Recurring;
  readonly dispersion?: readonly DispersionPart[];
  /** The payer was asked whether the card may be kept. */
  readonly subscribe?: boolean;
  readonly requiresConfirmation?: boolean;
};

/** What the session is about: nothing at all where a card is only kept. */
export function askedAmount({ payment }: SessionPlan, currency: Currency): Money {
  return payment?.amount.total ?? { minor: 0n, currency };
}

/** What is stored of a plan beside its amount, for whoever settles the session. */
export function termsOf({ payment, metadata }: SessionPlan): SessionTerms {
  return {
    ...(payment?.recurring && { recurring: payment.recurring }),
    ...(payment?.dispersion && { dispersion: payment.dispersion }),
    ...(payment?.subscribe && { subscribe: true }),
    ...(metadata?.requiresConfirmation && { requiresConfirmation: true }),
  };
}
