/** The demo, the development server and the gateway alone: from whatever state the folder is in to what is asked for. */
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fillDatabase, openDatabase, readDatabaseUrl } from './database.mjs';
import { demoEnvironment } from './environment.mjs';
import { occupyDataFolder, readPort, refuseTakenPort } from './occupied.mjs';
import { ended, stopAll } from './processes.mjs';
import { step } from './progress.mjs';
import { openServers, untilHealthy } from './servers.mjs';
import { build, generateClients, installDependencies, root } from './setup.mjs';
import { Trouble } from './trouble.mjs';
import { welcome, welcomeAlone } from './welcome.mjs';

/**
 * Starts everything, says where it is, and stays until Ctrl-C or until a part of it dies; then stops everything.
 * @param {{ development: boolean, alone?: boolean }} options development: one `next dev` for both wings, instead of two
 * built servers; alone: the gateway without the shop
 */
export async function run({ development, alone = false }) {
  const cleanups = [];
  let stopping;
  const stop = (code, reason) => {
    stopping ??= (async () => {
      if (reason) console.log(reason);
      await stopAll();
      for (const cleanup of cleanups.reverse()) await cleanup();
      process.exit(code);
    })();
    return stopping;
  };
  onGoodbye(() => stop(0, '\nStopping …'));
  try {
    const parts = await start({ development, alone, cleanups });
    const reason = await firstDeath(parts);
    await stop(1, `${reason}; everything else is stopped too.`);
  } catch (error) {
    // What a stop interrupts fails, and that is not worth a word.
    if (stopping) return;
    await stop(1, error instanceof Trouble ? error.message : error.stack);
  }
}

async function start({ development, alone, cleanups }) {
  const began = Date.now();
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
  const dataDir = resolve(root, process.env.DATA_DIR?.trim() || '.data');
  const reset = process.argv.includes('--reset');
  const given = readDatabaseUrl(process.env.DATABASE_URL);
  const ports = { store: readPort('PORT', 3000), gateway: readPort('SANDBOX_PORT', 3001) };
  if (!development && !alone && ports.store === ports.gateway)
    throw new Trouble('PORT and SANDBOX_PORT are the same: the shop and the gateway need one each.');
  cleanups.push(occupyDataFolder(dataDir));
  if (!alone) await refuseTakenPort('PORT', ports.store);
  if (!development) await refuseTakenPort('SANDBOX_PORT', ports.gateway);

  await installDependencies();
  await generateClients();
  if (reset) rmSync(join(dataDir, 'secrets.json'), { force: true });
  const database = await openDatabase({ given, dataDir, reset, log: (line) => console.log(`· ${line} …`) });
  cleanups.push(database.stop);
  const env = demoEnvironment({ ports, dataDir, databaseUrl: database.url, development });
  await step('Preparing the database', () => fillDatabase({ url: database.url, env, seeded: !alone }));
  if (!development) await build({ distDir: '.next', flags: { SANDBOX: '1' }, env });
  const servers = openServers({ development, alone, ports, env, dataDir });
  await step('Starting', () => untilHealthy(servers));
  const seconds = (Date.now() - began) / 1000;
  console.log((alone ? welcomeAlone : welcome)({ env, servers, dataDir, seconds }));
  return { servers, database };
}

/** Resolves with a sentence when a server ends, or the database's process is gone. */
async function firstDeath({ servers, database }) {
  const deaths = servers.map(async ({ name, child, tail }) => {
    const code = await ended(child);
    return `The ${name} ended (${code})${tail()}`;
  });
  const databaseGone = (async () => {
    while (database.isAlive()) await sleep(500);
    return 'The database ended';
  })();
  return Promise.race([...deaths, databaseGone]);
}

/** Ctrl-C, a polite kill, a closed terminal; and npm gone from under us. A second Ctrl-C does not wait. */
function onGoodbye(goodbye) {
  let asked = false;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(name, () => {
      if (asked && name === 'SIGINT') process.exit(1);
      asked = true;
      goodbye();
    });
  }
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && goodbye(), 500).unref();
}
