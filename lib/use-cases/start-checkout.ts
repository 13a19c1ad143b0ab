import 'server-only';
import { randomId } from '@/lib/data/random';
import { prepareSession } from '@/lib/data/checkout-sessions';
import { findBuyer, findOrder } from '@/lib/data/orders';
import { sessionRequest, type SessionPlan } from '@/lib/domain/session-request';
import type { Buyer } from '@/lib/domain/buyer';
import type { Order } from '@/lib/domain/order';
import type { Viewer } from '@/lib/domain/viewer';
import { env } from '@/lib/env';
import { findFlow } from '@/lib/flows';
import { crashPoint } from './crash-point';
import { openSession } from './open-session';
import { resumeSession } from './resume-session';

export type Started =
  | { ok: true; processUrl: string }
  | {
      ok: false;
      problem:
        | 'unknown_order'
        | 'already_paid'
        | 'confirming'
        | 'out_of_stock'
        | 'gateway_unreachable'
        | 'gateway_refused'
        | 'invalid_input';
      /** The gateway's own words for a refusal, in the order's language. */
      message?: string;
      /** Which answers of the flow's form are wrong, as problem keys. */
      fields?: Readonly<Record<string, string>>;
    };

export type Input = {
  orderId: string;
  /** The flow's slug. */
  flow: string;
  /** The form's answers, untrusted. */
  answers: unknown;
  /** Rendered into the form by the server: a double click, a reload and the back button are one attempt. */
  attemptKey: string;
  viewer: Viewer;
  visitor: { ipAddress: string; userAgent: string };
};

/** How long a payer has at the gateway: its own default. */
const sessionLifeMs = 30 * 60_000;

/**
 * Opens a checkout session, or finds the one that is open, and tells where to send the payer.
 *
 * There is never more than one payable session per order. An attempt that led nowhere is closed for good before another
 * one, with a new reference, is opened; so whatever the gateway made of a lost call, nobody can pay it.
 *
 * Source: https://docs.placetopay.dev/checkout/create-session
 */
export async function startCheckout(input: Input): Promise<Started> {
  const first = await attempt(input);
  // Once more under a key of its own: the key given belongs to an attempt that is over.
  const second = first === 'over' ? await attempt({ ...input, attemptKey: randomId() }) : first;
  return second === 'over' ? { ok: false, problem: 'confirming' } : second;
}

async function attempt(input: Input): Promise<Started | 'over'> {
  const { orderId, viewer, attemptKey } = input;
  const [order, buyer] = await Promise.all([findOrder(orderId, viewer), findBuyer(orderId, viewer)]);
  if (!order || !buyer) return { ok: false, problem: 'unknown_order' };
  if (order.status === 'PAID' || order.status === 'OVERPAID') return { ok: false, problem: 'already_paid' };
  const planned = planFor(order, input);
  if (!planned.ok) return { ok: false, problem: 'invalid_input', fields: planned.fields };
  const { payment } = planned.plan;
  const now = new Date();
  const prepared = await prepareSession({
    orderId,
    viewer,
    attemptKey,
    flow: input.flow,
    amount: payment.amount.total,
    ...(payment.allowPartial !== undefined && { allowPartial: payment.allowPartial }),
    expiresAt: new Date(now.getTime() + sessionLifeMs),
    now,
  });
  if (!prepared.ok) return prepared;
  if (!prepared.created) return resumeSession(prepared.session);
  crashPoint('checkout.prepared');
  const asking = {
    order,
    buyer,
    plan: planned.plan,
    returnToken: prepared.returnToken,
    visitor: input.visitor,
  };
  return openSession(prepared.session, requestFor(prepared.session, asking));
}

function planFor(order: Order, { flow: slug, answers }: Input) {
  const flow = findFlow(slug);
  if (!flow?.appliesTo(order)) return { ok: false, fields: { flow: 'unknown_choice' } } as const;
  return flow.plan(order, answers);
}

type Asking = {
  order: Order;
  buyer: Buyer;
  plan: SessionPlan;
  returnToken: string;
  visitor: Input['visitor'];
};

function requestFor(
  { reference, expiresAt }: { reference: string; expiresAt: Date },
  { order, buyer, plan, returnToken, visitor }: Asking,
) {
  const returnUrl = `${env.publicUrl}/${order.locale}/checkout/return/${returnToken}`;
  return sessionRequest(plan, {
    ...visitor,
    reference,
    expiresAt,
    buyer,
    locale: order.locale,
    returnUrl,
    cancelUrl: returnUrl,
  });
}
