/** In every test worker, before any import of the product: a database of its own, and the environment of both wings. */
import { inject } from 'vitest';
import { cloneDatabase } from './database';
import { demoEnvironment } from '../environment.mjs';

const template = inject('template');
const url = await cloneDatabase({
  serverUrl: inject('serverUrl'),
  template,
  name: `${template}_${process.env.VITEST_POOL_ID ?? '1'}_${process.env.VITEST_WORKER_ID ?? '1'}`,
});

Object.assign(process.env, demoEnvironment({ storePort: 3000, gatewayPort: 3001, databaseUrl: url }), {
  LOG_LEVEL: 'silent',
});
