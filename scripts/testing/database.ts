/** The database of this test worker: made from the migrated template before the first test, dropped by the next run. */
import pg from 'pg';

/**
 * Empties every table of both wings (and restarts their counters), leaving the tables themselves: row by row, because most
 * are empty, and TRUNCATE makes new files for each.
 */
export async function emptyTables(): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    // Append-only tables refuse through triggers: a test, and only a test, may switch them off.
    await client.query(`SET session_replication_role = replica`);
    await client.query(`
      DO $$ DECLARE name text; BEGIN
        FOR name IN SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
          WHERE schemaname IN ('store', 'sandbox') AND tablename <> '_prisma_migrations'
        LOOP EXECUTE 'DELETE FROM ' || name; END LOOP;
        FOR name IN SELECT format('%I.%I', schemaname, sequencename) FROM pg_sequences
          WHERE schemaname IN ('store', 'sandbox') AND last_value IS NOT NULL
        LOOP EXECUTE 'ALTER SEQUENCE ' || name || ' RESTART'; END LOOP;
      END $$`);
  } finally {
    await client.end();
  }
}

/** Creates `name` as a copy of `template`, replacing a database an earlier run left. */
export async function cloneDatabase(input: {
  serverUrl: string;
  template: string;
  name: string;
}): Promise<string> {
  const client = new pg.Client({ connectionString: input.serverUrl });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS "${input.name}" WITH (FORCE)`);
    await client.query(`CREATE DATABASE "${input.name}" TEMPLATE "${input.template}"`);
  } finally {
    await client.end();
  }
  return databaseUrl(input.serverUrl, input.name);
}

/** The same server, another database. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
