/**
 * The environment of the demo and of the tests: every value is public and works only against the sandbox on this
 * machine (lib/env.ts refuses them for a real gateway).
 */
import { createHash } from 'node:crypto';

/** The demo merchant at the sandbox: Colombia, pesos, SHA-256. */
export const demoSite = { login: '5a1e7c3b9d2f4e6081c7a9b3d5f20e64', secretKey: 'sbx_Ladera2026Demo' };

/**
 * What both processes need to find each other.
 * @param {{ storePort: number, gatewayPort: number, databaseUrl: string, storeHost?: string, gatewayHost?: string }} where
 * @returns {Record<string, string>}
 */
export function demoEnvironment({
  storePort,
  gatewayPort,
  databaseUrl,
  storeHost = 'localhost',
  gatewayHost = 'localhost',
}) {
  const store = `http://${storeHost}:${storePort}`;
  const gateway = `http://${gatewayHost}:${gatewayPort}/sandbox`;
  return {
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: store,
    PLACETOPAY_URL: gateway,
    PLACETOPAY_LOGIN: demoSite.login,
    PLACETOPAY_SECRET_KEY: demoSite.secretKey,
    AUTH_SECRET: demoSecret('auth').toString('hex'),
    NEXTAUTH_URL: store,
    NEXTAUTH_SECRET: demoSecret('auth').toString('hex'),
    DATA_KEYS: `demo:${demoSecret('data').toString('base64')}`,
    FINGERPRINT_KEY: demoSecret('fingerprint').toString('base64'),
    SANDBOX_DATABASE_URL: databaseUrl,
    SANDBOX_URL: gateway,
    SANDBOX_NOTIFICATION_URL: `${store}/api/placetopay/notification`,
    SANDBOX_CONTROL_KEY: 'sbx_control_demo',
    NEXT_TELEMETRY_DISABLED: '1',
  };
}

/** 32 bytes that are the same at every start, so that sign-ins and stored data survive one. */
function demoSecret(purpose) {
  return createHash('sha256').update(`ladera demo, never for a real gateway: ${purpose}`).digest();
}
