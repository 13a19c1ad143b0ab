import 'server-only';
import { env } from '@/lib/env';
import type { Operation } from '@/lib/domain/operation';
import { isOperator, type Viewer } from '@/lib/domain/viewer';
import { db } from './db';
import { toOperation } from './operation-row';

/** An operation of which nobody knows the end, and where to look at it. */
export type DoubtfulOperation = {
  readonly operation: Operation;
  readonly orderId: string;
  readonly orderNumber: string;
};

/** Those that wait longest come first. Nothing for anybody but an operator. */
export async function findDoubtfulOperations(
  viewer: Viewer,
  { limit = 50 } = {},
): Promise<DoubtfulOperation[]> {
  if (!isOperator(viewer)) return [];
  const rows = await db.operation.findMany({
    where: { environment: env.environment, state: 'IN_DOUBT' },
    include: { order: { select: { number: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  return rows.map(({ order, ...row }) => ({
    operation: toOperation(row),
    orderId: row.orderId,
    orderNumber: order.number,
  }));
}
