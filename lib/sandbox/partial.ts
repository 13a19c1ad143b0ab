import { statusOf, type Whole } from './bookkeeping';
import { digits, readAmount } from './money';
import { isFinal } from './session';
import { requestOf } from './stored-request';

/** Payment in parts. Source: https://docs.placetopay.dev/checkout/create-session */

/** Minor units of the session's currency. */
export type Parts = { paid: bigint; remaining: bigint; minimum: bigint };

/** Null for a session that wants all at once. The minimum is one unit of the currency, or what remains. */
export function partialOf(
  session: Pick<Whole, 'request' | 'totalMinor' | 'currency' | 'transactions'>,
): Parts | null {
  if (requestOf(session).payment?.allowPartial !== true) return null;
  const paid = session.transactions
    .filter(({ status }) => status === 'APPROVED')
    .reduce((sum, { totalMinor }) => sum + totalMinor, 0n);
  const remaining = (session.totalMinor ?? 0n) - paid;
  const unit = 10n ** BigInt(digits(session.currency ?? ''));
  return { paid, remaining, minimum: remaining < unit ? remaining : unit };
}

/** A dispersed payment of which a part was refused is open until its end, but nobody pays it a second time. */
export function acceptsMore(session: Whole): boolean {
  if (isFinal(statusOf(session))) return false;
  return session.status !== 'APPROVED_PARTIAL' || partialOf(session) !== null;
}

/**
 * What this payment is of: all, or the part that the payer typed. Null for what is no amount, under the minimum,
 * or more than remains.
 */
export function readPart(session: Whole, typed: string | undefined): bigint | null {
  const parts = partialOf(session);
  if (!parts) return session.totalMinor ?? 0n;
  if (typed === undefined || typed.trim() === '') return parts.remaining;
  const read = readAmount(typed, session.currency ?? '');
  return read && read.minor >= parts.minimum && read.minor <= parts.remaining ? read.minor : null;
}
