import { readDate, toWireDate } from './dates';
import { toCardMethod } from './brands';
import { languageOf, refusals, type Language } from './messages';
import { readAmount } from './money';
import { complain, describe, type Rule } from './validation-messages';
import { createRequest, type CreateRequest, type SentPayment } from './wire';
import type { Field } from './wire-parts';

/**
 * A request to create a session, judged: pure, so that every rule has an example.
 * Source: https://docs.placetopay.dev/checkout/api/reference/session
 */

export type Merchant = {
  locale: string;
  currencies: readonly string[];
  methods: readonly string[];
  maxDispersion: number;
};

export type Refused = { reason: string | number; message: string };

/** The request as it is stored and told back, and what the gateway needs of it. */
export type Accepted = {
  request: CreateRequest & { locale: string; payment: SentPayment; fields: Field[]; expiration: string };
  expiresAt: Date;
};

export type Judged = ({ ok: true } & Accepted) | { ok: false; refused: Refused };

const minute = 60 * 1000;

export function judgeCreate(body: unknown, merchant: Merchant, now: Date): Judged {
  const locale = readLocale(body, merchant.locale);
  const language = languageOf(locale);
  const parsed = createRequest.safeParse(body, { reportInput: true });
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    return refuse(reasonOf(first), first ? describe(first, language) : refusals.notJson[language]);
  }
  const sent = parsed.data;
  const problem = findProblem(sent, merchant, language);
  if (problem) return { ok: false, refused: problem };
  const { payment } = sent;
  if (!payment) return refuse('request_not_valid', complain('required', 'payment', language));

  const expiresAt =
    sent.expiration === undefined ? new Date(now.getTime() + 30 * minute) : readDate(sent.expiration);
  if (!expiresAt) return refuse('request_not_valid', complain('date', 'expiration', language));
  if (expiresAt.getTime() < now.getTime() + 5 * minute) return refuse(0, refusals.tooSoon[language]);
  return { ok: true, request: tidyRequest(sent, payment, locale, expiresAt), expiresAt };
}

/** Wrong or missing: the site's own, never an error. Source: https://docs.placetopay.dev/checkout/localization */
export function readLocale(body: unknown, otherwise: string): string {
  const { locale } = { locale: undefined, ...(typeof body === 'object' ? body : null) } as {
    locale: unknown;
  };
  return typeof locale === 'string' && /^[a-z]{2}_[A-Z]{2}$/.test(locale) ? locale : otherwise;
}

/** The order in which a request is told back. */
function tidyRequest(
  sent: CreateRequest,
  payment: SentPayment,
  locale: string,
  expiresAt: Date,
): Accepted['request'] {
  const { payer, buyer, fields = [], expiration = toWireDate(expiresAt), ...rest } = sent;
  const shared = fields.slice(0, 50);
  const own = payment.fields?.slice(0, 50 - shared.length);
  const head = {
    locale,
    ...(payer && { payer }),
    ...(buyer && { buyer: tidyBuyer(buyer) }),
    payment: { ...payment, ...(own && { fields: own }) },
    fields: shared,
  };
  // Twice: the first gives the order, the second the values.
  return { ...head, ...rest, ...head, expiration };
}

/** Source: https://docs.placetopay.dev/checkout/api/reference/reason-codes */
function reasonOf(issue: { path: PropertyKey[] } | undefined): string {
  return issue?.path[0] === 'metadata' ? 'metadata_not_valid' : 'request_not_valid';
}

type Sent = NonNullable<CreateRequest['buyer']>;

/** A buyer is a hint: what is wrong in it is dropped. */
function tidyBuyer({ email, name, surname, ...rest }: Sent): Sent {
  return {
    ...rest,
    ...(name && !holdsCardNumber(name) && { name }),
    ...(surname && !holdsCardNumber(surname) && { surname }),
    ...(email && email.length <= 80 && { email }),
  };
}

function holdsCardNumber(name: string): boolean {
  return /\d{12,19}/.test(name.replace(/[ -]/g, ''));
}

function refuse(reason: Refused['reason'], message: string): Judged {
  return { ok: false, refused: { reason, message } };
}

function findProblem(sent: CreateRequest, merchant: Merchant, language: Language): Refused | null {
  const { payer, payment } = sent;
  const isPayerWrong =
    payer &&
    ((payer.email?.length ?? 0) > 80 ||
      [payer.name, payer.surname].some((name) => holdsCardNumber(name ?? '')));
  if (isPayerWrong) return { reason: 'payer_data_not_valid', message: refusals.payerData[language] };
  const parts = payment?.dispersion?.length ?? 0;
  if (parts > merchant.maxDispersion) return tooManyParts(merchant.maxDispersion, language);
  const rule = rules.find(({ when }) => when(sent, merchant));
  if (!rule) return null;
  return { reason: 'request_not_valid', message: complain(rule.rule, rule.field, language, rule.other) };
}

