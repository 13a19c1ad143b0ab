import 'server-only';
import { env } from '@/lib/env';
import { db } from './db';

export type Health = {
  /** How long the oldest due session or notification has been waiting, in whole seconds; 0 when nothing is due. */
  readonly oldestDueSeconds: number;
  readonly inDoubt: number;
  /** Refunds, captures and the like of which nobody knows the end. */
  readonly operationsInDoubt: number;
  /** Unresolved rows of the operator's list. */
  readonly suspense: number;
};

/** Throws when the database is away. */
export async function readHealth(now: Date): Promise<Health> {
  const [session, notification, inDoubt, operationsInDoubt, suspense] = await Promise.all([
    db.checkoutSession.aggregate({
      where: { environment: env.environment, nextCheckAt: { lte: now } },
      _min: { nextCheckAt: true },
    }),
    db.inbox.aggregate({ where: { nextAt: { lte: now } }, _min: { nextAt: true } }),
    db.checkoutSession.count({ where: { environment: env.environment, status: 'IN_DOUBT' } }),
    db.operation.count({ where: { environment: env.environment, state: 'IN_DOUBT' } }),
    db.suspense.count({ where: { resolvedAt: null } }),
  ]);
  const oldest = Math.min(
    ...[session._min.nextCheckAt, notification._min.nextAt].map((at) => at?.getTime() ?? now.getTime()),
  );
  return {
    oldestDueSeconds: Math.floor((now.getTime() - oldest) / 1000),
    ...{ inDoubt, operationsInDoubt, suspense },
  };
}
