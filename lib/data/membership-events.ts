import 'server-only';
import { z } from 'zod';
import { membershipEventTypes, type MembershipEventType } from '@/lib/domain/membership';
import { actors, type Actor } from '@/lib/domain/order-event';
import { userIdOf, type Viewer } from '@/lib/domain/viewer';
import { db, type Tx } from './db';

export type MembershipEvent = {
  readonly seq: number;
  readonly type: MembershipEventType;
  readonly actor: Actor;
  /** Plain words: days, a card's last digits, why. Never a secret. */
  readonly data: Readonly<Record<string, string>>;
  readonly at: Date;
};

/** The next line of a membership's history, in the transaction of what it tells. */
export async function addMembershipEvent(
  tx: Tx,
  membershipId: string,
  { data = {}, ...event }: Omit<MembershipEvent, 'seq' | 'data'> & Partial<Pick<MembershipEvent, 'data'>>,
): Promise<void> {
  const { _max } = await tx.membershipEvent.aggregate({ where: { membershipId }, _max: { seq: true } });
  await tx.membershipEvent.create({ data: { ...event, data, membershipId, seq: (_max.seq ?? 0) + 1 } });
}

/** What happened to one of the viewer's memberships, newest first. */
export async function findMembershipEvents(membershipId: string, viewer: Viewer): Promise<MembershipEvent[]> {
  const rows = await db.membershipEvent.findMany({
    where: { membershipId, membership: { userId: userIdOf(viewer) ?? '' } },
    orderBy: { seq: 'desc' },
    take: 100,
  });
  return rows.map((row) => shape.parse(row));
}

const shape = z.object({
  seq: z.number(),
  type: z.enum(membershipEventTypes),
  actor: z.enum(actors),
  data: z.record(z.string(), z.string()),
  at: z.date(),
});
