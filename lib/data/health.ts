import 'server-only';
import { env } from '@/lib/env';
import { db } from './db';
import { oldestDueWork } from './due-work';

export type Health = {
  /**
   * How long the work that is due the longest has been waiting, in whole seconds; 0 when nothing is due. Counted are sessions,
   * notifications, operations, cards that were given up, agreements and memberships.
   */
  readonly oldestDueSeconds: number;
  /** Sessions that were sent and of which nobody knows what became. */
  readonly inDoubt: number;
  /** Refunds, captures and the like of which nobody knows the end. */
  readonly operationsInDoubt: number;
  /** Unresolved rows of the operator's list. */
  readonly suspense: number;
};

/** Throws when the database is away. */
export async function readHealth(now: Date): Promise<Health> {
  const [oldest, inDoubt, operationsInDoubt, suspense] = await Promise.all([
    oldestDueWork(now),
    db.checkoutSession.count({ where: { environment: env.environment, status: 'IN_DOUBT' } }),
    db.operation.count({ where: { environment: env.environment, state: 'IN_DOUBT' } }),
    db.suspense.count({ where: { resolvedAt: null } }),
  ]);
  return {
    oldestDueSeconds: oldest ? Math.floor((now.getTime() - oldest.getTime()) / 1000) : 0,
    ...{ inDoubt, operationsInDoubt, suspense },
  };
}
