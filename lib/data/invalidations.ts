import 'server-only';
import { userIdOf, type Viewer } from '@/lib/domain/viewer';
import { env } from '@/lib/env';
import { db, writeTx, type Tx } from './db';
import { openToken } from './instruments';
import { moveMemberships } from './membership-changes';

/** A card that was given up: the gateway is to be told of it. */
export type Invalidation = { readonly id: string; readonly sessionId: string };

/** Longer than any call takes. Milliseconds. */
const leaseMs = 30_000;
const longestWaitMs = 60 * 60_000;

type GivingUp = {
  readonly id: string;
  /** The card that takes its place in the memberships that it renews; null leaves them without. */
  readonly replacement: string | null;
  readonly viewer: Viewer;
  readonly now: Date;
};

/**
 * Step 1: the owner gave the card up. From this commit on it is never charged again, whatever becomes of the call that
 * follows. Nothing is given up when it is not theirs or was given up before, or when its replacement cannot be used.
 */
export async function giveUpCard({
  id,
  replacement,
  viewer,
  now,
}: GivingUp): Promise<Invalidation | 'unknown_card' | 'card_expired'> {
  return writeTx(async (tx) => {
    const userId = userIdOf(viewer) ?? '';
    const card = await tx.cardToken.findFirst({
      where: { id, userId, environment: env.environment, state: 'ACTIVE' },
    });
    if (!card) return 'unknown_card';
    const moved = await moveMemberships(tx, { from: id, to: replacement, userId, now });
    if (moved !== 'moved') return moved;
    const lease = new Date(now.getTime() + leaseMs);
    await tx.cardToken.update({
      where: { id },
      data: { state: 'INVALIDATING', isDefault: false, nextAt: lease, leaseUntil: lease },
    });
    return { id, sessionId: card.sessionId };
  });
}

/** The token of a card that was given up, for the call that tells of it. Throws when no key of the keyring opens it. */
export async function openGivenUp(id: string): Promise<string> {
  return openToken(await db.cardToken.findUniqueOrThrow({ where: { id } }));
}

/** The gateway confirmed it: the token is worth nothing, and whose card it was is nobody's business any more. */
export async function confirmInvalid(id: string): Promise<void> {
  await writeTx((tx) =>
    tx.cardToken.updateMany({
      where: { id, state: 'INVALIDATING' },
      data: { state: 'INVALID', holder: null, nextAt: null, leaseUntil: null },
    }),
  );
}

/** Nobody knows whether the gateway heard it: it is told again, later each time, at most an hour. */
export async function postponeInvalidation(id: string, now: Date): Promise<void> {
  await writeTx(async (tx) => {
    const card = await tx.cardToken.findFirst({ where: { id, state: 'INVALIDATING' } });
    if (!card) return;
    const wait = Math.min(longestWaitMs, 5_000 * 2 ** Math.min(card.invalidationTries, 10));
    await tx.cardToken.update({
      where: { id },
      data: {
        invalidationTries: card.invalidationTries + 1,
        nextAt: new Date(now.getTime() + wait),
        leaseUntil: null,
      },
    });
  });
}

/** Cards of which the gateway is to be told again now, for this process alone while the lease lasts. */
export async function claimInvalidations(limit: number, now: Date): Promise<Invalidation[]> {
  const claim = async (tx: Tx) => {
    const due = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "CardToken"
       WHERE "nextAt" <= ${now} AND ("leaseUntil" IS NULL OR "leaseUntil" <= ${now}) AND "environment" = ${env.environment}
       ORDER BY "nextAt" LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
    const id = { in: due.map((row) => row.id) };
    await tx.cardToken.updateMany({
      where: { id },
      data: { leaseUntil: new Date(now.getTime() + leaseMs) },
    });
    return tx.cardToken.findMany({ where: { id }, select: { id: true, sessionId: true } });
  };
  return writeTx(claim, { isolationLevel: 'ReadCommitted' });
}
