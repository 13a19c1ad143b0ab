import type { PersonType } from './details';
import type { Person, PersonField } from './hosted-view';

/** What the payment page asks, and what it is answered. The functions of these shapes are in `hosted.ts`. */

export type CardField = 'number' | 'expiry' | 'cvv' | 'installments' | 'zip' | 'amount';

/** What the other ways ask besides the payer. */
export type OtherField = 'bank' | 'personType' | 'nequiPhone' | 'network' | 'amount';

export type FieldProblem =
  | 'required'
  | 'too_long'
  | 'malformed'
  | 'invalid_card'
  /** It may be a real one: it was not kept, and is not said again. */
  | 'not_a_test_card'
  | 'brand_not_offered'
  | 'expired_card'
  | 'unknown_type';

/** Everything the payer typed, as text. `expiry` is MM/YY. */
export type CardForm = {
  requestId: number;
  key: string;
  attemptToken: string;
  /** `installments` is a count, or group and count of a credit, for example `D:6`. `zip` only in Puerto Rico. */
  card: { number: string; expiry: string; cvv: string; installments?: string; zip?: string };
  person: Person;
  /** Of this part, where the session allows parts: a decimal such as "6000.50". Without it, all that remains. */
  amount?: string;
  /** May the merchant keep the card? Only heard where `asksConsent`. */
  consent?: boolean;
  ipAddress: string;
};

/** What the payer typed where he pays without a card. */
export type OtherForm = {
  requestId: number;
  key: string;
  attemptToken: string;
  person: Person;
  amount?: string;
  ipAddress: string;
} & (
  | { way: 'pse'; bank: string; personType: string }
  /** The phone is also the payer's, unless the merchant fixed that. */
  | { way: 'nequi'; nequiPhone: string }
  | { way: 'cash'; network: string }
);

/** Judged: `PersonType` is one of the two that PSE knows. */
export type ReadOther =
  | { way: 'pse'; method: string; bank: string; personType: PersonType; person: Person }
  | { way: 'nequi'; method: string; nequiPhone: string; person: Person }
  | { way: 'cash'; method: string; person: Person };

export type CodeForm = { requestId: number; key: string; code: string };

/** What the merchant is told when the payer may leave at once: `skipResult` was asked for and nothing is left to do. */
type Leave = { leaveTo: string | null };

export type PaidKind =
  'otp' | 'challenge' | 'processing' | 'pending' | 'bank' | 'push' | 'order' | 'approved' | 'refused';

export type Paid =
  | ({ ok: true; kind: PaidKind } & Leave)
  /** Nothing was charged: `values` is what was typed, without the CVV. */
  | {
      ok: false;
      problem: 'invalid';
      fields: Partial<Record<CardField | PersonField, FieldProblem>>;
      values: Person & { number: string; expiry: string; installments: string };
    }
  /** Nothing was charged: open the page again and see where it stands. */
  | { ok: false; problem: 'not_found' | 'unavailable' | 'in_process' | 'stale' };

/** The same for a payment without a card. What was typed is still in the browser's form. */
export type PaidOther =
  | ({ ok: true; kind: PaidKind } & Leave)
  | { ok: false; problem: 'invalid'; fields: Partial<Record<OtherField | PersonField, FieldProblem>> }
  | { ok: false; problem: 'not_found' | 'unavailable' | 'in_process' | 'stale' };

export type Answered =
  | ({ ok: true; kind: Exclude<PaidKind, 'otp' | 'challenge'> } & Leave)
  | { ok: false; problem: 'not_found' | 'unavailable' | 'required' };

/** `leaveTo` is the merchant's cancelUrl, or returnUrl without one. */
export type Abandoned =
  { ok: true; leaveTo: string } | { ok: false; problem: 'not_found' | 'in_process' | 'unavailable' };

/** The same `attemptToken` twice is one transaction, and the second call tells how it went. */
export type PayWithCard = (form: CardForm) => Promise<Paid>;
export type AnswerCode = (form: CodeForm) => Promise<Answered>;
export type Abandon = (form: { requestId: number; key: string }) => Promise<Abandoned>;
