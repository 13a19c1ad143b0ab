import 'server-only';
import type { OrderEvent } from '@/lib/domain/order-event';
import type { Tx } from './db';

/** The next line of an order's timeline, in the transaction of what it tells. */
export async function addEvent(tx: Tx, orderId: string, event: Omit<OrderEvent, 'seq'>): Promise<void> {
  const { _max } = await tx.orderEvent.aggregate({ where: { orderId }, _max: { seq: true } });
  await tx.orderEvent.create({ data: { ...event, orderId, seq: (_max.seq ?? 0) + 1 } });
}
