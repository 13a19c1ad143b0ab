import { expect, test } from 'vitest';
import { env } from '@/lib/env';
import { db } from './db';
import { EnvironmentMismatch, pinEnvironment } from './environment';
import { readHealth } from './health';
import { claimInbox, markInboxDone, markInboxUnknown, receive } from './inbox';
import { randomId } from './random';
import { createUser, findSignedIn, findUserByEmail, revokeSessions } from './users';
import { decrypt, encrypt } from './vault';
import { recordSuspense } from './suspense';
import { after, now, openedSession, placedOrder } from './testing/shop';

test('a database belongs to one environment and one gateway for ever', async () => {
  await pinEnvironment();
  await pinEnvironment({ ...env, placetopay: { ...env.placetopay, url: 'http://127.0.0.1:9999/sandbox' } });
  for (const [environment, url] of [
    ['test', 'https://checkout-test.placetopay.com'],
    ['live', 'https://checkout.placetopay.com'],
  ] as const) {
    await expect(pinEnvironment({ environment, placetopay: { ...env.placetopay, url } })).rejects.toThrow(
      EnvironmentMismatch,
    );
  }
  expect(await db.environmentPin.findMany()).toMatchObject([
    { environment: 'sandbox', gatewayHost: 'loopback' },
  ]);
});

test('a secret opens at its own place, with an old key too, and nowhere else', () => {
  const place = { table: 'Order', row: '1', user: 'u' };
  const [old, fresh] = [
    { kid: 'k1', key: Buffer.alloc(32, 1) },
    { kid: 'k2', key: Buffer.alloc(32, 2) },
  ];
  const sealed = encrypt('1122334455', place, [old]);
  expect(sealed).not.toContain('1122334455');
  expect(encrypt('1122334455', place, [old])).not.toBe(sealed);
  expect(decrypt(sealed, place, [fresh, old])).toBe('1122334455');
  expect(encrypt('x', place, [fresh, old])).toMatch(/^k2\./);
  for (const other of [
    { ...place, table: 'User' },
    { ...place, row: '2' },
    { ...place, user: 'v' },
  ]) {
    expect(() => decrypt(sealed, other, [old])).toThrow();
  }
  expect(() => decrypt(sealed, place, [fresh])).toThrow(/keep old keys/);
  expect(() => decrypt(sealed, place, [{ ...fresh, kid: 'k1' }])).toThrow();
  const parts = sealed.split('.');
  for (const index of [1, 2, 3]) {
    const broken = parts
      .map((part, at) => (at === index ? (part.startsWith('A') ? 'B' : 'A') + part.slice(1) : part))
      .join('.');
    expect(() => decrypt(broken, place, [old])).toThrow();
  }
});

test('a notification is one row however often it comes, and is worked on by one process until it is done', async () => {
  const news = { channel: 'session', dedupeKey: randomId(), requestId: '1', reference: 'LAD-1', now };
  const [first, ...others] = await Promise.all([receive(news), receive(news), receive(news)]);
  expect([first, ...others].filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(new Set([first, ...others].map(({ id }) => id)).size).toBe(1);
  const mine = async (at: Date) => (await claimInbox(100, at)).filter(({ id }) => id === first.id);
  const claimed = await Promise.all([mine(now), mine(now), mine(now)]);
  expect(claimed.flat()).toMatchObject([{ requestId: '1', tries: 1 }]);
  expect(await mine(after(60_000))).toMatchObject([{ tries: 2 }]);
  await markInboxUnknown(first.id, { giveUp: false });
  expect(await mine(after(10 * 60_000))).toMatchObject([{ tries: 3 }]);
  await markInboxDone(first.id);
  await markInboxUnknown(first.id, { giveUp: true });
  expect(await mine(after(24 * 3_600_000))).toEqual([]);
  expect((await db.inbox.findUnique({ where: { id: first.id } }))?.state).toBe('DONE');
});

test('a user has one e-mail in one spelling, and an old session version is nobody', async () => {
  const email = `${randomId().toLowerCase()}@ladera.test`;
  const [one, two] = await Promise.all(
    [1, 2].map(() => createUser({ email: email.toUpperCase(), name: 'L', passwordHash: 'h' })),
  );
  const user = one ?? two;
  expect([one, two].filter(Boolean)).toHaveLength(1);
  expect((await findUserByEmail(email.toUpperCase()))?.user).toEqual(user);
  expect(await findSignedIn(user?.id ?? '', 1)).toEqual(user);
  await revokeSessions(user?.id ?? '');
  expect(await findSignedIn(user?.id ?? '', 1)).toBeNull();
  expect((await findSignedIn(user?.id ?? '', 2))?.id).toBe(user?.id);
});

test('health counts what waits', async () => {
  const { order, owner } = await placedOrder();
  await openedSession(order.id, owner);
  await recordSuspense({ kind: 'x', dedupeKey: randomId(), detail: {} });
  expect((await readHealth(now)).suspense).toBeGreaterThan(0);
  expect((await readHealth(after(65_000))).oldestDueSeconds).toBe(60);
});
