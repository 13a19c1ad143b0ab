/** Finds a Chromium for the browser tests, and installs one where it can. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runNode, runProgram } from './processes.mjs';
import { step } from './progress.mjs';
import { Trouble } from './trouble.mjs';

/** What makes a Chromium quiet, and able to run as root or in a container without a display. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The path of a Chromium that starts, or null. CHROMIUM_PATH comes first, then the headless shell (Chromium without its
 * windows: the same engine in two thirds of the time), then Playwright's own, then the system's.
 */
export function findChromium() {
  const candidates = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium-headless-shell',
    playwrightsOwn(),
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  return candidates.find((path) => path && existsSync(path) && starts(path)) ?? null;
}

/** The path of a Chromium, installed now if need be. Fails with what to do. */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  const ways = [...(isRootOnDebian ? [installWithApt] : []), installWithPlaywright];
  for (const install of ways) {
    await step('Installing a Chromium for the browser tests', install).catch(() => {});
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Trouble(
    'No Chromium was found and none could be installed: install one (Debian: `apt-get install chromium`) or set CHROMIUM_PATH to it.',
  );
}

async function installWithApt() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runProgram('apt-get', ['update', '-q'], { env });
  const install = (name) =>
    runProgram('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], { env });
  await install('chromium-headless-shell').catch(() => install('chromium'));
}

async function installWithPlaywright() {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')),
    'cli.js',
  );
  await runNode([cli, 'install', 'chromium']);
}

function playwrightsOwn() {
  const { chromium } = createRequire(import.meta.url)('@playwright/test');
  return chromium.executablePath();
}

function starts(path) {
  return spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}
