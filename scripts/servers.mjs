/** The two processes of the demo, the store and the gateway, from one build; or the gateway alone; or one `next dev` for both. */
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startServer } from './processes.mjs';
import { root } from './setup.mjs';
import { Trouble } from './trouble.mjs';

const patience = 60_000;
/** Longer than clients and proxies keep an idle connection: a server that closes first resets what is just being sent. */
const keepAliveMs = '75000';
const next = join(root, 'node_modules/next/dist/bin/next');

/**
 * @typedef {{ name: string, url: string, health: string[], log: string | null, child: import('node:child_process').ChildProcess, tail: () => string }} Server
 * @param {{ development: boolean, alone?: boolean, ports: { store: number, gateway: number }, env: Record<string, string>, dataDir: string }} options
 * @returns {Server[]}
 */
export function openServers({ development, alone = false, ports, env, dataDir }) {
  const store = `http://localhost:${ports.store}`;
  const health = {
    store: `${store}/api/health`,
    gateway: `http://localhost:${ports.gateway}/sandbox/health`,
  };
  if (development) {
    const both = [health.store, `http://127.0.0.1:${ports.store}/sandbox/health`];
    const command = [next, 'dev', '-p', String(ports.store), '-H', '127.0.0.1'];
    return [open({ name: 'server', url: store, health: both, command, env: { ...env, SANDBOX: '1' } })];
  }
  const gateway = openBuilt({
    name: 'gateway',
    wing: 'sandbox',
    port: ports.gateway,
    health: health.gateway,
    env,
    dataDir,
  });
  if (alone) return [gateway];
  return [
    gateway,
    openBuilt({ name: 'store', wing: 'store', port: ports.store, health: health.store, env, dataDir }),
  ];
}

/** Starts one wing of a build, listening on this machine only; what it says goes to a file in the data folder. */
export function openBuilt({ name, wing, port, health, env, dataDir }) {
  mkdirSync(dataDir, { recursive: true });
  const log = join(dataDir, `${name}.log`);
  const command = [next, 'start', '-p', String(port), '-H', '127.0.0.1', '--keepAliveTimeout', keepAliveMs];
  const wingEnv = { ...env, WING: wing, SANDBOX: '1', NODE_ENV: 'production', PORT: String(port) };
  return open({ name, url: `http://localhost:${port}`, health: [health], command, env: wingEnv, log });
}

function open({ name, url, health, command, env, log = null }) {
  const output = log ? openSync(log, 'w') : 'inherit';
  const child = startServer(command, { env, output });
  if (typeof output === 'number') closeSync(output);
  const tail = () =>
    log ? `. Its last words, from ${log}:\n${readFileSync(log, 'utf8').slice(-2000).trim()}\n` : '';
  return { name, url, health, log, child, tail };
}

/** Waits until every server answers its health routes. Fails with its last words when one ends, or never answers. */
export async function untilHealthy(servers) {
  await Promise.all(servers.flatMap((server) => server.health.map((url) => untilAnswered(server, url))));
}

async function untilAnswered({ name, child, tail }, url) {
  let answer = 'no answer';
  for (const end = Date.now() + patience; Date.now() < end; await sleep(50)) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Trouble(`The ${name} did not start${tail()}`);
    const response = await fetch(url, { signal: AbortSignal.timeout(30_000) }).catch(() => null);
    if (response?.ok) return;
    if (response) answer = `${response.status} ${await response.text()}`.slice(0, 500);
  }
  throw new Trouble(`The ${name} does not become healthy (${url}: ${answer})${tail()}`);
}
