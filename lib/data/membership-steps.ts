import 'server-only';
import type { Buyer } from '@/lib/domain/buyer';
import { startOf, type CalendarDay } from '@/lib/domain/calendar';
import type { CheckoutSession } from '@/lib/domain/checkout-session';
import type { Locale } from '@/lib/domain/locale';
import {
  lastPeriod,
  owedPeriod,
  type Anchor,
  type EndReason,
  type Membership,
  type PeriodDays,
} from '@/lib/domain/membership';
import type { Actor } from '@/lib/domain/order-event';
import type { Viewer } from '@/lib/domain/viewer';
import { env } from '@/lib/env';
import { db, writeTx, type Tx } from './db';
import { addMembershipEvent } from './membership-events';
import { addEvent } from './order-events';
import { insertOrder } from './orders';
import { refreshOrder } from './refresh-order';
import { toCheckoutSession, withFacts } from './session-row';

/** Longer than a charge takes. Milliseconds. */
const leaseMs = 60_000;

/** Memberships whose time has come, for this process alone while the lease lasts: whoever dies with one loses nothing. */
export async function claimDueMemberships(limit: number, now: Date): Promise<string[]> {
  const leaseUntil = new Date(now.getTime() + leaseMs);
  return writeTx(
    async (tx) => {
      const due = await tx.$queryRaw<{ id: string }[]>`
        SELECT "id" FROM "Membership"
         WHERE "nextAt" <= ${now} AND ("leaseUntil" IS NULL OR "leaseUntil" <= ${now}) AND "environment" = ${env.environment}
         ORDER BY "nextAt" LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
      const ids = due.map(({ id }) => id);
      await tx.membership.updateMany({ where: { id: { in: ids } }, data: { leaseUntil } });
      return ids;
    },
    { isolationLevel: 'ReadCommitted' },
  );
}

/** What the attempts of a period's next try are known by: the shop's own, told apart from those its owner makes. */
export function tryKey({ id, periods }: Pick<Membership, 'id' | 'periods'>): string {
  const { number, tries } = lastPeriod({ periods });
  return `${id}.${number}.${tries + 1}.`;
}

/** The attempts of the try that is not written down yet, oldest first. */
export async function findTries(membership: Membership): Promise<CheckoutSession[]> {
  const rows = await db.checkoutSession.findMany({
    where: { orderId: lastPeriod(membership).order.id, attemptKey: { startsWith: tryKey(membership) } },
    include: withFacts,
    orderBy: [{ createdAt: 'asc' }, { reference: 'asc' }],
  });
  return rows.map(toCheckoutSession);
}

/** Nothing to do until then. False when there was news meanwhile: then decide again. */
export async function rest(membership: Membership, until: Date | null): Promise<boolean> {
  const data = until ? { nextAt: until, leaseUntil: null } : { leaseUntil: null };
  return guarded(membership, (tx, where) => tx.membership.update({ where, data }));
}

type Opening = {
  readonly period: PeriodDays & { readonly anchor: Anchor };
  /** Whoever bought the first period. */
  readonly buyer: Buyer;
  readonly locale: Locale;
  readonly owner: Viewer;
  readonly now: Date;
};

/** The next period and its order, at the price of the purchase. One of each, however many processes are at it. */
export async function openPeriod(
  membership: Membership,
  { period: { anchor, ...days }, buyer, locale, owner, now }: Opening,
): Promise<boolean> {
  const { id, productSlug, name, price } = membership;
  const { minor: priceMinor, currency } = price;
  const product = { slug: productSlug, priceMinor, currency, nameEs: name.es, nameEn: name.en };
  return guarded(membership, async (tx, where) => {
    const checkoutKey = `${id}.${days.number}`;
    const placing = { cartId: null, checkoutKey, buyer, locale, viewer: owner, actor: 'store', now } as const;
    const order = await insertOrder(tx, placing, [{ productSlug, quantity: 1, product }]);
    const opened = { membershipId: id, ...days, orderId: order.id, tryOn: days.startsOn, createdAt: now };
    await tx.membershipPeriod.create({ data: opened });
    await tx.membership.update({
      where,
      data: { anchorOn: anchor.on, anchorNumber: anchor.number, version: { increment: 1 } },
    });
  });
}

/** What was owed is paid: it goes on. */
export async function notePaid(membership: Membership, now: Date): Promise<boolean> {
  return guarded(membership, async (tx, where) => {
    await tx.membership.update({ where, data: { status: 'ACTIVE', version: { increment: 1 } } });
    const data = { number: String(lastPeriod(membership).number) };
    await addMembershipEvent(tx, membership.id, { type: 'PERIOD_PAID', actor: 'store', data, at: now });
  });
}

type Failure = {
  readonly why: string;
  /** The bank's reason and the attempt's reference, where there was one. */
  readonly reason?: string | undefined;
  readonly reference?: string | undefined;
  /** When it is tried again; null ends the membership. */
  readonly nextOn: CalendarDay | null;
  readonly now: Date;
};

/** A renewal failed: its owner is told, and it is tried again on a later day or not at all. */
export async function noteFailure(
  membership: Membership,
  { why, reason, reference, nextOn, now }: Failure,
): Promise<boolean> {
  const { number, tries } = lastPeriod(membership);
  return guarded(membership, async (tx, where) => {
    await tx.membershipPeriod.update({
      where: { membershipId_number: { membershipId: membership.id, number } },
      data: { tries: tries + 1, ...(nextOn && { tryOn: nextOn }) },
    });
    const data = {
      ...{ number: String(number), why },
      ...(reason && { reason }),
      ...(reference && { reference }),
      ...(nextOn && { nextOn }),
    };
    await addMembershipEvent(tx, membership.id, { type: 'RENEWAL_FAILED', actor: 'store', data, at: now });
    const nextAt = nextOn && startOf(nextOn);
    if (nextAt)
      await tx.membership.update({
        where,
        data: { status: 'PAST_DUE', nextAt, leaseUntil: null, version: { increment: 1 } },
      });
    else await endMembership(tx, membership, { why: 'UNPAID', actor: 'store', now });
  });
}

/** The shop gives it up by itself: nothing was ever paid. */
export async function lapse(membership: Membership, now: Date): Promise<boolean> {
  return guarded(membership, (tx) =>
    endMembership(tx, membership, { why: 'NEVER_PAID', actor: 'store', now }),
  );
}

type Ending = { readonly why: EndReason; readonly actor: Actor; readonly now: Date };

/** It is over. An order that nobody has paid and nobody is paying is cancelled with it. */
export async function endMembership(
  tx: Tx,
  membership: Membership,
  { why, actor, now }: Ending,
): Promise<void> {
  await tx.membership.update({
    where: { id: membership.id },
    data: {
      ...{ status: 'CANCELLED', endReason: why, endedAt: now, nextAt: null, leaseUntil: null },
      version: { increment: 1 },
    },
  });
  await addMembershipEvent(tx, membership.id, { type: 'CANCELLED', actor, data: { why }, at: now });
  const owed = owedPeriod(membership);
  if (!owed) return;
  const { id: orderId } = owed.order;
  await tx.order.update({ where: { id: orderId }, data: { cancelledAt: now } });
  await addEvent(tx, orderId, { type: 'ORDER_CANCELLED', actor, data: {}, at: now });
  await refreshOrder(tx, orderId, { actor, now });
}

type Where = { readonly id: string; readonly version: number };

/**
 * Writes what was decided from this version of the membership; false when it has changed since, and then nothing is
 * written.
 */
async function guarded(
  { id, version }: Membership,
  write: (tx: Tx, where: Where) => Promise<unknown>,
): Promise<boolean> {
  return writeTx(async (tx) => {
    const current = await tx.membership.findUnique({ where: { id }, select: { version: true } });
    if (current?.version !== version) return false;
    await write(tx, { id, version });
    return true;
  });
}
