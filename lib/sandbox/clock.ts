import 'server-only';
import { db } from './db';

/**
 * The gateway's time: real time plus an offset, or frozen. Authentication alone asks the real clock, because
 * the seeds of its clients come from theirs.
 */
type Setting = { offsetMs: number; frozenAt: Date | null };

const kept = globalThis as { sandboxClock?: Setting };

export function now(): Date {
  const { offsetMs, frozenAt } = kept.sandboxClock ?? { offsetMs: 0, frozenAt: null };
  return frozenAt ?? new Date(Date.now() + offsetMs);
}

/** Reads what an earlier run left, so that a restart does not jump back in time. */
export async function loadClock(): Promise<void> {
  const row = await db().clock.findUnique({ where: { id: 1 } });
  kept.sandboxClock = { offsetMs: Number(row?.offsetMs ?? 0n), frozenAt: row?.frozenAt ?? null };
}

/** Moves time on by so many milliseconds: what is due then becomes due now. */
export async function advanceClock(byMs: number): Promise<Date> {
  const row = await db().clock.upsert({
    where: { id: 1 },
    create: { offsetMs: BigInt(byMs) },
    update: { offsetMs: { increment: BigInt(byMs) } },
  });
  const frozenAt = row.frozenAt && new Date(row.frozenAt.getTime() + byMs);
  if (frozenAt) await db().clock.update({ where: { id: 1 }, data: { frozenAt } });
  kept.sandboxClock = { offsetMs: Number(row.offsetMs), frozenAt };
  return now();
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
  kept.sandboxClock = { ...setting, offsetMs: Number(setting.offsetMs) };
  return now();
}
