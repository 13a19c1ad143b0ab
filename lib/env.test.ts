import { beforeAll, describe, expect, test, vi } from 'vitest';

const real = {
  DATABASE_URL: 'postgresql://ladera:pw@db:5432/ladera',
  PUBLIC_URL: 'https://ladera.example',
  PLACETOPAY_URL: 'https://checkout.placetopay.com/',
  PLACETOPAY_LOGIN: '0c7f4b1f2ab84f0f9d2f3c1a6b5e7d88',
  PLACETOPAY_SECRET_KEY: 'q3Vn8XkTz71LmB5w',
  AUTH_SECRET: 'mCq0oXl4uWv9ZsB1Jr8YtKd3EhNf6GpA',
  DATA_KEYS: `k2:${Buffer.alloc(32, 7).toString('base64')},k1:${Buffer.alloc(32, 9).toString('base64')}`,
};

let readEnv: typeof import('./env').readEnv;
beforeAll(async () => {
  vi.stubEnv('DATABASE_URL', real.DATABASE_URL);
  ({ readEnv } = await import('./env'));
});

/** The complaint about one variable, or undefined when the environment was accepted without one. */
function complaint(name: string, source: Record<string, string | undefined>): string | undefined {
  try {
    readEnv(source);
  } catch (error) {
    const line = String(error)
      .split('\n')
      .find((text) => text.trim().startsWith(`${name}:`));
    return line?.trim();
  }
  return undefined;
}

test('on this machine only the database has to be named', () => {
  const env = readEnv({ DATABASE_URL: real.DATABASE_URL });
  expect(env).toMatchObject({
    environment: 'sandbox',
    publicUrl: 'http://localhost:3000',
    secureCookies: false,
    allowSha1: false,
  });
  expect(env.placetopay).toMatchObject({
    url: 'http://localhost:3001/sandbox',
    origin: 'http://localhost:3001',
  });
});

test('a complete environment is read as it is', () => {
  const env = readEnv(real);
  expect(env).toMatchObject({
    environment: 'live',
    publicUrl: 'https://ladera.example',
    secureCookies: true,
  });
  expect(env.placetopay.url).toBe('https://checkout.placetopay.com');
  expect(env.dataKeys.map(({ kid, key }) => [kid, key.length])).toEqual([
    ['k2', 32],
    ['k1', 32],
  ]);
});

test.each([
  ['http://localhost:3001/sandbox', 'sandbox'],
  ['http://127.0.0.1:9/x', 'sandbox'],
  ['http://[::1]:9/x', 'sandbox'],
  ['https://checkout-test.placetopay.com', 'test'],
  ['https://checkout.test.goupagos.com.co', 'test'],
  ['https://checkout.placetopay.com', 'live'],
  ['https://localhost.evil.example', 'live'],
  ['https://127.0.0.1.evil.example', 'live'],
  ['https://attestation.example', 'live'],
])('%s is %s', (PLACETOPAY_URL, environment) => {
  expect(readEnv({ ...real, PLACETOPAY_URL }).environment).toBe(environment);
});

describe('with a real gateway nothing is assumed', () => {
  test.each([
    'DATABASE_URL',
    'PUBLIC_URL',
    'PLACETOPAY_LOGIN',
    'PLACETOPAY_SECRET_KEY',
    'AUTH_SECRET',
    'DATA_KEYS',
  ])('%s is asked for', (name) => {
    expect(complaint(name, { ...real, [name]: undefined })).toMatch(/is missing\. .+/);
    expect(complaint(name, { ...real, [name]: '  ' })).toMatch(/is missing\./);
  });

  test.each([
    ['DATABASE_URL', 'mysql://x', /not a PostgreSQL address/],
    ['PUBLIC_URL', 'http://ladera.example', /must be https/],
    ['PUBLIC_URL', 'ladera.example', /not an http/],
    ['PUBLIC_URL', 'https://ladera.example/shop', /has a path/],
    ['PLACETOPAY_URL', 'http://checkout.placetopay.com', /must be https/],
    ['PLACETOPAY_URL', 'ftp://checkout.placetopay.com', /not an http/],
    ['PLACETOPAY_LOGIN', 'me@shop.example', /e-mail address.+neither an e-mail address nor the secretKey/],
    ['PLACETOPAY_LOGIN', 'short', /too short/],
    ['PLACETOPAY_LOGIN', '5a1e7c3b9d2f4e6081c7a9b3d5f20e64', /belongs to the sandbox/],
    ['PLACETOPAY_SECRET_KEY', 'sbx_Ladera2026Demo', /example/],
    [
      'PLACETOPAY_SECRET_KEY',
      'sbx_SomethingElse',
      /belongs to the sandbox, and the gateway is not on this machine/,
    ],
    ['PLACETOPAY_SECRET_KEY', 'short', /too short/],
    ['PLACETOPAY_SECRET_KEY', 'your-secret-key', /example/],
    ['PLACETOPAY_SECRET_KEY', real.PLACETOPAY_LOGIN, /same as the login.+Not a tranKey/],
    ['PLACETOPAY_TRAN_KEY', 'anything', /computed for every call and never configured/],
    ['AUTH_SECRET', 'mCq0oXl4uWv9ZsB1Jr8YtKd3EhNf6Gp', /shorter than 32/],
    ['AUTH_SECRET', 'change-me-change-me-change-me-change-me', /example/],
    ['AUTH_SECRET', '57287f1a04ea574819cb7c3bdd5ada87a11b0f64d5ed0414e452ca847355c309', /example/],
    ['AUTH_SECRET', 'a'.repeat(40), /example/],
    ['DATA_KEYS', 'k1:c2hvcnQ=', /not a keyring/],
    ['DATA_KEYS', Buffer.alloc(32, 7).toString('base64'), /not a keyring/],
    ['DATA_KEYS', `${real.DATA_KEYS},k3:c2hvcnQ=`, /not a keyring/],
    ['DATA_KEYS', 'mine:prADHEL9vbBfoyPQUvGxvCsRnzBF7Noje8X7vPSMVAw=', /example/],
    ['NOTIFICATION_SHA1', 'yes', /neither true nor false/],
    ['OPERATOR_LIMITS', 'COP:a lot', /no list of limits/],
    ['CONFIRMATION_MINUTES', '0', /not a whole number of minutes/],
    ['CONFIRMATION_MINUTES', 'a while', /not a whole number of minutes/],
    ['TRUSTED_PROXIES', 'all', /not a number of proxies.+X-Forwarded-For/],
    ['LOG_LEVEL', 'loud', /not a level.+Say one of silent/],
    ['WING', 'left', /not a wing/],
  ])('%s=%s is refused', (name, value, reason) => {
    expect(complaint(name, { ...real, [name]: value })).toMatch(reason);
  });
});

