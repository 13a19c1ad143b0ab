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
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    ...chromium,
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    timezoneId: 'America/Bogota',
    // A trace costs a fifth of the run: `TRACE=1 npm run e2e -- e2e/buying.spec.ts` keeps those of failures.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
  },
});
