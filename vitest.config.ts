import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const resolve = {
  alias: [
    { find: /^@\//, replacement: root },
    { find: 'server-only', replacement: `${root}node_modules/server-only/empty.js` },
  ],
};

/** The shop's crash points, at which a test lets it die. */
const mortal = {
  find: /^(\.|@\/lib\/use-cases)\/crash-point$/,
  replacement: `${root}scripts/testing/dying.ts`,
};

/** Integration tests that put something else in a module's place, or another environment: nobody may share what they load. */
const alone = [
  'app/(store)/[[]locale]/checkout/return/[[]token]/route.integration.test.ts',
  'lib/auth.integration.test.ts',
  'lib/use-cases/tell-audit-head.integration.test.ts',
  'scripts/testing/{card-deletion,second-operator}.integration.test.ts',
];

export default defineConfig({
  test: {
    // Vitest would leave one core to itself. A third worker would load everything once more, and gain nothing.
    maxWorkers: 2,
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: ['{lib,app,components,scripts,prisma}/**/*.test.{ts,tsx,mjs}'],
          exclude: ['**/*.integration.test.ts', '**/*.built.test.ts', '**/node_modules/**'],
          // Pure functions leave nothing behind: the files share what one of them has loaded.
          isolate: false,
          // Nothing here waits; properties over thousands of cases take their time on a busy machine.
          testTimeout: 120_000,
        },
      },
      {
        resolve,
        test: {
          name: 'built',
          include: ['scripts/**/*.built.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve: { alias: [mortal, ...resolve.alias] },
        test: {
          name: 'integration',
          include: ['{lib,app,scripts,prisma}/**/*.integration.test.ts'],
          exclude: ['lib/sandbox/**', '**/node_modules/**', ...alone],
          globalSetup: ['scripts/testing/global-setup.ts'],
          setupFiles: ['scripts/testing/worker-setup.ts'],
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve,
        test: {
          name: 'integration-alone',
          include: alone,
          globalSetup: ['scripts/testing/global-setup.ts'],
          setupFiles: ['scripts/testing/worker-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve,
        test: {
          name: 'sandbox-integration',
          include: ['lib/sandbox/**/*.integration.test.ts'],
          globalSetup: ['scripts/testing/global-setup.ts'],
          setupFiles: ['scripts/testing/worker-setup.ts'],
          // The stage closes what it opened (lib/sandbox/testing), so the files of a worker share what one of them has loaded.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
