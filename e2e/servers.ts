import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { ended } from '../scripts/processes.mjs';
import { wingsEnvironment } from '../scripts/environment.mjs';
import { openBuilt, untilHealthy } from '../scripts/servers.mjs';
import { root, testBuild } from '../scripts/setup.mjs';

export const dataDir = join(root, '.data/e2e');
export const template = 'e2e_template';

/** What a started program needs of our own environment, and is there. */
export const inherited: Record<string, string> = Object.fromEntries(
  Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
);

/** Where one pair of wings is, and what it was started with. */
export type Place = {
  store: string;
  gateway: string;
  databaseUrl: string;
  env: Record<string, string>;
};

type Child = ReturnType<typeof openBuilt>;

/** A store and a gateway of one's own, each to be stopped, killed and started again. */
export type Pair = Place & {
  startStore: (extra?: Record<string, string>) => Promise<void>;
  startGateway: () => Promise<void>;
  /** SIGTERM, as an operator stops a server. */
  stopGateway: () => Promise<void>;
  /** SIGKILL: nothing is finished, nothing is said. */
  killStore: () => Promise<void>;
  close: () => Promise<void>;
};

/** The same server, another database. */
export function databaseAt(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs statements as the server's superuser. */
export async function onServer(serverUrl: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Starts both wings of the build on free ports, with a fresh copy of the seeded database. */
export async function openPair(serverUrl: string): Promise<Pair> {
  const name = `e2e_${randomBytes(4).toString('hex')}`;
  await onServer(serverUrl, [`CREATE DATABASE "${name}" TEMPLATE "${template}"`]);
  const [storePort, gatewayPort] = await freePorts(2);
  const store = `http://localhost:${storePort}`;
  const gateway = `http://localhost:${gatewayPort}`;
  const databaseUrl = databaseAt(serverUrl, name);
  const env = { ...wingsEnvironment({ store, gateway, databaseUrl }), ...quickEnvironment };
  const running: { store?: Child; gateway?: Child } = {};
  const folder = join(dataDir, name);

  async function startStore(extra: Record<string, string> = {}) {
    running.store = openBuilt({
      name: 'store',
      wing: 'store',
      port: storePort,
      health: `${store}/api/health`,
      env: { ...inherited, ...env, ...extra },
      dataDir: folder,
    });
    await untilHealthy([running.store]);
  }
  async function startGateway() {
    running.gateway = openBuilt({
      name: 'gateway',
      wing: 'sandbox',
      port: gatewayPort,
      health: `${gateway}/sandbox/health`,
      env: { ...inherited, ...env },
      dataDir: folder,
    });
    await untilHealthy([running.gateway]);
  }
  async function close() {
    await Promise.all([end(running.store, 'SIGKILL'), end(running.gateway, 'SIGKILL')]);
    await onServer(serverUrl, [`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`]);
  }
  try {
    await startGateway();
    await startStore();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    ...{ store, gateway, databaseUrl, env, startStore, startGateway, close },
    stopGateway: () => end(running.gateway, 'SIGTERM'),
    killStore: () => end(running.store, 'SIGKILL'),
  };
}

/** Nothing resolves by itself while a test looks: pending cards wait for the test's word. */
const quickEnvironment = {
  NEXT_DIST_DIR: testBuild.distDir,
  SANDBOX_PENDING_SECONDS: '3600',
  SANDBOX_SILENCE_SECONDS: '3600',
  SANDBOX_PUSH_SECONDS: '3600',
  SANDBOX_BANK_SECONDS: '3600',
  SANDBOX_TICK_MS: '250',
  // Every shopper of a test comes from an address of its own, as through a proxy.
  TRUSTED_PROXIES: '1',
  LOG_LEVEL: 'warn',
};

async function end(server: Child | undefined, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (!server?.child.pid || server.child.exitCode !== null || server.child.signalCode !== null) return;
  process.kill(-server.child.pid, signal);
  await ended(server.child);
}

/** Ports nobody listens on, found together so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const probes = await Promise.all(
    Array.from({ length: count }, async () => {
      const probe = createServer();
      await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
      return probe;
    }),
  );
  const ports = probes.map((probe) => {
    const address = probe.address();
    if (address === null || typeof address === 'string') throw new Error('No port was given.');
    return address.port;
  });
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))));
  return ports;
}
