/** The scripted gateway for a file of tests, each of which begins as if it were the first. */
import { afterAll, beforeEach } from 'vitest';
import { emptyTables } from './database';
import { startScriptedGateway } from './scripted-gateway';

/** Starts it; before each test nothing of the last goes on, and the tables and its book are empty. */
export async function freshGateway() {
  const gateway = await startScriptedGateway();
  const { whenIdle } = await import('@/lib/use-cases/background');
  beforeEach(async () => {
    await whenIdle();
    await emptyTables();
    gateway.reset();
  });
  afterAll(async () => {
    await whenIdle();
    await gateway.close();
  });
  return gateway;
}
