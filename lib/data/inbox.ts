import 'server-only';
import { append, db, writeTx, type Tx } from './db';
import { Prisma } from './generated/client';
import { randomId } from './random';

export type InboxRow = {
  readonly id: string;
  readonly channel: string;
  readonly requestId: string | null;
  readonly reference: string | null;
  /** What the notice of a repeated charge said. */
  readonly detail: unknown;
  readonly tries: number;
  readonly receivedAt: Date;
};

/**
 * Keeps a notification before anybody works on it: the row is the promise behind the 200. The same notification again (same
 * channel and dedupeKey) is no second row; `isNew` is false then.
 */
export async function receive(input: {
  channel: string;
  dedupeKey: string;
  requestId: string | null;
  reference: string | null;
  detail?: Readonly<Record<string, string>>;
  now: Date;
}): Promise<{ id: string; isNew: boolean }> {
  const { channel, dedupeKey, requestId, reference, detail, now } = input;
  const kept = detail ? JSON.stringify(detail) : null;
  const count = await append(
    Prisma.sql`INSERT INTO "Inbox" ("id", "channel", "dedupeKey", "requestId", "reference", "detail", "nextAt", "receivedAt")
      VALUES (${randomId()}, ${channel}, ${dedupeKey}, ${requestId}, ${reference}, ${kept}::jsonb, ${now}, ${now}) ON CONFLICT DO NOTHING`,
  );
  const row = await db.inbox.findUniqueOrThrow({
    where: { channel_dedupeKey: { channel, dedupeKey } },
    select: { id: true },
  });
  return { id: row.id, isNew: count === 1 };
}

/** Rows nobody has finished, oldest first, for this process alone. Each comes back later unless it is marked done. */
export async function claimInbox(limit: number, now: Date): Promise<InboxRow[]> {
  const claim = async (tx: Tx) => {
    const due = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "Inbox" WHERE "nextAt" <= ${now} ORDER BY "nextAt" LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
    const rows = await tx.inbox.findMany({
      where: { id: { in: due.map(({ id }) => id) } },
      orderBy: { nextAt: 'asc' },
    });
    for (const { id, tries } of rows) {
      await tx.inbox.update({
        where: { id },
        data: { tries: tries + 1, nextAt: laterBy(now, waitAfter(tries)) },
      });
    }
    return rows.map(({ id, channel, requestId, reference, detail, tries, receivedAt }) => ({
      id,
      channel,
      requestId,
      reference,
      detail,
      tries: tries + 1,
      receivedAt,
    }));
  };
  return writeTx(claim, { isolationLevel: 'ReadCommitted' });
}

/** What it told of is known by now: nobody claims it again. Twice is once. */
export async function markInboxDone(id: string): Promise<void> {
  await append(Prisma.sql`UPDATE "Inbox" SET "state" = 'DONE', "nextAt" = NULL WHERE "id" = ${id}`);
}

/** No attempt of ours has that requestId: kept for ever, asked about again for a while (see claimInbox), never booked. */
export async function markInboxUnknown(id: string, { giveUp }: { giveUp: boolean }): Promise<void> {
  await append(
    Prisma.sql`UPDATE "Inbox" SET "state" = 'UNKNOWN', "nextAt" = CASE WHEN ${giveUp} THEN NULL ELSE "nextAt" END
      WHERE "id" = ${id} AND "state" <> 'DONE'`,
  );
}

/** 10 s, 20 s, 40 s … at most an hour. */
function waitAfter(tries: number): number {
  return Math.min(3_600_000, 10_000 * 2 ** Math.min(tries, 10));
}

function laterBy(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds);
}
