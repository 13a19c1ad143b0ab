import { existsSync } from 'node:fs';
import { chromium as playwright } from '@playwright/test';

/** The browser: the one that CHROMIUM_PATH names, Playwright's own, or the system's. */
function findChromium(): string {
  const places = [process.env.CHROMIUM_PATH, playwright.executablePath(), '/usr/bin/chromium'];
  const found = places.find((path) => path && existsSync(path));
  if (!found) throw new Error('No Chromium: install one, or name it in CHROMIUM_PATH.');
  return found;
}

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What Playwright's `use` needs; without a sandbox of its own, because a container has none to offer. */
export const chromium = {
  browserName: 'chromium' as const,
  launchOptions: { executablePath: findChromium(), args: ['--no-sandbox', ...quiet] },
};
