import 'server-only';
import { env } from '@/lib/env';
import { db } from './db';

/**
 * Whether a sweep would find anything to claim. It is asked before each sweep, so that a shop with nothing to do costs
 * its database one query a second. Every kind of work that is claimed by its time has a line here.
 */
export async function isWorkDue(now: Date): Promise<boolean> {
  const { environment } = env;
  const [row] = await db.$queryRaw<{ due: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Inbox" WHERE "nextAt" <= ${now})
      OR EXISTS (SELECT 1 FROM "Operation" WHERE "nextAt" <= ${now} AND "environment" = ${environment})
      OR EXISTS (SELECT 1 FROM "CardToken" WHERE "nextAt" <= ${now} AND "environment" = ${environment})
      OR EXISTS (SELECT 1 FROM "Mandate" WHERE "nextCheckAt" <= ${now} AND "environment" = ${environment})
      OR EXISTS (SELECT 1 FROM "Membership" WHERE "nextAt" <= ${now} AND "environment" = ${environment})
      OR EXISTS (SELECT 1 FROM "CheckoutSession" WHERE "nextCheckAt" <= ${now} AND "environment" = ${environment}) AS due`;
  return row?.due === true;
}
