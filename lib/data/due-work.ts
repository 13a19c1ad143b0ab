import 'server-only';
import { env } from '@/lib/env';
import { db } from './db';

/**
 * When the oldest work was due that nobody has done: null when a sweep would find nothing to claim. It is asked before
 * each sweep, so that a shop with nothing to do costs its database one query a second, and health tells it. Every kind
 * of work that is claimed by its time has a line here.
 */
export async function oldestDueWork(now: Date): Promise<Date | null> {
  const { environment } = env;
  const [row] = await db.$queryRaw<{ oldest: Date | null }[]>`
    SELECT LEAST(
      (SELECT MIN("nextAt") FROM "Inbox" WHERE "nextAt" <= ${now}),
      (SELECT MIN("nextAt") FROM "Operation" WHERE "nextAt" <= ${now} AND "environment" = ${environment}),
      (SELECT MIN("nextAt") FROM "CardToken" WHERE "nextAt" <= ${now} AND "environment" = ${environment}),
      (SELECT MIN("nextCheckAt") FROM "Mandate" WHERE "nextCheckAt" <= ${now} AND "environment" = ${environment}),
      (SELECT MIN("nextAt") FROM "Membership" WHERE "nextAt" <= ${now} AND "environment" = ${environment}),
      (SELECT MIN("nextCheckAt") FROM "CheckoutSession"
        WHERE "nextCheckAt" <= ${now} AND "environment" = ${environment})) AS oldest`;
  return row?.oldest ?? null;
}
