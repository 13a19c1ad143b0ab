import type { FieldProblems } from './form-field';
import { compare, equals, sum, zero } from './money';
import { optionPrefix, type SessionOptions } from './session-options';
import type { SessionPlan } from './session-request';

/** The gateway's default; a site may have fewer or more. https://docs.placetopay.dev/checkout/create-session */
export const mostParts = 3;

/** What the advanced panel adds to a flow's plan. What it does not mention stays as the flow has it. */
export function withOptions(plan: SessionPlan, options: SessionOptions): SessionPlan {
  const { payment, subscription } = plan;
  const { taxes, details, modifiers, allowPartial, subscribe, description, metadata } = options;
  return {
    ...plan,
    ...(payment && {
      payment: {
        ...payment,
        amount: { ...payment.amount, ...(taxes && { taxes }), ...(details && { details }) },
        items: options.items === false ? [] : payment.items,
        ...(modifiers && { modifiers }),
        ...(allowPartial && { allowPartial }),
        ...(subscribe && { subscribe }),
        ...(description && { description }),
      },
    }),
    ...(subscription && { subscription: { ...subscription, ...(description && { description }) } }),
    ...((plan.metadata || metadata) && { metadata: { ...plan.metadata, ...metadata } }),
    ...(options.skipResult && { skipResult: true }),
  };
}

type Rule = {
  readonly field: string;
  readonly problem: string;
  readonly when: (plan: SessionPlan) => boolean;
};

const isPartial = ({ payment }: SessionPlan) => payment?.allowPartial === true;
const isRepeated = ({ payment }: SessionPlan) => payment?.recurring !== undefined;
const isDispersed = ({ payment }: SessionPlan) => payment?.dispersion !== undefined;
const isHeld = ({ kind }: SessionPlan) => kind === 'HOLD';
const isKept = ({ payment }: SessionPlan) => payment?.subscribe === true;
const isModified = ({ payment }: SessionPlan) => (payment?.modifiers?.length ?? 0) > 0;
const isConfirmed = ({ metadata }: SessionPlan) => metadata?.requiresConfirmation === true;
const isTaxed = ({ payment }: SessionPlan) => (payment?.amount.taxes?.length ?? 0) > 0;
const isDetailed = ({ payment }: SessionPlan) => (payment?.amount.details?.length ?? 0) > 0;
const all =
  (...conditions: Rule['when'][]) =>
  (plan: SessionPlan) =>
    conditions.every((condition) => condition(plan));
const option = (name: string) => optionPrefix + name;

/**
 * What the gateway does not take together, refused here with a reason instead of there without one.
 * https://docs.placetopay.dev/checkout/create-session and https://docs.placetopay.dev/checkout/confirmation-flow
 */
const rules: readonly Rule[] = [
  { field: option('allowPartial'), problem: 'partial_not_with_recurring', when: all(isPartial, isRepeated) },
  {
    field: option('allowPartial'),
    problem: 'partial_not_with_dispersion',
    when: all(isPartial, isDispersed),
  },
  { field: option('allowPartial'), problem: 'partial_not_with_hold', when: all(isPartial, isHeld) },
  {
    field: option('allowPartial'),
    problem: 'partial_not_with_confirmation',
    when: all(isPartial, isConfirmed),
  },
  { field: option('subscribe'), problem: 'subscribe_not_with_confirmation', when: all(isKept, isConfirmed) },
  { field: option('tax1Kind'), problem: 'taxes_not_with_partial', when: all(isTaxed, isPartial) },
  { field: option('detail1Kind'), problem: 'taxes_not_with_partial', when: all(isDetailed, isPartial) },
  { field: option('tax1Kind'), problem: 'taxes_inside_parts', when: all(isTaxed, isDispersed) },
  { field: option('detail1Kind'), problem: 'taxes_inside_parts', when: all(isDetailed, isDispersed) },
  { field: option('modifierCode'), problem: 'modifiers_not_with_partial', when: all(isModified, isPartial) },
  { field: 'flow', problem: 'dispersion_not_with_hold', when: all(isDispersed, isHeld) },
  { field: 'flow', problem: 'dispersion_not_with_recurring', when: all(isDispersed, isRepeated) },
  { field: 'flow', problem: 'recurring_not_with_hold', when: all(isRepeated, isHeld) },
  { field: 'flow', problem: 'sum_differs', when: (plan) => !partsAddUp(plan) },
  {
    field: 'flow',
    problem: 'too_many_parts',
    when: ({ payment }) => (payment?.dispersion?.length ?? 0) > mostParts,
  },
];

const withoutPayment = [
  'allowPartial',
  'subscribe',
  'tax1Kind',
  'detail1Kind',
  'modifierCode',
  'shipping',
] as const;

/** Empty where the gateway has nothing against the plan. A way to pay that nothing is paid with has no such options. */
export function planProblems(plan: SessionPlan, options: SessionOptions = {}): FieldProblems {
  const broken = rules.filter(({ when }) => when(plan)).map(({ field, problem }) => [field, problem]);
  const { allowPartial, subscribe, taxes, details, modifiers, shipping } = options;
  const given = [allowPartial, subscribe, taxes, details, modifiers, shipping];
  const idle = plan.payment ? [] : withoutPayment.filter((_, index) => given[index] !== undefined);
  return Object.fromEntries([...idle.map((name) => [option(name), 'nothing_is_paid']), ...broken.reverse()]);
}

/** The parts are the total, to the last minor unit, and all in its currency. */
function partsAddUp({ payment }: SessionPlan): boolean {
  if (!payment?.dispersion) return true;
  const { total } = payment.amount;
  const parts = payment.dispersion.map(({ amount }) => amount.total);
  if (parts.some(({ currency, minor }) => currency !== total.currency || minor < 0n)) return false;
  return equals(sum(parts, total.currency), total) && compare(total, zero(total.currency)) > 0;
}
