import { Cell, Row, Table } from '@/components/ui/table';
import { desk } from '@/lib/dictionaries/desk';
import { formatDateTime, formatMoney } from '@/lib/dictionaries/format';
import type { Locale } from '@/lib/domain/locale';
import type { Money } from '@/lib/domain/money';
import type { OrderStatus } from '@/lib/domain/order';
import { standingByStatus } from '@/lib/domain/order-standing';
import { StandingBadge } from './standing-badge';

type DeskOrder = {
  readonly id: string;
  readonly number: string;
  readonly buyer: string;
  readonly status: OrderStatus;
  readonly total: Money;
  readonly paid: Money;
  readonly createdAt: Date;
  readonly reference: string | null;
  readonly requestId: string | null;
};

type Props = { locale: Locale; caption: string; orders: readonly DeskOrder[] };

/** Orders as an operator compares them: one line each. */
export function DeskOrders({ locale, caption, orders }: Props) {
  const { columns } = desk[locale];
  const head = [
    ...[columns.order, columns.status, columns.total, columns.paid],
    ...[columns.placed, columns.reference, columns.requestId, columns.buyer],
  ];
  return (
    <Table caption={caption} head={head}>
      {orders.map((order) => (
        <Row key={order.id}>
          <Cell label={columns.order} className="text-base whitespace-nowrap">
            <a
              href={`/${locale}/orders/${order.id}`}
              className="font-semibold underline decoration-2 underline-offset-4"
            >
              {order.number}
            </a>
          </Cell>
          <Cell label={columns.status} className="text-base">
            <StandingBadge locale={locale} standing={standingByStatus(order)} />
          </Cell>
          <Cell label={columns.total} className="text-base whitespace-nowrap tabular-nums">
            {formatMoney(order.total, locale)}
          </Cell>
          <Cell label={columns.paid} className="text-base whitespace-nowrap tabular-nums">
            {formatMoney(order.paid, locale)}
          </Cell>
          <Cell label={columns.placed} className="text-base whitespace-nowrap">
            {formatDateTime(order.createdAt, locale)}
          </Cell>
          <Cell label={columns.reference} className="font-mono text-sm whitespace-nowrap">
            {order.reference}
          </Cell>
          <Cell label={columns.requestId} className="text-base tabular-nums">
            {order.requestId}
          </Cell>
          <Cell label={columns.buyer} className="text-base">
            {order.buyer}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
