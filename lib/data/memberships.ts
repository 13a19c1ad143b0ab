import 'server-only';
import type { Buyer } from '@/lib/domain/buyer';
import { dayOf } from '@/lib/domain/calendar';
import { validityOf } from '@/lib/domain/card-validity';
import type { Locale } from '@/lib/domain/locale';
import { daysOf, type Membership } from '@/lib/domain/membership';
import { cadences, type Words } from '@/lib/domain/product';
import { userIdOf, type Viewer } from '@/lib/domain/viewer';
import { env } from '@/lib/env';
import { db, writeTx } from './db';
import { addMembershipEvent } from './membership-events';
import { toMembership, wholeMembership } from './membership-row';
import { insertOrder } from './orders';
import { randomId } from './random';

/** Whose memberships: the viewer's own in this environment, and nobody else's. */
function ownedBy(viewer: Viewer) {
  return { userId: userIdOf(viewer) ?? '', environment: env.environment };
}

/** The viewer's memberships, those that go on first, then the newest. */
export async function findMemberships(viewer: Viewer): Promise<Membership[]> {
  const rows = await db.membership.findMany({
    where: ownedBy(viewer),
    include: wholeMembership,
    orderBy: [{ endedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }],
    take: 50,
  });
  return rows.map(toMembership);
}

/** One of them; somebody else's does not exist. */
export async function findMembership(id: string, viewer: Viewer): Promise<Membership | null> {
  const row = await db.membership.findFirst({
    where: { id, ...ownedBy(viewer) },
    include: wholeMembership,
  });
  return row && toMembership(row);
}

/** The membership that goes on of this product, which its owner needs no second of. */
export async function findGoing(productSlug: string, viewer: Viewer): Promise<{ id: string } | null> {
  return db.membership.findFirst({
    where: { productSlug, ...ownedBy(viewer), status: { not: 'CANCELLED' } },
    select: { id: true },
  });
}

/** Which period of which of the viewer's memberships an order is; null for any other order. */
export async function findPeriodOf(
  orderId: string,
  viewer: Viewer,
): Promise<{ membershipId: string; number: number; name: Words } | null> {
  const period = await db.membershipPeriod.findFirst({
    where: { orderId, membership: ownedBy(viewer) },
    include: { membership: { select: { nameEs: true, nameEn: true } } },
  });
  if (!period) return null;
  const { membershipId, number, membership } = period;
  return { membershipId, number, name: { es: membership.nameEs, en: membership.nameEn } };
}

/** For the shop's own work: whoever asks on behalf of a person asks with that person. */
export async function loadMembership(id: string): Promise<(Membership & { locale: string }) | null> {
  const row = await db.membership.findUnique({ where: { id }, include: wholeMembership });
  return row && { ...toMembership(row), locale: row.locale };
}

export type Begun =
  | { readonly ok: true; readonly membershipId: string; readonly orderId: string }
  | {
      readonly ok: false;
      readonly problem:
        | 'sign_in_required'
        | 'unknown_product'
        | 'out_of_stock'
        | 'unknown_card'
        | 'card_expired'
        | 'already_member'
        | 'unknown_membership';
    };

/** Longer than a purchase takes. Milliseconds. */
const attendedMs = 60_000;

type Beginning = {
  /** Rendered into the form by the server: a double click is one membership. */
  readonly key: string;
  readonly productSlug: string;
  readonly cardId: string;
  readonly buyer: Buyer;
  readonly locale: Locale;
  readonly viewer: Viewer;
  readonly now: Date;
};

/**
 * The membership, its first period and that period's order, at the price of this moment, which stays. Nothing is charged
 * yet. With the same key again it is the same membership, and of one product nobody has two at a time.
 */
export async function createMembership(input: Beginning): Promise<Begun> {
  const { key, productSlug, cardId, viewer, now } = input;
  const userId = userIdOf(viewer);
  if (userId === null) return { ok: false, problem: 'sign_in_required' };
  const owned = { userId, environment: env.environment };
  return writeTx(async (tx) => {
    const again = await tx.membership.findUnique({ where: { beginKey: key }, include: { periods: true } });
    if (again) {
      const first = again.periods.find(({ number }) => number === 1);
      return again.userId === userId && first
        ? { ok: true, membershipId: again.id, orderId: first.orderId }
        : { ok: false, problem: 'unknown_membership' };
    }
    const going = { ...owned, productSlug, status: { not: 'CANCELLED' } };
    if ((await tx.membership.count({ where: going })) > 0) return { ok: false, problem: 'already_member' };
    const product = await tx.product.findUnique({ where: { slug: productSlug } });
    const cadence = cadences.find((known) => known === product?.renews);
    if (!product || !cadence) return { ok: false, problem: 'unknown_product' };
    if (product.stock < 1) return { ok: false, problem: 'out_of_stock' };
    const card = await tx.cardToken.findFirst({ where: { ...owned, id: cardId, state: 'ACTIVE' } });
    if (!card) return { ok: false, problem: 'unknown_card' };
    const today = dayOf(now);
    if (validityOf(card.validUntil, today) === 'expired') return { ok: false, problem: 'card_expired' };
    const order = await insertOrder(tx, { ...input, checkoutKey: key, cartId: null }, [
      { productSlug, quantity: 1, product },
    ]);
    const { nameEs, nameEn, priceMinor, currency } = product;
    const id = randomId();
    const anchor = { on: today, number: 1 };
    await tx.membership.create({
      data: {
        ...{ id, ...owned, beginKey: key, productSlug, nameEs, nameEn, locale: input.locale, cadence },
        ...{ priceMinor, currency, cardId, anchorOn: anchor.on, createdAt: now },
        // Whoever buys it charges it; only when that process died does another look.
        nextAt: new Date(now.getTime() + attendedMs),
        periods: {
          create: { ...daysOf(anchor, cadence, 1), orderId: order.id, tryOn: today, createdAt: now },
        },
      },
    });
    await addMembershipEvent(tx, id, { type: 'BEGUN', actor: 'buyer', at: now });
    return { ok: true, membershipId: id, orderId: order.id };
  });
}
