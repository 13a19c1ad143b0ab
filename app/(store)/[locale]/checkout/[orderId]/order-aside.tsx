import { OrderSummary } from '@/components/store/order-summary';
import type { Locale } from '@/lib/domain/locale';
import { isZero } from '@/lib/domain/money';
import { balance, type Order } from '@/lib/domain/order';

/** The order beside whatever is decided about it. */
export function OrderAside({ locale, order }: { locale: Locale; order: Order }) {
  const lines = order.lines.map((line) => ({ ...line, name: line.name[locale] }));
  const rest = isZero(order.paid) ? undefined : { paid: order.paid, due: balance(order) };
  return <OrderSummary locale={locale} lines={lines} total={order.total} rest={rest} />;
}
