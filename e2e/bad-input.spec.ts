import type { APIResponse } from '@playwright/test';
import { account } from '@/lib/dictionaries/account';
import { cart } from '@/lib/dictionaries/cart';
import { checkout } from '@/lib/dictionaries/checkout';
import { orders } from '@/lib/dictionaries/orders';
import { problems } from '@/lib/dictionaries/problems';
import { shop } from '@/lib/dictionaries/shop';
import { expect, test } from './fixtures';
import { expectRefused, post, readForm, unescaped, type Form } from './forms';
import { cards } from './cards';
import type { Shopper } from './shopper';

const long = 'x'.repeat(3000);

test('the cart takes no wrong quantity, unknown product, unknown field or price', async ({ shopper }) => {
  const form = await readForm(shopper, '/products/cafe-narino', 'productSlug');
  const wrong: readonly Record<string, string>[] = [
    ...['-1', '0', '21', '1.5', '1e1', '0x5', ' ', '', 'NaN', 'dos', '٣', long].map((quantity) => ({
      quantity,
    })),
    ...['nothing-of-ours', '../../etc', "'; DROP TABLE", long].map((productSlug) => ({ productSlug })),
    { price: '1' },
    { unitMinor: '1' },
    { total: '0' },
    { locale: 'de' },
    { __proto__x: '1' },
    { cartId: 'AAAAAAAAAAAAAAAAAAAAAA' },
  ];
  for (const set of wrong) {
    await expectRefused(await post(shopper, form, { set: { quantity: '1', ...set } }));
    await expectEmptyCart(shopper, JSON.stringify(set).slice(0, 60));
  }
});

test('an unknown field refuses the whole form, in words', async ({ shopper }) => {
  const form = await readForm(shopper, '/sign-in', 'password');
  const answers = { email: 'a@b.example', password: 'una clave cualquiera' };
  await expectRefused(
    await post(shopper, form, { set: { ...answers, role: 'OPERATOR' } }),
    problems.es.unknown_field,
  );
});

test('forms of other sites are refused by every action of the shop', async ({ shopper }) => {
  await shopper.haveAccount();
  const orderId = await shopper.haveOrder();
  await shopper.haveInCart();
  const forms: readonly (readonly [name: string, form: Form, set: Record<string, string>])[] = [
    ['add to cart', await readForm(shopper, '/products/cafe-narino', 'productSlug'), { quantity: '1' }],
    ['change quantity', await readForm(shopper, '/cart', 'productSlug'), { quantity: '0' }],
    ['place order', await readForm(shopper, '/checkout', 'checkoutKey'), {}],
    ['pay', await readForm(shopper, `/checkout/${orderId}/basic`, 'attemptKey'), {}],
    ['sign out', await readForm(shopper, '/sign-in', account.es.signOut), {}],
  ];
  for (const [name, form, set] of forms) {
    for (const origin of ['https://evil.example', 'null', null, `${shopper.store}.evil.example`]) {
      const answer = await post(shopper, form, { set, origin });
      // Without an Origin it may be a browser of ours whose privacy hides it: the form is told so in words.
      expect.soft(answer.status(), `${name} from ${origin}`).toBe(origin === null ? 200 : 403);
      expect.soft(answer.headers().location, `${name} from ${origin}`).toBeUndefined();
    }
    const crossSite = await post(shopper, form, { set, headers: { 'sec-fetch-site': 'cross-site' } });
    expect.soft(crossSite.headers().location, `${name} across sites`).toBeUndefined();
  }
  await shopper.open('/cart');
  await expect(
    shopper.page.getByRole('list', { name: cart.es.linesLabel }).getByRole('listitem'),
  ).toHaveCount(1);
  await shopper.openOrder(orderId);
  await shopper.expectStanding('unpaid');
});

test('addresses that hold a NUL, and forms that are too large, are refused as such', async ({ shopper }) => {
  const { request } = shopper.page.context();
  for (const path of [
    '/orders/a%00b/support',
    '/memberships/join/a%00',
    '/wallet?from=a%00',
    '/operator?q=%00',
  ])
    expect.soft((await request.get(shopper.at(path))).status(), path).toBe(400);
  await shopper.haveInCart();
  const form = await readForm(shopper, '/checkout', 'checkoutKey');
  const large = await post(shopper, form, { set: { street: 'x'.repeat(1_100_000) } });
  expect(large.status()).toBe(413);
});

test('a NUL in a form is as if nobody had typed it', async ({ shopper }) => {
  await shopper.haveInCart();
  const form = await readForm(shopper, '/checkout', 'checkoutKey');
  const placed = await post(shopper, form, { set: { ...shopper.person, street: 'Calle 1\0 # 2' } });
  expect(placed.status()).toBe(303);
});

test('by another name of this machine one is led to the shop’s own', async ({ shopper }) => {
  const { port } = new URL(shopper.store);
  await shopper.page.goto(`http://127.0.0.1:${port}/es/cart?x=1&y=2`);
  await shopper.page.waitForURL(`${shopper.store}/es/cart?x=1&y=2`);
});

