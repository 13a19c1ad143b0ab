/** Runs every part that judges the project, also after one has failed, and counts. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { wingsEnvironment } from './environment.mjs';
import { showNode, stopAll } from './processes.mjs';
import { readPlaywright, readVitest, total } from './results.mjs';
import { build, generateClients, installDependencies, root, testBuild } from './setup.mjs';
import { Trouble } from './trouble.mjs';

const reports = join(root, 'test-results/reports');
const bin = (path) => join(root, 'node_modules', path);

/** Ends with one line, `N passed, N failed`, and with exit code 1 when anything failed. */
export async function judge() {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(name, () => stopAll().then(() => process.exit(1)));
  try {
    await installDependencies();
    await generateClients();
  } catch (error) {
    console.error(error instanceof Trouble ? error.message : error.stack);
    console.log('0 passed, 1 failed');
    process.exit(1);
  }
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  prepareChromium();
  const results = [];
  for (const chains of groups) results.push(...(await Promise.all(chains.map(runChain))).flat());
  const { passed, failed } = total(results);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}

/**
 * One group after the other. The chains of a group run at the same time, because they share nothing, and the parts of a chain
 * one after the other. Servers that are killed and started, and tests that wait for a database, leave a good part of two
 * cores: what only computes fills it.
 */
const groups = [
  [{ build: buildAll }],
  [
    { built: () => vitest('built') },
    { integration: () => vitest('integration', 'integration-alone', 'sandbox-integration') },
    {
      unit: () => vitest('unit'),
      lint: () => command(bin('eslint/bin/eslint.js'), '--max-warnings', '0', '.'),
      cycles: () => command(bin('oxlint/bin/oxlint'), '--tsconfig', 'tsconfig.json'),
      types: () => command(join(root, 'scripts/types.mjs')),
      format: () => command(bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'),
    },
  ],
  [{ browser }],
];

async function runChain(parts) {
  const results = [];
  for (const part of Object.entries(parts)) results.push(await runPart(part));
  return results;
}

async function runPart([name, part]) {
  const start = Date.now();
  console.log(`\n== ${name} ==`);
  const result = await part().catch((error) => {
    console.error(error instanceof Trouble ? error.message : error.stack);
    return { passed: 0, failed: 1 };
  });
  const seconds = Math.round((Date.now() - start) / 1000);
  console.log(`== ${name}: ${result.failed ? 'FAILED' : 'ok'}, ${seconds} s ==`);
  return result;
}

/** A part without tests of its own counts as one. */
async function command(...words) {
  const code = await showNode(words);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function vitest(...projects) {
  const report = join(reports, `${projects[0]}.json`);
  const code = await showNode([
    bin('vitest/vitest.mjs'),
    ...['run', ...projects.flatMap((project) => ['--project', project])],
    ...['--reporter', 'default', '--reporter', 'json'],
    `--outputFile.json=${report}`,
  ]);
  return readVitest(report, code);
}

/** The build the browser tests run against, and the one a merchant would deploy: without the sandbox. */
async function buildAll() {
  const { startPostgres } = await import('./postgres.mjs');
  const { fillDatabase } = await import('./database.mjs');
  const database = await startPostgres({ dataDir: join(root, '.data/build'), settings: { fsync: 'off' } });
  try {
    const places = { store: 'http://localhost:3000', gateway: 'http://localhost:3001' };
    const env = { ...process.env, ...wingsEnvironment({ ...places, databaseUrl: database.url }) };
    await fillDatabase({ url: database.url, env });
    await build({ ...testBuild, env });
    await build({ distDir: '.next-store', flags: { SANDBOX: '', CRASHPOINTS: '', NINTH_FLOW: '' }, env });
  } finally {
    await database.stop();
  }
  return { passed: 2, failed: 0 };
}

let chromium;

/** Installs it, where there is none, while the first parts run; that none could be had is the browser part's failure. */
function prepareChromium() {
  chromium = ensureChromium();
  chromium.catch(() => {});
}

async function browser() {
  process.env.CHROMIUM_PATH = await chromium;
  const report = join(reports, 'browser.json');
  const code = await showNode([bin('@playwright/test/cli.js'), 'test', '--reporter', 'line,json'], {
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  return readPlaywright(report, code);
}
