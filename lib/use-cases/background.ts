import 'server-only';
import { log } from '@/lib/log';

/** Work that goes on after an answer was given. A stopping server waits for it; whatever dies with it is done again later. */
const holder = globalThis as typeof globalThis & { laderaBackground?: Set<Promise<void>> };
const running = (holder.laderaBackground ??= new Set());

/** Starts it and waits for nothing. A failure is logged and reaches nobody else. */
export function inBackground(work: () => Promise<unknown>): void {
  const promise = work()
    .then(() => undefined)
    .catch((error: unknown) => log.error({ err: error }, 'Work in the background failed'))
    .finally(() => running.delete(promise));
  running.add(promise);
}

/** Resolves when nothing is going on any more. */
export async function whenIdle(): Promise<void> {
  while (running.size > 0) await Promise.all(running);
}
