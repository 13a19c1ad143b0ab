/**
 * Prints the SQL between the end of the migrations and the schema file: the way to author a migration.
 * `node scripts/diff.mjs store > prisma/migrations/<time>_<name>/migration.sql`, then read and edit it by hand.
 * Uses the server of DATABASE_URL, or an embedded PostgreSQL of its own.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { diffMigrations, wings } from './migrations.mjs';
import { startPostgres } from './postgres.mjs';

const wing = process.argv[2] ?? '';
if (!Object.hasOwn(wings, wing)) {
  console.error('Say whose migrations: node scripts/diff.mjs store (or sandbox).');
  process.exit(1);
}

const dataDir = join(fileURLToPath(new URL('..', import.meta.url)), '.data', 'diff');
const server = process.env.DATABASE_URL ? null : await startPostgres({ dataDir });
try {
  const sql = await diffMigrations({ databaseUrl: server?.url ?? process.env.DATABASE_URL, wing });
  process.stdout.write(sql);
} finally {
  await server?.stop();
}