test('a foreign form is told so in words', async ({ shopper }) => {
  const form = await readForm(shopper, '/sign-in', 'password');
  const answer = await post(shopper, form, {
    origin: null,
    set: { email: 'a@b.example', password: 'una clave cualquiera' },
  });
  await expectRefused(answer, problems.es.foreign_origin);
});

type Case = readonly [field: string, value: string, problem: keyof typeof problems.es];

const buyerCases: readonly Case[] = [
  ['name', '', 'required'],
  ['name', 'x'.repeat(61), 'too_long'],
  ['name', `Ana ${cards.approved}`, 'looks_like_card'],
  ['street', cards.approved.replace(/(.{4})/g, '$1 '), 'looks_like_card'],
  ['surname', '', 'required'],
  ['email', 'no-es-un-correo', 'invalid_email'],
  ['email', `${'a'.repeat(80)}@correo.example`, 'too_long'],
  ['phone', 'llámame', 'invalid_phone'],
  ['document', '0123', 'invalid_document'],
  ['document', '12', 'invalid_document'],
  ['document', 'x'.repeat(26), 'too_long'],
  ['street', 'x'.repeat(129), 'too_long'],
  ['city', '', 'required'],
];

test('each wrong answer of the buyer’s form is named in words, nothing typed is lost, no order is placed', async ({
  page,
  shopper,
}) => {
  await shopper.haveInCart();
  await shopper.open('/checkout');
  await shopper.fillDetails();
  shopper.watch.mayRepeat(shopper.person.document);
  shopper.watch.mayRepeat(cards.approved);
  const field = (name: string) =>
    page.getByRole('textbox', { name: new RegExp(`^${checkout.es.fields[name as 'name']}`) });
  for (const [name, value, problem] of buyerCases) {
    const right = await field(name).inputValue();
    await field(name).fill(value);
    await shopper.placeButton.click();
    await expect(field(name), `${name}: ${value.slice(0, 30)}`).toHaveAttribute('aria-invalid', 'true');
    await expect(field(name)).toHaveAccessibleDescription(new RegExp(escaped(problems.es[problem])));
    await expect(field(name)).toHaveValue(value);
    await expect(field('email')).not.toHaveValue('');
    await field(name).fill(right);
  }
  await shopper.open('/orders');
  await expect(page.getByText(orders.es.none)).toBeVisible();
});

test('the buyer’s form takes no price, no total, no other’s key and no unknown field', async ({
  shopper,
}) => {
  await shopper.haveInCart();
  const form = await readForm(shopper, '/checkout', 'checkoutKey');
  shopper.watch.mayRepeat(shopper.person.document);
  const answers = { ...shopper.person, documentType: 'CC', country: 'CO', state: '', postalCode: '' };
  const wrong: readonly Record<string, string>[] = [
    { total: '1' },
    { price: '1' },
    { amount: '1' },
    { userId: 'demo-buyer' },
    { cartId: 'AAAAAAAAAAAAAAAAAAAAAA' },
    { status: 'PAID' },
    { checkoutKey: '' },
    { checkoutKey: long },
    { country: 'XX' },
    { documentType: 'XX' },
    { documentType: 'CI' },
    { name: long },
  ];
  for (const set of wrong) {
    const answer = await post(shopper, form, { set: { ...answers, ...set } });
    await expectRefused(answer);
  }
  await shopper.open('/orders');
  await expect(shopper.page.getByText(orders.es.none)).toBeVisible();
});

test('the pay form takes no amount, no unknown flow and no key of its own making', async ({
  shopper,
  gateway,
}) => {
  const orderId = await shopper.haveOrder();
  const form = await readForm(shopper, `/checkout/${orderId}/basic`, 'attemptKey');
  const wrong: readonly Record<string, string>[] = [
    { amount: '1' },
    { total: '1' },
    { currency: 'USD' },
    { flow: 'free' },
    { flow: '__proto__' },
    { flow: long },
    { attemptKey: 'short' },
    { attemptKey: long },
    { orderId: 'nobody' },
    { orderId: long },
    { processUrl: 'https://evil.example/' },
    { returnUrl: 'https://evil.example/' },
  ];
  for (const set of wrong) {
    const answer = await post(shopper, form, { set });
    expect.soft(answer.status(), JSON.stringify(set).slice(0, 60)).toBeLessThan(500);
    expect.soft(answer.headers().location, JSON.stringify(set).slice(0, 60)).toBeUndefined();
  }
  await shopper.openOrder(orderId);
  await shopper.expectStanding('unpaid');
  await shopper.payOrder(orderId);
  const [reference = ''] = await shopper.referencesOf(orderId);
  expect((await gateway.ledger(reference)).approved).toEqual({ COP: '62000.00' });
});

