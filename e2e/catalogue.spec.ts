import { cart } from '@/lib/dictionaries/cart';
import { checkout } from '@/lib/dictionaries/checkout';
import { orders } from '@/lib/dictionaries/orders';
import { problems } from '@/lib/dictionaries/problems';
import { shop } from '@/lib/dictionaries/shop';
import { basic } from '@/lib/flows/basic';
import { openedByPost } from './by-post';
import { expect, test, testAlone } from './fixtures';
import { ask } from './operators';
import type { Place } from './servers';
import type { Shopper } from './shopper';

test('a search finds words whatever the accents and capitals', async ({ page, shopper }) => {
  await shopper.open('');
  await page.getByRole('searchbox', { name: shop.es.searchLabel }).fill('NARIÑO cafe');
  await page.getByRole('search').getByRole('button').click();
  await expect(page.getByRole('status').filter({ hasText: '1 resultado' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: /Café de Nariño/ })).toBeVisible();
});

test('a search that finds nothing says so and offers the shelves', async ({ page, shopper }) => {
  await shopper.open('/search?q=helicóptero');
  await expect(page.getByText(shop.es.searchNothing('helicóptero'))).toBeVisible();
  const shelves = page.getByRole('navigation', { name: shop.es.filterLabel });
  await expect(shelves.getByRole('link')).not.toHaveCount(0);
  await expect(shelves.locator('[aria-current]'), 'none of them is this page').toHaveCount(0);
});

test('the header asks who is here once, and again when the page comes back as it was left', async ({
  page,
  shopper,
}) => {
  let asked = 0;
  page.on('request', (request) => (asked += request.url().endsWith('/api/visitor') ? 1 : 0));
  await shopper.open('');
  await expect.poll(() => asked).toBe(1);
  const show = (persisted: boolean) =>
    page.evaluate((how) => dispatchEvent(new PageTransitionEvent('pageshow', how)), { persisted });
  await show(false);
  await show(true);
  await expect.poll(() => asked).toBe(2);
});

test('a picture is kept for an hour, and what is no picture is not', async ({ page, shopper }) => {
  await shopper.open('/products/ruana-boyaca');
  const picture = page.getByRole('main').getByRole('img').first();
  const address = (await picture.getAttribute('src')) ?? '';
  for (const path of [address, '/ladera.svg', '/ridge.svg']) {
    const answer = await page.request.get(`${shopper.store}${path}`);
    expect(answer.status(), path).toBe(200);
    expect(answer.headers()['cache-control'], path).toBe(
      'public, max-age=3600, stale-while-revalidate=86400',
    );
  }
  const missing = await page.request.get(`${shopper.store}/products/none.svg`);
  expect(missing.status()).toBe(404);
  expect(missing.headers()['cache-control']).not.toContain('max-age=3600');
});

test('what is searched is text and nothing else', async ({ page, shopper }) => {
  const text = '<img src=x onerror=alert(1)>';
  await shopper.open(`/search?q=${encodeURIComponent(text)}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(text);
  await shopper.open(`/search?q=${'a'.repeat(5000)}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a category shows its own things and no others', async ({ page, shopper }) => {
  await shopper.open('');
  await page
    .getByRole('navigation', { name: shop.es.categoriesLabel })
    .getByRole('link', { name: shop.es.categories.travel.name })
    .click();
  await expect(shopper.heading(shop.es.categories.travel.name).first()).toBeVisible();
  await expect(
    page
      .getByRole('main')
      .getByRole('link', { name: /Cartagena/ })
      .first(),
  ).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: /Café de Nariño/ })).toHaveCount(0);
});

for (const [from, to] of [
  ['/es/products/ruana-boyaca', '/en/products/ruana-boyaca'],
  ['/es/search?q=lana', '/en/search?q=lana'],
  ['/en/categories/memberships', '/es/categories/memberships'],
  ['/es/cart', '/en/cart'],
] as const) {
  test(`the other language of ${from} is ${to}`, async ({ page, place }) => {
    await page.goto(`${place.store}${from}`);
    const name = from.startsWith('/es') ? shop.es.otherLanguage : shop.en.otherLanguage;
    await page.getByRole('link', { name, exact: true }).click();
    await expect(page).toHaveURL(`${place.store}${to}`);
    await expect(page.locator('html')).toHaveAttribute('lang', to.slice(1, 3));
  });
}

test('the bare address speaks the language of the browser', async ({ browser, place }) => {
  for (const [locale, path] of [
    ['en-GB', '/en'],
    ['es-CO', '/es'],
    ['de-DE', '/es'],
  ] as const) {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    await page.goto(place.store);
    await expect(page).toHaveURL(`${place.store}${path}`);
    await context.close();
  }
});

test('the cart counts, changes and empties', async ({ page, shopper }) => {
  const name = 'Café de Nariño';
  await shopper.addToCart('cafe-narino', 2);
  await shopper.open('/cart');
  const quantity = page.getByRole('textbox', { name: cart.es.quantityOf(name) });
  await expect(quantity).toHaveValue('2');
  await page.getByRole('button', { name: cart.es.oneMore(name) }).click();
  await expect(quantity).toHaveValue('3');
  await expect(summary(shopper)).toContainText(/144\.000/);
  await shopper.expectCartCount(3);
  await page.getByRole('button', { name: cart.es.oneLess(name) }).click();
  await expect(summary(shopper)).toContainText(/96\.000/);
  await shopper.expectCartCount(2);
  await page.reload();
  await expect(quantity).toHaveValue('2');
  // The header hears of the cart after the page; only from then on does its silence mean an empty one.
  await shopper.expectCartCount(2);
  await page.getByRole('button', { name: cart.es.removeName(name) }).click();
  await expect(shopper.heading(cart.es.emptyTitle)).toBeVisible();
  await shopper.expectCartCount(0);
  await page.reload();
  await expect(shopper.heading(cart.es.emptyTitle)).toBeVisible();
});

