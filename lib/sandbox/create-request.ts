import { autopayRules } from './autopay/rules';
import { readExpiration, toWireDate } from './dates';
import { languageOf, refusals, type Language } from './messages';
import { rules, type Merchant } from './create-rules';
import { complain, describe } from './validation-messages';
import { methodsOf } from './methods';
import { dayAfter, dayOf, readDay } from './recurrence';
import { createRequest, type CreateRequest, type SentPayment } from './wire';
import type { Field } from './wire-parts';

/**
 * A request to create a session, judged: pure, so that every rule has an example.
 * Source: https://docs.placetopay.dev/checkout/api/reference/session
 */

export type { Merchant };

export type Refused = { reason: string | number; message: string };

/** The request as it is stored and told back, and what the gateway needs of it. */
export type Accepted = {
  request: CreateRequest & { locale: string; fields: Field[]; expiration: string };
  /** Of the payment, the subscription or the automatic payment. */
  reference: string;
  expiresAt: Date;
};

export type Judged = ({ ok: true } & Accepted) | { ok: false; refused: Refused };

const minute = 60 * 1000;

/**
 * What a request to create a session becomes: a session to store, or the reason and words of its refusal.
 *
 * Source: https://docs.placetopay.dev/checkout/create-session
 */
export function judgeCreate(body: unknown, merchant: Merchant, now: Date, real = now): Judged {
  const locale = readLocale(body, merchant.locale);
  const language = languageOf(locale);
  const parsed = createRequest.safeParse(body, { reportInput: true });
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    return refuse('request_not_valid', first ? describe(first, language) : refusals.notJson[language]);
  }
  const sent = parsed.data;
  const problem = findProblem(sent, merchant, language);
  if (problem) return { ok: false, refused: problem };
  const { reference } = sent.payment ?? sent.subscription ?? sent.autopay ?? {};
  if (reference === undefined) return refuse('request_not_valid', complain('required', 'payment', language));

  const asked =
    sent.expiration === undefined ? new Date(now.getTime() + 30 * minute) : readExpiration(sent.expiration);
  if (!asked) return refuse('request_not_valid', complain('date', 'expiration', language));
  const expiresAt = isTooSoon(asked, now) ? keepDistance(asked, now, real) : asked;
  if (isTooSoon(expiresAt, now)) return refuse(0, refusals.tooSoon[language]);
  const past = pastDay(sent, now);
  if (past !== null) return refuse('request_not_valid', complain('future', past, language));
  if (methodsOf(sent, merchant.methods, expiresAt.getTime() - now.getTime()).length === 0)
    return refuse('request_not_valid', complain('selected', 'paymentMethod', language));
  return {
    ok: true,
    request: tidyRequest(withNextPayment(sent, now), locale, expiresAt),
    reference,
    expiresAt,
  };
}

/** The field that names a first charge which is not after today. */
function pastDay({ payment, autopay }: CreateRequest, now: Date): string | null {
  const begins = autopay?.action === 'CREATE' ? autopay.recurring?.nextPayment : undefined;
  const days = { 'payment.recurring.nextPayment': payment?.recurring?.nextPayment };
  const asked = Object.entries({ ...days, 'autopay.recurring.nextPayment': begins });
  const past = asked.find(([, day]) => day !== undefined && (readDay(day) ?? '') <= dayOf(now));
  return past?.[0] ?? null;
}

function isTooSoon(expiresAt: Date, now: Date): boolean {
  return expiresAt.getTime() < now.getTime() + 5 * minute;
}

/**
 * Where the gateway's clock was moved on, merchants still count by the world's: what is far enough away by theirs is as
 * far away here.
 */
function keepDistance(asked: Date, now: Date, real: Date): Date {
  return now > real ? new Date(now.getTime() + asked.getTime() - real.getTime()) : asked;
}

/** Wrong or missing: the site's own, never an error; the case of the language does not matter. Source: https://docs.placetopay.dev/checkout/localization */
export function readLocale(body: unknown, otherwise: string): string {
  const { locale } = { locale: undefined, ...(typeof body === 'object' ? body : null) } as {
    locale: unknown;
  };
  return typeof locale === 'string' && /^[A-Za-z]{2}_[A-Z]{2}$/.test(locale)
    ? locale.slice(0, 2).toLowerCase() + locale.slice(2)
    : otherwise;
}

/** The order in which a request is told back. */
function tidyRequest(sent: CreateRequest, locale: string, expiresAt: Date): Accepted['request'] {
  const { payer, buyer, payment, subscription, autopay, ...others } = sent;
  const { fields = [], expiration = toWireDate(expiresAt), ...rest } = others;
  const shared = fields.slice(0, 50);
  const head = {
    locale,
    ...(payer && { payer }),
    ...(buyer && { buyer: tidyBuyer(buyer) }),
    ...(payment && { payment: tidyPayment(payment, 50 - shared.length) }),
    ...(subscription && { subscription: keepFields(subscription, 50 - shared.length) }),
    ...(autopay && { autopay }),
    fields: shared,
  };
  // Twice: the first gives the order, the second the values.
  return { ...head, ...rest, ...head, expiration };
}

/** Not sent: one period from today. Source: https://docs.placetopay.dev/checkout/create-session */
function withNextPayment(sent: CreateRequest, now: Date): CreateRequest {
  const { payment } = sent;
  if (!payment?.recurring) return sent;
  const { periodicity, interval, maxPeriods, ...rest } = payment.recurring;
  const { nextPayment = dayAfter(dayOf(now), payment.recurring, 1), ...others } = rest;
  const recurring = { periodicity, interval, nextPayment, maxPeriods, ...others };
  return { ...sent, payment: { ...payment, recurring } };
}

/** Each part of a dispersion is told back with what it has from its payment. */
function tidyPayment(payment: SentPayment, mostFields: number): SentPayment {
  const { reference, description, allowPartial, subscribe } = payment;
  const shared = { reference, ...(description !== undefined && { description }), allowPartial, subscribe };
  const dispersion = payment.dispersion?.map((part) => ({ ...shared, ...part }));
  return keepFields({ ...payment, ...(dispersion && { dispersion }) }, mostFields);
}

function keepFields<T extends { fields?: Field[] | undefined }>(asked: T, most: number): T {
  return asked.fields ? { ...asked, fields: asked.fields.slice(0, most) } : asked;
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
  if (rule) return invalid(complain(rule.rule, rule.field, language, rule.other));
  const autopay = autopayRules.find(({ when }) => when(sent, merchant));
  return autopay ? invalid(complain(autopay.rule, autopay.field, language, autopay.other?.(sent))) : null;
}

function invalid(message: string): Refused {
  return { reason: 'request_not_valid', message };
}

function tooManyParts(max: number, language: Language): Refused {
  const message = {
    es: `El número máximo de dispersiones permitidas es ${max}`,
    en: `The maximum number of dispersions allowed is ${max}`,
  }[language];
  return { reason: 'max_dispersion_error', message };
}
