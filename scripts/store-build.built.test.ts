import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { layaway } from '@/lib/flows/testing/layaway';
import { runNode } from './processes.mjs';
import { testBuild } from './setup.mjs';

/** The build a merchant would deploy, and the one with everything in it: `npm test` makes both first. */
const store = '.next-store';
const withSandbox = testBuild.distDir;

describe('a build without SANDBOX=1', () => {
  test('has no route of the gateway, and one with it has', () => {
    expect(routesOf(store).filter((route) => route.includes('sandbox'))).toEqual([]);
    expect(routesOf(withSandbox)).toContain('/(sandbox)/sandbox/health/route');
  });

  /** Words of the gateway's own modules, of the crash points, and of the way to pay that only tests offer. */
  const { slug, texts } = layaway;
  const words = [
    ...['SANDBOX_CONTROL_KEY', 'SANDBOX_NOTIFICATION_URL', 'x-sandbox-key', 'CRASH_AT'],
    ...[slug, texts.es.title, texts.en.useCase],
  ];

  test.each(words)('contains %s nowhere, and one with it does', (word) => {
    expect(filesWith(store, word)).toEqual([]);
    expect(filesWith(withSandbox, word)).not.toEqual([]);
  });
});

describe('what the browser is sent', () => {
  test.each(['SECRET_KEY', 'sbx_', 'DATABASE_URL', 'AUTH_SECRET', 'DATA_KEYS'])('contains no %s', (word) => {
    expect(filesWith(join(withSandbox, 'static'), word)).toEqual([]);
  });
});

describe('the JavaScript of prerendered pages', () => {
  const empty = 'scripts/testing/empty-app';
  let floor = 0;

  beforeAll(async () => {
    await runNode(['node_modules/next/dist/bin/next', 'build', empty], {
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    });
    floor = scriptBytes(join(empty, '.next'), 'index');
  }, 180_000);

  test('is measured against a page that has some', () => {
    expect(floor).toBeGreaterThan(50_000);
  });

  test.each(prerenderedPages())('of %s stays within 1.10 times an empty page', (page) => {
    expect(scriptBytes(store, page) / floor).toBeLessThanOrEqual(1.1);
  });
});

/** The catalogue, its categories and every product, in both languages. */
function prerenderedPages(): string[] {
  const { routes } = readJson(join(store, 'prerender-manifest.json')) as { routes: Record<string, unknown> };
  const pages = Object.keys(routes).map((route) => route.slice(1));
  const catalogue = pages.filter((page) => /^(es|en)$/.test(page));
  const products = pages.filter((page) => /^(es|en)\/(products|categories)\//.test(page));
  if (catalogue.length !== 2 || !products.some((page) => page.includes('/products/')))
    throw new Error(`The catalogue and the products are not prerendered: ${pages.join(', ')}.`);
  return [...catalogue, ...products];
}

/** Gzipped bytes of the scripts a current browser loads for a prerendered page. */
function scriptBytes(build: string, page: string): number {
  const html = readFileSync(join(build, 'server/app', `${page}.html`), 'utf8');
  const tags = [...html.matchAll(/<script[^>]*\ssrc="\/_next\/([^"?]+)[^>]*>/g)];
  const files = new Set(tags.filter(([tag]) => !/nomodule/i.test(tag)).map(([, file]) => file ?? ''));
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(build, file))).length, 0);
}

function routesOf(build: string): string[] {
  return Object.keys(readJson(join(build, 'app-path-routes-manifest.json')) as object);
}

function filesWith(folder: string, word: string): string[] {
  return filesIn(folder).filter((file) => readFileSync(file, 'utf8').includes(word));
}

/** Everything that runs: not caches, traces, types or maps. */
function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (['cache', 'types', 'diagnostics', 'dev'].includes(name)) return [];
    if (statSync(path).isDirectory()) return filesIn(path);
    return /\.(js|mjs|cjs|html|rsc|json|body)$/.test(name) && !/required-server-files/.test(name)
      ? [path]
      : [];
  });
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
