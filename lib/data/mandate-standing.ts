import 'server-only';
import type { Actor } from '@/lib/domain/order-event';
import {
  isOver,
  isPageOpen,
  later,
  mandateStatus,
  type Mandate,
  type MandateStatus,
  type Observed,
} from '@/lib/domain/mandate';
import { env } from '@/lib/env';
import { append, writeTx, type Tx } from './db';
import { Prisma } from './generated/client';
import { addMandateEvent } from './mandate-events';
import { observedOf, toMandate, withPages } from './mandate-row';
import { addSuspense } from './refresh-order';

export type Sighting = {
  readonly autopayId: string;
  readonly observed: Observed;
  /** Only where a page told it: the card that was given there, and when it was accepted. */
  readonly given?: { readonly card: Mandate['card']; readonly acceptedAt: Date };
};

type About = { readonly actor: Actor; readonly now: Date };

/**
 * Joins what the gateway says with what it said before, and lets the status follow. The join takes the later of two
 * observations, so whoever comes first and however often, the row ends the same.
 */
export async function saveSighting(
  mandateId: string,
  sighting: Sighting,
  { actor, now }: About,
): Promise<void> {
  await writeTx(async (tx) => {
    const row = await tx.mandate.findUniqueOrThrow({ where: { id: mandateId }, include: withPages });
    if (row.autopayId !== null && row.autopayId !== sighting.autopayId) {
      const detail = { reference: row.reference, known: row.autopayId, told: sighting.autopayId };
      await addSuspense(tx, {
        kind: 'autopay_other_id',
        dedupeKey: `autopay-id:${mandateId}:${sighting.autopayId}`,
        detail,
      });
      return;
    }
    const before = observedOf(row);
    const observed = before ? later(before, sighting.observed) : sighting.observed;
    const { given } = sighting;
    const isNewCard = given !== undefined && (row.acceptedAt === null || given.acceptedAt > row.acceptedAt);
    const data = {
      autopayId: sighting.autopayId,
      observed: observed.status,
      reason: observed.reason,
      observedAt: observed.at,
      nextOn: observed.nextOn,
      ...(isNewCard && { ...given.card, acceptedAt: given.acceptedAt }),
    };
    await tx.mandate.update({
      where: { id: mandateId },
      data: { ...data, status: statusFor(observed, row.pages) },
    });
    if (isNewCard) {
      const { lastDigits } = given.card;
      await addMandateEvent(tx, {
        ...{ mandateId, type: 'CARD_GIVEN', actor, at: now },
        ...(lastDigits && { data: { lastDigits } }),
        dedupeKey: `card:${mandateId}:${given.acceptedAt.getTime()}`,
      });
    }
    await noteStatus(tx, { mandateId, before: row.status, observed, pages: row.pages }, { actor, now });
  });
}

type Noting = {
  readonly mandateId: string;
  readonly before: string;
  readonly observed: Observed | null;
  readonly pages: readonly { status: string }[];
};

async function noteStatus(tx: Tx, { mandateId, before, observed, pages }: Noting, { actor, now }: About) {
  const status = statusFor(observed, pages);
  if (status === before) return;
  await addMandateEvent(tx, {
    ...{ mandateId, type: status, actor, at: now },
    dedupeKey: `status:${mandateId}:${status}:${observed?.at.getTime() ?? pages.length}`,
  });
}

function statusFor(observed: Observed | null, pages: readonly { status: string }[]): MandateStatus {
  return mandateStatus(
    observed,
    pages.some(({ status }) => isOpenWord(status)),
  );
}

function isOpenWord(status: string): boolean {
  return (['PREPARED', 'SENT', 'IN_DOUBT', 'PENDING'] as const).some(
    (one) => one === status && isPageOpen(one),
  );
}

/**
 * After a look at the gateway: the status of an agreement that nobody agreed to follows from its pages, and the next look
 * is set. `complete` says that the gateway answered everything; only then may there be none.
 */
export async function endLook(
  mandateId: string,
  { complete, actor, now }: About & { complete: boolean },
): Promise<void> {
  await writeTx(async (tx) => {
    const row = await tx.mandate.findUniqueOrThrow({ where: { id: mandateId }, include: withPages });
    const observed = observedOf(row);
    const status = statusFor(observed, row.pages);
    const mandate = toMandate({ ...row, status });
    const nextCheckAt = nextLook(mandate, { complete, checks: row.checks, now });
    const data = { status, nextCheckAt, leaseUntil: null, ...(complete && observed && { comparedAt: now }) };
    await tx.mandate.update({ where: { id: mandateId }, data });
    await noteStatus(tx, { mandateId, before: row.status, observed, pages: row.pages }, { actor, now });
  });
}

const secondMs = 1_000;
const sixHoursMs = 6 * 60 * 60 * secondMs;

/** Often while somebody is at the page; four times a day while it lives; never again once it is over and compared. */
function nextLook(
  mandate: Mandate,
  { complete, checks, now }: { complete: boolean; checks: number; now: Date },
) {
  const isWatched = mandate.pages.some(({ status }) => isPageOpen(status));
  const soon = Math.min(5 * 2 ** Math.min(checks, 6), 300) * secondMs;
  if (isWatched || !complete) return new Date(now.getTime() + soon);
  if (isOver(mandate.status) || mandate.status === 'NOT_AGREED') return null;
  return new Date(now.getTime() + sixHoursMs);
}

/** Something was heard: look now. */
export async function lookSoon(mandateId: string, now: Date): Promise<void> {
  await append(
    Prisma.sql`UPDATE "Mandate" SET "nextCheckAt" = ${now}, "checks" = 0 WHERE "id" = ${mandateId}`,
  );
}

/** Agreements whose time to look has come, for this process alone while the lease lasts. */
export async function claimDueMandates(limit: number, now: Date, leaseMs = 30_000): Promise<string[]> {
  const lease = new Date(now.getTime() + leaseMs);
  return writeTx(
    async (tx) => {
      const due = await tx.$queryRaw<{ id: string }[]>`
        SELECT "id" FROM "Mandate"
         WHERE "nextCheckAt" <= ${now} AND ("leaseUntil" IS NULL OR "leaseUntil" <= ${now}) AND "environment" = ${env.environment}
         ORDER BY "nextCheckAt" LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
      const ids = due.map(({ id }) => id);
      await tx.mandate.updateMany({
        where: { id: { in: ids } },
        data: { checks: { increment: 1 }, leaseUntil: lease, nextCheckAt: lease },
      });
      return ids;
    },
    { isolationLevel: 'ReadCommitted' },
  );
}
