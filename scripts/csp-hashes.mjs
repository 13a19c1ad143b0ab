/**
 * After a build: names the inline scripts of every prerendered page by their hashes, for the policy that proxy.ts
 * sends with it. `node scripts/csp-hashes.mjs` (the build's folder is NEXT_DIST_DIR, by default .next).
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMain } from './is-main.mjs';

/**
 * Writes csp-hashes.json into the build's folder.
 * @param {string} distDir absolute path of the build
 * Fails when a prerendered page revalidates: its text would change under hashes that do not.
 */
export function writeHashes(distDir) {
  const manifest = readJson(join(distDir, 'prerender-manifest.json'));
  const pages = {};
  for (const [path, { initialRevalidateSeconds }] of Object.entries(manifest.routes)) {
    const file = join(distDir, 'server/app', `${path === '/' ? '/index' : path}.html`);
    if (!existsSync(file)) continue;
    if (typeof initialRevalidateSeconds === 'number') {
      throw new Error(
        `${path} is prerendered and revalidates: make it static for good, or render it for each request.`,
      );
    }
    pages[path] = inlineScriptHashes(readFileSync(file, 'utf8'));
  }
  const missing = ['/_not-found', '/_global-not-found'].flatMap((path) => pages[path] ?? []);
  const { staticRoutes, dynamicRoutes } = readJson(join(distDir, 'routes-manifest.json'));
  const routes = [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({
    pattern: regex,
    prerendered: Object.hasOwn(manifest.dynamicRoutes, page),
  }));
  const found = { pages, routes, missing: [...new Set(missing)] };
  writeFileSync(join(distDir, 'csp-hashes.json'), JSON.stringify(found));
}

/**
 * The CSP sources (`sha256-…`) of a page's inline scripts, each once.
 * @param {string} html
 * @returns {string[]}
 */
export function inlineScriptHashes(html) {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi)];
  const hashes = inline.map(([, text]) => `sha256-${createHash('sha256').update(text).digest('base64')}`);
  return [...new Set(hashes)];
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

if (isMain(import.meta)) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  writeHashes(join(root, process.env.NEXT_DIST_DIR ?? '.next'));
}
