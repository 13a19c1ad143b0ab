import 'server-only';
import { playOut, runMandates } from './autopay/scheduler';
import { now, syncClock } from './clock';
import { watchConnections } from './connections';
import { closeLost, sendDue } from './deliveries';
import { oldestDueWork } from './due-work';
import { sandboxEnv } from './env';
import { lapseConfirmation } from './confirmation';
import { lapseOne } from './holds';
import { inTurn } from './in-turn';
import { expireOne, resolveOne } from './pending';
import { chargeOne } from './recurrences';
import { ensureSites } from './sites';

/** What the gateway does of its own accord: sessions expire, pending cards resolve, notifications leave. */

const most = 100;

/**
 * One round over everything that is due. Any number of processes may run it: each claims its own rows. A kind of work
 * that fails holds no other up: all are done, and then the round fails.
 */
export async function tick(): Promise<void> {
  if ((await oldestDueWork()) === null) return;
  const at = now();
  await inTurn([
    () => repeat(() => resolveOne(at)),
    () => repeat(() => lapseConfirmation(at)),
    () => repeat(() => expireOne(at)),
    () => repeat(() => lapseOne(at)),
    () => repeat(() => chargeOne(at)),
    runMandates,
    closeLost,
    sendDue,
  ]);
}

/** A round, and what another round had begun is over too: for whoever turns the clock and then tells how things stand. */
export async function catchUp(): Promise<void> {
  await tick();
  await playOut();
}

type Timers = { stop: () => void };

const kept = globalThis as { sandboxTimers?: Timers };

/**
 * Called when the server starts; once per process, however often it is called. A setting that cannot be read
 * throws. A database that is not there yet is asked again in every round.
 */
export function startSandboxTimers(): Timers {
  return (kept.sandboxTimers ??= start());
}

function start(): Timers {
  const { tickMs } = sandboxEnv();
  watchConnections();
  let prepared = false;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const round = async () => {
    if (!prepared) await prepare();
    prepared = true;
    await tick();
  };
  const rounds = async () => {
    await round().catch((error: unknown) => console.error('The gateway missed a round:', nameOf(error)));
    if (!stopped) timer = setTimeout(rounds, tickMs).unref();
  };
  void rounds();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      delete kept.sandboxTimers;
    },
  };
}

/** The demo's sites, and the time an earlier run had reached. */
async function prepare(): Promise<void> {
  await ensureSites();
  await syncClock();
}

/** An error's kind and no more: its message may hold what a payer typed. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown error';
}

async function repeat(one: () => Promise<boolean>): Promise<void> {
  for (let done = 0; done < most && (await one()); done += 1);
}
