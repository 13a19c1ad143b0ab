import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { log } from '@/lib/log';
import { whenIdle } from './background';
import { reconcile } from './reconcile';
import { tellAuditHead } from './tell-audit-head';

const pauseMs = 1_000;

type Reconciler = { stop: () => Promise<void> };

const holder = globalThis as typeof globalThis & { laderaReconciler?: Reconciler };

/**
 * Sweeps every second for as long as the process lives, and tells the log once a day how the audit ends: what is due
 * is in the database, so an idle sweep costs one small query. One per process, however often it is started. `stop`
 * resolves when the sweep under way and the work in the background are done.
 */
export function runReconciler(): Reconciler {
  return (holder.laderaReconciler ??= start());
}

function start(): Reconciler {
  const stopping = new AbortController();
  const sweeping = sweepUntil(stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await sweeping;
      await whenIdle();
    },
  };
}

async function sweepUntil(signal: AbortSignal) {
  while (!signal.aborted) {
    await sweep();
    await wait(pauseMs, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

async function sweep() {
  try {
    const counts = await reconcile();
    if (counts.settled + counts.suspect > 0) log.info(counts, 'Reconciled');
    await tellAuditHead(new Date());
  } catch (error) {
    log.error({ err: error }, 'A sweep of the reconciler failed');
  }
}
