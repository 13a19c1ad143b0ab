import { afterAll, beforeAll, expect, test } from 'vitest';
import pg from 'pg';
import { startGateway } from './gateway';

let gateway: Awaited<ReturnType<typeof startGateway>>;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

test('every worker has a database of its own with both wings in it', async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const { rows } = await client.query(
    `SELECT current_database() AS name, array(SELECT nspname::text FROM pg_namespace WHERE nspname IN ('store', 'sandbox') ORDER BY 1) AS schemas`,
  );
  await client.end();
  expect(rows[0].name).toMatch(/^test_[0-9a-f]{8}_/);
  expect(rows[0].schemas).toEqual(['sandbox', 'store']);
});

test('what no route of the gateway answers is 404', async () => {
  expect((await fetch(`${gateway.url}/nowhere`)).status).toBe(404);
});

test('the folder nearest to an unknown address answers, as in the gateway itself', async () => {
  const typeOf = async (path: string, method = 'GET') => {
    const answer = await fetch(`${gateway.url}${path}`, { method });
    expect(answer.status, path).toBe(404);
    return answer.headers.get('content-type');
  };
  expect(await typeOf('/nowhere')).toContain('text/html');
  for (const path of ['/api/nowhere', '/autopay/nowhere'])
    expect(await typeOf(path), path).toContain('application/json');
  for (const path of ['/nowhere', '/api', '/soap/redirect'])
    expect(await typeOf(path, 'POST'), path).toContain('application/json');
});
