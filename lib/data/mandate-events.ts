import 'server-only';
import { mandateEventTypes, type MandateEvent, type MandateEventType } from '@/lib/domain/mandate-history';
import { actors, type Actor } from '@/lib/domain/order-event';
import type { Viewer } from '@/lib/domain/viewer';
import { append, db, type Tx } from './db';
import { Prisma } from './generated/client';
import { mandatesOf } from './mandate-access';
import { oneOf } from './mandate-row';
import { randomId } from './random';

type Adding = {
  readonly mandateId: string;
  readonly type: MandateEventType;
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
  return rows.map(({ id, type, actor, data, at }) => ({
    ...{ id, at },
    type: oneOf(mandateEventTypes, type),
    actor: oneOf(actors, actor),
    data: readData(data),
  }));
}

function readData(data: Prisma.JsonValue): Record<string, string> {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return {};
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, String(value)]));
}
