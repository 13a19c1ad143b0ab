/**
 * Kills the real, built shop at every durable step of a payment, as a power cut would, starts it again, and compares what
 * it then says with the gateway's own book: nothing lost, nothing doubled, whatever step it was.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wingsEnvironment } from './environment.mjs';
import { migrate } from './migrate.mjs';
import { startPostgres } from './postgres.mjs';
import { cloneDatabase, databaseUrl } from './testing/database';
import { failing, resetAfter, startScriptedGateway } from './testing/scripted-gateway';

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

let shop: ChildProcess | undefined;
beforeEach(() => gateway.reset());
afterEach(stop);
afterAll(async () => {
  await gateway.close();
  await database.end();
  await db.$disconnect();
  await server.stop();
});

/** Starts the built shop; with `crashAt` it dies at that point. Resolves when it answers. */
async function start(crashAt = '') {
  const env = {
    ...process.env,
    WING: 'store',
    NODE_ENV: 'production',
    NEXT_DIST_DIR: '.next-test',
    CRASH_AT: crashAt,
  } as const;
  shop = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '-p', String(port), '-H', '127.0.0.1'],
    { env, stdio: 'ignore' },
  );
  const isUp = () =>
    fetch(`${origin}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  await until(isUp, (up) => up, 60_000);
}

async function stop() {
  if (!shop || shop.exitCode !== null || shop.signalCode !== null) return;
  const ended = once(shop, 'exit');
  shop.kill('SIGKILL');
  await ended;
}

/** Does something that kills the shop, and proves that it died of it. */
async function dying(act: () => Promise<unknown>) {
  if (!shop) throw new Error('The shop does not run.');
  const ended = shop.signalCode ? [shop.exitCode, shop.signalCode] : once(shop, 'exit');
  await act().catch(() => undefined);
  expect(await ended).toEqual([null, 'SIGKILL']);
}

/** The outage lasts: for the rows, everything happened that much earlier. */
async function outage(minutes: number) {
  await database.query(
    `UPDATE store."CheckoutSession" SET "createdAt" = "createdAt" - make_interval(mins => $1), "leaseUntil" = NULL,
       "nextCheckAt" = CASE WHEN "nextCheckAt" IS NULL THEN NULL ELSE "nextCheckAt" - make_interval(mins => $1) END`,
    [minutes],
  );
}

/** What a browser without JavaScript does: opens the page, fills its form, sends it. */
async function submit(path: string, cookie: string, answers: Record<string, string> = {}) {
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
  return fetch(`${origin}${path}`, { method: 'POST', body, redirect: 'manual', headers: { cookie, origin } });
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

const cookieOf = ({ viewer }: Placed) => `orders=${viewer.accessKeys.join('.')}`;
const pay = (order: Placed) => submit(`/es/checkout/${order.orderId}/basic`, cookieOf(order));

async function payable(order: Placed) {
  const response = await pay(order);
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

/** Comes back after two minutes, lets the shopper pay, and loses the notification as well. */
async function recover(order: Placed) {
  await outage(2);
  await start();
  const resolved = (sessions: readonly string[]) =>
    !sessions.some((status) => /PREPARED|SENT|IN_DOUBT/.test(status));
  await until(
    () => evidence(order.orderId),
    ({ sessions }) => resolved(sessions),
    30_000,
  );
  gateway.approve(await payable(order));
  await outage(1);
  await paidExactlyOnce(order);
}

const stories: Record<string, () => Promise<void>> = {
  'order.placed': async () => {
    const { cookie, productSlug, answers } = await cartOf({ stock: 5 });
    await start('order.placed');
    await dying(() => submit('/es/checkout', cookie, answers));
    const { rows } = await database.query(
      `SELECT count(*)::int AS placed FROM store."OrderLine" WHERE "productSlug" = $1`,
      [productSlug],
    );
    expect(rows).toEqual([{ placed: 1 }]);
  },
  ...Object.fromEntries(
    ['checkout.prepared', 'checkout.sent', 'checkout.answered', 'checkout.pending'].map((point) => [
      point,
      async () => {
        const order = await createOrder({ stock: 5 });
        await start(point);
        await dying(() => pay(order));
        await recover(order);
      },
    ]),
  ),
  'checkout.refused': async () => {
    const order = await createOrder({ stock: 5 });
    gateway.misbehave(
      'create',
      failing(400, { status: { status: 'FAILED', reason: 'request_not_valid', message: 'x', date: 'D' } }),
    );
    await start('checkout.refused');
    await dying(() => pay(order));
    await recover(order);
  },
  'checkout.in_doubt': async () => {
    const order = await createOrder({ stock: 5 });
    gateway.misbehave('create', resetAfter);
    await start('checkout.in_doubt');
    await dying(() => pay(order));
    await recover(order);
  },
  'checkout.asked_again': async () => {
    const order = await createOrder({ stock: 5 });
    gateway.misbehave('create', resetAfter);
    await start('checkout.asked_again');
    await pay(order);
    await dying(() => pay(order));
    await recover(order);
  },
  'settle.abandoned': async () => {
    const order = await createOrder({ stock: 5 });
    gateway.misbehave('create', resetAfter);
    await start('settle.abandoned');
    await pay(order);
    await dying(() => outage(2));
    await recover(order);
  },
  ...Object.fromEntries(
    ['settle.asked', 'settle.saved'].map((point) => [
      point,
      async () => {
        const order = await createOrder({ stock: 5 });
        await start(point);
        const requestId = await payable(order);
        gateway.approve(requestId);
        const { pathname } = new URL(gateway.book.get(Number(requestId))?.returnUrl ?? '');
        await dying(() => fetch(`${origin}${pathname}`));
        await outage(1);
        await start();
        await paidExactlyOnce(order);
      },
    ]),
  ),
  'notification.kept': async () => {
    const order = await createOrder({ stock: 5 });
    await start('notification.kept');
    const requestId = await payable(order);
    gateway.approve(requestId);
    const body = notification({ requestId });
    await dying(() => fetch(`${origin}/api/placetopay/notification`, { method: 'POST', body }));
    await start();
    await paidExactlyOnce(order);
  },
};

describe('the shop killed', () => {
  test.each(Object.entries(stories))('at %s ends right', async (_point, story) => story(), 150_000);
});

test('every crash point in the source has a story here', () => {
  const folder = 'lib/use-cases';
  const files = readdirSync(folder).filter(
    (name) => name.endsWith('.ts') && !name.includes('.test.') && name !== 'crash-point.ts',
  );
  const calls = files.flatMap(
    (name) => readFileSync(`${folder}/${name}`, 'utf8').match(/crashPoint\([^)]*\)/g) ?? [],
  );
  const points = calls.flatMap((call) => [...call.matchAll(/'([^']+)'/g)].map(([, name]) => name));
  expect(points.length).toBeGreaterThan(5);
  expect([...new Set(points)].sort()).toEqual(Object.keys(stories).sort());
});
