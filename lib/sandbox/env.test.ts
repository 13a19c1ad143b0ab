import { expect, test } from 'vitest';
import { isLoopback, readSandboxEnv } from './env';

const given = { DATABASE_URL: 'postgresql://localhost/x' };
const reached = { ...given, SANDBOX_URL: 'https://checkout.example/sandbox', SANDBOX_PUBLIC: 'yes' };

test('GW-ENV-01 a database is all it needs', () => {
  expect(readSandboxEnv(given)).toMatchObject({
    baseUrl: 'http://localhost:3001/sandbox',
    pendingMs: 60_000,
    silenceMs: 180_000,
  });
  expect(
    readSandboxEnv({ ...given, SANDBOX_DATABASE_URL: 'postgresql://localhost/y' }).databaseUrl,
  ).toContain('/y');
});

test.each([
  ['in the store', { ...given, WING: 'store' }, 'WING'],
  [
    'at an address that is not this machine',
    { ...given, SANDBOX_URL: 'https://checkout.example/sandbox' },
    'SANDBOX_PUBLIC',
  ],
  [
    'where others reach it, with a control key that everybody knows',
    { ...reached, SANDBOX_AUTOPAY_PASSWORD: 'nobody knows this one' },
    'SANDBOX_CONTROL_KEY',
  ],
  [
    'where others reach it, with a password for AutoPay that everybody knows',
    { ...reached, SANDBOX_CONTROL_KEY: 'nobody knows this one' },
    'SANDBOX_AUTOPAY_PASSWORD',
  ],
  [
    'with a short password for AutoPay',
    { ...given, SANDBOX_AUTOPAY_PASSWORD: '11 letters.' },
    'AUTOPAY_PASSWORD',
  ],
  ['without a database', {}, 'DATABASE_URL'],
  ['with nonsense', { ...given, SANDBOX_TICK_MS: 'soon' }, 'SANDBOX_TICK_MS'],
  ['with a control key that anybody guesses', { ...given, SANDBOX_CONTROL_KEY: 'x' }, 'SANDBOX_CONTROL_KEY'],
])('GW-ENV-02 it does not run %s, and says what to do', (_where, env, names) => {
  expect(() => readSandboxEnv(env)).toThrow(names);
});

test('GW-ENV-05 where others reach it, it runs with secrets of its own', () => {
  const own = { SANDBOX_CONTROL_KEY: 'nobody knows this one', SANDBOX_AUTOPAY_PASSWORD: 'nor this one here' };
  expect(readSandboxEnv({ ...reached, ...own }).baseUrl).toBe('https://checkout.example/sandbox');
});

test('GW-ENV-03 waits can be shortened', () => {
  const short = readSandboxEnv({ ...given, SANDBOX_TIME_SCALE: '0.01', SANDBOX_PENDING_SECONDS: '30' });
  expect(short).toMatchObject({ pendingMs: 300, silenceMs: 1800 });
});

test.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.1.2.3', true],
  ['[::1]', true],
  ['localhost.evil.example', false],
  ['127.0.0.1.evil.example', false],
  ['169.254.169.254', false],
  ['0.0.0.0', false],
])('GW-ENV-04 %s is this machine: %s', (host, own) => expect(isLoopback(host)).toBe(own));

test('GW-SWITCH-05 the open questions are answered for all sites by one setting', () => {
  const read = (SANDBOX_SWITCHES: string) => readSandboxEnv({ ...given, SANDBOX_SWITCHES }).switches;
  expect(read('{"collectDedup":false,"secondCapture":"accept"}')).toEqual({
    collectDedup: false,
    secondCapture: 'accept',
  });
  expect(readSandboxEnv(given).switches).toEqual({});
  for (const wrong of ['{"secondCapture":"maybe"}', '{"unknown":true}', 'yes', '[]'])
    expect(() => read(wrong)).toThrow('SANDBOX_SWITCHES');
});
