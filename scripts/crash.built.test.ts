/**
 * Kills the real, built shop at every durable step of a payment, as a power cut would, starts it again, and compares what
 * it then says with the gateway's own book: nothing lost, nothing doubled, whatever step it was.
 */
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { wingsEnvironment } from './environment.mjs';
import { migrate } from './migrate.mjs';
import { startPostgres } from './postgres.mjs';
import { startServer } from './processes.mjs';
import { testBuild } from './setup.mjs';
import { cloneDatabase, databaseUrl } from './testing/database';
import { failing, resetAfter, type Mischief } from './testing/mischief';
import { startScriptedGateway } from './testing/scripted-gateway';

const port = Number(process.env.CRASH_PORT ?? 3900);
const origin = `http://localhost:${port}`;
const server = await startPostgres({ dataDir: '.data/crash', settings: { fsync: 'on' } });
const url = await cloneDatabase({
  serverUrl: server.url,
  template: 'template1',
  name: `crash_${randomBytes(4).toString('hex')}`,
});
await migrate({ databaseUrl: url });
Object.assign(
  process.env,
  wingsEnvironment({ store: origin, gateway: 'http://127.0.0.1:1', databaseUrl: url }),
  { LOG_LEVEL: 'silent' },
);
const gateway = await startScriptedGateway();
const { cartOf, createOrder, evidence, notification, orderNow, until } = await import('./testing/shop');
const { db } = await import('@/lib/data/db');

const database = new pg.Client({ connectionString: databaseUrl(server.url, new URL(url).pathname.slice(1)) });
await database.connect();

const log = openSync('.data/crash-shop.log', 'w');
/** Holds the name of the point at which the shop dies. */
const crashFile = '.data/crash-at';
let shop: ChildProcess | undefined;
beforeEach(() => gateway.reset());
afterAll(async () => {
  await stop();
  await gateway.close();
  await database.end();
  await db.$disconnect();
  await server.stop();
});

/** From now on the shop dies at this point; at none without one. */
function crashAt(point = '') {
  writeFileSync(crashFile, point);
}

