/** Fills the gateway's tables with sessions that were paid, as copies of one that really was. */
import pg from 'pg';

/**
 * @param {{ databaseUrl: string, requestId: number, total: number }} wanted `requestId` is a paid session; `total` how many are stored in the end
 */
export async function storeSessions({ databaseUrl, requestId, total }) {
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c search_path=sandbox' });
  await client.connect();
  try {
    const { rows } = await client.query('SELECT count(*)::int AS count FROM "Session"');
    const missing = Math.max(0, total - rows[0].count);
    await client.query('BEGIN');
    const first = `(SELECT coalesce(max("requestId"), 0) FROM "Session")`;
    await client.query(`CREATE TEMP TABLE base ON COMMIT DROP AS SELECT ${first} AS id`);
    await copy(client, 'Session', missing, requestId, {
      requestId: '(SELECT id FROM base) + n',
      key: 'md5(random()::text || n::text)',
      reference: `'STORED-' || n`,
    });
    await copy(client, 'Transaction', missing, requestId, {
      internalReference: null,
      requestId: '(SELECT id FROM base) + n',
      attemptToken: 'md5(random()::text || n::text)',
      reference: `'STORED-' || n`,
    });
    await client.query(
      `SELECT setval(pg_get_serial_sequence('"Session"', 'requestId'), (SELECT max("requestId") FROM "Session"))`,
    );
    await client.query('COMMIT');
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

/** `changes` are the columns a copy does not share, as SQL over `n`; null leaves one to its default. */
async function copy(client, table, count, requestId, changes) {
  const { rows } = await client.query(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'sandbox' AND table_name = $1 AND is_generated = 'NEVER'`,
    [table],
  );
  const names = rows.map(({ name }) => name).filter((name) => changes[name] !== null);
  const values = names.map((name) => changes[name] ?? `s."${name}"`);
  await client.query(
    `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')})
     SELECT ${values.join(', ')} FROM "${table}" s, generate_series(1, $1) n WHERE s."requestId" = $2`,
    [count, requestId],
  );
}
