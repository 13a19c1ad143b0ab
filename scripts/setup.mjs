/** Brings node_modules, the generated Prisma clients and the build up to date, each only when it is not. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNode } from './processes.mjs';
import { step } from './progress.mjs';
import { Trouble } from './trouble.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** The build that tests run against: with the gateway, with the crash points, and with a way to pay of a test fixture. */
export const testBuild = {
  distDir: '.next-test',
  flags: { SANDBOX: '1', CRASHPOINTS: '1', NINTH_FLOW: '1' },
};

/** `npm ci` when node_modules is missing or does not hold what the lockfile names. */
export async function installDependencies() {
  if (isInstalled(readLock('package-lock.json'), readLock('node_modules/.package-lock.json'))) return;
  const npm = process.env.npm_execpath;
  if (!npm) throw new Trouble('Dependencies are missing: run `npm ci` first, or start this with `npm run`.');
  const options = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  await step('Installing what package.json pins', () =>
    runNode([npm, 'ci', ...options], { env: { ...process.env, NODE_ENV: 'development' } }),
  ).catch((error) => {
    const words = error.message.split('\n').slice(1, 8).join('\n');
    throw new Trouble(`npm could not install the dependencies: see what it says, and start again.\n${words}`);
  });
}

/**
 * Whether what npm installed is what the lockfile asks for. Optional packages may be missing: they belong to other platforms.
 * @param {{ packages: Record<string, { version?: string, optional?: boolean }> } | null} wanted
 * @param {{ packages: Record<string, { version?: string }> } | null} installed npm's own record in node_modules
 */
export function isInstalled(wanted, installed) {
  if (!wanted || !installed) return false;
  return Object.entries(wanted.packages).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = installed.packages[path];
    return found ? found.version === version : optional === true;
  });
}

/** Both Prisma clients, when one is missing or older than a schema or than the installed packages. */
export async function generateClients() {
  const clients = ['lib/data/generated/client.ts', 'lib/sandbox/generated/client.ts'];
  const sources = [
    'prisma/schema.prisma',
    'prisma/sandbox/schema.prisma',
    'node_modules/.package-lock.json',
    'scripts/generate.mjs',
  ];
  const oldest = Math.min(...clients.map(modifiedAt));
  if (oldest >= Math.max(...sources.map(modifiedAt))) return;
  await step('Generating the database clients', () => runNode([join(root, 'scripts/generate.mjs')]));
}

/**
 * `next build` when the sources or the flags are not those of the last build; then the hashes of its prerendered pages.
 * It does not check types: the route types of several builds contradict each other, and `npm run types` judges them all.
 * @param {{ distDir: string, flags: Record<string, string>, env: Record<string, string> }} options
 */
export async function build({ distDir, flags, env }) {
  const stamp = join(root, distDir, 'built-from');
  const fingerprint = fingerprintOf(flags);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return;
  rmSync(stamp, { force: true });
  await step('Building', async () => {
    await runNode([join(root, 'node_modules/next/dist/bin/next'), 'build'], {
      env: {
        ...env,
        ...flags,
        NEXT_DIST_DIR: distDir,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        TYPES_CHECKED: '1',
      },
    });
    rmSync(join(root, distDir, 'types'), { recursive: true, force: true });
    const { writeHashes } = await import('./csp-hashes.mjs');
    writeHashes(join(root, distDir));
  });
  writeFileSync(stamp, fingerprint);
}

const sourcesOfBuild = [
  ...['app', 'components', 'lib', 'prisma', 'public'],
  ...['proxy.ts', 'instrumentation.ts', 'instrumentation.sandbox.ts'],
  ...['next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json', 'scripts/csp-hashes.mjs'],
];

/** One text for everything a build depends on: contents, flags, where it stands and which Node made it. */
export function fingerprintOf(flags) {
  const hash = createHash('sha256').update(JSON.stringify([flags, root, process.version]));
  for (const file of sourcesOfBuild.flatMap((name) => filesIn(name)).sort()) {
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function filesIn(name) {
  const path = join(root, name);
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [name];
  return readdirSync(path)
    .filter((entry) => entry !== 'generated')
    .flatMap((entry) => filesIn(join(name, entry)));
}

function readLock(file) {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

function modifiedAt(file) {
  const path = join(root, file);
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}
