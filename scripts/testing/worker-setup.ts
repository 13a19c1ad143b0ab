/** In every test worker, before any import of the product: a database of its own, and the environment of both wings. */
import { inject } from 'vitest';
import { wingsEnvironment } from '../environment.mjs';
import { cloneDatabase } from './database';

const template = inject('template');
const databaseUrl = await cloneDatabase({
  serverUrl: inject('serverUrl'),
  template,
  name: `${template}_${process.env.VITEST_POOL_ID ?? '1'}_${process.env.VITEST_WORKER_ID ?? '1'}`,
});

const wings = wingsEnvironment({
  store: 'http://localhost:3000',
  gateway: 'http://localhost:3001',
  databaseUrl,
});
Object.assign(process.env, wings, { LOG_LEVEL: 'silent' });
// A process that shares what it loaded (vitest.config.ts) has the gateway's clock of the file before.
delete (globalThis as { sandboxClock?: unknown }).sandboxClock;
