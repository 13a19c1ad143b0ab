/** Starts and stops the embedded PostgreSQL: the real server, its binaries from npm, its data in a folder of ours. */
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { account, findHome, findOrphans, openHome } from './postgres-home.mjs';
import { isRunning } from './processes.mjs';

const patience = 60_000;

/**
 * A running server for the data in `dataDir`. One that an earlier, killed start left running is adopted.
 * @param {{ dataDir: string, log?: (line: string) => void, settings?: Record<string, string> }} options
 * `settings` are PostgreSQL parameters, for instance `{ fsync: 'off' }` where data may be lost.
 * @returns {Promise<{ url: string, adopted: boolean, isAlive: () => boolean, stop: () => Promise<void> }>}
 * `url` names the superuser and the database `postgres`. Fails with PostgreSQL's own last words.
 */
export async function startPostgres({ dataDir, log = () => {}, settings = {} }) {
  for (const orphan of findOrphans()) await removeHome(orphan);
  const { home, bin } = await openHome(dataDir);
  const cluster = join(home, 'data');
  if (!existsSync(cluster)) {
    log('Creating the database');
    createCluster({ home, bin });
  }
  const left = await adopt(home);
  if (left) return running({ ...left, adopted: true, cluster, bin });

  const port = await choosePort(home);
  const output = openSync(join(home, 'log'), 'w');
  const parameters = { listen_addresses: '127.0.0.1', port, timezone: 'UTC', ...settings };
  const child = spawn(
    join(bin, 'postgres'),
    [
      '-D',
      cluster,
      '-k',
      '',
      ...Object.entries(parameters).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      ...account,
      cwd: workingFolder(home),
      detached: true,
      stdio: ['ignore', output, output],
      windowsHide: true,
    },
  );
  closeSync(output);
  child.unref();
  const url = addressOf(home, port);
  await untilItAnswers(url, () => child.exitCode === null && child.signalCode === null).catch(() => {
    throw new Error(
      `PostgreSQL did not start: ${readFileSync(join(home, 'log'), 'utf8').trim().slice(-1000)}`,
    );
  });
  return running({ url, adopted: false, pid: child.pid, cluster, bin });
}

function running({ url, adopted, pid, cluster, bin }) {
  return { url, adopted, isAlive: () => isPostgres(pid), stop: () => stopServer({ cluster, bin, pid }) };
}

/** Stops the server of `dataDir` if one runs, and deletes all of its data. @param {string} dataDir */
export async function removeData(dataDir) {
  const home = findHome(dataDir);
  if (home) await removeHome(home);
  rmSync(join(dataDir, 'postgres-home'), { force: true });
}

async function removeHome(home) {
  const cluster = join(home, 'data');
  const pid = runningServer(cluster)?.pid;
  if (pid) await stopServer({ cluster, pid });
  rmSync(home, { recursive: true, force: true });
}

/** Built beside its final place and then renamed, so that a killed start leaves no half a database. */
function createCluster({ home, bin }) {
  const draft = join(home, 'draft');
  rmSync(draft, { recursive: true, force: true });
  const password = join(home, 'password');
  writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (account.uid !== undefined) chownSync(password, account.uid, account.gid);
  execFileSync(
    join(bin, 'initdb'),
    ['-D', draft, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${password}`, '-E', 'UTF8'].concat([
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ]),
    { ...account, cwd: workingFolder(home), stdio: ['ignore', 'ignore', 'pipe'], windowsHide: true },
  );
  renameSync(draft, join(home, 'data'));
}

/** The server that still serves this cluster, or null. One that is starting or stopping is waited for. */
async function adopt(home) {
  const cluster = join(home, 'data');
  const found = runningServer(cluster);
  if (!found) {
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
    return null;
  }
  const url = addressOf(home, found.port);
  try {
    await untilItAnswers(url, () => runningServer(cluster)?.pid === found.pid);
    return { url, pid: found.pid };
  } catch {
    return runningServer(cluster) ? { url, pid: found.pid } : null;
  }
}

/** Reads postmaster.pid: the process, and the port it listens on. A number that now belongs to another program does not count. */
function runningServer(cluster) {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number);
  return pid && port && isPostgres(pid) ? { pid, port } : null;
}

function isPostgres(pid) {
  return isRunning(pid, 'postgres');
}

/** SIGINT is PostgreSQL's fast shutdown: it rolls back what is open and closes the files cleanly. */
async function stopServer({ cluster, bin, pid }) {
  if (process.platform === 'win32') {
    execFileSync(join(bin, 'pg_ctl'), ['stop', '-m', 'fast', '-D', cluster], { stdio: 'ignore' });
    return;
  }
  if (!isPostgres(pid)) return;
  process.kill(pid, 'SIGINT');
  for (const end = Date.now() + patience; Date.now() < end && isPostgres(pid);) await sleep(25);
}

async function untilItAnswers(url, isAlive) {
  for (const end = Date.now() + patience; ;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query('SELECT 1');
      return;
    } catch (error) {
      if (!isAlive() || Date.now() > end) throw error;
      await sleep(50);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

/** The port of the last start while it is free, so that an address kept in a tool goes on working. */
async function choosePort(home) {
  const file = join(home, 'port');
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const port = (await freePort(last)) ?? (await freePort(0));
  writeFileSync(file, String(port));
  return port;
}

function freePort(wanted) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function addressOf(home, port) {
  return `postgresql://postgres:${readFileSync(join(home, 'password'), 'utf8')}@127.0.0.1:${port}/postgres`;
}

/** `nobody` may not enter the folder we were started in. */
function workingFolder(home) {
  return process.platform === 'win32' ? home : '/';
}
