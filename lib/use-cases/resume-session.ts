import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { findSession } from '@/lib/data/checkout-sessions';
import { keepOpen } from '@/lib/data/replaced-orders';
import {
  hasPendingTransaction,
  isFinal,
  isPayable,
  type CheckoutSession,
} from '@/lib/domain/checkout-session';
import { crashPoint } from './crash-point';
import { settleCheckout, unansweredMs } from './settle-checkout';
import type { Started } from './start-checkout';

/** A repeated click within this long is the same click, and gets the same answer. */
export const sameClickMs = 10_000;
const glanceMs = 100;

/**
 * What to tell somebody who wants to pay while the order has an attempt already: its page, to wait, or 'over' when that
 * attempt has ended and another may begin.
 */
export async function resumeSession(found: CheckoutSession): Promise<Started | 'over'> {
  const opening = isOpening(found);
  const session = opening ? await whenOpened(found) : found;
  const now = new Date();
  if (isFinal(session.status)) return afterEnd(session, now);
  // A card is being charged: whether it was is not known, so nobody pays in another way.
  if (session.charge) return { ok: false, problem: 'confirming' };
  if (session.suspectedAt !== null || hasPendingTransaction(session))
    return { ok: false, problem: 'confirming' };
  if (isPayable(session, now)) {
    if (session.replacedBy !== null) await keepOpen(session.id);
    return { ok: true, processUrl: session.processUrl ?? '' };
  }
  if (session.status === 'IN_DOUBT' && opening) return { ok: false, problem: 'gateway_unreachable' };
  return ask(session);
}

function isOpening({ status }: CheckoutSession) {
  return status === 'PREPARED' || status === 'SENT';
}

/** The other half of a double click is talking to the gateway: its answer is ours too. */
export async function whenOpened(session: CheckoutSession): Promise<CheckoutSession> {
  const givenUp = session.createdAt.getTime() + unansweredMs;
  let seen = session;
  while (isOpening(seen) && Date.now() < givenUp) {
    await wait(glanceMs);
    seen = (await findSession(session.id)) ?? seen;
  }
  return seen;
}

function afterEnd({ status, reason, message, createdAt }: CheckoutSession, now: Date): Started | 'over' {
  if (status === 'APPROVED') return { ok: false, problem: 'already_paid' };
  if (status !== 'ABANDONED' || now.getTime() - createdAt.getTime() > sameClickMs) return 'over';
  const refused = message !== null && reason !== null;
  return {
    ok: false,
    problem: refused ? 'gateway_refused' : 'gateway_unreachable',
    ...(message && { message }),
  };
}

/** Neither payable nor over, by what we know: the gateway knows more, or nobody ever saw a page of it. */
async function ask({ id }: CheckoutSession): Promise<Started | 'over'> {
  await settleCheckout({ sessionId: id, source: 'buyer' });
  crashPoint('checkout.asked_again');
  const session = await findSession(id);
  return session && isFinal(session.status) && session.status !== 'APPROVED'
    ? 'over'
    : { ok: false, problem: session?.status === 'APPROVED' ? 'already_paid' : 'confirming' };
}
