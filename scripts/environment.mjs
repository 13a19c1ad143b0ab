/** The environment in which the demo and the tests run both wings. */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The merchant that the demo's shop is: Colombia, pesos, SHA-256. */
export const demoSite = {
  site: 'Colombia',
  login: '5a1e7c3b9d2f4e6081c7a9b3d5f20e64',
  secretKey: 'sbx_Ladera2026Demo',
};

/**
 * The merchants that the sandbox knows, as lib/sandbox/demo-sites.ts has them: one per country, and one for each way in
 * which a site is refused. Everybody knows them, and no real gateway does.
 */
export const sandboxSites = [
  demoSite,
  { site: 'Ecuador', login: 'ec5930a1b7c24d6e8f901a2b3c4d5e6f', secretKey: 'sbx_Ecuador2026Dem' },
  { site: 'Puerto Rico', login: '9e7b6301c2d34f5a8b90c1d2e3f4a5b6', secretKey: 'sbx_PuertoRico2026' },
  { site: 'Chile', login: 'c11e5602d3e44a6b9ca0d1e2f3a4b5c6', secretKey: 'sbx_Chile2026Demos' },
  { site: 'Costa Rica', login: 'c5a78803e4f54b7cadb0e1f2a3b4c5d6', secretKey: 'sbx_CostaRica2026D' },
  { site: 'Uruguay', login: 'd7b89904f5a64c8dbec0f1a2b3c4d5e6', secretKey: 'sbx_Uruguay2026Dem' },
  { site: 'inactive: 104', login: '10400000000000000000000000000104', secretKey: 'sbx_Inactive104Dem' },
  { site: 'expired: 105', login: '10500000000000000000000000000105', secretKey: 'sbx_Expired105Demo' },
  {
    site: 'credentials expired: 106',
    login: '10600000000000000000000000000106',
    secretKey: 'sbx_Credential106D',
  },
];

/** Under this name the gateway calls the shop's AutoPay endpoints. */
const autopayUser = 'placetopay';

/** What a shell or an .env file may set, and a test has to set by itself: a variable set to nothing is not set. */
const silenced = Object.fromEntries(
  [
    ...[
      'PLACETOPAY_AUTOPAY_URL',
      'NOTIFICATION_SHA1',
      'API_INSPECTOR',
      'OPERATOR_LIMITS',
      'CONFIRMATION_MINUTES',
      'TRUSTED_PROXIES',
    ],
    ...['SANDBOX_SWITCHES', 'SANDBOX_PUBLIC', 'SANDBOX_NOTIFY_ORIGINS', 'SANDBOX_CONFIRM_SECONDS'],
    ...['SANDBOX_TIME_SCALE', 'SANDBOX_SEED'],
  ].map((name) => [name, '']),
);

/**
 * What both wings need to find each other, and for tests nothing else.
 * @param {{ store: string, gateway: string, databaseUrl: string, secrets?: Secrets }} where origins without a final slash
 * @returns {Record<string, string>}
 */
export function wingsEnvironment({ store, gateway, databaseUrl, secrets = testSecrets }) {
  return {
    ...(secrets === testSecrets && silenced),
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: store,
    PLACETOPAY_URL: `${gateway}/sandbox`,
    PLACETOPAY_LOGIN: demoSite.login,
    PLACETOPAY_SECRET_KEY: demoSite.secretKey,
    AUTH_SECRET: secrets.auth,
    DATA_KEYS: `data:${secrets.data}`,
    SANDBOX_DATABASE_URL: databaseUrl,
    SANDBOX_URL: `${gateway}/sandbox`,
    SANDBOX_NOTIFICATION_URL: `${store}/api/placetopay/notification`,
    SANDBOX_CONTROL_KEY: secrets.control,
    AUTOPAY_USER: autopayUser,
    AUTOPAY_PASSWORD: secrets.autopay,
    SANDBOX_AUTOPAY_URL: `${store}/api/placetopay`,
    SANDBOX_AUTOPAY_USER: autopayUser,
    SANDBOX_AUTOPAY_PASSWORD: secrets.autopay,
    NEXT_TELEMETRY_DISABLED: '1',
  };
}

/** @typedef {{ auth: string, data: string, control: string, autopay: string }} Secrets base64, 32 bytes each but `control` and `autopay` */

/**
 * This demo's own secrets, made at its first start and kept in its data folder: sign-ins and stored data survive a
 * restart, and nobody else knows them. So a demo may also be pointed at a real test gateway.
 * @param {string} dataDir
 * @returns {Secrets}
 */
export function demoSecrets(dataDir) {
  const file = join(dataDir, 'secrets.json');
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const make = () => randomBytes(32).toString('base64');
  const secrets = {
    auth: make(),
    data: make(),
    control: randomBytes(12).toString('hex'),
    autopay: randomBytes(24).toString('hex'),
    // What an earlier start made stays; a secret that it did not know yet is added.
    ...kept,
  };
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

/**
 * What the demo of this data folder runs with: its own secrets, and whatever the terminal sets. A variable set to nothing
 * is not set.
 * @param {{ ports: { store: number, gateway: number }, dataDir: string, databaseUrl: string, development?: boolean }} where
 * development: one server is both wings
 * @returns {Record<string, string>}
 */
export function demoEnvironment({ ports, dataDir, databaseUrl, development = false }) {
  const wings = wingsEnvironment({
    store: `http://localhost:${ports.store}`,
    gateway: development ? `http://127.0.0.1:${ports.store}` : `http://localhost:${ports.gateway}`,
    secrets: demoSecrets(dataDir),
    databaseUrl,
  });
  const given = Object.entries(process.env).filter(([, value]) => value?.trim());
  return { ...wings, ...Object.fromEntries(given) };
}

/** The same in every test run. */
const testSecrets = {
  auth: testSecret('auth'),
  data: testSecret('data'),
  control: 'sbx_control_of_the_tests',
  autopay: 'sbx_autopay_of_the_tests',
};

function testSecret(purpose) {
  return createHash('sha256').update(`only for tests: ${purpose}`).digest('base64');
}
