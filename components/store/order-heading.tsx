import { formatDateTime } from '@/lib/dictionaries/format';
import { orders } from '@/lib/dictionaries/orders';
import type { Locale } from '@/lib/domain/locale';
import { isZero } from '@/lib/domain/money';
import type { Order } from '@/lib/domain/order';
import type { Standing } from '@/lib/domain/order-standing';
import { StandingBadge } from './standing-badge';

type Props = { locale: Locale; order: Order; standing: Standing };

/** The order's number, in words where it stands, and when. On paper it heads the receipt. */
export function OrderHeading({ locale, order, standing }: Props) {
  const texts = orders[locale];
  return (
    <header className="mt-8">
      <p className="hidden font-bold print:block">Ladera · {texts.receipt.title}</p>
      <h1 className="flex flex-wrap items-center gap-x-4 gap-y-2 text-2xl leading-tight font-bold sm:text-4xl">
        {texts.heading(order.number)}
        <StandingBadge locale={locale} standing={standing} />
      </h1>
      <p className="mt-2 text-base">
        {texts.placed(formatDateTime(order.createdAt, locale))}
        {order.paidAt && !isZero(order.total) && (
          <> · {texts.receipt.paidAt(formatDateTime(order.paidAt, locale))}</>
        )}
      </p>
      <p className="hidden text-sm print:block">{texts.receipt.note}</p>
    </header>
  );
}
