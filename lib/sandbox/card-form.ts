import { brandCodeOf, isPayable } from './acquirer';
import { readCredit, type ChosenCredit, type Credit } from './credits';
import { documentTypesOf, findDocumentType } from './documents';
import type { CardField, CardForm, FieldProblem } from './hosted-forms';
import type { Person, PersonField } from './hosted-view';
import { debits } from './methods';

/** The payer's form, judged: pure. Documents by https://docs.placetopay.dev/checkout/document-types */

export type Terms = {
  country: string;
  methods: readonly string[];
  /** What the merchant fixed; it wins over what the form says. */
  locked: Partial<Person>;
  installments: readonly number[];
  /** Where the country has credit groups; then `installments` is empty. */
  credits: readonly Credit[];
  now: Date;
};

export type ReadCard = {
  number: string;
  /** MM/YY */
  expiry: string;
  cvv: string;
  installments: number | null;
  credit: ChosenCredit | null;
  /** Of Puerto Rico: what the issuer compares with the card's address. */
  zip: string | null;
  method: string;
  person: Person;
};

export type Problems = Partial<Record<CardField | PersonField, FieldProblem>>;

export type ReadForm = { ok: true; card: ReadCard } | { ok: false; fields: Problems };

/**
 * The card and its payer as they will be charged, or what is wrong, by field. A number that is no test card is wrong.
 */
export function readCardForm(form: CardForm, terms: Terms): ReadForm {
  const number = form.card.number.replace(/[\s-]/g, '');
  const expiry = readExpiry(form.card.expiry);
  const cvv = form.card.cvv.trim();
  const { person, problems } = readPerson(form.person, terms);
  const method = brandCodeOf(number) ?? '';
  const parts = readParts(form.card.installments, terms);
  const zip = asksZip(terms.country, method) ? (form.card.zip ?? '').trim() : null;
  const fields: Problems = {
    ...problems,
    ...problem('number', numberProblem(number, method, terms.methods)),
    ...problem('expiry', expiryProblem(form.card.expiry, expiry, terms.now)),
    ...problem('cvv', cvv === '' ? 'required' : /^\d{3,4}$/.test(cvv) ? null : 'malformed'),
    ...problem('installments', parts === null ? 'malformed' : null),
    ...problem('zip', zip === null ? null : zipProblem(zip)),
  };
  if (Object.keys(fields).length > 0 || !expiry || !parts) return { ok: false, fields };
  return { ok: true, card: { number, expiry: expiry.text, cvv, ...parts, zip, method, person } };
}

/** The payer, with what the merchant fixed, and what is wrong with the rest. */
export function readPerson(typed: Person, terms: Pick<Terms, 'country' | 'locked'>) {
  const person = { ...trimmed(typed), ...terms.locked };
  return { person, problems: personProblems(person, terms) };
}

/** Puerto Rico's issuers compare the address; a debit card's does not. */
function asksZip(country: string, method: string): boolean {
  return country === 'PR' && !debits.includes(method);
}

function zipProblem(zip: string): FieldProblem | null {
  if (zip === '') return 'required';
  return /^\d{5}(-\d{4})?$/.test(zip) ? null : 'malformed';
}

/** Instalments, or the credit they belong to. Null for what is not offered. */
function readParts(
  typed: string | undefined,
  { installments, credits }: Terms,
): Pick<ReadCard, 'installments' | 'credit'> | null {
  const [first] = credits;
  if (!first) {
    const count = readInstallments(typed, installments);
    return count === undefined ? null : { installments: count, credit: null };
  }
  // A bare count, as other countries send it, is of the first group.
  const wanted = typed === undefined || typed.trim() === '' ? '1' : typed;
  const chosen = wanted.includes(':') ? wanted : `${first.groupCode}:${wanted}`;
  const credit = readCredit(chosen, credits);
  return credit && { installments: credit.installments, credit };
}

function problem<K extends string>(field: K, found: FieldProblem | null): Partial<Record<K, FieldProblem>> {
  return found ? ({ [field]: found } as Record<K, FieldProblem>) : {};
}

function numberProblem(number: string, method: string, offered: readonly string[]): FieldProblem | null {
  if (number === '') return 'required';
  if (!/^\d{12,19}$/.test(number)) return 'invalid_card';
  if (!isPayable(number)) return 'not_a_test_card';
  return offered.includes(method) ? null : 'brand_not_offered';
}

/** `MM/YY`, with or without slash and spaces, also with a four-digit year. */
function readExpiry(text: string): { text: string; ends: Date } | null {
  const parts = /^(0[1-9]|1[0-2])\s*[/-]?\s*(?:20)?(\d{2})$/.exec(text.trim());
  const [, month = '', year = ''] = parts ?? [];
  if (!parts) return null;
  return { text: `${month}/${year}`, ends: new Date(Date.UTC(2000 + Number(year), Number(month), 1, 5)) };
}

/** A card is good until its month is over in Colombia. */
function expiryProblem(typed: string, expiry: { ends: Date } | null, now: Date): FieldProblem | null {
  if (typed.trim() === '') return 'required';
  if (!expiry) return 'malformed';
  return expiry.ends <= now ? 'expired_card' : null;
}

/** Null where nothing may be chosen; undefined for what was not offered. */
function readInstallments(typed: string | undefined, offered: readonly number[]): number | null | undefined {
  if (offered.length === 0) return null;
  if (typed === undefined || typed.trim() === '') return 1;
  return offered.find((one) => String(one) === typed.trim());
}

const limits: Readonly<Record<PersonField, number>> = {
  document: 25,
  documentType: 6,
  name: 60,
  surname: 60,
  email: 80,
  mobile: 30,
};

function personProblems(
  person: Person,
  { country, locked }: Pick<Terms, 'country' | 'locked'>,
): Partial<Record<PersonField, FieldProblem>> {
  const found = Object.keys(limits)
    .map((field) => field as PersonField)
    .filter((field) => locked[field] === undefined)
    .map((field) => problem(field, fieldProblem(field, person, country)));
  return Object.assign({}, ...found) as Partial<Record<PersonField, FieldProblem>>;
}

const shapes: Partial<Record<PersonField, RegExp>> = {
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  mobile: /^\+?[0-9 ()-]{6,29}$/,
};

function fieldProblem(field: PersonField, person: Person, country: string): FieldProblem | null {
  const value = person[field];
  if (value === '') return isNeeded(field, person, country) ? 'required' : null;
  if (value.length > limits[field]) return 'too_long';
  if (field === 'documentType') {
    return documentTypesOf(country).some(({ code }) => code === value) ? null : 'unknown_type';
  }
  const shape = field === 'document' ? findDocumentType(person.documentType)?.rule : shapes[field];
  return shape && !shape.test(value) ? 'malformed' : null;
}

/** The payer's e-mail, trimmed. Null for what is not one, or is longer than the API's 80 characters. */
export function readEmail(typed: string): string | null {
  const email = typed.trim();
  return email.length <= limits.email && shapes.email?.test(email) ? email : null;
}

/** Puerto Rico asks for no document, and a company has no surname. */
function isNeeded(field: PersonField, person: Person, country: string): boolean {
  if (field === 'document' || field === 'documentType') return country !== 'PR';
  return field !== 'surname' || findDocumentType(person.documentType)?.company !== true;
}

function trimmed(person: Person): Person {
  return Object.fromEntries(Object.entries(person).map(([field, value]) => [field, value.trim()])) as Person;
}
