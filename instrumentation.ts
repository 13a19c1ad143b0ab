/** Once per server process, before its first request: checks where the data belong, then keeps the reconciler going. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.WING === 'sandbox') return;
  if (process.env.NEXT_PHASE === 'phase-production-build') return;
  const [{ env }, { trustProxies }] = await Promise.all([
    import('./lib/env'),
    import('./lib/trusted-proxies'),
  ]);
  trustProxies(env.trustedProxies);
  const { startStore } = await import('./lib/use-cases/start-store');
  await startStore();
}
