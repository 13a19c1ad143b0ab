/** The demo's database: the server of DATABASE_URL, or the embedded one; migrated and seeded. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from './processes.mjs';
import { root } from './setup.mjs';
import { Trouble } from './trouble.mjs';

/**
 * The address, when it can be one. It is checked before anything long begins; its password is never shown.
 * @param {string | undefined} text DATABASE_URL
 * @returns {URL | null} null: use the embedded server
 */
export function readDatabaseUrl(text) {
  if (!text?.trim()) return null;
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || !url.hostname || url.pathname.length < 2) {
    throw new Trouble(
      'DATABASE_URL is not a PostgreSQL address: write it as postgresql://user:password@host:5432/database, or unset it to use the embedded server.',
    );
  }
  return url;
}

/**
 * Opens the database, empty when `reset`.
 * @returns {Promise<{ url: string, isAlive: () => boolean, stop: () => Promise<void> }>}
 */
export async function openDatabase({ given, dataDir, reset, log }) {
  if (given) {
    await connectOnce(given);
    if (reset) await dropSchemas(given.href);
    return { url: given.href, isAlive: () => true, stop: async () => {} };
  }
  const { removeData, startPostgres } = await import('./postgres.mjs');
  if (reset) await removeData(dataDir);
  return startPostgres({ dataDir, log });
}

/**
 * Brings both wings' tables up to date and puts in what every demo has: products, two people, the gateway's site. Twice is once.
 * @param {{ url: string, env: Record<string, string | undefined>, seeded?: boolean }} options seeded: false leaves the shop empty
 */
export async function fillDatabase({ url, env, seeded = true }) {
  const { migrate } = await import('./migrate.mjs');
  await migrate({ databaseUrl: url, sandboxDatabaseUrl: env.SANDBOX_DATABASE_URL ?? url });
  if (seeded)
    await seedOnce(url, () => {
      const seeds = seedFiles.filter((file) => file.endsWith('seed.ts') && existsSync(join(root, file)));
      return Promise.all(
        seeds.map((file) => runNode(['--conditions=react-server', '--import', 'tsx', file], { env })),
      );
    });
}

const seedFiles = ['prisma/seed.ts', 'prisma/catalogue.ts', 'prisma/sandbox/seed.ts'];

/**
 * Seeds again only when the seeds have changed: what was put in last is written beside the data, as the comment on their
 * schema, so an emptied database is seeded whatever happened before.
 */
async function seedOnce(connectionString, seed) {
  const { default: pg } = await import('pg');
  const mark = createHash('sha256');
  for (const file of seedFiles.filter((name) => existsSync(join(root, name))))
    mark.update(readFileSync(join(root, file)));
  const wanted = `seeded from ${mark.digest('hex')}`;
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query(`SELECT obj_description('store'::regnamespace) AS mark`);
    if (rows[0].mark === wanted) return;
    await seed();
    await client.query(`COMMENT ON SCHEMA store IS '${wanted}'`);
  } finally {
    await client.end();
  }
}

/** Tells apart what can be wrong with a server somebody else runs. */
async function connectOnce(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url.href, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new Trouble(explain(error, url));
  } finally {
    await client.end().catch(() => {});
  }
}

/** @param {{ code?: string, message: string }} error from pg @param {URL} url */
export function explain(error, url) {
  const server = `The PostgreSQL server of DATABASE_URL (${url.hostname}:${url.port || 5432})`;
  const name = decodeURIComponent(url.pathname.slice(1));
  if (error.code === '28P01' || error.code === '28000')
    return `${server} refuses this user or password: correct DATABASE_URL, or unset it to use the embedded server.`;
  if (error.code === '3D000')
    return `${server} has no database "${name}": create it with \`createdb ${name}\`, or name another in DATABASE_URL.`;
  const reason = error.code ?? error.message.split('\n')[0];
  return `${server} does not answer (${reason}): start it, correct DATABASE_URL, or unset it to use the embedded server.`;
}

async function dropSchemas(connectionString) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query('DROP SCHEMA IF EXISTS store CASCADE; DROP SCHEMA IF EXISTS sandbox CASCADE');
  } finally {
    await client.end();
  }
}
