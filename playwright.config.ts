import { defineConfig } from '@playwright/test';
import { chromium } from './e2e/chromium';

/**
 * The shop in a real browser: one build, the store and the gateway as two processes on two origins (e2e/servers.ts).
 * No retries: a test that passes the second time has found something.
 */
export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/global-setup.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  // They share one shop and one gateway, and a good part of a journey is waiting.
  workers: 4,
  retries: 0,
  forbidOnly: true,
  // How long a test takes says nothing about whether it is right: what is waited for comes, on a slow machine later.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    ...chromium,
    actionTimeout: 30_000,
    navigationTimeout: 45_000,
    timezoneId: 'America/Bogota',
    // A trace costs a fifth of the run: `TRACE=1 npm run e2e -- e2e/buying.spec.ts` keeps those of failures.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
  },
});
