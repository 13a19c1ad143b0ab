/** In every test worker, before any import of the product: a database of its own, and the environment of both wings. */
import { inject } from 'vitest';
import { wingsEnvironment } from '../environment.mjs';
import { cloneDatabase } from './database';
import { reserveGatewayPort } from './gateway-port';

await reserveGatewayPort();

// A process that shares what it loaded (vitest.config.ts) has the connections, the clock and the bad memories of the
// file before.
const shared = globalThis as {
  sandboxClock?: unknown;
  laderaDatabase?: { client: { $disconnect(): Promise<void> } };
  laderaGatewayHealth?: object;
};
delete shared.sandboxClock;
await shared.laderaDatabase?.client.$disconnect();
Object.assign(shared.laderaGatewayHealth ?? {}, { failures: 0, quietUntil: 0, clockSkewMs: null });

const template = inject('template');
// The shop reads the address of its database once.
process.env.TEST_DATABASE_NAME ??= `${template}_${process.env.VITEST_POOL_ID ?? '1'}_${process.env.VITEST_WORKER_ID ?? '1'}`;
const databaseUrl = await cloneDatabase({
  serverUrl: inject('serverUrl'),
  template,
  name: process.env.TEST_DATABASE_NAME,
});

const wings = wingsEnvironment({
  store: 'http://localhost:3000',
  gateway: `http://127.0.0.1:${process.env.TEST_GATEWAY_PORT}`,
  databaseUrl,
});
Object.assign(process.env, wings, { LOG_LEVEL: 'silent' });
