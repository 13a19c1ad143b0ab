import { formatMoney } from '@/lib/dictionaries/format';
import { orders } from '@/lib/dictionaries/orders';
import type { Locale } from '@/lib/domain/locale';
import { fromDecimal, type Money } from '@/lib/domain/money';
import type { OrderEvent } from '@/lib/domain/order-event';
import { followUps } from '@/lib/flows/follow-ups';

type Attempted = {
  readonly sessions: readonly { readonly reference: string }[];
  readonly total: Pick<Money, 'currency'>;
};

/** What an event adds to its sentence: which attempt, its status in words, and the code to ask a bank with. */
export function eventDetails(order: Attempted, event: OrderEvent, locale: Locale): string {
  const { data } = event;
  return [
    attemptWords(order, data.reference, locale),
    operationWords(order, event, locale),
    statusWords(event, locale),
    data.message,
    data.reason,
    whyWords(event, locale),
    data.by,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}

/** People count attempts; references are for looking things up, and stand with each attempt. */
function attemptWords(
  { sessions }: Attempted,
  reference: string | undefined,
  locale: Locale,
): string | undefined {
  const index = sessions.findIndex((session) => session.reference === reference);
  return index < 0 ? undefined : orders[locale].attempts.attempt(index + 1);
}

/** What was asked of a transaction, for how much. */
function operationWords({ total }: Attempted, { data }: OrderEvent, locale: Locale): string | undefined {
  if (data.operation === undefined) return undefined;
  const label = followUps.find(({ name }) => name === data.operation)?.label[locale] ?? data.operation;
  return data.amount ? `${label} ${formatMoney(fromDecimal(data.amount, total.currency), locale)}` : label;
}

/** Why the open payment was closed, where nobody asked for it. */
function whyWords({ type, data }: OrderEvent, locale: Locale): string | undefined {
  return type === 'CANCEL_ASKED' && data.why === 'cart_changed'
    ? orders[locale].timeline.cartChanged
    : undefined;
}

/** A transaction and an attempt have statuses of their own; one we have no word for stays unsaid. */
function statusWords({ type, data: { status } }: OrderEvent, locale: Locale): string | undefined {
  const { sessions, transactions } = orders[locale].attempts;
  const words: Readonly<Record<string, string>> = type === 'TRANSACTION_SEEN' ? transactions : sessions;
  return status !== undefined && Object.hasOwn(words, status) ? words[status] : undefined;
}
