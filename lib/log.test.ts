import { beforeAll, expect, test, vi } from 'vitest';

let createLog: typeof import('./log').createLog;
beforeAll(async () => {
  vi.stubEnv('DATABASE_URL', 'postgresql://x');
  ({ createLog } = await import('./log'));
});

function capture(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = '';
  write(createLog('trace', { write: (line) => (text += line) }));
  return text;
}

const names = [
  'password',
  'secretKey',
  'tranKey',
  'nonce',
  'signature',
  'authorization',
  'cookie',
  'set-cookie',
  'accessKey',
  'return_token',
  'document',
  'email',
  'phone',
  'processUrl',
  'token',
  'AUTH_SECRET',
];

test.each(names)('%s is hidden however deep it is', (name) => {
  const text = capture((log) => {
    log.info({ [name]: 'canary' }, 'flat');
    log.info({ a: { b: [{ c: { [name.toUpperCase()]: 'canary' } }] } }, 'deep');
    log.error({ err: Object.assign(new Error('no'), { request: { [name]: 'canary' } }) }, 'in an error');
    log.error({ err: new Error('no', { cause: { [name]: 'canary' } }) }, 'in a cause');
  });
  expect(text).not.toContain('canary');
  expect(text.match(/hidden/g)?.length).toBeGreaterThanOrEqual(4);
});

test('card numbers, e-mail addresses and passwords in addresses are hidden inside text, wherever it stands', () => {
  const text = capture((log) => {
    log.info('paid with 4111 1111 1111 1111 by lucia@ladera.test');
    log.info({ note: 'postgresql://ladera:canary@db/x' }, 'card 4111111111111111');
    log.error(new Error('cannot reach postgresql://ladera:canary@db/x for lucia@ladera.test'));
    log.info({ list: ['5406251000000008'] }, 'with %s', 'lucia@ladera.test');
  });
  expect(text).not.toMatch(/4111|5406|lucia|canary/);
});

test('what people search for stays: reference, status, request id', () => {
  const text = capture((log) =>
    log.info({ reference: 'LAD-1-1-A', requestId: '4711', amount: 45n, status: 'APPROVED' }, 'Settled'),
  );
  expect(JSON.parse(text)).toMatchObject({
    level: 'info',
    reference: 'LAD-1-1-A',
    requestId: '4711',
    amount: '45',
    status: 'APPROVED',
    msg: 'Settled',
  });
});

test('an endless object ends', () => {
  const loop: Record<string, unknown> = { password: 'canary' };
  loop.self = loop;
  expect(capture((log) => log.info(loop, 'loop'))).not.toContain('canary');
});
