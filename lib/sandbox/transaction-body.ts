import { toldAgreement } from './agreement';
import { toWireDate } from './dates';
import { detailsOf } from './details';
import type { Transaction } from './generated/client';
import { cusOf } from './identifiers';
import { isObject } from './json';
import { attemptText, languageOf } from './messages';
import { toWire } from './money';

/** A transaction as the gateway tells it, in the documented order of its members. */

export type Told = {
  /** Does it show that it was refunded later? */
  showsRefunds: boolean;
  /** Of a dispersed payment. */
  parts?: readonly Transaction[];
};

/** An element of a session's `payment`. Source: https://docs.placetopay.dev/checkout/api/reference/session */
export function transactionBody(
  one: Transaction,
  locale: string,
  told: Told = { showsRefunds: true },
): object {
  return {
    ...stepBody(one, locale, told),
    processorFields: processorFields(one),
    dispersion: told.parts?.length ? told.parts.map((part) => partBody(part, locale, told)) : null,
    agreement: one.agreement === null ? null : toldAgreement(one.agreement),
    agreementType: one.agreementType,
    discount: one.discount,
    subscription: null,
  };
}

/** The site's own part has no agreement: an empty one would break SDKs. */
function partBody(part: Transaction, locale: string, told: Told): object {
  const { status, internalReference, amount, authorization, receipt, franchise, refunded } = stepBody(
    part,
    locale,
    told,
  );
  return {
    ...{ status, internalReference, amount, authorization, receipt, franchise, refunded },
    ...(part.agreement !== null && { agreement: toldAgreement(part.agreement) }),
    agreementType: part.agreementType,
  };
}

/** What collects and actions answer omits the members that only a payer's session has. */
export function bareBody(one: Transaction, locale: string, told: Told = { showsRefunds: true }): object {
  return { ...stepBody(one, locale, told), processorFields: processorFields(one) };
}

function stepBody(one: Transaction, locale: string, { showsRefunds }: Told) {
  const total = { currency: one.currency, total: toWire({ minor: one.totalMinor, currency: one.currency }) };
  const message = attemptText(isDeclined(one) ? 'MC' : one.reason, languageOf(locale));
  return {
    status: { status: one.status, reason: one.reason, message, date: toWireDate(one.statusAt) },
    internalReference: one.internalReference,
    paymentMethod: one.paymentMethod,
    paymentMethodName: one.paymentMethodName,
    issuerName: one.issuerName,
    amount: { from: total, to: total, factor: 1 },
    authorization: one.authorization,
    reference: one.reference,
    receipt: one.receipt,
    franchise: one.franchise,
    refunded: showsRefunds && one.refundedMinor > 0n,
  };
}

/** The merchant's no to what he had to confirm has the payer's reason, and a text of its own. */
function isDeclined({ reason, plan }: Transaction): boolean {
  if (reason !== '?C' || !isObject(plan)) return false;
  return isObject(plan.verdict) && plan.verdict.reason === '?C';
}

/** Source: https://docs.placetopay.dev/checkout/processor-fields; what a means does not have is not told. */
function processorFields(one: Transaction): object[] {
  const known: [string, unknown][] = [
    ['bin', one.bin],
    ['expiration', one.expiration],
    ['lastDigits', one.lastDigits],
    ['installments', one.installments],
    ...detailFields(one),
    ['b24', one.status.startsWith('PENDING') ? null : one.reason],
  ];
  return known
    .filter(([, value]) => value !== null && value !== '')
    .map(([keyword, value]) => ({ keyword, value, displayOn: 'none' }));
}

function detailFields(one: Transaction): [string, unknown][] {
  const details = detailsOf(one);
  if (details?.kind === 'credit') {
    const { code, type, groupCode, installments, totalAmount, interestAmount, installmentAmount } = details;
    return [
      ['credit', { code, type, groupCode, installments }],
      ...Object.entries({ totalAmount, interestAmount, installmentAmount, iceAmount: 0 }),
    ];
  }
  if (one.franchise !== '_PSE_') return [];
  return [
    ['trazabilyCode', cusOf(one.internalReference)],
    ['transactionCycle', '1'],
    ['bankName', one.issuerName],
  ];
}
