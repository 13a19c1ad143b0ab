import { mandateBody } from './autopay/mandate-body';
import type { Mandate } from './autopay/mandates';
import { toWireDate } from './dates';
import type { Instrument, Session, Site, Transaction } from './generated/client';
import { instrumentFields } from './instruments';
import { isObject } from './json';
import {
  authenticationText,
  languageOf,
  refusals,
  sessionText,
  subscribed,
  type Language,
  type Refusal,
} from './messages';
import { switchesOf } from './switches';
import { bareBody, transactionBody } from './transaction-body';

/** What the gateway writes: always all four status members, one spelling of every key, in the documented order. */

export type Status = { status: string; reason: string | number; message: string; date: string };

export type Answer = { http: number; body: object };

type Booked = Session & {
  site: Site;
  transactions: readonly (Transaction & { steps: readonly Transaction[] })[];
  instrument: Instrument | null;
};

/** Source: https://docs.placetopay.dev/checkout/api/reference/session */
export function createdAnswer(session: Session, baseUrl: string, reason: 'PC' | '00' = 'PC'): Answer {
  const status = statusOf('OK', reason, session.locale, session.createdAt);
  return {
    http: 200,
    body: { status, requestId: session.requestId, processUrl: processUrl(session, baseUrl) },
  };
}

/**
 * What a query is answered: the session as it stands, with its payments, newest first. `mandate` is the automatic payment
 * that an AutoPay session has made; null where there is none.
 *
 * Source: https://docs.placetopay.dev/checkout/api/reference/session
 */
export function sessionAnswer(session: Booked, baseUrl: string, mandate: Mandate | null = null): Answer {
  return { http: 200, body: sessionBody(session, baseUrl, mandate) };
}

/** Source: https://docs.placetopay.dev/checkout/cancel-session */
export function cancelledAnswer(session: Booked, baseUrl: string, now: Date): Answer {
  const status = statusOf('OK', '00', session.locale, now);
  return { http: 200, body: { status, session: sessionBody(session, baseUrl) } };
}

/** Where the payer pays: an address that only the merchant of the session was told. */
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

/** No, with a reason of the gateway and its words in that language. */
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

/** Missing credentials have a text of their own, and the number as text. Source: https://docs.placetopay.dev/autopay/api */
export function unauthenticatedAutopay(code: number, language: Language, now: Date): Answer {
  if (code === 100 || code === 107) return refusal(400, '400', 'noCredentials', language, now);
  return refusedAnswer(400, 400, authenticationText(code, language), now);
}

function sessionBody(session: Booked, baseUrl: string, mandate: Mandate | null = null): object {
  const { transactions, locale } = session;
  const told = { showsRefunds: switchesOf(session.site).sessionReflectsLaterOps };
  const tell = (one: Booked['transactions'][number]) =>
    session.kind === 'COLLECT' && one.steps.length === 0 && one.discount === null
      ? bareBody(one, locale, told)
      : transactionBody(one, locale, { ...told, parts: one.steps });
  const newestFirst = [...transactions].sort((left, right) => right.number - left.number);
  return {
    requestId: session.requestId,
    status: sessionStatus(session),
    request: toldBack(session, baseUrl),
    payment: isTold(session) ? newestFirst.map(tell) : null,
    subscription: subscriptionBody(session),
    ...(session.kind === 'AUTOPAY' && { autopay: mandate ? [mandateBody(mandate)] : [] }),
  };
}

/** A session that only keeps a card has no payment, and a collect that pends does not tell it yet. */
function isTold({ transactions, kind, status }: Booked): boolean {
  if (kind === 'SUBSCRIPTION' || kind === 'AUTOPAY' || (kind === 'COLLECT' && status === 'PENDING'))
    return false;
  return transactions.length > 0;
}

/** Source: https://docs.placetopay.dev/checkout/api/reference/session, `subscription` */
function subscriptionBody({ instrument, locale, kind }: Booked): object | null {
  if (!instrument || kind === 'AUTOPAY') return null;
  const message = subscribed[languageOf(locale)];
  return {
    status: { status: 'OK', reason: '00', message, date: toWireDate(instrument.createdAt) },
    type: 'token',
    instrument: instrumentFields(instrument),
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

function statusOf(status: string, reason: string, locale: string, at: Date): Status {
  return { status, reason, message: sessionText(status, reason, languageOf(locale)), date: toWireDate(at) };
}
