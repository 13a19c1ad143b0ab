import type { z } from 'zod';
import { cutText } from '@/lib/domain/cut-text';
import type { FieldProblems, FormField } from '@/lib/domain/form-field';
import type { Locale } from '@/lib/domain/locale';
import { balance, type Order } from '@/lib/domain/order';
import type { Words } from '@/lib/domain/product';
import type { PaymentPlan, SessionKind, SessionPlan } from '@/lib/domain/session-request';
import type { FollowUp } from './follow-up';

/** What a person reads about a way to pay. */
export type FlowTexts = {
  readonly title: string;
  readonly summary: string;
  /** What the receipt says when it is done. */
  readonly promise: string;
  /** What will happen, one sentence each. */
  readonly steps: readonly string[];
  /** A real case. */
  readonly useCase: string;
  /** Rules and exclusions, one sentence each. */
  readonly rules: readonly string[];
  /** Why an order cannot be paid this way. */
  readonly unavailable: string;
};

/** One question of the flow's form. Its name is a key of `input`. */
export type FlowField = FormField & { readonly initial: (order: Order, today: Date) => string };

/** One node of the diagram: where an order can stand that is paid this way, and what may come next, by name. */
export type FlowState = {
  readonly name: string;
  readonly label: Words;
  readonly next: readonly string[];
  /** Whether an order that is paid this way stands here now. The last state of the list that says yes is lit. */
  readonly isAt: (order: Order) => boolean;
};

/** What a sample order holds, so that the flow can be seen without a cart. */
export type Sample = {
  readonly lines: readonly { readonly productSlug: string; readonly quantity: number }[];
};

/** A way to pay: what differs from a basic payment, and nothing else. */
export type Flow = {
  readonly slug: string;
  readonly texts: Readonly<Record<Locale, FlowTexts>>;
  readonly fields: readonly FlowField[];
  readonly states: readonly FlowState[];
  readonly sample: Sample;
  /** What can be done with its transactions afterwards. */
  readonly followUps: readonly FollowUp[];
  /** Whether this order can be paid this way. */
  readonly appliesTo: (order: Order) => boolean;
  /** A kept card can pay it without a page of the gateway: what the plan charges or holds is then collected. */
  readonly takesKeptCard?: true;
  /** The form's answers, untrusted, made into a plan; or which of them are wrong, by field, as problem keys. */
  readonly plan: (order: Order, answers: unknown, at: { readonly now: Date }) => Planned;
};

export type Planned =
  { readonly ok: true; readonly plan: SessionPlan } | { readonly ok: false; readonly fields: FieldProblems };

/** What is wrong although every answer alone could be read, by field. */
export class WrongAnswers extends Error {
  override readonly name = 'WrongAnswers';
  constructor(readonly fields: FieldProblems) {
    super('The answers do not fit together.');
  }
}

type Definition<Answers> = Omit<Flow, 'plan'> & {
  readonly input: z.ZodType<Answers>;
  /** Throws WrongAnswers for what only shows when the answers meet the order. */
  readonly request: (order: Order, answers: Answers, at: { readonly now: Date }) => SessionPlan;
};

/** Parses the answers before `request` sees them, then forgets their type: the registry stays a plain list. */
export function defineFlow<Answers>({ input, request, ...flow }: Definition<Answers>): Flow {
  return {
    ...flow,
    plan(order, answers, at) {
      const parsed = input.safeParse(answers);
      if (!parsed.success) {
        const fields = parsed.error.issues.map(({ path, message }) => [String(path[0] ?? ''), message]);
        return { ok: false, fields: Object.fromEntries(fields.reverse()) };
      }
      try {
        return { ok: true, plan: request(order, parsed.data, at) };
      } catch (error) {
        if (error instanceof WrongAnswers) return { ok: false, fields: error.fields };
        throw error;
      }
    },
  };
}

/** The answers a form begins with. */
export function initialAnswers(flow: Flow, order: Order, today: Date): Record<string, string> {
  return Object.fromEntries(flow.fields.map(({ name, initial }) => [name, initial(order, today)]));
}

/** What this order's money is asked for, with the answers a form begins with. */
export function kindOf(flow: Flow, order: Order, now: Date): SessionKind {
  const planned = flow.plan(order, initialAnswers(flow, order, now), { now });
  return planned.ok ? planned.plan.kind : 'SALE';
}

/** The one state of the diagram that is lit for this order, or null before anything began. */
export function currentState(flow: Flow, order: Order): FlowState | null {
  return flow.states.findLast(({ isAt }) => isAt(order)) ?? null;
}

/** The gateway keeps 50 items of at most 120 characters and drops or cuts the rest. */
const mostItems = 50;
const longestName = 120;

/** What every payment asks for: what is left of the order, and what it is for. */
export function paymentFor(order: Order): PaymentPlan {
  return {
    description: `Ladera ${order.number}`,
    amount: { total: balance(order) },
    items: order.lines.slice(0, mostItems).map(({ productSlug, name, quantity, unit }) => ({
      sku: cutText(productSlug, 30),
      name: cutText(name[order.locale], longestName),
      category: 'physical',
      quantity,
      price: unit,
    })),
  };
}
