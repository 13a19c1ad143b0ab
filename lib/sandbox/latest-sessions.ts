import 'server-only';
import { db } from './db';
import type { Amount } from './hosted-view';
import { toDecimal } from './money';

/** A session as the landing page lists it: nothing of its payer, and not the key of its page. */
export type ListedSession = {
  requestId: number;
  reference: string;
  amount: Amount | null;
  status: string;
  reason: string;
  createdAt: Date;
};

/** The newest sessions of all sites, at most `limit`. */
export async function findLatestSessions(limit: number): Promise<ListedSession[]> {
  const rows = await db().session.findMany({
    orderBy: { requestId: 'desc' },
    take: limit,
    select: {
      requestId: true,
      reference: true,
      currency: true,
      totalMinor: true,
      status: true,
      reason: true,
      createdAt: true,
    },
  });
  return rows.map(({ currency, totalMinor, ...session }) => ({
    ...session,
    amount:
      currency === null || totalMinor === null
        ? null
        : { currency, total: toDecimal({ minor: totalMinor, currency }) },
  }));
}
