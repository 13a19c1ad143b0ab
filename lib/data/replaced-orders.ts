import 'server-only';
import { unresolvedStatuses } from '@/lib/domain/checkout-session';
import { db, writeTx, type Tx } from './db';
import type { Prisma } from './generated/client';

/** The call of whoever places the order comes first; a process that dies leaves the page to the reconciler. */
const firstLookMs = 10_000;

/**
 * Marks, in the transaction that places an order, every attempt to pay that it takes the place of: one that is not over,
 * of an earlier order that was placed by the same people (`theirs`) from the same cart and has something of it. With
 * nothing in common, both are wanted.
 */
export async function markReplaced(
  tx: Tx,
  by: { readonly id: string; readonly cartId: string | null },
  { slugs, theirs, now }: { slugs: readonly string[]; theirs: Prisma.OrderWhereInput; now: Date },
): Promise<void> {
  if (by.cartId === null) return;
  const lines = { some: { productSlug: { in: [...slugs] } } };
  await tx.checkoutSession.updateMany({
    where: {
      status: { in: unresolvedStatuses },
      // A kept card is charged without a page.
      chargedCardId: null,
      order: { AND: [theirs, { id: { not: by.id }, cartId: by.cartId, lines }] },
    },
    data: { replacedById: by.id, checks: 0, nextCheckAt: new Date(now.getTime() + firstLookMs) },
  });
}

/** The attempts that an order took the place of and that are not over. */
export async function findReplaced(orderId: string): Promise<string[]> {
  const where = { replacedById: orderId, status: { in: unresolvedStatuses } };
  const rows = await db.checkoutSession.findMany({ where, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Somebody goes on to pay it on purpose: nobody closes its page any more. */
export async function keepOpen(id: string): Promise<void> {
  await writeTx((tx) => tx.checkoutSession.updateMany({ where: { id }, data: { replacedById: null } }));
}

/** Counts one try to close a replaced page: which one it is, or null when it is not to be closed or was tried often enough. */
export async function countCloseTry(id: string, most: number): Promise<number | null> {
  return writeTx(async (tx) => {
    const where = { id, replacedById: { not: null }, closeTries: { lt: most } };
    const [row] = await tx.checkoutSession.updateManyAndReturn({
      where,
      data: { closeTries: { increment: 1 } },
    });
    return row?.closeTries ?? null;
  });
}
