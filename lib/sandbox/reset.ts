import 'server-only';
import { freezeClock, resetClock } from './clock';
import { db } from './db';
import { ensureSites } from './sites';

/**
 * Empties the gateway: sessions, payments, deliveries, faults and everything else but the sites, with counters back at 1.
 * With `seed` the keys of payment pages, the tokens of kept cards and the ids of automatic payments are drawn from it, until
 * the process ends (SANDBOX_SEED keeps it); with `freezeAt` the clock stands, and so they are the same to the last digit.
 */
export async function reset({ seed, freezeAt }: { seed?: string | undefined; freezeAt?: Date | undefined }) {
  await db().$executeRaw`
    DO $$
    DECLARE names text;
    BEGIN
      SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') INTO names FROM pg_tables
      WHERE schemaname = 'sandbox' AND tablename NOT IN ('_prisma_migrations', 'Site', 'Clock');
      EXECUTE 'TRUNCATE ' || names || ' RESTART IDENTITY CASCADE';
    END $$`;
  if (seed !== undefined) process.env.SANDBOX_SEED = seed;
  await ensureSites();
  await (freezeAt ? freezeClock(freezeAt) : resetClock());
}
