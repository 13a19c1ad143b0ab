import 'server-only';
import type { Order } from '@/lib/domain/order';
import { db } from './db';
import { toOrder, wholeOrder } from './order-row';

const atATime = 100;

/**
 * Every order of the shop with the status that its row carries, by its id, a page at a time. For audits only: it asks for
 * no viewer.
 */
export async function* everyOrder(): AsyncGenerator<{ order: Order; written: string }> {
  let after = '';
  for (;;) {
    const rows = await db.order.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: atATime,
      include: wholeOrder,
    });
    for (const row of rows) yield { order: toOrder(row), written: row.status };
    after = rows.at(-1)?.id ?? '';
    if (rows.length < atATime) return;
  }
}
