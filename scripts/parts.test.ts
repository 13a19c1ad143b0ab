import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { inlineScriptHashes } from './csp-hashes.mjs';
import { explain, readDatabaseUrl } from './database.mjs';
import { demoEnvironment, demoSecrets, demoSite } from './environment.mjs';
import { occupyDataFolder, readPort, refuseTakenPort } from './occupied.mjs';
import { readPlaywright, readVitest, total } from './results.mjs';
import { fingerprintOf, isInstalled } from './setup.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'with a space '));
});
afterEach(() => {
  delete process.env.PORT;
  rmSync(folder, { recursive: true });
});

describe('dependencies', () => {
  const wanted = { packages: { '': {}, 'node_modules/a': { version: '1.0.0' } } };

  test('are installed when npm recorded the versions of the lockfile', () => {
    expect(isInstalled(wanted, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true);
  });
  test('are not installed when one is missing or of another version', () => {
    expect(isInstalled(wanted, null)).toBe(false);
    expect(isInstalled(wanted, { packages: {} })).toBe(false);
    expect(isInstalled(wanted, { packages: { 'node_modules/a': { version: '1.0.1' } } })).toBe(false);
  });
  test('of other platforms may be missing', () => {
    const optional = { packages: { 'node_modules/b': { version: '1.0.0', optional: true } } };
    expect(isInstalled(optional, { packages: {} })).toBe(true);
  });
});

test('a build with other flags is another build', () => {
  expect(fingerprintOf({ SANDBOX: '1' })).not.toBe(fingerprintOf({ SANDBOX: '' }));
  expect(fingerprintOf({ SANDBOX: '1' })).toBe(fingerprintOf({ SANDBOX: '1' }));
});

describe('DATABASE_URL', () => {
  test('unset means the embedded server', () => {
    expect(readDatabaseUrl(undefined)).toBeNull();
    expect(readDatabaseUrl('  ')).toBeNull();
  });
  test.each([
    'nonsense',
    'mysql://u:secret@h/d',
    'postgresql://',
    'postgresql://u:secret@host',
    'http://x/y',
  ])('%s is refused in a sentence without its password', (text) => {
    expect(() => readDatabaseUrl(text)).toThrow(/is not a PostgreSQL address: write it as/);
    expect(() => readDatabaseUrl(text)).not.toThrow(/u:secret/);
  });
  test.each([
    ['28P01', /refuses this user or password/],
    ['3D000', /has no database "shop": create it/],
    ['ECONNREFUSED', /does not answer \(ECONNREFUSED\): start it/],
  ])('a server that fails with %s is explained', (code, sentence) => {
    const url = new URL('postgresql://u:secret@db.example:5433/shop');
    const text = explain({ code, message: 'whatever' }, url);
    expect(text).toMatch(sentence);
    expect(text).toContain('db.example:5433');
    expect(text).not.toContain('secret');
  });
});

describe('ports', () => {
  test.each(['0', '65536', 'abc', '-1', '3000x'])('PORT=%s is refused', (text) => {
    process.env.PORT = text;
    expect(() => readPort('PORT', 3000)).toThrow(/must be a port number/);
  });
  test('nothing means the usual one', () => {
    process.env.PORT = '';
    expect(readPort('PORT', 3000)).toBe(3000);
  });
  test.each(['127.0.0.1', '0.0.0.0'])('one that is taken on %s is found', async (host) => {
    const server = createServer().listen(0, host);
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(refuseTakenPort('PORT', port, 0)).rejects.toThrow(new RegExp(`Port ${port} is taken`));
    server.close();
    await once(server, 'close');
    await expect(refuseTakenPort('PORT', port, 0)).resolves.toBeUndefined();
  });
});

describe('the data folder', () => {
  test('is ours until released, also after a start that was killed', () => {
    writeFileSync(join(folder, 'in-use-by'), '999999999');
    const release = occupyDataFolder(folder);
    expect(readFileSync(join(folder, 'in-use-by'), 'utf8')).toBe(String(process.pid));
    release();
    expect(() => readFileSync(join(folder, 'in-use-by'))).toThrow();
  });
  test('that cannot be one is refused in a sentence', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => occupyDataFolder(join(folder, 'file/below'))).toThrow(/cannot be used/);
  });
  test('keeps the secrets of its demo', () => {
    const first = demoSecrets(folder);
    expect(demoSecrets(folder)).toEqual(first);
    expect(Buffer.from(first.data, 'base64')).toHaveLength(32);
  });
  test('gives its demo what the terminal sets, and its own where that is nothing', () => {
    vi.stubEnv('PLACETOPAY_LOGIN', 'of-the-terminal');
    vi.stubEnv('PLACETOPAY_SECRET_KEY', ' ');
    const where = { ports: { store: 4000, gateway: 4001 }, dataDir: folder, databaseUrl: 'postgresql://x/y' };
    expect(demoEnvironment(where)).toMatchObject({
      PUBLIC_URL: 'http://localhost:4000',
      PLACETOPAY_URL: 'http://localhost:4001/sandbox',
      PLACETOPAY_LOGIN: 'of-the-terminal',
      PLACETOPAY_SECRET_KEY: demoSite.secretKey,
      AUTH_SECRET: demoSecrets(folder).auth,
    });
    vi.unstubAllEnvs();
  });
});

test('inline scripts are hashed, scripts with an address and repeated ones are not', () => {
  const html = '<script>alert(1)</script><script src="/a.js"></script><script id="x">alert(1)</script>';
  expect(inlineScriptHashes(html)).toEqual(['sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=']);
});

describe('counting', () => {
  function report(value: unknown) {
    const file = join(folder, 'report.json');
    writeFileSync(file, JSON.stringify(value));
    return file;
  }
  test('a test file that does not load is a failure', () => {
    const file = report({
      numPassedTests: 3,
      numFailedTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{ status: 'failed' }] },
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
      ],
    });
    expect(readVitest(file, 1)).toEqual({ passed: 3, failed: 2 });
  });
  test('a runner that fails without a failing test, or writes nothing, is a failure', () => {
    const file = report({ numPassedTests: 3, numFailedTests: 0, testResults: [] });
    expect(readVitest(file, 1)).toEqual({ passed: 3, failed: 1 });
    expect(readVitest(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1 });
  });
  test('a flaky browser test is a failure', () => {
    const file = report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } });
    expect(readPlaywright(file, 1)).toEqual({ passed: 5, failed: 2 });
  });
  test('everything adds up', () => {
    expect(
      total([
        { passed: 1, failed: 0 },
        { passed: 2, failed: 3 },
      ]),
    ).toEqual({ passed: 3, failed: 3 });
  });
});
