import { hasPendingTransaction, isFinal, type CheckoutSession } from './checkout-session';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** How long after it was made a row without requestId is first looked at: calls end after 20 seconds. */
const preparedFor = minute;
/** A bank transfer may take this long. */
const overdueAfter = 14 * day;

const firstWaits = [5, 10, 20, 40, 60].map((seconds) => seconds * second);

/**
 * When the reconciler asks next, or null when nothing is left to learn. `checks` counts the questions so far.
 * Eager for ten minutes, then every five until the session expires, and at expiry itself; what is still pending after
 * that is a bank transfer or a late clock: a quarter of an hour for two days, an hour for two weeks, then a day.
 */
export function nextCheck(session: CheckoutSession, checks: number, now: Date): Date | null {
  if (isFinal(session.status)) return null;
  if (session.requestId === null) return afterTheCall(session, now);
  if (session.expiresAt <= now) return later(now, waitAfterExpiry(session, now));
  const next = later(now, waitBeforeExpiry(session, checks, now));
  return next < session.expiresAt ? next : session.expiresAt;
}

/** Nobody can be at the page of a session without requestId: once no answer can come any more there is nothing to wait for. */
function afterTheCall({ createdAt, charge }: CheckoutSession, now: Date): Date {
  const over = later(createdAt, preparedFor);
  if (over > now) return over;
  if (!charge) return later(now, minute);
  return later(now, mayResend({ createdAt }, now) ? chargePause : day);
}

/** Between two sendings of a charge that nobody answered. */
const chargePause = 5 * minute;
/** An hour less than the gateway protects a charge from being made twice. */
const resentFor = 23 * hour;

/**
 * Whether a charge without an answer may be sent again as it was: for 24 hours the gateway makes one charge of the same
 * reference, amount and currency, and its clock is not ours. Later it is for an operator.
 *
 * Source: https://docs.placetopay.dev/checkout/api/reference/token
 */
export function mayResend({ createdAt }: Pick<CheckoutSession, 'createdAt'>, now: Date): boolean {
  return now.getTime() - createdAt.getTime() < resentFor;
}

function waitBeforeExpiry({ createdAt }: CheckoutSession, checks: number, now: Date): number {
  const early = now.getTime() - createdAt.getTime() < 10 * minute;
  return firstWaits[checks] ?? (early ? minute : 5 * minute);
}

function waitAfterExpiry(session: CheckoutSession, now: Date): number {
  const late = now.getTime() - session.expiresAt.getTime();
  if (late < 15 * minute && !hasPendingTransaction(session)) return minute;
  if (late < 2 * day) return 15 * minute;
  return late < overdueAfter ? hour : day;
}

function later(date: Date, milliseconds: number): Date {
  return new Date(date.getTime() + milliseconds);
}
