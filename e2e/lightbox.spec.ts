import type { FrameLocator, Page } from '@playwright/test';
import { cards, cvv } from './cards';
import { clickAway } from './click-away';
import { expect, test } from './fixtures';
import { createSession, openMerchant, type Merchant } from './merchant';

/** The payment page inside a merchant's page of another origin, by both of PlacetoPay's libraries. */

type Told = {
  name: string;
  payload: { requestId?: number; signature?: string; status?: { status: string } };
};

let merchant: Merchant | undefined;
test.afterEach(() => merchant?.close());

const told = (page: Page) => page.evaluate(() => (window as unknown as { told: Told[] }).told);
const names = async (page: Page) => (await told(page)).map(({ name }) => name);

/** A page that writes down what it is told, with one of the two libraries. */
function shopPage(gateway: string, library: 'P' | 'sdk'): string {
  const script =
    library === 'P'
      ? `<script src="${gateway}/lightbox.min.js"></script>
         <script>
           window.start = (url, options) => { P.init(url, options); P.on('close', (payload) => told.push({ name: 'close', payload })); };
           P.on('response', () => { throw new Error('a handler that fails'); });
           P.on('response', (payload) => told.push({ name: 'response', payload }));
         </script>`
      : `<script type="module">
           import { createLightbox } from '/sdk/index.js';
           const keep = (name) => (payload) => told.push({ name, payload });
           window.start = (url) => createLightbox(url, { callbacks: { response: keep('response'), close: keep('close') } }).open();
         </script>`;
  return `<!doctype html><html lang="en"><title>Shop</title><body><h1>Shop</h1>
    <script>window.told = [];</script>${script}</body></html>`;
}

const lightbox = (page: Page, library: 'P' | 'sdk') =>
  page.frameLocator(library === 'P' ? '#placetopay_overlay iframe' : '#placetopay_lightbox');

async function start(page: Page, processUrl: string, options: object = {}) {
  await page.waitForFunction(() => 'start' in window);
  await page.evaluate(
    ([url, asked]) =>
      (window as unknown as { start: (url: string, options: object) => void }).start(url, asked),
    [processUrl, options] as const,
  );
}

/** The window above the page is taken away. */
const closed = (page: Page) => expect(page.locator('iframe')).toHaveCount(0);

async function payIn(frame: FrameLocator) {
  await frame.getByLabel('Card number').fill(cards.approved);
  await frame.getByLabel('Expiry date').fill('12/30');
  await frame.getByLabel('CVV', { exact: true }).fill(cvv);
  await frame.getByRole('button', { name: /^Pay / }).click();
}

