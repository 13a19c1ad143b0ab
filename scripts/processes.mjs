/** Starts programs that never outlive us: each is a group of its own, so that a stop reaches what it started too. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

const root = fileURLToPath(new URL('..', import.meta.url));
const leash = new URL('leash.mjs', import.meta.url).href;
const politeness = 5000;
const running = new Set();

process.on('exit', () => running.forEach((child) => signal(child, 'SIGKILL')));

/**
 * Runs a program to its end. Its output is kept back and told only when it fails.
 * @param {string} program
 * @param {string[]} parameters
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 */
export async function runProgram(program, parameters, { env = process.env } = {}) {
  const child = start(program, parameters, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  const code = await ended(child);
  if (code !== 0) throw new Error(`${program} ${parameters.join(' ')} failed (${code}).\n${output}`.trim());
}

/** The same for a Node program. @param {string[]} command @param {{ env?: NodeJS.ProcessEnv }} [options] */
export function runNode(command, options) {
  return runProgram(process.execPath, command, options);
}

/** Runs a Node program to its end, showing its output. @param {string[]} command @returns {Promise<number | string>} exit code or signal */
export function showNode(command, { env = process.env } = {}) {
  return ended(start(process.execPath, command, { env, stdio: ['ignore', 'inherit', 'inherit'] }));
}

/**
 * Starts a Node server on a leash.
 * @param {string[]} command
 * @param {{ env: NodeJS.ProcessEnv, output: number | 'inherit' }} options where it may write
 */
export function startServer(command, { env, output }) {
  return start(process.execPath, ['--import', leash, ...command], {
    env: { ...env, LEASH_HOLDER: String(process.pid) },
    stdio: ['ignore', output, output, 'ipc'],
  });
}

/** Resolves with the exit code, or with the signal's name, or with why it could not start. */
export function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null)
    return Promise.resolve(child.exitCode ?? child.signalCode);
  return new Promise((resolve) => {
    child.once('exit', (code, name) => resolve(code ?? name));
    child.once('error', (error) => resolve(error.code));
  });
}

/** Asks every running program to end, and ends those that do not, with whatever they have started. */
export async function stopAll() {
  const children = [...running];
  for (const child of children) signal(child, 'SIGTERM');
  await Promise.race([Promise.all(children.map(ended)), sleep(politeness, undefined, { ref: false })]);
  for (const child of running) signal(child, 'SIGKILL');
  await Promise.all(children.map(ended));
}

/** Whether process `pid` exists and its command line contains `word`: numbers are given to other programs again. */
export function isRunning(pid, word) {
  try {
    process.kill(pid, 0);
    if (process.platform === 'win32') return true;
    const command = existsSync('/proc/self/cmdline')
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      : execFileSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' });
    return command.includes(word);
  } catch {
    return false;
  }
}

function start(program, parameters, options) {
  const detached = process.platform !== 'win32';
  const child = spawn(program, parameters, { cwd: root, detached, windowsHide: true, ...options });
  running.add(child);
  child.once('exit', () => {
    signal(child, 'SIGKILL');
    running.delete(child);
  });
  return child;
}

/** Signals the whole group: when its leader has ended, what the leader started may live on. */
function signal(child, name) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(name);
    else process.kill(-child.pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
