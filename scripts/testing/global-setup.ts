/**
 * Before the integration tests: one PostgreSQL server (embedded, or the one of TEST_DATABASE_URL) and one
 * migrated database on it, from which every worker gets a copy in milliseconds.
 */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../migrate.mjs';
import { startPostgres } from '../postgres.mjs';
import { databaseUrl } from './database';

declare module 'vitest' {
  export interface ProvidedContext {
    serverUrl: string;
    /** Also the prefix of every worker's database, so that two runs on one server never meet. */
    template: string;
  }
}

export default async function setup(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL;
  const server = given
    ? { url: given, stop: async () => {} }
    : await startPostgres({
        dataDir: `.data/${project.name}`,
        settings: { fsync: 'off', max_connections: '400' },
      });
  const template = `test_${randomBytes(4).toString('hex')}`;
  await run(server.url, [`CREATE DATABASE "${template}"`]);
  await migrate({ databaseUrl: databaseUrl(server.url, template) });
  project.provide('serverUrl', server.url);
  project.provide('template', template);
  return async () => {
    const names = await namesLike(server.url, template);
    await run(
      server.url,
      names.map((name) => `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
    );
    await server.stop();
  };
}

async function namesLike(url: string, prefix: string): Promise<string[]> {
  const rows = await run(url, [`SELECT datname FROM pg_database WHERE datname LIKE '${prefix}%'`]);
  return rows.map((row) => String(row.datname));
}

async function run(url: string, statements: readonly string[]) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}
