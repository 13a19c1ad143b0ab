import 'server-only';
import type { Actor } from '@/lib/domain/order';
import type { Viewer } from '@/lib/domain/viewer';
import { append, db, type Tx } from './db';
import { Prisma } from './generated/client';
import { mandatesOf } from './mandate-access';
import { randomId } from './random';

export type MandateEvent = {
  readonly type: string;
  readonly actor: string;
  readonly data: Readonly<Record<string, string>>;
  readonly at: Date;
};

type Adding = {
  readonly mandateId: string;
  readonly type: string;
  readonly actor: Actor;
  readonly data?: Readonly<Record<string, string>>;
  /** The same thing told again is no second line. */
  readonly dedupeKey: string;
  readonly at: Date;
};

/** The next line of an agreement's history, in the transaction of what it tells. */
export async function addMandateEvent(tx: Tx, event: Adding): Promise<void> {
  await tx.mandateEvent.createMany({
    data: [{ ...event, id: randomId(), data: event.data ?? {} }],
    skipDuplicates: true,
  });
}

/** The same in one statement of its own. True when it is new. */
export async function noteMandateEvent({ data = {}, ...event }: Adding): Promise<boolean> {
  const { mandateId, type, actor, dedupeKey, at } = event;
  const count = await append(
    Prisma.sql`INSERT INTO "MandateEvent" ("id", "mandateId", "type", "actor", "data", "dedupeKey", "at")
      VALUES (${randomId()}, ${mandateId}, ${type}, ${actor}, ${JSON.stringify(data)}::jsonb, ${dedupeKey}, ${at})
      ON CONFLICT DO NOTHING`,
  );
  return count === 1;
}

/** What happened to an agreement that is the viewer's, newest first. */
export async function findMandateEvents(mandateId: string, viewer: Viewer): Promise<MandateEvent[]> {
  const rows = await db.mandateEvent.findMany({
    where: { mandateId, mandate: mandatesOf(viewer) },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    take: 200,
  });
  return rows.map(({ type, actor, data, at }) => ({ type, actor, at, data: readData(data) }));
}

function readData(data: Prisma.JsonValue): Record<string, string> {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return {};
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, String(value)]));
}
