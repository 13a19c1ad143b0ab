import { decode } from 'next-auth/jwt';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { User } from '@/lib/data/users';
import { emptyForm } from '@/lib/domain/form-state';

/** A browser and its request: the only two things of Next that these modules touch. */
const browser = vi.hoisted(() => ({
  jar: new Map<string, string>(),
  sent: new Map<string, string>(),
  set: [] as unknown[],
}));
vi.mock('next/headers', () => ({
  headers: async () => ({ get: (name: string) => browser.sent.get(name) ?? null }),
  cookies: async () => ({
    get: (name: string) => (browser.jar.has(name) ? { name, value: browser.jar.get(name) } : undefined),
    set: (name: string, value: string, options: { maxAge?: number }) => {
      browser.set.push({ name, ...options });
      if (value === '' || options.maxAge === 0) browser.jar.delete(name);
      else browser.jar.set(name, value);
    },
    delete: (name: string) => browser.jar.delete(name),
  }),
}));

const { authOptions, closeAuthSession, openAuthSession, viewer, visitor } = await import('./auth');
const { authenticate, register } = await import('./passwords');
const { action } = await import('./action');
const { findCart } = await import('./data/carts');
const { db, writeTx } = await import('./data/db');
const { randomId } = await import('./data/random');
const { cartWith, product } = await import('./data/testing/shop');
const { readCartId, keepCartId } = await import('./cart-cookie');
const { keepAccessKey, readAccessKeys } = await import('./orders-cookie');

const password = 'una ladera muy verde';
const address = () => `10.0.0.${Math.random()}`;
const email = () => `${randomId().toLowerCase()}@ladera.test`;

beforeEach(() => {
  browser.jar.clear();
  browser.set.length = 0;
  browser.sent = new Map([['origin', 'http://localhost:3000']]);
});

async function registered(): Promise<User> {
  const answer = await register({ name: 'Lucía', email: email(), password, ipAddress: address() });
  if (!answer.ok) throw new Error(answer.problem);
  return answer.user;
}

describe('signing in', () => {
  test('the right password opens, a wrong name and a wrong password answer the same', async () => {
    const user = await registered();
    expect(
      await authenticate({ email: ` ${user.email.toUpperCase()} `, password, ipAddress: address() }),
    ).toEqual({ ok: true, user });
    const wrongPassword = await authenticate({
      email: user.email,
      password: 'another password',
      ipAddress: address(),
    });
    const wrongName = await authenticate({ email: email(), password, ipAddress: address() });
    expect(wrongPassword).toEqual({ ok: false, problem: 'wrong_credentials' });
    expect(wrongName).toEqual(wrongPassword);
    expect(
      JSON.stringify(await authenticate({ email: user.email, password, ipAddress: address() })),
    ).not.toContain('argon2');
  });

  test('a name nobody has takes as long as a wrong password', async () => {
    const user = await registered();
    const time = async (who: string) => {
      const begin = performance.now();
      await authenticate({ email: who, password: 'wrong wrong wrong', ipAddress: address() });
      return performance.now() - begin;
    };
    await time(email());
    const middle = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let round = 0; round < 7; round += 1) {
      known.push(await time(user.email));
      unknown.push(await time(email()));
    }
    expect(middle(unknown)).toBeGreaterThan(middle(known) / 3);
  });

  test('after ten wrong tries an account waits, even with the right password; others do not', async () => {
    const [user, other] = [await registered(), await registered()];
    const tries = await Promise.all(
      Array.from({ length: 11 }, () =>
        authenticate({ email: user.email, password: 'wrong wrong wrong', ipAddress: address() }),
      ),
    );
    expect(tries.filter((answer) => !answer.ok && answer.problem === 'too_many_tries')).toHaveLength(1);
    expect(await authenticate({ email: user.email, password, ipAddress: address() })).toEqual({
      ok: false,
      problem: 'too_many_tries',
    });
    expect((await authenticate({ email: other.email, password, ipAddress: address() })).ok).toBe(true);
  });

  test('an e-mail has one account, a password twelve characters, an address ten registrations', async () => {
    const user = await registered();
    const same = { name: 'M', email: user.email.toUpperCase(), password, ipAddress: address() };
    expect(await register(same)).toEqual({ ok: false, problem: 'email_taken' });
    expect(await register({ ...same, email: email(), password: 'short' })).toEqual({
      ok: false,
      problem: 'weak_password',
    });
    expect(await register({ ...same, email: email(), password: 'x'.repeat(129) })).toEqual({
      ok: false,
      problem: 'weak_password',
    });
    const ipAddress = address();
    for (let count = 0; count < 10; count += 1) await register({ ...same, ipAddress });
    expect(await register({ ...same, email: email(), ipAddress })).toEqual({
      ok: false,
      problem: 'too_many_tries',
    });
    expect((await db.user.findUniqueOrThrow({ where: { email: user.email } })).passwordHash).toMatch(
      /^\$argon2id\$/,
    );
  });
});

