import { toWireDate } from './dates';
import type { Session, Transaction } from './generated/client';
import { isObject } from './json';
import {
  attemptText,
  authenticationText,
  languageOf,
  refusals,
  sessionText,
  type Language,
  type Refusal,
} from './messages';
import { toWire } from './money';

/** What the gateway writes: always all four status members, one spelling of every key, in the documented order. */

export type Status = { status: string; reason: string | number; message: string; date: string };

export type Answer = { http: number; body: object };

type Booked = Session & { transactions: readonly Transaction[] };

/** Source: https://docs.placetopay.dev/checkout/api/reference/session */
export function createdAnswer(session: Session, baseUrl: string): Answer {
  const status = statusOf('OK', 'PC', session.locale, session.createdAt);
  return {
    http: 200,
    body: { status, requestId: session.requestId, processUrl: processUrl(session, baseUrl) },
  };
}

export function sessionAnswer(session: Booked, baseUrl: string): Answer {
  return { http: 200, body: sessionBody(session, baseUrl) };
}

/** Source: https://docs.placetopay.dev/checkout/cancel-session */
export function cancelledAnswer(session: Booked, baseUrl: string, now: Date): Answer {
  const status = statusOf('OK', '00', session.locale, now);
  return { http: 200, body: { status, session: sessionBody(session, baseUrl) } };
}

export function processUrl({ requestId, key }: Session, baseUrl: string): string {
  return `${baseUrl}/spa/session/${requestId}/${key}`;
}

/** The session's own status, the same text in every query and in the notification. */
export function sessionStatus({ status, reason, locale, statusAt }: Session): Status & { reason: string } {
  return { ...statusOf(status, reason, locale, statusAt), reason };
}

/** Refused: `reason` is a number in authentication and in what only older servers say, and never null. */
export function refusedAnswer(http: number, reason: string | number, message: string, now: Date): Answer {
  return { http, body: { status: { status: 'FAILED', reason, message, date: toWireDate(now) } } };
}

export function refusal(
  http: number,
  reason: string | number,
  why: Refusal,
  language: Language,
  now: Date,
): Answer {
  return refusedAnswer(http, reason, refusals[why][language], now);
}

/** Source: https://docs.placetopay.dev/checkout/authentication */
export function unauthenticated(code: number, language: Language, now: Date): Answer {
  return refusedAnswer(401, 401, authenticationText(code, language), now);
}

function sessionBody(session: Booked, baseUrl: string): object {
  const { transactions, locale } = session;
  const newestFirst = [...transactions].sort((left, right) => right.number - left.number);
  return {
    requestId: session.requestId,
    status: sessionStatus(session),
    request: toldBack(session, baseUrl),
    payment: transactions.length === 0 ? null : newestFirst.map((one) => transactionBody(one, locale)),
    subscription: null,
  };
}

/** The request as it came, with what the payer typed and where he typed it. */
function toldBack(session: Session, baseUrl: string): object {
  const request = isObject(session.request) ? session.request : {};
  const fields = Array.isArray(request.fields) ? request.fields : [];
  const address = { keyword: '_processUrl_', value: processUrl(session, baseUrl), displayOn: 'none' };
  const { locale, ...rest } = request;
  const payer = isObject(session.payer) && {
    payer: { ...(isObject(rest.payer) && rest.payer), ...session.payer },
  };
  return { locale, ...payer, ...rest, ...payer, fields: [...fields, address] };
}

/** Source: https://docs.placetopay.dev/checkout/api/reference/session, element of `payment` */
function transactionBody(one: Transaction, locale: string): object {
  const total = { currency: one.currency, total: toWire({ minor: one.totalMinor, currency: one.currency }) };
  const date = toWireDate(one.statusAt);
  const message = attemptText(one.reason, languageOf(locale));
  return {
    status: { status: one.status, reason: one.reason, message, date },
    internalReference: one.internalReference,
    paymentMethod: one.paymentMethod,
    paymentMethodName: one.paymentMethodName,
    issuerName: one.issuerName,
    amount: { from: total, to: total, factor: 1 },
    authorization: one.authorization,
    reference: one.reference,
    receipt: one.receipt,
    franchise: one.franchise,
    refunded: one.refundedMinor > 0n,
    processorFields: processorFields(one),
    dispersion: null,
    agreement: null,
    agreementType: null,
    discount: null,
    subscription: null,
  };
}

function processorFields(one: Transaction): object[] {
  const known: [string, string | number | null][] = [
    ['bin', one.bin],
    ['expiration', one.expiration],
    ['lastDigits', one.lastDigits],
    ['installments', one.installments],
    ['b24', one.status === 'PENDING' ? null : one.reason],
  ];
  return known
    .filter(([, value]) => value !== null)
    .map(([keyword, value]) => ({ keyword, value, displayOn: 'none' }));
}

function statusOf(status: string, reason: string, locale: string, at: Date): Status {
  return { status, reason, message: sessionText(status, reason, languageOf(locale)), date: toWireDate(at) };
}