/** Starts the built shop, which dies at no point, unless it still runs. Resolves when it answers. */
async function start() {
  crashAt();
  if (isRunning()) return;
  const env = {
    ...process.env,
    WING: 'store',
    NODE_ENV: 'production',
    NEXT_DIST_DIR: testBuild.distDir,
    CRASH_AT: crashFile,
  } as const;
  const command = ['node_modules/next/dist/bin/next', 'start', '-p', String(port), '-H', '127.0.0.1'];
  shop = startServer(command, { env, output: log });
  const isUp = () =>
    fetch(`${origin}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  await until(isUp, (up) => up, 60_000);
}

function isRunning() {
  return shop !== undefined && shop.exitCode === null && shop.signalCode === null;
}

async function stop() {
  if (!shop || !isRunning()) return;
  const ended = once(shop, 'exit');
  shop.kill('SIGKILL');
  await ended;
}

/** Does something that kills the shop at this point, and proves that it died of it, within half a minute. */
async function dying(point: string, act: () => Promise<unknown>) {
  crashAt(point);
  const dead = async () => [shop?.exitCode, shop?.signalCode];
  await act().catch(() => undefined);
  expect(await until(dead, ([code, signal]) => code !== null || signal !== null, 30_000)).toEqual([
    null,
    'SIGKILL',
  ]);
}

/** The outage lasts: for the rows, everything happened that much earlier. */
async function outage(minutes: number) {
  await database.query(
    `UPDATE store."CheckoutSession" SET "createdAt" = "createdAt" - make_interval(mins => $1), "leaseUntil" = NULL,
       "nextCheckAt" = CASE WHEN "nextCheckAt" IS NULL THEN NULL ELSE "nextCheckAt" - make_interval(mins => $1) END`,
    [minutes],
  );
}

/** What a browser without JavaScript does: opens a page and has its form in front of it. */
async function openForm(path: string, cookie: string, answers: Record<string, string> = {}) {
  const page = await (await fetch(`${origin}${path}`, { headers: { cookie } })).text();
  const forms = page.match(/<form[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((html) => /name="(attemptKey|checkoutKey)"/.test(html));
  if (!form) throw new Error(`${path} has no form to send: ${page.slice(0, 200)}`);
  const body = new FormData();
  for (const input of form.match(/<input[^>]*type="hidden"[^>]*>/g) ?? []) {
    const [, name = ''] = /name="([^"]*)"/.exec(input) ?? [];
    const [, value = ''] = /value="([^"]*)"/.exec(input) ?? [];
    body.append(unescape(name), unescape(value));
  }
  for (const [name, value] of Object.entries(answers)) body.set(name, value);
  return () =>
    fetch(`${origin}${path}`, { method: 'POST', body, redirect: 'manual', headers: { cookie, origin } });
}

function unescape(html: string) {
  return html
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

type Placed = Awaited<ReturnType<typeof createOrder>>;
/** Sends the form that is in front of the shopper; again is the same attempt. */
type Send = () => Promise<Response>;

async function atTheForm(): Promise<{ order: Placed; pay: Send }> {
  const order = await createOrder({ stock: 5 });
  await start();
  const cookie = `orders=${order.viewer.accessKeys.join('.')}`;
  return { order, pay: await openForm(`/es/checkout/${order.orderId}/basic`, cookie) };
}

async function payable(order: Placed, pay: Send) {
  const response = await pay();
  expect([response.status, response.headers.get('location')]).toEqual([
    303,
    expect.stringContaining('/spa/session/'),
  ]);
  const session = (await orderNow(order.orderId)).sessions.at(-1);
  if (!session?.requestId) throw new Error('The session has no requestId.');
  return session.requestId;
}

/** The end of every story: paid once, by the gateway's book and by ours, and every session the gateway has is known. */
async function paidExactlyOnce(order: Placed) {
  await until(
    () => evidence(order.orderId),
    ({ status }) => status === 'PAID',
    60_000,
  );
  const { sessions } = await orderNow(order.orderId);
  const references = sessions.map(({ reference }) => reference);
  const booked = [...gateway.book.values()];
  expect(booked.every(({ reference }) => references.includes(reference))).toBe(true);
  expect(booked.flatMap(({ payments }) => payments)).toHaveLength(1);
  expect(await evidence(order.orderId)).toMatchObject({ paidMinor: 4_500_050n, goods: ['SOLD'] });
  expect((await evidence(order.orderId)).facts).toHaveLength(1);
  expect(sessions.filter(({ status }) => status === 'APPROVED')).toHaveLength(1);
  const { rows } = await database.query(`SELECT stock FROM store."Product" WHERE slug = $1`, [
    order.productSlug,
  ]);
  expect(rows).toEqual([{ stock: 4 }]);
}

/** Comes back after two minutes, lets the shopper send the same form again and pay, and loses the notification as well. */
async function recover({ order, pay }: { order: Placed; pay: Send }) {
  await outage(2);
  await start();
  const isOpening = (status: string) => /PREPARED|SENT|IN_DOUBT/.test(status);
  await until(
    () => evidence(order.orderId),
    ({ sessions }) => !sessions.some(isOpening),
    30_000,
  );
  gateway.approve(await payable(order, pay));
  await outage(1);
  await paidExactlyOnce(order);
}

/** Dies at this point of the first payment, with the gateway behaving as told. */
const paying =
  (point: string, ...mischief: Mischief[]) =>
  async () => {
    gateway.misbehave('create', ...mischief);
    const scene = await atTheForm();
    await dying(point, scene.pay);
    await recover(scene);
  };

/** Dies at this point of the payer's return. */
const returning = (point: string) => async () => {
  const { order, pay } = await atTheForm();
  const requestId = await payable(order, pay);
  gateway.approve(requestId);
  const { pathname } = new URL(gateway.book.get(Number(requestId))?.returnUrl ?? '');
  await dying(point, () => fetch(`${origin}${pathname}`));
  await outage(1);
  await start();
  await paidExactlyOnce(order);
};

/**
 * A paid order of which an operator asked something when the power went: the row is there, and the shop's own reconciler
 * takes it up, and dies at this point. `state` is how far the asking had come.
 */
const askedOf =
  (
    point: string,
    asked: { name: 'refund' | 'decline'; state: 'PREPARED' | 'IN_DOUBT' },
    ...mischief: Mischief[]
  ) =>
  async () => {
    gateway.misbehave('transaction', ...mischief);
    const { order, pay } = await atTheForm();
    const requestId = await payable(order, pay);
    gateway.approve(requestId, asked.name === 'decline' ? { status: 'PENDING_CONFIRMATION' } : {});
    if (asked.name === 'decline') gateway.change(requestId, { status: 'PENDING', reason: 'PT' });
    await outage(1);
    await until(
      () => evidence(order.orderId),
      ({ facts }) => facts.length > 0,
      60_000,
    );
    await dying(point, () => ask(order, asked));
    await start();
    await database.query(
      `UPDATE store."Operation" SET "leaseUntil" = NULL, "nextAt" = CASE WHEN "nextAt" IS NULL THEN NULL ELSE now() END`,
    );
    const ended = await until(
      async () => (await orderNow(order.orderId)).sessions.flatMap(({ operations }) => operations),
      ([operation]) => operation !== undefined && operation.endedAt !== null,
      60_000,
    );
    expect(ended).toHaveLength(1);
    const given = [...gateway.book.values()]
      .flatMap(({ payments }) => payments)
      .filter(({ refunded }) => refunded);
    const { status, paidMinor } = await evidence(order.orderId);
    // By both books the money is back, or by both it is not.
    expect([given.length, status === 'REFUNDED', paidMinor === 0n]).toEqual(
      ended[0]?.name === 'refund' && ended[0].state === 'DONE'
        ? [1, true, true]
        : [0, false, asked.name === 'decline'],
    );
  };

/** What the use-case had committed of an operation before the power went. */
async function ask({ orderId }: Placed, { name, state }: { name: 'refund' | 'decline'; state: string }) {
  const session = (await orderNow(orderId)).sessions.at(-1);
  const reference = session?.transactions.at(-1)?.internalReference;
  await database.query(
    `INSERT INTO store."Operation" ("id", "sessionId", "orderId", "environment", "name", "targetReference", "sentReference",
       "step", "currency", "state", "idemKey", "actor", "askedBy", "tries", "nextAt")
     VALUES ($1, $2, $3, 'sandbox', $4, $5, $5, 1, 'COP', $6, $1, 'operator', 'Operator', 1, now())`,
    [randomBytes(8).toString('hex'), session?.id, orderId, name, reference, state],
  );
}

const refusal = { status: { status: 'FAILED', reason: 'request_not_valid', message: 'x', date: 'D' } };

const stories: Record<string, () => Promise<void>> = {
  'order.placed': async () => {
    const { cookie, productSlug, answers } = await cartOf({ stock: 5 });
    await start();
    const place = await openForm('/es/checkout', cookie, answers);
    await dying('order.placed', place);
    await start();
    expect((await place()).status).toBe(303);
    const placed = `SELECT count(*)::int AS placed FROM store."OrderLine" WHERE "productSlug" = $1`;
    expect((await database.query(placed, [productSlug])).rows).toEqual([{ placed: 1 }]);
  },
  'checkout.prepared': paying('checkout.prepared'),
  'checkout.sent': paying('checkout.sent'),
  'checkout.answered': paying('checkout.answered'),
  'checkout.pending': paying('checkout.pending'),
  'checkout.refused': paying('checkout.refused', failing(400, refusal)),
  'checkout.in_doubt': paying('checkout.in_doubt', resetAfter),
  'checkout.asked_again': async () => {
    gateway.misbehave('create', resetAfter);
    const scene = await atTheForm();
    await scene.pay();
    await dying('checkout.asked_again', scene.pay);
    await recover(scene);
  },
  'operation.sent': askedOf('operation.sent', { name: 'refund', state: 'IN_DOUBT' }),
  'operation.answered': askedOf('operation.answered', { name: 'refund', state: 'IN_DOUBT' }),
  'operation.ended': askedOf('operation.ended', { name: 'refund', state: 'IN_DOUBT' }),
  'operation.in_doubt': askedOf('operation.in_doubt', { name: 'refund', state: 'IN_DOUBT' }, resetAfter),
  'operation.abandoned': askedOf('operation.abandoned', { name: 'refund', state: 'PREPARED' }),
  'operation.asked': askedOf('operation.asked', { name: 'decline', state: 'IN_DOUBT' }),
  'settle.asked': returning('settle.asked'),
  'settle.saved': returning('settle.saved'),
  'settle.abandoned': async () => {
    gateway.misbehave('create', resetAfter);
    const scene = await atTheForm();
    await scene.pay();
    await dying('settle.abandoned', () => outage(2));
    await recover(scene);
  },
  'notification.kept': async () => {
    const { order, pay } = await atTheForm();
    const requestId = await payable(order, pay);
    gateway.approve(requestId);
    const body = notification({ requestId });
    await dying('notification.kept', () =>
      fetch(`${origin}/api/placetopay/notification`, { method: 'POST', body }),
    );
    await start();
    await paidExactlyOnce(order);
  },
};

describe('the shop killed', () => {
  test.each(Object.entries(stories))('at %s ends right', async (_point, story) => story(), 150_000);
});

/**
 * What begins behind a sign-in and has no page of the gateway dies where its use-case is tested, against the
 * sandbox's book.
 */
const toldElsewhere = ['charge', 'wallet', 'memberships', 'mandates'].flatMap((name) => {
  const text = readFileSync(`scripts/testing/${name}.integration.test.ts`, 'utf8');
  return [...text.matchAll(/'((?:charge|card|membership|mandate)\.[a-z_]+)'/g)].map(
    ([, point = '']) => point,
  );
});

test('every crash point in the source has a story, here or where its use-case is tested', () => {
  const folder = 'lib/use-cases';
  const files = readdirSync(folder).filter(
    (name) => name.endsWith('.ts') && !name.includes('.test.') && name !== 'crash-point.ts',
  );
  const calls = files.flatMap(
    (name) => readFileSync(`${folder}/${name}`, 'utf8').match(/crashPoint\([^)]*\)/g) ?? [],
  );
  const points = calls.flatMap((call) => [...call.matchAll(/'([^']+)'/g)].map(([, name]) => name));
  expect(points.length).toBeGreaterThan(5);
  expect([...new Set(points)].sort()).toEqual(
    [...new Set([...Object.keys(stories), ...toldElsewhere])].sort(),
  );
});
