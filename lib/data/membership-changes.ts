import 'server-only';
import { dayOf, startOf } from '@/lib/domain/calendar';
import { validityOf } from '@/lib/domain/card-validity';
import { anchorAfterPause, mayPause, nextPeriod, type Membership } from '@/lib/domain/membership';
import { userIdOf, type Viewer } from '@/lib/domain/viewer';
import { env } from '@/lib/env';
import { writeTx, type Tx } from './db';
import { addMembershipEvent } from './membership-events';
import { toMembership, wholeMembership } from './membership-row';
import { endMembership } from './membership-steps';

/** What came of a wish of its owner. The same wish twice is one change. */
export type Changed = 'changed' | 'unknown_membership' | 'not_possible_now' | 'unknown_card' | 'card_expired';

type About = { readonly id: string; readonly viewer: Viewer; readonly now: Date };

/** No renewals until it is resumed. What is paid for goes on until it ends. */
export async function pauseMembership({ id, viewer, now }: About): Promise<Changed> {
  return change({ id, viewer }, async (tx, membership) => {
    if (membership.status === 'PAUSED') return 'changed';
    if (!mayPause(membership)) return 'not_possible_now';
    await tx.membership.update({
      where: { id },
      data: { status: 'PAUSED', nextAt: null, leaseUntil: null, version: { increment: 1 } },
    });
    await addMembershipEvent(tx, id, { type: 'PAUSED', actor: 'buyer', at: now });
    return 'changed';
  });
}

/** It goes on: at the day it would have anyway, or today where that is over. */
export async function resumeMembership({ id, viewer, now }: About): Promise<Changed> {
  return change({ id, viewer }, async (tx, membership) => {
    if (membership.status === 'ACTIVE') return 'changed';
    if (membership.status !== 'PAUSED') return 'not_possible_now';
    const today = dayOf(now);
    const anchor = anchorAfterPause(membership, today);
    const { startsOn } = nextPeriod({ ...membership, anchor }, today);
    await tx.membership.update({
      where: { id },
      data: {
        status: 'ACTIVE',
        ...{
          anchorOn: anchor.on,
          anchorNumber: anchor.number,
          nextAt: startsOn <= today ? now : startOf(startsOn),
        },
        version: { increment: 1 },
      },
    });
    const data = { nextOn: startsOn };
    await addMembershipEvent(tx, id, { type: 'RESUMED', actor: 'buyer', data, at: now });
    return 'changed';
  });
}

/** No renewal any more, for ever. What was paid for stays theirs until it ends. */
export async function cancelMembership({ id, viewer, now }: About): Promise<Changed> {
  return change({ id, viewer }, async (tx, membership) => {
    if (membership.status !== 'CANCELLED')
      await endMembership(tx, membership, { why: 'ASKED', actor: 'buyer', now });
    return 'changed';
  });
}

/** Renewals charge this card of the owner's from now on. */
export async function changeMembershipCard({
  cardId,
  ...about
}: About & { readonly cardId: string }): Promise<Changed> {
  const { id, now } = about;
  return change(about, async (tx, membership) => {
    if (membership.status === 'CANCELLED') return 'not_possible_now';
    const card = await findUsable(tx, { cardId, userId: membership.userId, now });
    if (typeof card === 'string') return card;
    if (membership.card?.id === cardId) return 'changed';
    await tx.membership.update({ where: { id }, data: { cardId, version: { increment: 1 } } });
    const data = digitsOf(card);
    await addMembershipEvent(tx, id, { type: 'CARD_CHANGED', actor: 'buyer', data, at: now });
    return 'changed';
  });
}

type Moving = {
  readonly from: string;
  readonly to: string | null;
  readonly userId: string;
  readonly now: Date;
};

/**
 * A card is given up: the memberships that it renews go on with another of its owner's, or stand without one and say so.
 * In the transaction that gives the card up.
 */
export async function moveMemberships(
  tx: Tx,
  { from, to, userId, now }: Moving,
): Promise<'moved' | 'unknown_card' | 'card_expired'> {
  if (to === from) return 'unknown_card';
  const card = to === null ? null : await findUsable(tx, { cardId: to, userId, now });
  if (typeof card === 'string') return card;
  const going = { cardId: from, status: { not: 'CANCELLED' } };
  const moved = await tx.membership.findMany({ where: going, select: { id: true } });
  await tx.membership.updateMany({
    where: { cardId: from },
    data: { cardId: to, version: { increment: 1 } },
  });
  for (const { id } of moved) {
    const data = digitsOf(card);
    const type = card ? 'CARD_CHANGED' : 'CARD_GONE';
    await addMembershipEvent(tx, id, { type, actor: 'buyer', data, at: now });
  }
  return 'moved';
}

function digitsOf(card: { lastDigits: string | null } | null): Record<string, string> {
  return card?.lastDigits ? { lastDigits: card.lastDigits } : {};
}

async function findUsable(
  tx: Tx,
  { cardId, userId, now }: { cardId: string; userId: string; now: Date },
): Promise<{ lastDigits: string | null } | 'unknown_card' | 'card_expired'> {
  const where = { id: cardId, userId, environment: env.environment, state: 'ACTIVE' };
  const card = await tx.cardToken.findFirst({ where, select: { lastDigits: true, validUntil: true } });
  if (!card) return 'unknown_card';
  return validityOf(card.validUntil, dayOf(now)) === 'expired' ? 'card_expired' : card;
}

async function change(
  { id, viewer }: Omit<About, 'now'>,
  decide: (tx: Tx, membership: Membership) => Promise<Changed>,
): Promise<Changed> {
  return writeTx(async (tx) => {
    const row = await tx.membership.findFirst({
      where: { id, userId: userIdOf(viewer) ?? '', environment: env.environment },
      include: wholeMembership,
    });
    return row ? decide(tx, toMembership(row)) : 'unknown_membership';
  });
}
