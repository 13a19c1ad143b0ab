import 'server-only';
import { db } from './db';

/**
 * The gateway's time: real time plus an offset, or frozen. It is kept in the database, because any number of processes
 * may be the gateway: each reads it again whenever it begins something. Authentication alone asks the real clock,
 * because the seeds of its clients come from theirs.
 */
type Setting = { offsetMs: number; frozenAt: Date | null };

/** The clock's row, or what a LEFT JOIN makes of none. */
export type ClockRow = { offsetMs: bigint | null; frozenAt: Date | null };

/** `turns` counts what this process itself did to the clock. */
const kept = globalThis as { sandboxClock?: Setting; sandboxClockTurns?: number };

/** The gateway's time as this process last read it: `syncClock` reads it anew. */
export function now(): Date {
  const { offsetMs, frozenAt } = kept.sandboxClock ?? { offsetMs: 0, frozenAt: null };
  return frozenAt ?? new Date(Date.now() + offsetMs);
}

/** To be taken before the clock's row is read, and given to `adoptClock` with what was read. */
export function clockTurns(): number {
  return kept.sandboxClockTurns ?? 0;
}

/** From here on the time is that of the row, unless this process has turned the clock since it was read. */
export function adoptClock(row: ClockRow | null | undefined, turns: number): void {
  if (turns === clockTurns()) keep(row);
}

/** Reads the time that all processes share: what another one did to it counts from here on. */
export async function syncClock(): Promise<void> {
  const turns = clockTurns();
  adoptClock(await db().clock.findUnique({ where: { id: 1 } }), turns);
}

/** Moves time on by so many milliseconds: what is due then becomes due now. */
export async function advanceClock(byMs: number): Promise<Date> {
  const [row] = await db().$queryRaw<ClockRow[]>`
    INSERT INTO "Clock" ("id", "offsetMs") VALUES (1, ${byMs}::bigint)
    ON CONFLICT ("id") DO UPDATE SET "offsetMs" = "Clock"."offsetMs" + ${byMs}::bigint,
      "frozenAt" = "Clock"."frozenAt" + ${byMs}::bigint * interval '1 millisecond'
    RETURNING "offsetMs", "frozenAt"`;
  return turn(row);
}

/** Stops the gateway's time at `at`, or where it is. Returns that moment. */
export async function freezeClock(at: Date = now()): Promise<Date> {
  return write({ offsetMs: BigInt(at.getTime() - Date.now()), frozenAt: at });
}

/** Time goes on from where it stood, so that nothing that was due in between falls due at once. */
export async function releaseClock(): Promise<Date> {
  return write({ offsetMs: BigInt(now().getTime() - Date.now()), frozenAt: null });
}

/** Back to real time. */
export async function resetClock(): Promise<Date> {
  return write({ offsetMs: 0n, frozenAt: null });
}

/** What the clock's page shows. */
export function clockSetting(): { now: Date; frozen: boolean; offsetMs: number } {
  const { offsetMs, frozenAt } = kept.sandboxClock ?? { offsetMs: 0, frozenAt: null };
  return { now: now(), frozen: frozenAt !== null, offsetMs };
}

async function write(setting: { offsetMs: bigint; frozenAt: Date | null }): Promise<Date> {
  await db().clock.upsert({ where: { id: 1 }, create: setting, update: setting });
  return turn(setting);
}

function turn(row: ClockRow | undefined): Date {
  kept.sandboxClockTurns = clockTurns() + 1;
  keep(row);
  return now();
}

function keep(row: ClockRow | null | undefined): void {
  kept.sandboxClock = { offsetMs: Number(row?.offsetMs ?? 0n), frozenAt: row?.frozenAt ?? null };
}