test('what is no quantity is refused in words, and nothing is added', async ({ page, shopper }) => {
  // What no keyboard gets into a number field is posted in bad-input.spec.
  for (const wrong of ['0', '1.5', '21', '']) {
    await shopper.open('/products/cafe-narino');
    await page.getByRole('spinbutton', { name: shop.es.quantity }).fill(wrong);
    await page.getByRole('button', { name: shop.es.addToCart, exact: true }).click();
    await expect(page.getByText(problems.es.invalid_quantity), `"${wrong}"`).toBeVisible();
  }
  await shopper.open('/cart');
  await expect(shopper.heading(cart.es.emptyTitle)).toBeVisible();
});

test('a quantity out of bounds in the cart is refused in words, and the old one stays', async ({
  page,
  shopper,
}) => {
  await shopper.haveInCart('cafe-narino', 2);
  await shopper.open('/cart');
  const quantity = page.getByRole('textbox', { name: cart.es.quantityOf('Café de Nariño') });
  await quantity.fill('21');
  await quantity.press('Enter');
  await expect(page.getByText(problems.es.invalid_quantity).last()).toBeVisible();
  await page.reload();
  await expect(quantity).toHaveValue('2');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the cart changes by ordinary forms', async ({ page, shopper }) => {
    const name = 'Café de Nariño';
    await shopper.addToCart('cafe-narino', 2);
    await shopper.open('/cart');
    await page.getByRole('button', { name: cart.es.oneMore(name) }).click();
    await expect(page.getByRole('textbox', { name: cart.es.quantityOf(name) })).toHaveValue('3');
    await page.getByRole('button', { name: cart.es.removeName(name) }).click();
    await expect(shopper.heading(cart.es.emptyTitle)).toBeVisible();
  });
});

test('what is sold out cannot be put in the cart', async ({ page, shopper }) => {
  await shopper.open('/products/jarra-raquira');
  await expect(page.getByText(shop.es.soldOut)).toBeVisible();
  await page.getByRole('button', { name: shop.es.addToCart, exact: true }).click();
  await expect(page.getByText(problems.es.out_of_stock)).toBeVisible();
});

test('stock is held while a payment is open, and returned when it ends unpaid', async ({
  shopper,
  somebodyElse,
  gateway,
  place,
}) => {
  const slug = 'carro-eje-cafetero';
  await stockUp(place, slug, 5);
  const orderId = await shopper.haveOrder([{ slug, quantity: 5 }]);
  expect(await stockOf(slug)).toBe(5);
  const { requestId } = await openedByPost(shopper, orderId, basic);
  expect(await stockOf(slug)).toBe(0);

  const late = await somebodyElse();
  await late.open(`/products/${slug}`);
  await expect(late.page.getByText(shop.es.soldOut)).toBeVisible();

  await gateway.expire(requestId);
  await shopper.openOrder(orderId);
  await shopper.expectStanding('expired');
  expect(await stockOf(slug)).toBe(5);
  await late.addToCart(slug);

  async function stockOf(wanted: string): Promise<unknown> {
    const response = await fetch(`${place.store}/api/stock?slug=${wanted}`);
    return ((await response.json()) as Record<string, unknown>)[wanted];
  }
});

test('who comes second to the last unit is told so before any payment, and nothing is lost', async ({
  shopper,
  somebodyElse,
  gateway,
  place,
}) => {
  const slug = 'cafe-geisha';
  await stockUp(place, slug, 2);
  const other = await somebodyElse();
  const [mine, theirs] = [
    await shopper.haveOrder([{ slug, quantity: 2 }]),
    await other.haveOrder([{ slug, quantity: 2 }]),
  ];
  await other.open(`/checkout/${theirs}/basic`);
  const { requestId: first } = await openedByPost(shopper, mine, basic);
  await other.payButton.click();
  await expect(other.page.getByText(checkout.es.problems.out_of_stock.title)).toBeVisible();

  await gateway.expire(first);
  await shopper.openOrder(mine);
  await shopper.expectStanding('expired');
  await other.payOrder(theirs);
  await other.openOrder(theirs);
  await other.expectStanding('paid');
  await expect(other.page.getByText(orders.es.standings.paid.badge).first()).toBeVisible();
});

testAlone('the cart survives a restart of the store', async ({ ownServers, page, shopper }) => {
  await shopper.haveInCart('cafe-narino', 3);
  await ownServers.killStore();
  await ownServers.startStore();
  await shopper.open('/cart');
  await expect(page.getByRole('textbox', { name: cart.es.quantityOf('Café de Nariño') })).toHaveValue('3');
});

/** So many of it are left. No other test buys it. */
async function stockUp(place: Place, slug: string, stock: number): Promise<void> {
  await ask(place, 'UPDATE store."Product" SET "stock" = $1 WHERE "slug" = $2', [stock, slug]);
}

function summary(shopper: Shopper) {
  return shopper.page.getByRole('region', { name: cart.es.summary });
}
