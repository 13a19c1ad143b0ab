/** The environment in which the demo and the tests run both wings. */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The demo merchant at the sandbox: Colombia, pesos, SHA-256. Everybody knows it, and no real gateway does. */
export const demoSite = { login: '5a1e7c3b9d2f4e6081c7a9b3d5f20e64', secretKey: 'sbx_Ladera2026Demo' };

/**
 * What both wings need to find each other.
 * @param {{ store: string, gateway: string, databaseUrl: string, secrets?: Secrets }} where origins without a final slash
 * @returns {Record<string, string>}
 */
export function wingsEnvironment({ store, gateway, databaseUrl, secrets = testSecrets }) {
  return {
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: store,
    NEXTAUTH_URL: store,
    PLACETOPAY_URL: `${gateway}/sandbox`,
    PLACETOPAY_LOGIN: demoSite.login,
    PLACETOPAY_SECRET_KEY: demoSite.secretKey,
    AUTH_SECRET: secrets.auth,
    NEXTAUTH_SECRET: secrets.auth,
    DATA_KEYS: `data:${secrets.data}`,
    FINGERPRINT_KEY: secrets.fingerprint,
    SANDBOX_DATABASE_URL: databaseUrl,
    SANDBOX_URL: `${gateway}/sandbox`,
    SANDBOX_NOTIFICATION_URL: `${store}/api/placetopay/notification`,
    SANDBOX_CONTROL_KEY: secrets.control,
    NEXT_TELEMETRY_DISABLED: '1',
  };
}

/** @typedef {{ auth: string, data: string, fingerprint: string, control: string }} Secrets base64, 32 bytes each but `control` */

/**
 * This demo's own secrets, made at its first start and kept in its data folder: sign-ins and stored data survive a
 * restart, and nobody else knows them. So a demo may also be pointed at a real test gateway.
 * @param {string} dataDir
 * @returns {Secrets}
 */
export function demoSecrets(dataDir) {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const make = () => randomBytes(32).toString('base64');
  const secrets = {
    auth: make(),
    data: make(),
    fingerprint: make(),
    control: randomBytes(12).toString('hex'),
  };
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

/** The same in every test run. */
const testSecrets = {
  auth: testSecret('auth'),
  data: testSecret('data'),
  fingerprint: testSecret('fingerprint'),
  control: 'sbx_control_of_the_tests',
};

function testSecret(purpose) {
  return createHash('sha256').update(`only for tests: ${purpose}`).digest('base64');
}
