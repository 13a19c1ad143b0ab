import 'server-only';
import { dependenceOn, type Dependent } from '@/lib/domain/card-dependence';
import { unresolvedStatuses } from '@/lib/domain/checkout-session';
import { userIdOf, type Viewer } from '@/lib/domain/viewer';
import { db } from './db';
import { toOrder, wholeOrder } from './order-row';

/**
 * The viewer's own orders that still have to do with a card of theirs, newest first, whether or not it was given up. What
 * a membership owes is the membership's, which goes on with another card.
 */
export async function findDependents(cardId: string, viewer: Viewer, now: Date): Promise<Dependent[]> {
  const charges = { chargedCardId: cardId };
  const rows = await db.order.findMany({
    where: {
      userId: userIdOf(viewer) ?? '',
      OR: [
        {
          sessions: { some: charges },
          status: { in: ['AWAITING_PAYMENT', 'CONFIRMING', 'PARTIALLY_PAID', 'AUTHORIZED'] },
        },
        { sessions: { some: { ...charges, status: { in: [...unresolvedStatuses] } } } },
      ],
    },
    include: { ...wholeOrder, membershipPeriod: { select: { number: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
  return rows.flatMap((row) => {
    const dependence = dependenceOn(cardId, toOrder(row), now);
    if (dependence === null || (dependence === 'unpaid' && row.membershipPeriod)) return [];
    return [{ orderId: row.id, orderNumber: row.number, dependence }];
  });
}
