import { cutText } from '@/lib/domain/cut-text';
import type { Locale } from '@/lib/domain/locale';
import { toWireNumber } from '@/lib/domain/money';
import type { MandateTerms } from '@/lib/domain/mandate';
import type { AutopayCharge, AutopayReport, AutopaySessionReport } from './autopay-report';
import { readAutopaySession, readCancelled, readCharges, readMandates } from './autopay-wire';
import { call, type GatewayOptions } from './client';
import { judgeCreatedSession, opened, type CreatedSession } from './judge';
import { locales } from './wire-request';

/** What opens a page on which a payer agrees, or gives another card. */
export type AutopayRequest = {
  readonly reference: string;
  readonly description: string;
  /** The gateway's id of the agreement whose card is replaced; absent where one is created. */
  readonly edits?: string;
  readonly terms: MandateTerms;
  readonly locale: Locale;
  readonly returnUrl: string;
  readonly expiresAt: Date;
  readonly ipAddress: string;
  readonly userAgent: string;
};

export type Autopay = {
  /** Opens the page. GatewayError when not; its `sent` tells whether one may exist all the same. */
  openSession(request: AutopayRequest): Promise<CreatedSession>;
  /** What became of the page. Changes nothing, so any GatewayError may be answered by asking again. */
  querySession(requestId: string): Promise<AutopaySessionReport>;
  /** The agreement as it stands, by the gateway's id or by our reference; null when it knows none. */
  find(by: { id: string } | { reference: string }): Promise<AutopayReport | null>;
  /** Every try to charge, of all pages, newest first. */
  charges(id: string): Promise<AutopayCharge[]>;
  /** Ends it for ever. REFUSED when it is over already; ask afterwards in any case. */
  cancel(id: string): Promise<void>;
};

/** The gateway's largest page, and how many of them are read: a daily charge, tried three times, for twenty years. */
const perPage = 100;
const mostPages = 220;

/** AutoPay's side of the client: the same signature, limits and record. https://docs.placetopay.dev/autopay/api */
export function createAutopay(options: GatewayOptions & { payerOrigin: string }): Autopay {
  return {
    openSession: (request) =>
      call(options, '/autopay/session', autopayBody(request), (answer) =>
        judgeCreatedSession(answer, options.payerOrigin),
      ),
    querySession: (requestId) =>
      call(options, `/autopay/session/${digits(requestId)}`, {}, (answer) =>
        opened(answer, readAutopaySession, 'no AutoPay session'),
      ),
    async find(by) {
      const body = { filters: by, pagination: { perPage: 1, currentPage: 1 } };
      const { data } = await call(options, '/autopay/search', body, (answer) =>
        opened(answer, readMandates, 'no list of agreements'),
      );
      return data[0] ?? null;
    },
    async charges(id) {
      const all: AutopayCharge[] = [];
      for (let currentPage = 1; currentPage <= mostPages; currentPage += 1) {
        const body = { id, pagination: { perPage, currentPage } };
        const page = await call(options, '/autopay/transactions', body, (answer) =>
          opened(answer, readCharges, 'no list of charges'),
        );
        all.push(...page.data);
        if (currentPage >= page.lastPage) return all;
      }
      throw new RangeError('More charges than an agreement can have.');
    },
    async cancel(id) {
      await call(options, '/autopay/cancel', { id }, (answer) => opened(answer, readCancelled, 'no id'));
    },
  };
}

/**
 * The body of POST /autopay/session, without `auth`. An edit carries no terms: they stay as they were accepted.
 *
 * Source: https://docs.placetopay.dev/autopay/api/session
 */
export function autopayBody(request: AutopayRequest) {
  const { reference, description, edits, terms } = request;
  const named = { reference, description: cutText(description, 250) };
  return {
    locale: locales[request.locale],
    type: 'autopay' as const,
    autopay:
      edits === undefined
        ? { action: 'CREATE' as const, ...named, ...termsBody(terms) }
        : { action: 'EDIT' as const, id: edits, ...named },
    expiration: request.expiresAt.toISOString(),
    ipAddress: request.ipAddress.slice(0, 46),
    userAgent: request.userAgent.slice(0, 255),
    returnUrl: request.returnUrl,
  };
}

function termsBody({ chargeType, currency, amount, ...terms }: MandateTerms) {
  const { periodicity, interval, dueDay, startOn, firstOn, lastOn, maxPeriods } = terms;
  return {
    dueDay,
    recurring: {
      type: chargeType,
      periodicity,
      interval,
      startDate: startOn,
      nextPayment: firstOn,
      maxPeriods,
      ...(lastOn !== null && { dueDate: lastOn }),
    },
    ...(amount && { amount: { currency, total: toWireNumber(amount) } }),
  };
}

function digits(requestId: string) {
  if (!/^\d{1,20}$/.test(requestId)) throw new RangeError('A requestId has only digits.');
  return requestId;
}
