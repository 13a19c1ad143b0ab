import 'server-only';
import { freezeClock, resetClock } from './clock';
import { db } from './db';
import { ensureSites } from './sites';

/**
 * Empties the gateway: sessions, payments, deliveries, faults and everything else but the sites. The counters go on, because
 * a merchant keeps what it was told before: a requestId that comes again is another session's. With `seed` they begin again
 * as well, and the keys of payment pages, the tokens of kept cards and the ids of automatic payments are drawn from it, until
 * the process ends (SANDBOX_SEED keeps it); with `freezeAt` the clock stands, and so they are the same to the last digit.
 */
export async function reset({ seed, freezeAt }: { seed?: string | undefined; freezeAt?: Date | undefined }) {
  await db().$executeRaw`
    DO $$
    DECLARE names text;
    BEGIN
      SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') INTO names FROM pg_tables
      WHERE schemaname = 'sandbox' AND tablename NOT IN ('_prisma_migrations', 'Site', 'Clock');
      EXECUTE 'TRUNCATE ' || names || ' CONTINUE IDENTITY CASCADE';
    END $$`;
  if (seed !== undefined) {
    process.env.SANDBOX_SEED = seed;
    await restartCounters();
  }
  await ensureSites();
  await (freezeAt ? freezeClock(freezeAt) : resetClock());
}

/** Every counter of the gateway, back to where it began. */
async function restartCounters(): Promise<void> {
  await db().$executeRaw`
    SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
    FROM pg_sequences WHERE schemaname = 'sandbox'`;
}