function tooManyParts(max: number, language: Language): Refused {
  const message = {
    es: `El número máximo de dispersiones permitidas es ${max}`,
    en: `The maximum number of dispersions allowed is ${max}`,
  }[language];
  return { reason: 'max_dispersion_error', message };
}

type Check = {
  field: string;
  rule: Rule;
  other?: string;
  when: (sent: CreateRequest, merchant: Merchant) => boolean;
};

const isCheckin = ({ type }: CreateRequest) => type === 'checkin';
const isPartial = ({ payment }: CreateRequest) => payment?.allowPartial === true;
const isDispersed = ({ payment }: CreateRequest) => (payment?.dispersion?.length ?? 0) > 0;

/** In this order; the first that applies is told. The last block is what this sandbox cannot play yet. */
const rules: readonly Check[] = [
  {
    field: 'payment.allowPartial',
    rule: 'notWith',
    other: 'payment.recurring',
    when: (sent) => isPartial(sent) && sent.payment?.recurring !== undefined,
  },
  {
    field: 'payment.allowPartial',
    rule: 'notWith',
    other: 'payment.dispersion',
    when: (sent) => isPartial(sent) && isDispersed(sent),
  },
  {
    field: 'payment.allowPartial',
    rule: 'notWith',
    other: 'type',
    when: (sent) => isPartial(sent) && isCheckin(sent),
  },
  {
    field: 'payment.dispersion',
    rule: 'notWith',
    other: 'type',
    when: (sent) => isDispersed(sent) && isCheckin(sent),
  },
  {
    field: 'payment.allowPartial',
    rule: 'notWith',
    other: 'payment.amount.taxes',
    when: (sent) => isPartial(sent) && (sent.payment?.amount.taxes?.length ?? 0) > 0,
  },
  {
    field: 'payment.dispersion',
    rule: 'sum',
    other: 'payment.amount',
    when: (sent) => isDispersed(sent) && !addsUp(sent.payment),
  },
  {
    field: 'payment.amount.currency',
    rule: 'selected',
    when: ({ payment }, { currencies }) =>
      payment !== undefined && !currencies.includes(payment.amount.currency),
  },
  {
    field: 'paymentMethod',
    rule: 'selected',
    when: ({ paymentMethod }, { methods }) =>
      paymentMethod !== undefined && offered(paymentMethod, methods).length === 0,
  },
  {
    field: 'autopay',
    rule: 'notYet',
    when: ({ autopay, type }) => autopay !== undefined || type === 'autopay',
  },
  { field: 'subscription', rule: 'notYet', when: ({ subscription }) => subscription !== undefined },
  { field: 'type', rule: 'notYet', when: isCheckin },
  { field: 'payment.allowPartial', rule: 'notYet', when: isPartial },
  { field: 'payment.recurring', rule: 'notYet', when: ({ payment }) => payment?.recurring !== undefined },
  { field: 'payment.subscribe', rule: 'notYet', when: ({ payment }) => payment?.subscribe === true },
  { field: 'payment.dispersion', rule: 'notYet', when: isDispersed },
  {
    field: 'payment.modifiers',
    rule: 'notYet',
    when: ({ payment }) => (payment?.modifiers?.length ?? 0) > 0,
  },
  {
    field: 'metadata.requiresConfirmation',
    rule: 'notYet',
    when: ({ metadata }) => metadata?.requiresConfirmation === true,
  },
];

/** The card methods of the site that a merchant's filter leaves, in the site's order. No filter leaves all. */
export function offered(filter: string | undefined, methods: readonly string[]): readonly string[] {
  if (filter === undefined) return methods;
  const wanted = filter.split(',').map(toCardMethod);
  return methods.filter((method) => wanted.includes(method));
}

/** Compared after rounding, in minor units. */
function addsUp(payment: SentPayment | undefined): boolean {
  if (!payment?.dispersion) return true;
  const { currency } = payment.amount;
  const read = (total: number) => readAmount(total, currency)?.minor ?? -1n;
  const sum = payment.dispersion.reduce((total, part) => total + read(part.amount.total), 0n);
  const same = payment.dispersion.every((part) => part.amount.currency === currency);
  return same && sum === read(payment.amount.total);
}
