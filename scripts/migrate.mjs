/** Brings a database up to date: both wings' tables, each in the PostgreSQL schema of its wing. `npm run migrate` */
import pg from 'pg';
import { isMain } from './is-main.mjs';
import { applyMigrations, wings } from './migrations.mjs';

/**
 * Creates the PostgreSQL schemas `store` and `sandbox` where they are missing and applies the migrations. Twice is once.
 * @param {{ databaseUrl: string, sandboxDatabaseUrl?: string }} options the gateway's tables may be in a database of their own
 * @returns {Promise<string[]>} what was applied, as `wing/name`
 */
export async function migrate({ databaseUrl, sandboxDatabaseUrl = databaseUrl }) {
  const applied = [];
  for (const wing of Object.keys(wings)) {
    const url = wing === 'sandbox' ? sandboxDatabaseUrl : databaseUrl;
    await createSchema(url, wing);
    const names = await applyMigrations({ databaseUrl: url, wing });
    applied.push(...names.map((name) => `${wing}/${name}`));
  }
  return applied;
}

async function createSchema(databaseUrl, wing) {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query(`CREATE SCHEMA IF NOT EXISTS "${wing}"`);
  } finally {
    await client.end();
  }
}

if (isMain(import.meta)) {
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) {
    console.error(
      'Set DATABASE_URL to the PostgreSQL database to migrate (npm run demo does all of this itself).',
    );
    process.exit(1);
  }
  const applied = await migrate({ databaseUrl, sandboxDatabaseUrl: process.env.SANDBOX_DATABASE_URL });
  console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'Nothing to apply.');
}