for (const library of ['P', 'sdk'] as const) {
  test(`GW-LIGHTBOX-01 ${library}: the shop hears of the result, and then that the payer goes`, async ({
    page,
    place,
    watch,
  }) => {
    if (library === 'P') watch.expectScriptErrors();
    merchant = await openMerchant(shopPage(place.gateway, library));
    const { requestId, processUrl } = await createSession(place, merchant);
    await page.goto(merchant.origin);
    await start(page, processUrl);
    const frame = lightbox(page, library);
    await payIn(frame);
    await expect(frame.getByRole('heading', { name: 'Transaction approved' })).toBeVisible();
    await expect.poll(() => names(page)).toEqual(['response']);
    await clickAway(frame.getByRole('link', { name: 'Back to the shop' }), closed(page));
    expect(await names(page)).toEqual(['response', 'close']);
    expect(new URL(page.url()).pathname).toBe('/');
    const [response] = await told(page);
    expect(response?.payload).toMatchObject({ requestId, status: { status: 'APPROVED', reason: '00' } });
    expect(response?.payload.signature).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  test(`GW-LIGHTBOX-02 ${library}: with skipResult the page closes by itself`, async ({
    page,
    place,
    watch,
  }) => {
    if (library === 'P') watch.expectScriptErrors();
    merchant = await openMerchant(shopPage(place.gateway, library));
    const { processUrl } = await createSession(place, { ...merchant, skipResult: true });
    await page.goto(merchant.origin);
    await start(page, processUrl);
    await payIn(lightbox(page, library));
    await expect.poll(() => names(page)).toEqual(['response', 'close']);
    await closed(page);
  });

  test(`GW-LIGHTBOX-03 ${library}: who gives up in the lightbox is back in the shop's page`, async ({
    page,
    place,
    watch,
  }) => {
    if (library === 'P') watch.expectScriptErrors();
    merchant = await openMerchant(shopPage(place.gateway, library));
    const { processUrl } = await createSession(place, merchant);
    await page.goto(merchant.origin);
    await start(page, processUrl);
    const frame = lightbox(page, library);
    await frame.getByRole('link', { name: "I don't want to continue" }).click();
    await clickAway(frame.getByRole('button', { name: 'Yes, cancel the payment' }), closed(page));
    expect(await names(page)).toEqual(['response', 'close']);
    expect((await told(page)).map(({ payload }) => payload.status?.status)).toEqual(['REJECTED', 'REJECTED']);
  });
}

test('GW-LIGHTBOX-04 P: the payer may close it, by its button or by Escape, and handlers hear of each', async ({
  page,
  place,
}) => {
  merchant = await openMerchant(shopPage(place.gateway, 'P'));
  const { processUrl } = await createSession(place, merchant);
  await page.goto(merchant.origin);
  await start(page, processUrl, { opacity: 0.3 });
  await expect(page.getByRole('dialog')).toHaveCSS('background-color', 'rgba(0, 0, 0, 0.3)');
  await page.getByRole('button', { name: 'Close the payment page' }).click();
  await expect.poll(() => names(page)).toEqual(['close']);
  await start(page, processUrl);
  await page.keyboard.press('Escape');
  // Each start registers one more handler, and all of them are told.
  await expect.poll(() => names(page)).toEqual(['close', 'close', 'close']);
  await expect(page.locator('iframe')).toHaveCount(0);
});

test.describe('where a browser has no lightbox', () => {
  test.use({
    userAgent:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
  });

  test('GW-LIGHTBOX-05 P: backupTarget self leads there and back by address', async ({ page, place }) => {
    merchant = await openMerchant(shopPage(place.gateway, 'P'));
    const { processUrl } = await createSession(place, merchant);
    await page.goto(merchant.origin);
    await start(page, processUrl).catch(() => undefined);
    await page.waitForURL(processUrl);
    await page.getByLabel('Card number').fill(cards.approved);
    await page.getByLabel('Expiry date').fill('12/30');
    await page.getByLabel('CVV', { exact: true }).fill(cvv);
    await page.getByRole('button', { name: /^Pay / }).click();
    await page.getByRole('link', { name: 'Back to the shop' }).click();
    await expect(page.getByRole('heading', { name: 'Back in the shop' })).toBeVisible();
  });

  test('GW-LIGHTBOX-06 P: backupTarget popup tells the shop as a frame would', async ({ page, place }) => {
    merchant = await openMerchant(
      shopPage(place.gateway, 'P').replace("() => { throw new Error('a handler that fails'); }", '() => {}'),
    );
    const { processUrl } = await createSession(place, merchant);
    await page.goto(merchant.origin);
    const opening = page.waitForEvent('popup');
    await start(page, processUrl, { backupTarget: 'popup' });
    const popup = await opening;
    await popup.getByLabel('Card number').fill(cards.approved);
    await popup.getByLabel('Expiry date').fill('12/30');
    await popup.getByLabel('CVV', { exact: true }).fill(cvv);
    await popup.getByRole('button', { name: /^Pay / }).click();
    await clickAway(popup.getByRole('link', { name: 'Back to the shop' }), popup.waitForEvent('close'));
    await expect.poll(() => names(page)).toEqual(['response', 'close']);
  });

  test('GW-LIGHTBOX-07 a page that frames the payment page by itself is asked to go there', async ({
    page,
    place,
  }) => {
    const { processUrl } = await createSession(place, { origin: 'http://127.0.0.1:1' });
    merchant = await openMerchant(`<!doctype html><html lang="en"><title>Shop</title><script>
      window.told = [];
      addEventListener('message', ({ data }) => data.type && told.push({ name: data.type, payload: data.url }));
      </script><iframe src="${processUrl}"></iframe>`);
    await page.goto(merchant.origin);
    await expect.poll(() => names(page)).toEqual(['placetopay-lightbox:redirect']);
  });
});
