/**
 * Prisma's schema engine in WebAssembly, from npm: the same engine as `prisma migrate`, with nothing to download.
 * Its version names the same engine commit as the Prisma release in package.json.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { createMigrationAdapter } from './migration-adapter.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Both wings: the PostgreSQL schema is the wing's name. */
export const wings = {
  store: { schema: join(root, 'prisma/schema.prisma'), migrations: join(root, 'prisma/migrations') },
  sandbox: {
    schema: join(root, 'prisma/sandbox/schema.prisma'),
    migrations: join(root, 'prisma/sandbox/migrations'),
  },
};

const nothingExternal = { externalTables: [], externalEnums: [] };

/**
 * Applies what is missing of a wing's migrations and writes Prisma's own `_prisma_migrations` table.
 * @param {{ databaseUrl: string, wing: 'store' | 'sandbox' }} options
 * @returns {Promise<string[]>} the names of the migrations it applied
 */
export async function applyMigrations({ databaseUrl, wing }) {
  return withEngine({ databaseUrl, wing }, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: readMigrations(wing),
      filters: nothingExternal,
    });
    return appliedMigrationNames;
  });
}

/**
 * The SQL that leads from the end of a wing's migrations to its schema file. The migrations are played in a
 * database of their own on the same server, which is dropped again.
 * @param {{ databaseUrl: string, wing: 'store' | 'sandbox' }} options
 * @returns {Promise<string>} empty when the migrations already lead there
 */
export async function diffMigrations({ databaseUrl, wing }) {
  return withEngine({ databaseUrl, wing }, async (engine) => {
    const path = wings[wing].schema;
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...readMigrations(wing) },
      to: { tag: 'schemaDatamodel', files: [{ path, content: readFileSync(path, 'utf8') }] },
      script: true,
      exitCode: null,
      filters: nothingExternal,
    });
    return stdout ?? '';
  });
}

async function withEngine({ databaseUrl, wing }, work) {
  await loadBindings();
  const adapter = createMigrationAdapter({ databaseUrl, schema: wing });
  const path = wings[wing].schema;
  const engine = await bindings.SchemaEngine.new(
    { datamodels: [[path, readFileSync(path, 'utf8')]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  try {
    return await work(engine);
  } catch (error) {
    throw new Error(`Migrations of ${wing}: ${explain(error)}`, { cause: error });
  } finally {
    engine.free();
    await adapter.close();
  }
}

/** The engine reports a crash of its own here before it throws. */
globalThis.PRISMA_WASM_PANIC_REGISTRY ??= { set_message: (message) => console.error(message) };

let loaded;
/** The package expects a bundler to load its .wasm file; plain Node has to do it by hand, once. */
function loadBindings() {
  loaded ??= (async () => {
    const file = join(
      dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')),
      'schema_engine_bg.wasm',
    );
    const { instance } = await WebAssembly.instantiate(readFileSync(file), {
      './schema_engine_bg.js': { ...bindings, ...patientTimers() },
    });
    bindings.__wbg_set_wasm(instance.exports);
    instance.exports.__wbindgen_start();
  })();
  return loaded;
}

/** The engine never clears the ten seconds it gives a lock: they must not hold up the end of the process. */
function patientTimers() {
  const names = Object.keys(bindings).filter((name) => name.startsWith('__wbg_setTimeout'));
  return Object.fromEntries(
    names.map((name) => [name, (callback, milliseconds) => setTimeout(callback, milliseconds >>> 0).unref()]),
  );
}

function readMigrations(wing) {
  const baseDir = wings[wing].migrations;
  const names = existsSync(baseDir)
    ? readdirSync(baseDir, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : [];
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' },
    shadowDbInitScript: `CREATE SCHEMA IF NOT EXISTS "${wing}";`,
    migrationDirectories: names.map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(baseDir, path, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

/** The engine throws objects whose message may be JSON. */
function explain(error) {
  const message = error?.message ?? String(error);
  return message || JSON.stringify(error);
}
