/** The database of this test worker: made from the migrated template before the first test, dropped by the next run. */
import pg from 'pg';

/** Empties every table of both wings (and restarts their counters), leaving the tables themselves. */
export async function emptyTables(): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname IN ('store', 'sandbox') AND tablename <> '_prisma_migrations'`,
    );
    if (rows.length === 0) return;
    // Append-only tables refuse TRUNCATE through triggers: a test, and only a test, may switch them off.
    await client.query(
      `SET session_replication_role = replica; TRUNCATE ${rows.map(({ name }) => name).join(', ')} RESTART IDENTITY CASCADE`,
    );
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
