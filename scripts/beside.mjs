/**
 * Runs a script of the shop with the variables of the shop that runs here: `node scripts/beside.mjs scripts/verify.ts`.
 * Where AUTH_SECRET is set they are a deployed shop's, and taken as they are; else they are the demo's, and its database
 * is the one that runs in DATA_DIR.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readDatabaseUrl } from './database.mjs';
import { demoEnvironment } from './environment.mjs';
import { readPort } from './occupied.mjs';
import { showNode } from './processes.mjs';
import { root } from './setup.mjs';
import { Trouble } from './trouble.mjs';

const command = ['--conditions=react-server', '--import', 'tsx', ...process.argv.slice(2)];

try {
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
  const { env, stop } = process.env.AUTH_SECRET?.trim() ? { env: process.env } : await besideTheDemo();
  const code = await showNode(command, { env });
  await stop?.();
  process.exit(code);
} catch (error) {
  console.error(error instanceof Trouble ? error.message : error.stack);
  process.exit(1);
}

/** A database that runs already is left running. */
async function besideTheDemo() {
  const dataDir = resolve(root, process.env.DATA_DIR?.trim() || '.data');
  if (!existsSync(join(dataDir, 'secrets.json')))
    throw new Trouble(
      `No demo has run in ${dataDir}: start it with npm run demo, or set the variables of your shop (.env.example names them).`,
    );
  const given = readDatabaseUrl(process.env.DATABASE_URL);
  const { startPostgres } = await import('./postgres.mjs');
  const database = given ? { url: given.href, adopted: true } : await startPostgres({ dataDir });
  const ports = { store: readPort('PORT', 3000), gateway: readPort('SANDBOX_PORT', 3001) };
  return {
    env: demoEnvironment({ ports, dataDir, databaseUrl: database.url }),
    stop: database.adopted ? undefined : database.stop,
  };
}
