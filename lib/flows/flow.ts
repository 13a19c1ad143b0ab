import type { z } from 'zod';
import type { Locale } from '@/lib/domain/locale';
import { balance, type Order } from '@/lib/domain/order';
import type { PaymentPlan, SessionPlan } from '@/lib/domain/session-request';

/** What a shopper reads about a way to pay. */
export type FlowTexts = {
  readonly title: string;
  readonly summary: string;
  /** What the receipt says when it is done. */
  readonly promise: string;
  /** What will happen, one sentence each. */
  readonly steps: readonly string[];
};

/** One question of the flow's form. Its name is a key of `input`. */
export type FlowField = {
  readonly name: string;
  readonly label: Readonly<Record<Locale, string>>;
  readonly initial: string;
  readonly options?: readonly { readonly value: string; readonly label: Readonly<Record<Locale, string>> }[];
};

/** A way to pay: what differs from a basic payment, and nothing else. */
export type Flow = {
  readonly slug: string;
  readonly texts: Readonly<Record<Locale, FlowTexts>>;
  readonly fields: readonly FlowField[];
  /** Whether this order can be paid this way. */
  readonly appliesTo: (order: Order) => boolean;
  /** The form's answers, untrusted, made into a plan; or which of them are wrong, by field, as problem keys. */
  readonly plan: (order: Order, answers: unknown) => Planned;
};

export type Planned =
  | { readonly ok: true; readonly plan: SessionPlan }
  | { readonly ok: false; readonly fields: Readonly<Record<string, string>> };

type Definition<Answers> = Omit<Flow, 'plan'> & {
  readonly input: z.ZodType<Answers>;
  readonly request: (order: Order, answers: Answers) => SessionPlan;
};

/** Parses the answers before `request` sees them, then forgets their type: the registry stays a plain list. */
export function defineFlow<Answers>({ input, request, ...flow }: Definition<Answers>): Flow {
  return {
    ...flow,
    plan(order, answers) {
      const parsed = input.safeParse(answers);
      if (parsed.success) return { ok: true, plan: request(order, parsed.data) };
      const fields = parsed.error.issues.map(({ path, message }) => [String(path[0] ?? ''), message]);
      return { ok: false, fields: Object.fromEntries(fields) };
    },
  };
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
      sku: productSlug.slice(0, 30),
      name: name[order.locale].slice(0, longestName),
      category: 'physical',
      quantity,
      price: unit,
    })),
  };
}
