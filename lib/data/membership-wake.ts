import 'server-only';
import type { Tx } from './db';

/**
 * Something changed about an order: the membership whose period it is, is looked at now. In the transaction of the change,
 * so that nobody who decided without the news can write down what he decided.
 */
export async function wakeMembership(tx: Tx, orderId: string, now: Date): Promise<void> {
  const period = await tx.membershipPeriod.findUnique({ where: { orderId }, select: { membershipId: true } });
  if (!period) return;
  await tx.membership.updateMany({
    where: { id: period.membershipId, nextAt: { gt: now } },
    data: { nextAt: now },
  });
  await tx.membership.updateMany({
    where: { id: period.membershipId },
    data: { version: { increment: 1 } },
  });
}
