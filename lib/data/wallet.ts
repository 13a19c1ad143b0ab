import 'server-only';
import { validityOf } from '@/lib/domain/card-validity';
import { dayOf } from '@/lib/domain/calendar';
import type { CardState, WalletCard } from '@/lib/domain/instrument';
import { userIdOf, type Viewer } from '@/lib/domain/viewer';
import { env } from '@/lib/env';
import { db, writeTx } from './db';
import type { Prisma } from './generated/client';

const shown = {
  id: true,
  franchise: true,
  franchiseName: true,
  issuerName: true,
  lastDigits: true,
  validUntil: true,
  holder: true,
  nickname: true,
  isDefault: true,
  state: true,
  createdAt: true,
  session: { select: { order: { select: { id: true, number: true } } } },
  memberships: {
    where: { status: { not: 'CANCELLED' } },
    select: { id: true, nameEs: true, nameEn: true },
    orderBy: { createdAt: 'asc' },
  },
} as const satisfies Prisma.CardTokenSelect;

/** Whose cards: the viewer's own in this environment. Nobody's for a guest, and no operator sees anybody else's. */
function ownedBy(viewer: Viewer): Prisma.CardTokenWhereInput {
  return { userId: userIdOf(viewer) ?? '', environment: env.environment };
}

/** The viewer's cards that are not gone: the one taken first, then the newest. No token leaves the database for it. */
export async function findWallet(viewer: Viewer): Promise<WalletCard[]> {
  const rows = await db.cardToken.findMany({
    where: { ...ownedBy(viewer), state: { not: 'INVALID' } },
    select: shown,
    orderBy: [{ isDefault: 'desc' }, { createdAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map(toWalletCard);
}

/** One of them that can still be used; null for anybody else's, as if it did not exist. */
export async function findWalletCard(id: string, viewer: Viewer): Promise<WalletCard | null> {
  const row = await db.cardToken.findFirst({
    where: { id, ...ownedBy(viewer), state: 'ACTIVE' },
    select: shown,
  });
  return row && toWalletCard(row);
}

/** Whether this was a card of the viewer's that they gave up. */
export async function wasGivenUp(id: string, viewer: Viewer): Promise<boolean> {
  const where = { id, ...ownedBy(viewer), state: { not: 'ACTIVE' } };
  return (await db.cardToken.count({ where })) > 0;
}

/** What its owner calls it from now on; null takes the name away. False when it is not theirs, or not usable any more. */
export async function nameCard(id: string, nickname: string | null, viewer: Viewer): Promise<boolean> {
  const where = { id, ...ownedBy(viewer), state: 'ACTIVE' };
  const { count } = await writeTx((tx) => tx.cardToken.updateMany({ where, data: { nickname } }));
  return count > 0;
}

/** Takes this card first from now on, and no other. An expired one is never first. */
export async function preferCard(
  id: string,
  viewer: Viewer,
  now: Date,
): Promise<'preferred' | 'unknown_card' | 'card_expired'> {
  return writeTx(async (tx) => {
    const card = await tx.cardToken.findFirst({ where: { id, ...ownedBy(viewer), state: 'ACTIVE' } });
    if (!card) return 'unknown_card';
    if (validityOf(card.validUntil, dayOf(now)) === 'expired') return 'card_expired';
    await tx.cardToken.updateMany({
      where: { ...ownedBy(viewer), isDefault: true },
      data: { isDefault: false },
    });
    await tx.cardToken.update({ where: { id }, data: { isDefault: true } });
    return 'preferred';
  });
}

function toWalletCard({
  session,
  memberships,
  state,
  ...card
}: Prisma.CardTokenGetPayload<{ select: typeof shown }>): WalletCard {
  return {
    ...card,
    state: states.find((known) => known === state) ?? 'INVALIDATING',
    origin: { orderId: session.order.id, orderNumber: session.order.number },
    memberships: memberships.map(({ id, nameEs, nameEn }) => ({
      membershipId: id,
      name: { es: nameEs, en: nameEn },
    })),
  };
}

const states: readonly CardState[] = ['ACTIVE', 'INVALIDATING', 'INVALID'];
