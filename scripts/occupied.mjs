/** Two demos must not share a port or a data folder: each is found before any long step. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from './processes.mjs';
import { Trouble } from './trouble.mjs';

/**
 * The port that an environment variable names.
 * @param {string} name for instance 'PORT'
 * @param {number} fallback when it is not set
 */
export function readPort(name, fallback) {
  const text = process.env[name]?.trim();
  if (!text) return fallback;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65535) throw new Trouble(`${name} must be a port number from 1 to 65535.`);
  return port;
}

/**
 * Fails when another program listens. A server of a demo that was killed a moment ago gets a little time to end.
 * @param {string} name the variable that would choose another port
 * @param {number} port
 * @param {number} [grace] milliseconds
 */
export async function refuseTakenPort(name, port, grace = 3000) {
  for (const end = Date.now() + grace; await isTaken(port); await sleep(100)) {
    if (Date.now() < end) continue;
    throw new Trouble(
      `Port ${port} is taken by another program: stop that one, or choose another port with ${name}=${port + 10} in front of the command.`,
    );
  }
}

/** Listens nowhere: a free port refuses a connection on both loopback addresses and lets us bind. */
async function isTaken(port) {
  const answers = await Promise.all(['127.0.0.1', '::1'].map((host) => accepts(host, port)));
  return answers.includes(true) || !(await binds(port));
}

function accepts(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    const answer = (value) => () => {
      socket.destroy();
      resolve(value);
    };
    socket.once('connect', answer(true)).once('error', answer(false)).once('timeout', answer(false));
  });
}

function binds(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      if (error.code === 'EACCES')
        reject(new Trouble(`Port ${port} needs more rights than this user has: choose one above 1023.`));
      else resolve(error.code !== 'EADDRINUSE');
    });
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/**
 * Marks the data folder as ours until `release`. A mark whose process is gone does not count.
 * @param {string} dataDir
 * @returns {() => void} release
 */
export function occupyDataFolder(dataDir) {
  const mark = join(dataDir, 'in-use-by');
  try {
    makeFolder(dataDir);
    if (existsSync(mark)) {
      const pid = Number(readFileSync(mark, 'utf8'));
      if (pid && pid !== process.pid && isRunning(pid, 'scripts/'))
        throw new Trouble(
          `The data folder ${dataDir} is in use by another demo (process ${pid}): stop that one, or choose another folder with DATA_DIR=… in front of the command.`,
        );
      rmSync(mark);
    }
    writeFileSync(mark, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble(
      `The data folder ${dataDir} cannot be used (${error.code}): choose another with DATA_DIR=… in front of the command.`,
    );
  }
  return () => rmSync(mark, { force: true });
}

/** Folder by folder: where nothing can be made, such as below /proc, Node's own recursion never ends. */
function makeFolder(path) {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}
