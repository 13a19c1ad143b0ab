/**
 * `npm run bench:sandbox`: how many calls per second the built gateway answers, over HTTP and with a database on disk, for
 * 1, 8 and 32 clients and from 1,000 to 200,000 stored sessions. `-- --seconds 5 --clients 1,8 --sizes 1000` narrows it.
 */
import './node-version.cjs';
import { mkdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measure } from './bench/load.mjs';
import { merchantOf } from './bench/merchant.mjs';
import { storeSessions } from './bench/stored.mjs';
import { wingsEnvironment } from './environment.mjs';
import { readPort, refuseTakenPort } from './occupied.mjs';
import { stopAll } from './processes.mjs';
import { step } from './progress.mjs';
import { openBuilt, untilHealthy } from './servers.mjs';
import { build, generateClients, root } from './setup.mjs';

const { values: asked } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    clients: { type: 'string', default: '1,8,32' },
    sizes: { type: 'string', default: '1000,10000,200000' },
  },
});
const tenths = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const numbers = (text) => text.split(',').map(Number);
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(name, () => stopAll().then(() => process.exit(1)));

const dataDir = join(root, '.data/bench');
mkdirSync(dataDir, { recursive: true });
const { removeData, startPostgres } = await import('./postgres.mjs');
const { migrate } = await import('./migrate.mjs');
const port = readPort('SANDBOX_PORT', 3011);
await refuseTakenPort('SANDBOX_PORT', port);
await generateClients();
await removeData(dataDir);
const database = await startPostgres({ dataDir, settings: { max_connections: '200' } });
try {
  await migrate({ databaseUrl: database.url });
  const gateway = `http://localhost:${port}`;
  const env = {
    ...process.env,
    ...wingsEnvironment({ store: 'http://localhost:1', gateway, databaseUrl: database.url }),
  };
  await build({ distDir: '.next', flags: { SANDBOX: '1' }, env });
  const health = `${gateway}/sandbox/health`;
  const server = openBuilt({ name: 'gateway', wing: 'sandbox', port, health, env, dataDir });
  await step('Starting', () => untilHealthy([server]));
  await report({ base: `${gateway}/sandbox`, pid: server.child.pid });
} finally {
  await stopAll();
  await database.stop();
}

async function report({ base, pid }) {
  const merchant = merchantOf(base);
  const paid = await merchant.create();
  await merchant.pay(paid.processUrl);
  const { status } = await merchant.query(paid.requestId);
  if (status.status !== 'APPROVED') throw new Error(`the payment to copy is ${status.status}`);
  console.log(
    `\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; clients on the same machine.`,
  );
  for (const size of numbers(asked.sizes)) {
    await storeSessions({ databaseUrl: database.url, requestId: paid.requestId, total: size });
    console.log(`\n${size.toLocaleString('en')} stored sessions`);
    console.log('  what            clients   per second   p50 ms   p99 ms   gateway CPU ms each');
    for (const [name, prepare] of Object.entries(kinds(merchant))) {
      for (const clients of numbers(asked.clients)) {
        await row({ name, clients, prepare, pid });
      }
    }
  }
}

/** What one client does again and again. */
function kinds({ create, query, pay, keep, collect }) {
  return {
    create: async () => () => create(),
    query: async (clients) => {
      const opened = await Promise.all(Array.from({ length: clients }, create));
      return (client) => query(opened[client].requestId);
    },
    'create + query': async () => async () => query((await create()).requestId),
    'create + pay': async () => async () => pay((await create()).processUrl),
    collect: async () => {
      const token = await keep();
      return () => collect(token);
    },
  };
}

async function row({ name, clients, prepare, pid }) {
  const act = await prepare(clients);
  await measure({ clients, seconds: 0.5, act });
  const before = cpuMs(pid);
  const { perSecond, p50, p99, count } = await measure({ clients, seconds: Number(asked.seconds), act });
  const each = (cpuMs(pid) - before) / count;
  const cell = (number, width) => tenths.format(number).padStart(width);
  console.log(
    `  ${name.padEnd(15)}${String(clients).padStart(8)}${cell(perSecond, 13)}${cell(p50, 9)}${cell(p99, 9)}${cell(each, 13)}`,
  );
}

/** What a process has computed so far; NaN where the system does not say. Linux counts in hundredths of a second. */
function cpuMs(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}
