import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { removed } from '@/lib/domain/redacted';
import { startGateway } from '@/scripts/testing/gateway';
import { curl } from './curl';
import { python } from './python';
import { toRecipe } from './recipe';
import { typescript } from './typescript';

const run = promisify(execFile);
let gateway: Awaited<ReturnType<typeof startGateway>>;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

/** A session as the shop records it, with what a shell, a template or a quote could break on. */
const requestRedacted = {
  auth: { login: process.env.PLACETOPAY_LOGIN, tranKey: 'k3Jx…', nonce: 'Zm9v…', seed: 'x' },
  locale: 'es_CO',
  buyer: { name: "Ana $(id) `id` 'x'", email: removed, document: removed, documentType: 'CC' },
  payment: {
    reference: 'RECIPE-1',
    description: 'Café "con" \\ leche',
    amount: { currency: 'COP', total: 45000.5 },
    allowPartial: false,
  },
  expiration: '2020-01-01T00:00:00.000Z',
  ipAddress: removed,
  userAgent: 'Test/1.0',
  returnUrl: removed,
};

const recipe = () => toRecipe({ path: '/api/session', requestRedacted }, process.env.PLACETOPAY_URL ?? '');
const env = () => ({ ...process.env, PLACETOPAY_SECRET_KEY: process.env.PLACETOPAY_SECRET_KEY });

const opened = { status: { status: 'OK' }, requestId: expect.any(Number), processUrl: expect.any(String) };

test('the copied curl opens a session at the gateway', async () => {
  const { stdout } = await run('sh', ['-c', curl(recipe())], { env: env() });
  expect(JSON.parse(stdout)).toMatchObject(opened);
});

test('the copied TypeScript opens a session at the gateway', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'recipe-')), 'call.mts');
  await writeFile(file, typescript(recipe()));
  const { stdout } = await run(process.execPath, ['--import', import.meta.resolve('tsx'), file], {
    env: env(),
  });
  expect(JSON.parse(stdout)).toMatchObject(opened);
});

test('the copied Python opens a session at the gateway, where there is a Python', async () => {
  const answer = await run('python3', ['-c', python(recipe())], { env: env() }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    },
  );
  if (answer) expect(JSON.parse(answer.stdout)).toMatchObject(opened);
});

test('a query, which says nothing but auth, is repeated by curl as well', async () => {
  const query = toRecipe(
    { path: '/api/session/999999', requestRedacted: { auth: requestRedacted.auth } },
    process.env.PLACETOPAY_URL ?? '',
  );
  const { stdout } = await run('sh', ['-c', curl(query)], { env: env() });
  expect(JSON.parse(stdout)).toMatchObject({
    status: { status: 'FAILED', message: expect.stringMatching(/sesión/) },
  });
});
