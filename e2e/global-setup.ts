import { mkdirSync } from 'node:fs';
import { fillDatabase } from '../scripts/database.mjs';
import { wingsEnvironment } from '../scripts/environment.mjs';
import { startPostgres } from '../scripts/postgres.mjs';
import { build, testBuild } from '../scripts/setup.mjs';
import { dataDir, databaseAt, inherited, onServer, openPair, template } from './servers';

/**
 * Before the browser tests: one PostgreSQL server, one seeded database that every pair of servers copies, one build
 * with the gateway in it, and the pair that most tests share.
 */
export default async function setup() {
  mkdirSync(dataDir, { recursive: true });
  const postgres = await startPostgres({ dataDir, settings: { fsync: 'off', max_connections: '300' } });
  try {
    const databaseUrl = databaseAt(postgres.url, template);
    await onServer(postgres.url, [
      `DROP DATABASE IF EXISTS "${template}" WITH (FORCE)`,
      `CREATE DATABASE "${template}"`,
    ]);
    const env = wingsEnvironment({
      store: 'http://localhost:3000',
      gateway: 'http://localhost:3001',
      databaseUrl,
    });
    await fillDatabase({ url: databaseUrl, env: { ...inherited, ...env } });
    await build({ ...testBuild, env: { ...inherited, ...env } });
    const pair = await openPair(postgres.url);
    process.env.E2E_SERVER = postgres.url;
    process.env.E2E_PLACE = JSON.stringify({
      store: pair.store,
      gateway: pair.gateway,
      databaseUrl: pair.databaseUrl,
      env: pair.env,
    });
    return async () => {
      await pair.close();
      await postgres.stop();
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
