import { isFinal, type CheckoutSession } from './checkout-session';
import { compare, equals } from './money';
import { charges, holdsOf } from './order-money';
import { orderStatus, paidTotal, type Order } from './order';
import type { SessionReport } from './report';
import { settle } from './settlement';
import { attempts } from './transaction';

/** What must hold of every order, whatever happened to it and in whatever order it was heard. */
export const rules = [
  /** What is written down as paid is what its transactions say, to the minor unit. */
  'paid_is_proved',
  /** So is the status that lists and the desk read. */
  'status_is_proved',
  /** At most one attempt can still take money. */
  'one_open_attempt',
  /** Nothing is given back that was not charged. */
  'given_back_was_charged',
  /** A hold is captured at most once, and for no more than was held. */
  'captured_was_held',
  /** An attempt that is over knows of every payment that the gateway knows of, and of no other. */
  'gateway_agrees',
] as const;

export type Rule = (typeof rules)[number];

/** The rules that an order's own record breaks. `written` is the status of its row, which is kept for lists. Pure. */
export function brokenRules(order: Order, { written }: { written: string }): Rule[] {
  const { sessions } = order;
  const facts = sessions.flatMap(({ transactions }) => transactions);
  const broken: Record<Exclude<Rule, 'gateway_agrees'>, boolean> = {
    paid_is_proved: !equals(order.paid, paidTotal(order)),
    status_is_proved: written !== orderStatus(order),
    one_open_attempt: sessions.filter(({ status }) => !isFinal(status)).length > 1,
    given_back_was_charged: charges(facts).some(({ amount, refunded }) => compare(refunded, amount) > 0),
    captured_was_held: sessions.flatMap(holdsOf).some(({ captured, held }) => compare(captured, held) > 0),
  };
  return rules.filter((rule) => rule !== 'gateway_agrees' && broken[rule]);
}

/**
 * Whether what the gateway says of an attempt is what is recorded of it. News of one that is still open are no breach, and
 * what an operator looks at already is known not to fit. Pure.
 */
export function agrees(session: CheckoutSession, report: SessionReport, now: Date): boolean {
  if (!isFinal(session.status) || session.suspectedAt !== null) return true;
  return settle(session, report, now).kind === 'unchanged' && tellsEverySale(session, report);
}

/** What became of a hold may be told under another name; a sale keeps the one it was paid under. */
function tellsEverySale({ transactions }: CheckoutSession, report: SessionReport): boolean {
  const told = new Set(report.transactions.map(({ internalReference }) => internalReference));
  return attempts(transactions)
    .filter(({ type, status }) => type === 'SALE' && status === 'APPROVED')
    .every(({ internalReference }) => told.has(internalReference));
}
