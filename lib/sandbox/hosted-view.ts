import type { DocumentType } from './documents';

/** What the payment page may know and ask. The functions of these shapes are in `hosted.ts`. */

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
  ipAddress: string;
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
  /** Card brands that may pay, in the codes of `paymentMethod`. */
  methods: readonly string[];
  /** What may be chosen; empty where the country has no instalments. */
  installments: readonly number[];
  /** Newest first. */
  attempts: readonly AttemptView[];
  attemptsLeft: number;
  /** Goes into the form as a hidden field and back into `payWithCard`. */
  attemptToken: string;
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
 * - `finished`: over, with a result to show. `unavailable`: over without one (merchant cancelled, payer left, expired).
 */
export type Hosted =
  | { kind: 'not_found' }
  | { kind: 'open'; session: SessionView }
  | { kind: 'otp'; session: SessionView }
  | { kind: 'challenge'; session: SessionView }
  | { kind: 'processing'; session: SessionView }
  | { kind: 'pending'; session: SessionView }
  | { kind: 'finished'; session: SessionView }
  | { kind: 'unavailable'; why: 'EXPIRED' | 'MERCHANT' | 'PAYER' | 'ATTEMPTS'; session: SessionView };

export type CardField = 'number' | 'expiry' | 'cvv' | 'installments' | 'amount';

export type FieldProblem =
  | 'required'
  | 'too_long'
  | 'malformed'
  | 'invalid_card'
  | 'brand_not_offered'
  | 'expired_card'
  | 'unknown_type';

/** Everything the payer typed, as text. `expiry` is MM/YY. */
export type CardForm = {
  requestId: number;
  key: string;
  attemptToken: string;
  card: { number: string; expiry: string; cvv: string; installments?: string };
  person: Person;
  /** Of this part, where the session allows parts: a decimal such as "6000.50". Without it, all that remains. */
  amount?: string;
  /** May the merchant keep the card? Only heard where `asksConsent`. */
  consent?: boolean;
  ipAddress: string;
};

export type CodeForm = { requestId: number; key: string; code: string };

/** What the merchant is told when the payer may leave at once: `skipResult` was asked for and nothing is left to do. */
type Leave = { leaveTo: string | null };

export type Paid =
  | ({ ok: true; kind: 'otp' | 'challenge' | 'processing' | 'pending' | 'approved' | 'refused' } & Leave)
  /** Nothing was charged: `values` is what was typed, without the CVV. */
  | {
      ok: false;
      problem: 'invalid';
      fields: Partial<Record<CardField | PersonField, FieldProblem>>;
      values: Person & { number: string; expiry: string; installments: string };
    }
  /** Nothing was charged: open the page again and see where it stands. */
  | { ok: false; problem: 'not_found' | 'unavailable' | 'in_process' | 'stale' };

export type Answered =
  | ({ ok: true; kind: 'processing' | 'pending' | 'approved' | 'refused' } & Leave)
  | { ok: false; problem: 'not_found' | 'unavailable' | 'required' };

/** `leaveTo` is the merchant's cancelUrl, or returnUrl without one. */
export type Abandoned =
  { ok: true; leaveTo: string } | { ok: false; problem: 'not_found' | 'in_process' | 'unavailable' };

/** Changes nothing, however often it is called. `language` overrides the session's own. */
export type OpenHosted = (requestId: number, key: string, language?: Language) => Promise<Hosted>;
/** The same `attemptToken` twice is one transaction, and the second call tells how it went. */
export type PayWithCard = (form: CardForm) => Promise<Paid>;
export type AnswerCode = (form: CodeForm) => Promise<Answered>;
export type Abandon = (form: { requestId: number; key: string }) => Promise<Abandoned>;
