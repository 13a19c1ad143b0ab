import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Answer } from './answers';
import { refusal, refusedAnswer } from './answers';
import { toWireDate } from './dates';
import type { Tx } from './db';
import { forcedPlan } from './faults';
import type { Prisma, Transaction } from './generated/client';
import { authorizationOf, receiptOf } from './identifiers';
import { isObject } from './json';
import { attemptText, languageOf, type Language, type Refusal } from './messages';
import { readAmount, type Amount } from './money';
import { readLocale } from './create-request';
import type { Call } from './sessions';
import { bareBody } from './transaction-body';
import { complain, type Rule } from './validation-messages';

/** What happens to a transaction after its payment: each step is a row of its own, which points at the first. */

/** A step as a merchant asks for it: `language` is the request's. */
export type Ask = Call & { tx: Tx; action: string; language: Language };

export type StepType = 'REAUTH' | 'CAPTURE' | 'RELEASE' | 'REVERSE';

type Step = { from: Transaction; root: number; type: StepType; minor: bigint };

/**
 * Writes the step: approved, unless a fault rule has the network refuse it. A refused step changes nothing, so
 * that it may be asked for again. A reversal carries the authorization and receipt of what it reverses.
 */
export async function takeStep({ tx, now }: Ask, { from, root, type, minor }: Step): Promise<Transaction> {
  const forced = await forcedPlan(tx, { requestId: from.requestId, reference: from.reference });
  const verdict = forced?.kind === 'now' ? forced.verdict : { status: 'APPROVED', reason: '00' };
  const step = await tx.transaction.create({
    data: {
      ...copied(from),
      type,
      parentReference: root,
      number: 0,
      attemptToken: `step:${randomUUID()}`,
      status: verdict.status,
      reason: verdict.reason,
      statusAt: now,
      createdAt: now,
      totalMinor: minor,
    },
  });
  if (type === 'REVERSE') return step;
  const { internalReference } = step;
  const data = { authorization: authorizationOf(internalReference), receipt: receiptOf(internalReference) };
  return tx.transaction.update({ where: { internalReference }, data });
}

function copied(from: Transaction) {
  const { siteLogin, reference, currency, paymentMethod, paymentMethodName, issuerName, franchise } = from;
  const { authorization, receipt, bin, lastDigits, expiration, installments, ipAddress } = from;
  return {
    ...{ siteLogin, reference, currency, paymentMethod, paymentMethodName, issuerName, franchise },
    ...{ authorization, receipt, bin, lastDigits, expiration, installments, ipAddress },
    plan: from.plan as Prisma.InputJsonValue,
  };
}

/**
 * The step as it was answered: a refused one is FAILED BR. Source:
 * https://docs.placetopay.dev/checkout/api/reference/payment
 */
export function stepAnswer({ body, site, now }: Call, step: Transaction, tells = step): Answer {
  const locale = readLocale(body, site.locale);
  const payment = bareBody(tells, locale);
  const failed = step.status === 'REJECTED' || step.status === 'FAILED';
  const { status, reason } = failed ? { status: 'FAILED', reason: 'BR' } : step;
  const message = attemptText(reason, languageOf(locale));
  return { http: 200, body: { status: { status, reason, message, date: toWireDate(now) }, payment } };
}

/** 400, with the reason and its words. */
export function refuseStep({ now, language }: Ask, reason: string, why: Refusal): Answer {
  return refusal(400, reason, why, language, now);
}

/** Source: https://docs.placetopay.dev/checkout/api/reference/payment */
export function unsupported({ action, language, now }: Ask): Answer {
  const message = {
    es: `La acción [${action}] no está soportada para esta sesión`,
    en: `The action [${action}] is not supported for this session`,
  }[language];
  return refusedAnswer(400, 'request_not_valid', message, now);
}

/** 400, with what a field has to be. */
export function wrongField({ now, language }: Ask, rule: Rule, field: string, limit = ''): Answer {
  return refusedAnswer(400, 'request_not_valid', complain(rule, field, language, limit), now);
}

/** `amount: { currency, total }` or a bare total. Undefined when none was sent, null when it is none. */
export function readStepAmount(sent: unknown, currency: string): Amount | null | undefined {
  if (sent === undefined) return undefined;
  if (!isObject(sent)) return readAmount(sent, currency);
  if (sent.currency !== undefined && sent.currency !== currency) return null;
  return readAmount(sent.total, currency);
}
