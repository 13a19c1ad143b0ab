import { register as registerStore } from './instrumentation';

/** What a build with the sandbox starts instead of `instrumentation.ts`: the store's part, and the gateway's timers. */
export async function register(): Promise<void> {
  await registerStore();
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.WING === 'store') return;
  if (process.env.NEXT_PHASE === 'phase-production-build') return;
  const { startSandboxTimers } = await import('./lib/sandbox/timers');
  startSandboxTimers();
}
