import { formatDate, formatMoney } from '@/lib/dictionaries/format';
import { orders } from '@/lib/dictionaries/orders';
import type { Locale } from '@/lib/domain/locale';
import type { Order } from '@/lib/domain/order';
import type { Standing } from '@/lib/domain/order-standing';
import { StandingBadge } from './standing-badge';

type Props = { locale: Locale; order: Order; standing: Standing };

/** An order in a list: its number leads to it. An ordinary link: each order is a document of its own. */
export function OrderCard({ locale, order, standing }: Props) {
  const texts = orders[locale];
  const units = order.lines.reduce((count, { quantity }) => count + quantity, 0);
  return (
    <li className="border-mist hover:border-ink relative min-w-0 rounded-2xl border-2 p-5 transition-colors">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="text-xl font-bold">
          <a href={`/${locale}/orders/${order.id}`} className="after:absolute after:inset-0">
            {texts.number(order.number)}
          </a>
        </h2>
        <StandingBadge locale={locale} standing={standing} />
        <strong className="ml-auto text-xl tabular-nums">{formatMoney(order.total, locale)}</strong>
      </div>
      <p className="mt-1 text-base">
        {texts.placed(formatDate(order.createdAt, locale))} ·{' '}
        <span className="whitespace-nowrap">{texts.lines(units)}</span>
      </p>
      <p className="truncate text-base opacity-85">
        {order.lines.map(({ name }) => name[locale]).join(', ')}
      </p>
    </li>
  );
}
