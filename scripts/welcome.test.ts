import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demoSites } from '@/lib/sandbox/demo-sites';
import { demoSite, sandboxSites, wingsEnvironment } from './environment.mjs';
import { welcome, welcomeAlone } from './welcome.mjs';

const credentials = demoSites.map(({ login, secretKey }) => ({ login, secretKey }));

const where = {
  env: wingsEnvironment({ store: 'http://localhost:1', gateway: 'http://localhost:2', databaseUrl: 'x' }),
  servers: [],
  dataDir: '.data',
  seconds: 1,
};

test('the sites that are printed are the sites that the gateway has', () => {
  expect(sandboxSites.map(({ login, secretKey }) => ({ login, secretKey }))).toEqual(credentials);
  expect(demoSite.login).toBe(demoSites[0].login);
});

test.each([
  ['the demo', welcome(where)],
  ['the gateway alone', welcomeAlone(where)],
  ['README.md', readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')],
  ["the gateway's README.md", readFileSync(join(import.meta.dirname, '../lib/sandbox/README.md'), 'utf8')],
])('%s tells the login and secret of every site', (_who, text) => {
  const missing = credentials.flatMap(({ login, secretKey }) =>
    [login, secretKey].filter((part) => !text.includes(part)),
  );
  expect(missing).toEqual([]);
});
