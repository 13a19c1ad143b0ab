import type { Credit } from './credits';
import type { DocumentType } from './documents';
import type { Way } from './other-methods';

/** What the payment page may know; what it asks is in `hosted-forms.ts`, and the functions are in `hosted.ts`. */

export type Language = 'es' | 'en';

/** A decimal string with exactly the currency's digits, for example "45000.00" COP or "45000" CLP. */
export type Amount = { currency: string; total: string };

export type Person = {
  document: string;
  documentType: string;
  name: string;
  surname: string;
  email: string;
  mobile: string;
};

export type PersonField = keyof Person;

/** One attempt as the page tells it. Texts are in the session's language unless another was asked for. */
export type AttemptView = {
  number: number;
  status: 'APPROVED' | 'REJECTED' | 'PENDING' | 'FAILED';
  reason: string;
  message: string;
  date: Date;
  amount: Amount;
  /** `visa`, `master`, `diners`… */
  paymentMethod: string;
  paymentMethodName: string;
  issuerName: string | null;
  lastDigits: string;
  authorization: string;
  receipt: string | null;
  installments: number | null;
  /** Of Ecuador, for example D. */
  creditGroup: string | null;
  ipAddress: string;
  /** Whom it waits for, elsewhere than on this page. */
  waitsFor: 'bank' | 'phone' | 'agent' | null;
  /** The bank of PSE, and the phone of Nequi without its middle. */
  bank: string | null;
  phone: string | null;
  /** Of a hold: neither captured, given back nor lapsed. */
  isHeld: boolean;
  /** Refused because the payer's code was wrong. */
  hasWrongCode: boolean;
  /** What is shown to the agent who takes cash. */
  order: { number: string; dueAt: Date } | null;
};

/** A merchant's extra field, already turned into text. */
export type ShownField = { keyword: string; text: string };

export type Item = { sku: string; name: string; quantity: string; price: string | null };

/** What a payer accepts that is charged without asking him again. Days as YYYY-MM-DD. */
export type MandateTerms = {
  /** Only the card changes: these terms were accepted before. */
  edits: boolean;
  /** The payer has accepted them in this session. */
  accepted: boolean;
  reference: string;
  description: string;
  chargeType: 'FIXED' | 'TOTAL_BALANCE' | 'MINIMUM_BALANCE';
  /** Null: the merchant says it on every due date. */
  amount: Amount | null;
  periodicity: 'D' | 'W' | 'M' | 'Y';
  interval: number;
  nextOn: string;
  lastOn: string | null;
  /** Charges that are left; -1 without end. */
  maxPeriods: number;
  /** Of the merchant's bill. */
  dueDay: number;
};

/** When a payment is charged again once it was approved. Days as YYYY-MM-DD. */
export type Repetition = {
  periodicity: 'D' | 'M' | 'Y';
  interval: number;
  firstOn: string;
  lastOn: string | null;
  /** Charges after the first payment; -1 without end. */
  maxPeriods: number;
};

export type SessionView = {
  requestId: number;
  /** `S{requestId}-T{n}`: n counts the attempts, and is 1 before the first. */
  code: string;
  /** As the merchant asked, for example `es_CO`. */
  locale: string;
  language: Language;
  site: { name: string; country: string; supportEmail: string };
  status: { status: string; reason: string; message: string; date: Date };
  /** Null for a session that charges nothing. */
  amount: Amount | null;
  /** What is left of a payment in parts, or null: `minimum` and `remaining` are what one part may be. */
  partial: { paid: Amount; remaining: Amount; minimum: Amount } | null;
  /** Only a card is kept and nothing charged. */
  keepsCardOnly: boolean;
  /** Of an AutoPay session, what has to be accepted before a card is given. */
  terms: MandateTerms | null;
  /** The payer is asked whether the merchant may keep the card; off until he says so. */
  asksConsent: boolean;
  /** Money is held now and captured later. */
  holds: boolean;
  /** Null for a payment that is not repeated. */
  repetition: Repetition | null;
  reference: string;
  description: string;
  createdAt: Date;
  expiresAt: Date;
  /** The gateway's time, which may not be this computer's. */
  now: Date;
  /** Prefill: locked when the merchant sent a payer, editable when it sent a buyer, empty otherwise. */
  person: Person;
  lockedFields: readonly PersonField[];
  documentTypes: readonly DocumentType[];
  /** What may pay, in the codes of `paymentMethod`. */
  methods: readonly string[];
  /** The screens on which those are asked for, in the site's order. */
  ways: readonly Way[];
  /** The agents that take cash, where cash is offered. */
  networks: readonly { code: string; name: string }[];
  /** What may be chosen; empty where the country has no instalments. */
  installments: readonly number[];
  /** Where the country has credit groups in place of plain instalments. */
  credits: readonly Credit[];
  /** The issuer compares the card's address. */
  asksZip: boolean;
  /** Newest first. */
  attempts: readonly AttemptView[];
  attemptsLeft: number;
  /** Goes into the form as a hidden field and back into `payWithCard`. */
  attemptToken: string;
  /** Of the attempt that waits at the payer's bank; null when none does. */
  waitingToken: string | null;
  returnUrl: string;
  cancelUrl: string;
  skipResult: boolean;
  items: readonly Item[];
  taxes: readonly { kind: string; amount: Amount }[];
  details: readonly { kind: string; amount: Amount }[];
  /** Shown while the payer fills the form, and with the result. */
  fields: { payment: readonly ShownField[]; result: readonly ShownField[] };
};

/**
 * - `open`: the payer may pay; `attempts[0]` is the refusal to talk about, when there is one.
 * - `otp`, `challenge`: the attempt `attempts[0]` waits for a code.
 * - `processing`: the network has not answered yet; ask again. `pending`: it said "pending"; nobody may pay meanwhile.
 * - `bank`, `push`, `order`: the payer has to answer at his bank, on his phone, or at an agent that takes cash.
 * - `finished`: over, with a result to show. `unavailable`: over without one (merchant cancelled, payer left, expired).
 */
export type Hosted =
  | { kind: 'not_found' }
  | { kind: 'open'; session: SessionView }
  | { kind: 'otp'; session: SessionView }
  | { kind: 'challenge'; session: SessionView }
  | { kind: 'processing'; session: SessionView }
  | { kind: 'pending'; session: SessionView }
  | { kind: 'bank'; session: SessionView }
  | { kind: 'push'; session: SessionView }
  | { kind: 'order'; session: SessionView }
  | { kind: 'finished'; session: SessionView }
  | { kind: 'unavailable'; why: 'EXPIRED' | 'MERCHANT' | 'PAYER' | 'ATTEMPTS'; session: SessionView };

/** Changes nothing, however often it is called. `language` overrides the session's own. */
export type OpenHosted = (requestId: number, key: string, language?: Language) => Promise<Hosted>;