describe('the session', () => {
  test('makes the viewer a buyer, brings the cart, and is a cookie no script reads', async () => {
    const user = await registered();
    const cartId = await cartWith(await product());
    await keepCartId(cartId);
    await openAuthSession(user);
    expect(await viewer()).toMatchObject({ kind: 'buyer', userId: user.id, name: 'Lucía' });
    expect(browser.set).toContainEqual(
      expect.objectContaining({
        name: 'next-auth.session-token',
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
        secure: false,
      }),
    );
    expect((await db.cart.findUnique({ where: { id: cartId } }))?.userId).toBe(user.id);

    await keepAccessKey('k'.repeat(32));
    await closeAuthSession();
    expect(await viewer()).toEqual({ kind: 'guest', accessKeys: [] });
    expect(await readCartId()).toBeNull();
    expect((await findCart(cartId))?.lines).toHaveLength(1);
  });

  test('revoked everywhere, a copied cookie is a guest', async () => {
    const user = await registered();
    await openAuthSession(user);
    const stolen = browser.jar.get('next-auth.session-token') ?? '';
    await closeAuthSession({ everywhere: true });
    browser.jar.set('next-auth.session-token', stolen);
    expect((await viewer()).kind).toBe('guest');
  });

  test.each(['', 'nonsense', 'a.b.c.d.e'])('a cookie of %j is a guest', async (cookie) => {
    browser.jar.set('next-auth.session-token', cookie);
    expect((await viewer()).kind).toBe('guest');
  });

  test('an operator who signs out by next-auth’s own route leaves no cookie that opens anything', async () => {
    const user = await registered();
    await writeTx((tx) => tx.user.update({ where: { id: user.id }, data: { role: 'OPERATOR' } }));
    await openAuthSession({ ...user, role: 'OPERATOR' });
    expect((await viewer()).kind).toBe('operator');
    const token = await decode({
      token: browser.jar.get('next-auth.session-token') ?? '',
      secret: process.env.AUTH_SECRET ?? '',
    });
    if (!token) throw new Error('The cookie cannot be read.');
    await authOptions.events?.signOut?.({ token, session: { expires: '' } });
    expect((await viewer()).kind).toBe('guest');
  });

  test('an operator is one because the database says so', async () => {
    const user = await registered();
    await openAuthSession({ ...user, role: 'OPERATOR' });
    expect((await viewer()).kind).toBe('buyer');
    await writeTx((tx) => tx.user.update({ where: { id: user.id }, data: { role: 'OPERATOR' } }));
    expect((await viewer()).kind).toBe('operator');
  });

  test('the keys of guest orders are kept newest first, once each, at most twenty', async () => {
    const keys = Array.from({ length: 25 }, (_, index) => String(index).padStart(32, 'k'));
    for (const key of [...keys, ...keys.slice(-2)]) await keepAccessKey(key);
    expect(await readAccessKeys()).toEqual([keys[24], keys[23], ...keys.slice(5, 23).reverse()]);
    browser.jar.set('orders', 'short.<script>.' + keys[0]);
    expect(await readAccessKeys()).toEqual([keys[0]]);
  });

  test('the address behind a proxy is the one the proxy saw', async () => {
    browser.sent.set('x-forwarded-for', '6.6.6.6, ::ffff:190.1.2.3');
    expect((await visitor()).ipAddress).toBe('190.1.2.3');
  });
});

