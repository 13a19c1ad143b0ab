import 'server-only';
import type { Charging } from '@/lib/data/charged-card';
import { findSession, markSent } from '@/lib/data/checkout-sessions';
import { findOrder } from '@/lib/data/orders';
import { prepareSession, type Prepared } from '@/lib/data/prepare-session';
import { randomId } from '@/lib/data/random';
import type { CheckoutSession } from '@/lib/domain/checkout-session';
import { isZero } from '@/lib/domain/money';
import { balance, isSettled, type Order } from '@/lib/domain/order';
import { askedAmount, type SessionPlan } from '@/lib/domain/session-request';
import { userIdOf, type Viewer } from '@/lib/domain/viewer';
import { findFlow } from '@/lib/flows';
import { basic } from '@/lib/flows/basic';
import { initialAnswers } from '@/lib/flows/flow';
import { cancelCheckout } from './cancel-checkout';
import { crashPoint } from './crash-point';
import { sameClickMs, whenOpened } from './resume-session';
import { sendCharge, type Present } from './send-charge';

export type ChargedCard =
  /** The order's page tells what became of it: approved, refused, or not known yet. */
  | { ok: true }
  | {
      ok: false;
      problem:
        | Exclude<(Prepared & { ok: false })['problem'], 'reference_taken'>
        | 'invalid_input'
        | 'gateway_refused'
        | 'gateway_unreachable';
      /** The gateway's own words for a refusal, in the order's language. */
      message?: string;
    };

type Input = Present &
  Charging & {
    orderId: string;
    /** The way to pay, by its slug: all at once unless said otherwise. One that takes no kept card charges nothing. */
    flow?: string;
    /** Rendered into the form by the server: a double click, a reload and the back button are one charge. */
    attemptKey: string;
    viewer: Viewer;
    /** The buyer, unless the shop renews a membership by itself. */
    actor?: 'buyer' | 'store';
  };

/** How long a pending charge is asked about eagerly. Milliseconds. */
const eagerMs = 30 * 60_000;

/**
 * Pays what an order still costs with a card that its owner keeps, without a page of the gateway: it is charged or held,
 * as the way to pay has it. At most one charge, however often it is clicked and whatever dies in between: the attempt and
 * its card are committed before anything is sent, an order has one attempt at a time, and a charge without an answer is
 * only ever sent again as it was.
 *
 * Source: https://docs.placetopay.dev/checkout/api/reference/token
 */
export async function chargeCard(input: Input): Promise<ChargedCard> {
  const first = await attempt(input);
  // Once more under a key of its own: the key given belongs to an attempt that led nowhere.
  if (first === 'over') return once({ ...input, attemptKey: randomId() });
  if (first !== 'page_open') return first;
  // A page of the gateway is open for this order: it is closed for good before another way is taken.
  const { orderId, viewer } = input;
  const closed = await cancelCheckout({ orderId, viewer });
  if (!closed.ok) return { ok: false, problem: 'confirming' };
  return once(input);
}

async function once(input: Input): Promise<ChargedCard> {
  const charged = await attempt(input);
  return typeof charged === 'string' ? { ok: false, problem: 'confirming' } : charged;
}

async function attempt(input: Input): Promise<ChargedCard | 'page_open' | 'over'> {
  const { orderId, viewer, attemptKey, flow = basic.slug, actor = 'buyer' } = input;
  const { cardId, installments, renewalOf } = input;
  const order = await findOrder(orderId, viewer);
  if (!order || order.userId !== userIdOf(viewer)) return { ok: false, problem: 'unknown_order' };
  // Paid meanwhile, by the same click that comes again or by another: the order's page tells.
  if (isSettled(order.status) || isZero(balance(order)))
    return order.sessions.at(-1)?.charge ? { ok: true } : { ok: false, problem: 'already_paid' };
  const now = new Date();
  const plan = planFor(order, flow, now);
  if (!plan) return { ok: false, problem: 'invalid_input' };
  const prepared = await prepareSession({
    orderId,
    viewer,
    attemptKey,
    flow,
    kind: plan.kind,
    charging: { cardId, installments, ...(renewalOf && { renewalOf }) },
    actor,
    amount: askedAmount(plan, order.total.currency),
    expiresAt: new Date(now.getTime() + eagerMs),
    now,
  });
  if (!prepared.ok)
    return { ok: false, problem: prepared.problem === 'reference_taken' ? 'confirming' : prepared.problem };
  if (!prepared.created) return prepared.session.charge ? follow(prepared.session) : 'page_open';
  crashPoint('charge.prepared');
  return send(prepared.session, input);
}

/** What a kept card is asked for; null where the way to pay needs its payer on a page. */
function planFor(order: Order, slug: string, now: Date): SessionPlan | null {
  const flow = findFlow(slug);
  if (!flow?.takesKeptCard || !flow.appliesTo(order)) return null;
  const planned = flow.plan(order, initialAnswers(flow, order, now), { now });
  return planned.ok ? planned.plan : null;
}

async function send(
  session: CheckoutSession,
  { cvv, visitor, actor = 'buyer' }: Input,
): Promise<ChargedCard> {
  const { id } = session;
  if (!(await markSent(id, new Date(), 'CHARGE_SENT'))) {
    // Its card was given up in this moment; or the reconciler gave it up itself, while this process slept.
    const waits = (await findSession(id))?.status === 'PREPARED';
    return { ok: false, problem: waits ? 'unknown_card' : 'gateway_unreachable' };
  }
  crashPoint('charge.sent');
  const present = { ...(cvv && { cvv }), ...(visitor && { visitor }) };
  const sent = await sendCharge(session, { again: false, actor, present });
  if (sent !== 'refused') return { ok: true };
  return refusal(await findSession(id));
}

/** The other half of a double click, or another window, is at it: its end is ours too. */
async function follow(found: CheckoutSession): Promise<ChargedCard | 'over'> {
  const session = await whenOpened(found);
  if (session.status !== 'ABANDONED') return { ok: true };
  return Date.now() - session.createdAt.getTime() > sameClickMs ? 'over' : refusal(session);
}

function refusal(session: CheckoutSession | null): ChargedCard {
  const message = session?.message;
  if (!message) return { ok: false, problem: 'gateway_unreachable' };
  return { ok: false, problem: 'gateway_refused', message };
}
