import { followUpTexts } from '@/lib/dictionaries/follow-ups';
import { formatDateTime, formatMoney } from '@/lib/dictionaries/format';
import { orders } from '@/lib/dictionaries/orders';
import { desk } from '@/lib/dictionaries/desk';
import type { Locale } from '@/lib/domain/locale';
import { recoveryOf, type Operation } from '@/lib/domain/operation';
import { Facts } from './facts';

type Props = { locale: Locale; operation: Operation; orderId: string; orderNumber: string };

/** An operation of which nobody knows the end: it is decided on the order's page, with all of the evidence beside it. */
export function DoubtfulOperation({ locale, operation, orderId, orderNumber }: Props) {
  const texts = followUpTexts[locale];
  const { amount, sentReference, askedBy, createdAt } = operation;
  const actions: Readonly<Record<string, string>> = desk[locale].actions;
  return (
    <li className="border-clay min-w-0 rounded-2xl border-2 p-5">
      <h3 className="mb-2 text-lg font-bold">
        <a
          href={`/${locale}/orders/${orderId}#follow-ups`}
          className="underline decoration-2 underline-offset-4"
        >
          {orders[locale].number(orderNumber)}
        </a>
      </h3>
      <p className="font-semibold">{texts.frozen.title}</p>
      <p className="mb-3 max-w-prose text-base">{texts.frozen[recoveryOf(operation)]}</p>
      <Facts
        facts={[
          [actions[operation.name] ?? operation.name, amount ? formatMoney(amount, locale) : ' '],
          [orders[locale].attempts.facts.internalReference, sentReference],
          [orders[locale].attempts.facts.date, texts.asked(askedBy, formatDateTime(createdAt, locale))],
        ]}
      />
    </li>
  );
}