describe('an action', () => {
  const ran: unknown[] = [];
  const define = (policy: 'anyone' | 'buyer' | 'operator') =>
    action({
      input: z.strictObject({
        quantity: z.coerce.number().int('invalid_quantity').max(20, 'invalid_quantity'),
        note: z.string().max(5),
        password: z.string().optional(),
      }),
      policy,
      run: async (context) => {
        ran.push(context);
        if (context.input.note === 'no')
          return { ok: false, problem: 'out_of_stock', fields: { quantity: 'out_of_stock' } };
        if (context.input.note === 'bug') throw new Error('bug');
      },
    });
  const form = (values: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries({ quantity: '2', note: 'hi', locale: 'en', ...values }))
      data.append(name, value);
    return data;
  };
  beforeEach(() => ran.splice(0));

  test('runs with what it understood, and drops what React added', async () => {
    expect(await define('anyone')(emptyForm, form({ $ACTION_ID_1: 'x', $ACTION_REF_1: '' }))).toEqual({
      ok: true,
      problem: null,
      fields: {},
      values: {},
    });
    expect(ran).toEqual([
      { input: { quantity: 2, note: 'hi' }, viewer: { kind: 'guest', accessKeys: [] }, locale: 'en' },
    ]);
  });

  test.each([
    ['no origin', { origin: undefined }],
    ['a null origin', { origin: 'null' }],
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['an origin that begins like ours', { origin: 'http://localhost:3000.evil.example' }],
    ['another site of ours', { 'sec-fetch-site': 'same-site' }],
    ['a foreign page', { 'sec-fetch-site': 'cross-site' }],
  ])('refuses %s, and host headers change nothing', async (_what, sent) => {
    browser.sent.set('host', 'evil.example');
    browser.sent.set('x-forwarded-host', 'evil.example');
    for (const [name, value] of Object.entries(sent)) {
      if (value === undefined) browser.sent.delete(name);
      else browser.sent.set(name, value);
    }
    expect(await define('anyone')(emptyForm, form({}))).toMatchObject({
      ok: false,
      problem: 'foreign_origin',
    });
    expect(ran).toEqual([]);
  });

  test('names every wrong field, loses nothing typed but the password', async () => {
    expect(
      await define('anyone')(emptyForm, form({ quantity: '1.5', note: 'too long', password: 'canary' })),
    ).toEqual({
      ok: false,
      problem: 'invalid_form',
      fields: { quantity: 'invalid_quantity', note: 'too_long' },
      values: { quantity: '1.5', note: 'too long', locale: 'en' },
    });
    const incomplete = form({});
    incomplete.delete('note');
    expect(await define('anyone')(emptyForm, incomplete)).toMatchObject({
      problem: 'invalid_form',
      fields: { note: 'required' },
    });
    expect(ran).toEqual([]);
  });

  test('refuses unknown fields, doubled fields, files and unknown languages', async () => {
    const doubled = form({});
    doubled.append('quantity', '3');
    const file = form({});
    file.append('file', new Blob(['x']), 'x.txt');
    for (const bad of [form({ price: '1' }), doubled, file, form({ locale: 'xx' })]) {
      expect(await define('anyone')(emptyForm, bad)).toMatchObject({ ok: false, problem: 'unknown_field' });
    }
    expect(ran).toEqual([]);
  });

  test('asks who it is before it reads the answers', async () => {
    const wrong = form({ quantity: 'x' });
    expect(await define('buyer')(emptyForm, wrong)).toMatchObject({
      problem: 'sign_in_required',
      fields: {},
    });
    await openAuthSession(await registered());
    expect(await define('operator')(emptyForm, wrong)).toMatchObject({ problem: 'not_allowed', fields: {} });
    expect(await define('buyer')(emptyForm, form({}))).toMatchObject({ ok: true });
  });

  test('passes on what run says, and a bug is said as ours', async () => {
    expect(await define('anyone')(emptyForm, form({ note: 'no' }))).toMatchObject({
      problem: 'out_of_stock',
      fields: { quantity: 'out_of_stock' },
      values: { note: 'no' },
    });
    expect(await define('anyone')(emptyForm, form({ note: 'bug' }))).toMatchObject({
      ok: false,
      problem: 'unexpected',
    });
  });
});
