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

type Ground = { url: string; template: string; stop: () => Promise<void> };

/** Vitest sets up every project by itself and at the same time; they all stand on this one. */
const shared = globalThis as { integrationGround?: Promise<Ground>; integrationProjects?: number };

export default async function setup(project: TestProject) {
  shared.integrationGround ??= openGround();
  shared.integrationProjects = (shared.integrationProjects ?? 0) + 1;
  const { url, template, stop } = await shared.integrationGround;
  project.provide('serverUrl', url);
  project.provide('template', template);
  return async () => {
    shared.integrationProjects = (shared.integrationProjects ?? 1) - 1;
    if (shared.integrationProjects === 0) await stop();
  };
}

async function openGround(): Promise<Ground> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given
    ? { url: given, stop: async () => {} }
    : await startPostgres({
        dataDir: '.data/integration',
        settings: { fsync: 'off', max_connections: '400' },
      });
  const { url } = server;
  const template = `test_${randomBytes(4).toString('hex')}`;
  await run(url, [`CREATE DATABASE "${template}"`]);
  await migrate({ databaseUrl: databaseUrl(url, template) });
  return {
    url,
    template,
    async stop() {
      const names = await namesLike(url, template);
      await run(
        url,
        names.map((name) => `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
      );
      await server.stop();
    },
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
