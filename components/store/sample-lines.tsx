import { checkout } from '@/lib/dictionaries/checkout';
import { formatMoney } from '@/lib/dictionaries/format';
import type { Locale } from '@/lib/domain/locale';
import { multiply } from '@/lib/domain/money';
import type { Order } from '@/lib/domain/order';

type Props = { locale: Locale; order: Pick<Order, 'lines' | 'total'>; title: string };

/** What a sample order holds, in a line or two. */
export function SampleLines({ locale, order, title }: Props) {
  const texts = checkout[locale].summary;
  return (
    <div className="bg-mist/45 my-6 flex flex-wrap items-baseline gap-x-8 gap-y-1 rounded-2xl px-5 py-4">
      <h3 className="font-bold">{title}</h3>
      <ul className="grow text-base">
        {order.lines.map(({ productSlug, name, quantity, unit }) => (
          <li key={productSlug} className="flex flex-wrap justify-between gap-x-4">
            <span>
              {name[locale]} {texts.quantity(quantity)}
            </span>
            <span className="tabular-nums">{formatMoney(multiply(unit, quantity), locale)}</span>
          </li>
        ))}
      </ul>
      <p className="text-xl font-bold tabular-nums">
        {texts.total}: {formatMoney(order.total, locale)}
      </p>
    </div>
  );
}
