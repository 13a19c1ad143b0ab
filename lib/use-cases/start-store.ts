import 'server-only';
import { EnvironmentMismatch, pinEnvironment } from '@/lib/data/environment';
import { log } from '@/lib/log';
import { runReconciler } from './run-reconciler';

/**
 * What a server process of the shop does before its first request. Refuses to run on data that belong to another
 * gateway; a database that is away for now is no reason not to start, because the health route tells.
 */
export async function startStore(): Promise<void> {
  await pinEnvironment().catch((error: unknown) => {
    if (!(error instanceof EnvironmentMismatch)) return log.error({ err: error }, 'The database is away');
    log.fatal(error.message);
    process.exit(1);
  });
  const reconciler = runReconciler();
  // Next finishes the requests that are under way; the sweep under way is finished beside them. What does not make it
  // in time is still due in the database, and the next process does it.
  process.once('SIGTERM', () => void reconciler.stop());
  process.once('SIGINT', () => void reconciler.stop());
}
