import { findBrand } from '../brands';
import { toWireDate } from '../dates';
import { lastDayOf } from '../instruments';
import { isObject } from '../json';
import type { Mandate } from './mandates';

/** An automatic payment as the gateway tells it. Its status has no message, as documented. */

/** An element of a session's `autopay`. Source: https://docs.placetopay.dev/autopay/api/query */
export function mandateBody(mandate: Mandate): object {
  const { instrument: kept } = mandate;
  const { token, subtoken, paymentMethod: franchise, lastDigits } = kept;
  const franchiseName = findBrand(franchise)?.name ?? franchise;
  return {
    status: statusBody(mandate),
    siteId: siteIdOf(mandate.siteLogin),
    id: mandate.id,
    buyer: mandate.buyer,
    payer: mandate.payer,
    subscription: subscriptionBody(mandate),
    instrument: {
      token: { token, subtoken, franchise, franchiseName, lastDigits, validUntil: lastDayOf(kept) },
    },
    additional: additionalBody(mandate),
    acceptedAt: toWireDate(mandate.acceptedAt),
  };
}

/** An element of a search. Source: https://docs.placetopay.dev/autopay/api/search */
export function foundBody(mandate: Mandate): object {
  return {
    status: statusBody(mandate),
    id: mandate.id,
    payer: mandate.payer,
    ...(mandate.buyer !== null && { buyer: mandate.buyer }),
    subscription: subscriptionBody(mandate),
    additional: { ...additionalBody(mandate), sessionId: mandate.requestId },
    createdAt: toWireDate(mandate.createdAt),
    updatedAt: toWireDate(mandate.updatedAt),
  };
}

function statusBody({ status, reason, statusAt }: Mandate): object {
  return { status, reason, date: toWireDate(statusAt) };
}

/** `nextPayment` moves on with every due date that is over. */
function subscriptionBody({ reference, description, amount, recurring, nextOn }: Mandate): object {
  const asked = isObject(recurring) ? recurring : {};
  return { reference, description, amount, recurring: { ...asked, nextPayment: nextOn } };
}

/** The day as text, as the documentation shows it. */
function additionalBody({ customerAccountNumber, dueDay }: Mandate): object {
  return { customerAccountNumber, dueDay: String(dueDay) };
}

/** Digits that stand for the site: logins are all that this gateway has of it. */
function siteIdOf(login: string): string {
  return String(Number.parseInt(login.slice(0, 6), 16) || 1);
}
