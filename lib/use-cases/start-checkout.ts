import 'server-only';
import { isCardProblem } from '@/lib/data/charged-card';
import { randomId } from '@/lib/data/random';
import { prepareSession, type Prepared } from '@/lib/data/prepare-session';
import { findBuyer, findOrder } from '@/lib/data/orders';
import type { FieldProblems } from '@/lib/domain/form-field';
import { readOptions } from '@/lib/domain/read-options';
import { optionPrefix, type SessionOptions } from '@/lib/domain/session-options';
import { askedAmount, termsOf, type SessionPlan, type SessionRequest } from '@/lib/domain/session-request';
import { planProblems, withOptions } from '@/lib/domain/session-rules';
import type { Buyer } from '@/lib/domain/buyer';
import { balance, isSettled, type Order } from '@/lib/domain/order';
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
      fields?: FieldProblems;
    };

export type Input = {
  orderId: string;
  /** The flow's slug. */
  flow: string;
  /** The form's answers, untrusted: the flow's own, and those of the advanced panel, which begin with `option.`. */
  answers: unknown;
  /** Rendered into the form by the server: a double click, a reload and the back button are one attempt. */
  attemptKey: string;
  viewer: Viewer;
  visitor: { ipAddress: string; userAgent: string };
};

const minuteMs = 60_000;
/** How long a payer has at the gateway where nobody chose: its own default. */
const sessionMinutes = 30;

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
  if (isSettled(order.status)) return { ok: false, problem: 'already_paid' };
  const now = new Date();
  const planned = planSession(order, { ...input, now });
  if (!planned.ok) return { ok: false, problem: 'invalid_input', fields: planned.fields };
  const { plan, options } = planned;
  const prepared = await prepareSession({
    orderId,
    viewer,
    attemptKey,
    flow: input.flow,
    kind: plan.kind,
    terms: termsOf(plan),
    amount: askedAmount(plan, order.total.currency),
    ...(options.reference && { reference: options.reference }),
    ...(plan.payment?.allowPartial && { allowPartial: true }),
    expiresAt: expiryOf(options, now),
    now,
  });
  if (!prepared.ok) return refusalOf(prepared.problem);
  if (!prepared.created) return resumeSession(prepared.session);
  crashPoint('checkout.prepared');
  const asking = { order, buyer, plan, options, returnToken: prepared.returnToken, visitor: input.visitor };
  return openSession(prepared.session, requestFor(prepared.session, asking));
}

function refusalOf(problem: (Prepared & { ok: false })['problem']): Started {
  // A page charges no kept card.
  if (isCardProblem(problem)) return { ok: false, problem: 'invalid_input' };
  if (problem !== 'reference_taken') return { ok: false, problem };
  return { ok: false, problem: 'invalid_input', fields: { [`${optionPrefix}reference`]: problem } };
}

export type PlannedSession =
  { ok: true; plan: SessionPlan; options: SessionOptions } | { ok: false; fields: FieldProblems };

/**
 * What would be asked for, or every answer that is wrong, by field. Nothing is written and nobody is called: the pages
 * show with it what a form would send.
 */
export function planSession(
  order: Order,
  { flow: slug, answers, now }: Pick<Input, 'flow' | 'answers'> & { now: Date },
): PlannedSession {
  const flow = findFlow(slug);
  if (!flow?.appliesTo(order)) return { ok: false, fields: { flow: 'unknown_choice' } };
  const { own, advanced } = sorted(answers);
  const planned = flow.plan(order, own, { now });
  const total = planned.ok ? askedAmount(planned.plan, order.total.currency) : balance(order);
  const read = readOptions(advanced, total);
  if (!planned.ok || !read.ok) {
    return { ok: false, fields: { ...(read.ok ? {} : read.fields), ...(planned.ok ? {} : planned.fields) } };
  }
  const plan = withOptions(planned.plan, read.options);
  const fields = planProblems(plan, read.options);
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, plan, options: read.options };
}

/** The advanced panel's answers apart from the flow's own, which the flow reads strictly. */
function sorted(answers: unknown): { own: unknown; advanced: Record<string, string> } {
  if (typeof answers !== 'object' || answers === null) return { own: answers, advanced: {} };
  const all = Object.entries(answers);
  const advanced = all.filter(([name]) => name.startsWith(optionPrefix));
  return {
    own: Object.fromEntries(all.filter(([name]) => !name.startsWith(optionPrefix))),
    advanced: Object.fromEntries(advanced.map(([name, value]) => [name, String(value)])),
  };
}

type Asking = {
  order: Order;
  buyer: Buyer;
  plan: SessionPlan;
  options: SessionOptions;
  returnToken: string;
  visitor: Input['visitor'];
};

/** When a page that is opened now expires. */
export function expiryOf({ expiresInMinutes = sessionMinutes }: SessionOptions, now: Date): Date {
  return new Date(now.getTime() + expiresInMinutes * minuteMs);
}

/** What the gateway is asked for in one attempt, in the shop's words. */
export function requestFor(
  { reference, expiresAt }: { reference: string; expiresAt: Date },
  { order, buyer, plan, options, returnToken, visitor }: Asking,
): SessionRequest {
  const returnUrl = `${env.publicUrl}/${order.locale}/checkout/return/${returnToken}`;
  return {
    ...visitor,
    plan,
    options,
    reference,
    expiresAt,
    buyer,
    locale: order.locale,
    returnUrl,
    cancelUrl: returnUrl,
    notificationUrl: `${env.publicUrl}/api/placetopay/notification`,
  };
}
