import { register as registerStore } from './instrumentation';

/** What a build with the sandbox starts instead of `instrumentation.ts`: the store's part, and the gateway's timers. */
export async function register(): Promise<void> {
  await registerStore();
  // As proxy.ts has it: a production server without WING is the shop, `next dev` is both.
  const wing = process.env.WING ?? (process.env.NODE_ENV === 'development' ? 'both' : 'store');
  if (process.env.NEXT_RUNTIME !== 'nodejs' || wing === 'store') return;
  if (process.env.NEXT_PHASE === 'phase-production-build') return;
  const { startSandboxTimers } = await import('./lib/sandbox/timers');
  startSandboxTimers();
}
