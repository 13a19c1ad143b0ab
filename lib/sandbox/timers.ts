import 'server-only';
import { loadClock, now } from './clock';
import { watchConnections } from './connections';
import { closeLost, sendDue } from './deliveries';
import { sandboxEnv } from './env';
import { expireOne, resolveOne } from './pending';
import { ensureSites } from './sites';

/** What the gateway does of its own accord: sessions expire, pending cards resolve, notifications leave. */

const most = 100;

/** One round over everything that is due. Any number of processes may run it: each claims its own rows. */
export async function tick(): Promise<void> {
  const at = now();
  await repeat(() => resolveOne(at));
  await repeat(() => expireOne(at));
  await closeLost();
  await sendDue();
}

/** Called once when the server starts. Resolves when the sites are there; the rounds go on until `stop`. */
export async function startSandboxTimers(): Promise<{ stop: () => void }> {
  const { tickMs } = sandboxEnv();
  watchConnections();
  await ensureSites();
  await loadClock();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const round = async () => {
    await tick().catch((error: unknown) => console.error('The gateway missed a round:', nameOf(error)));
    if (!stopped) timer = setTimeout(round, tickMs).unref();
  };
  void round();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** An error's kind and no more: its message may hold what a payer typed. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown error';
}

async function repeat(one: () => Promise<boolean>): Promise<void> {
  for (let done = 0; done < most && (await one()); done += 1);
}
