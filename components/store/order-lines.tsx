import { Fragment } from 'react';
import { formatMoney } from '@/lib/dictionaries/format';
import { orders } from '@/lib/dictionaries/orders';
import { wallet } from '@/lib/dictionaries/wallet';
import type { Locale } from '@/lib/domain/locale';
import { multiply } from '@/lib/domain/money';
import type { Order } from '@/lib/domain/order';
import { orderSums } from '@/lib/domain/order-sums';

/** What was bought, at the prices of that day, and what of it is paid. */
export function OrderLines({ locale, order }: { locale: Locale; order: Order }) {
  const texts = orders[locale];
  const { agreed, paid, givenBack, owed } = orderSums(order);
  const rows = [
    [texts.agreed, agreed],
    [texts.paid, paid],
    [texts.givenBack, givenBack],
    [texts.remaining, owed],
  ] as const;
  return (
    <section aria-labelledby="bought" className="my-10">
      <h2 id="bought" className="mb-3 text-2xl font-bold">
        {texts.bought}
      </h2>
      {order.lines.length === 0 && <p>{wallet[locale].onlyCard}</p>}
      <ul className="divide-mist border-mist divide-y border-y-2 empty:hidden">
        {order.lines.map((line) => (
          <li key={line.productSlug} className="flex justify-between gap-4 py-3">
            <span>
              <span className="font-semibold">{line.name[locale]}</span>
              <span className="block text-base opacity-85">
                {line.quantity} × {formatMoney(line.unit, locale)}
              </span>
            </span>
            <span className="whitespace-nowrap tabular-nums">
              {formatMoney(multiply(line.unit, line.quantity), locale)}
            </span>
          </li>
        ))}
      </ul>
      <dl className="mt-3 grid grid-cols-[1fr_auto] gap-y-1 tabular-nums [&>dd]:text-right">
        <dt className="text-xl font-bold">{texts.total}</dt>
        <dd className="text-xl font-bold">{formatMoney(order.total, locale)}</dd>
        {rows.map(
          ([term, amount]) =>
            amount && (
              <Fragment key={term}>
                <dt>{term}</dt>
                <dd>{formatMoney(amount, locale)}</dd>
              </Fragment>
            ),
        )}
      </dl>
    </section>
  );
}