describe('a shop that others reach has secrets of its own, also with a sandbox on this machine', () => {
  const tunnelled = { DATABASE_URL: real.DATABASE_URL, PUBLIC_URL: real.PUBLIC_URL };

  test.each(['AUTH_SECRET', 'DATA_KEYS'] as const)('%s is asked for', (name) => {
    expect(complaint(name, tunnelled)).toMatch(/is missing/);
  });

  test('the demo’s are refused', () => {
    const known = 'mine:prADHEL9vbBfoyPQUvGxvCsRnzBF7Noje8X7vPSMVAw=';
    expect(complaint('DATA_KEYS', { ...tunnelled, DATA_KEYS: known })).toMatch(/example/);
  });

  test('the sandbox’s site may be what everybody knows', () => {
    const { AUTH_SECRET, DATA_KEYS } = real;
    const env = readEnv({ ...tunnelled, AUTH_SECRET, DATA_KEYS });
    expect(env).toMatchObject({ environment: 'sandbox', publicUrl: 'https://ladera.example' });
    expect(env.placetopay.secretKey).toBe('sbx_Ladera2026Demo');
  });
});

test('what was said to the gateway is for everybody with the sandbox, for operators elsewhere, unless it is said', () => {
  const sandbox = { DATABASE_URL: real.DATABASE_URL };
  expect(readEnv(sandbox).inspectorFor).toBe('everyone');
  expect(readEnv(real).inspectorFor).toBe('operators');
  expect(readEnv({ ...sandbox, API_INSPECTOR: 'operators' }).inspectorFor).toBe('operators');
  expect(readEnv({ ...real, API_INSPECTOR: 'everyone' }).inspectorFor).toBe('everyone');
  expect(complaint('API_INSPECTOR', { ...real, API_INSPECTOR: 'nobody' })).toContain('neither everyone');
});

test('every mistake is named at once, and no value is repeated', () => {
  const mistakes = {
    PLACETOPAY_URL: real.PLACETOPAY_URL,
    PLACETOPAY_SECRET_KEY: 'sbx_canary',
    AUTH_SECRET: 'canary',
    DATA_KEYS: 'canary',
  };
  try {
    readEnv(mistakes);
    expect.unreachable();
  } catch (error) {
    const text = String(error);
    for (const name of [
      'DATABASE_URL',
      'PUBLIC_URL',
      'PLACETOPAY_LOGIN',
      'PLACETOPAY_SECRET_KEY',
      'AUTH_SECRET',
      'DATA_KEYS',
    ]) {
      expect(text.match(new RegExp(`^  ${name}: `, 'gm'))).toHaveLength(1);
    }
    expect(text).not.toContain('canary');
  }
});

test('a secret that is no sandbox secret is fine with the sandbox too', () => {
  expect(
    readEnv({ DATABASE_URL: real.DATABASE_URL, PLACETOPAY_SECRET_KEY: real.PLACETOPAY_SECRET_KEY })
      .environment,
  ).toBe('sandbox');
});

describe('AutoPay', () => {
  const contracts = { AUTOPAY_USER: 'placetopay', AUTOPAY_PASSWORD: 'h7Kd02mZqLw5Xr' };

  test('is asked where Web Checkout is, and finds closed doors, unless somebody says otherwise', () => {
    expect(readEnv(real).autopay).toEqual({ url: 'https://checkout.placetopay.com', contracts: null });
    const PLACETOPAY_AUTOPAY_URL = 'https://autopay.placetopay.com/';
    expect(readEnv({ ...real, ...contracts, PLACETOPAY_AUTOPAY_URL }).autopay).toEqual({
      url: 'https://autopay.placetopay.com',
      contracts: { user: 'placetopay', password: 'h7Kd02mZqLw5Xr' },
    });
  });

  test.each([
    ['AUTOPAY_PASSWORD', { AUTOPAY_PASSWORD: undefined }],
    ['AUTOPAY_USER', { AUTOPAY_USER: undefined }],
    ['AUTOPAY_USER', { AUTOPAY_USER: 'place:topay' }],
    ['AUTOPAY_USER', { AUTOPAY_USER: 'u'.repeat(61) }],
    ['AUTOPAY_PASSWORD', { AUTOPAY_PASSWORD: 'p4$' }],
    ['AUTOPAY_PASSWORD', { AUTOPAY_PASSWORD: 'a-password-of-all' }],
    ['PLACETOPAY_AUTOPAY_URL', { PLACETOPAY_AUTOPAY_URL: 'http://autopay.placetopay.com' }],
  ])('%s is complained about: %j', (name, wrong) => {
    expect(complaint(name, { ...real, ...contracts, ...wrong })).toBeDefined();
  });
});
