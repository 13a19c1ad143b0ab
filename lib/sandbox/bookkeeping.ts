import 'server-only';
import { adoptClock, clockTurns, type ClockRow } from './clock';
import type { Tx } from './db';
import { writeDelivery } from './deliveries';
import type { Prisma } from './generated/client';
import { switchesOf } from './switches';
import { isFinal, standing, type AttemptStatus, type Ending, type SessionStatus } from './session';

/** How a session's row follows from its facts: every change of a session goes through `lockSession` and `restate`. */

export const whole = {
  site: true,
  instrument: true,
  transactions: {
    orderBy: { number: 'asc' },
    // Of a dispersed payment, its parts.
    include: { steps: { where: { type: 'PART' }, orderBy: { number: 'asc' } } },
  },
} as const;

export type Whole = Prisma.SessionGetPayload<{ include: typeof whole }>;

/**
 * The session for this transaction alone: whoever else wants to change it waits. The clock is read in the same question,
 * so that `now` is right for what follows. Null when there is none.
 */
export async function lockSession(tx: Tx, requestId: number): Promise<Whole | null> {
  const turns = clockTurns();
  const [clock] = await tx.$queryRaw<ClockRow[]>`
    SELECT c."offsetMs", c."frozenAt" FROM "Session" s LEFT JOIN "Clock" c ON c."id" = 1
    WHERE s."requestId" = ${requestId}::int FOR UPDATE OF s`;
  if (!clock) return null;
  adoptClock(clock, turns);
  return tx.session.findUnique({ where: { requestId }, include: whole });
}

/** A row's status as one of ours: the database's CHECK holds it to those. */
export function statusOf({ status }: { status: string }): SessionStatus {
  return status as SessionStatus;
}

/** The rows as facts for `standing`. The database's CHECKs hold the words to the ones we know. */
export function attemptsOf({ transactions }: Whole): { status: AttemptStatus; totalMinor: bigint }[] {
  return transactions.map(({ status, totalMinor, approvedMinor }) => ({
    status: status as AttemptStatus,
    totalMinor: approvedMinor ?? totalMinor,
  }));
}

/**
 * Writes where the session stands after its attempts changed, or after `ending`. When that is the end, the
 * notification is written with it. A session that was final already stays as it is.
 */
export async function restate(tx: Tx, requestId: number, at: Date, ending?: Ending): Promise<Whole> {
  const session = await tx.session.findUniqueOrThrow({ where: { requestId }, include: whole });
  const before = statusOf(session);
  if (isFinal(before)) return session;
  const ended = ending ?? (session.ending as Ending | null);
  const next = standing({
    attempts: attemptsOf(session),
    totalMinor: session.totalMinor ?? 0n,
    ending: ended,
    attemptsLimit: session.site.attemptsLimit,
  });
  const moved = next.status !== session.status || next.reason !== session.reason;
  const over = isFinal(next.status);
  const after = await tx.session.update({
    where: { requestId },
    data: {
      ...next,
      ending: ended,
      ...(moved && { statusAt: at }),
      ...((over || ended) && { dueAt: null }),
    },
    include: whole,
  });
  const isPart = moved && next.status === 'APPROVED_PARTIAL' && switchesOf(session.site).partialNotifies;
  if (over || isPart) await writeDelivery(tx, after, after.site, at, over ? 'FINAL' : 'PARTIAL');
  return after;
}