test('addresses with nonsense in them are plain 4xx', async ({ place, request }) => {
  const paths = [
    '/es/products/nothing-of-ours',
    '/es/products/%00',
    '/es/categories/weapons',
    '/es/orders/%F0%9F%92%B8',
    `/es/orders/${long}`,
    '/es/checkout/nobody',
    '/es/checkout/nobody/basic',
    '/es/orders/nobody/open/nothing',
    '/de',
    '/es/%E0%A4%A',
    '/api/stock',
    '/api/stock?slug=',
    `/api/stock?slug=${long}`,
    '/api/nothing',
    '/api/placetopay/notification',
    '/products/cafe-narino',
  ];
  for (const path of paths) {
    const answer = await request.get(`${place.store}${path}`);
    expect.soft(answer.status(), path.slice(0, 60)).toBeGreaterThanOrEqual(400);
    expect.soft(answer.status(), path.slice(0, 60)).toBeLessThan(500);
  }
  for (const id of ['0', '-1', '1.5', 'x', '99999999999999999999']) {
    const answer = await request.get(`${place.gateway}/sandbox/spa/session/${id}/${'0'.repeat(32)}`);
    expect.soft(answer.status(), `payment page ${id}`).toBe(404);
  }
});

test('methods nobody offers are refused', async ({ place, request }) => {
  const calls: readonly (readonly [string, string])[] = [
    ['PUT', '/api/placetopay/notification'],
    ['DELETE', '/api/placetopay/notification'],
    ['POST', '/api/visitor'],
    ['POST', '/api/health'],
    ['POST', '/api/stock'],
  ];
  for (const [method, path] of calls) {
    const answer = await request.fetch(`${place.store}${path}`, { method });
    expect.soft(answer.status(), `${method} ${path}`).toBeGreaterThanOrEqual(400);
    expect.soft(answer.status(), `${method} ${path}`).toBeLessThan(500);
  }
});

test('actions that do not exist are refused', async ({ shopper }) => {
  const url = shopper.at('/cart');
  for (const id of ['0'.repeat(42), '../x', long]) {
    const answer = await shopper.page.context().request.post(url, {
      headers: { 'next-action': id, origin: shopper.store, 'content-type': 'text/plain;charset=UTF-8' },
      data: '[]',
    });
    expect.soft(answer.status(), id.slice(0, 20)).toBeGreaterThanOrEqual(400);
    expect.soft(answer.status(), id.slice(0, 20)).toBeLessThan(500);
  }
});

test('wrong cookies are no cookies', async ({ context, page, shopper }) => {
  for (const value of ['', 'x', long, 'A'.repeat(22), '%00', '{"id":1}']) {
    const { hostname } = new URL(shopper.store);
    await context.clearCookies();
    await context.addCookies(
      ['cart', 'orders', 'next-auth.session-token'].map((name) => ({
        ...{ name, value: encodeURIComponent(value), domain: hostname, path: '/' },
      })),
    );
    for (const path of ['/cart', '/orders', '/sign-in', '/checkout']) {
      const answer = await shopper.open(path);
      expect.soft(answer?.status(), `${path} with ${value.slice(0, 20)}`).toBe(200);
    }
  }
  await shopper.open('/cart');
  await expect(shopper.heading(cart.es.emptyTitle)).toBeVisible();
  await expect(page.getByText(shop.es.tagline).or(page.getByRole('banner')).first()).toBeVisible();
});

test('the payment page names what is wrong with a card, and charges nothing', async ({
  page,
  shopper,
  gateway,
}) => {
  const { orderId } = await shopper.goAndPay();
  const number = page.getByLabel('Número de la tarjeta');
  const wrong: readonly (readonly [number: string, expiry: string, cvv: string])[] = [
    ['', '', ''],
    ['4111 1111 1111 1112', '12/30', '8264'],
    ['no es un número', '12/30', '8264'],
    [cards.approved, '13/30', '8264'],
    [cards.approved, '12/20', '8264'],
    [cards.approved, '12/30', 'abc'],
    [cards.approved, '12/30', '12345'],
    ['9'.repeat(200), '12/30', '8264'],
  ];
  for (const [typed, expiry, code] of wrong) {
    await number.fill(typed);
    await page.getByLabel('Vencimiento').fill(expiry);
    await page.getByLabel('CVV', { exact: true }).fill(code);
    await shopper.payment.payButton.click();
    await expect(page.getByRole('alert').filter({ hasText: /Revisa/ })).toBeVisible();
    await expect(page.getByLabel('CVV', { exact: true })).toHaveValue('');
  }
  const [reference = ''] = await shopper.referencesOf(orderId);
  expect((await gateway.ledger(reference)).transactions).toEqual([]);
});

async function expectEmptyCart(shopper: Shopper, after: string): Promise<void> {
  const answer: APIResponse = await shopper.page.context().request.get(`${shopper.store}/api/visitor`);
  expect(await answer.json(), after).toEqual({ name: null, cartCount: 0 });
}

function escaped(text: string): string {
  return unescaped(text).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
