import type { Page } from '@playwright/test';
import { lightbox } from '@/lib/dictionaries/lightbox';
import { cards, cvv } from './cards';
import { clickAway } from './click-away';
import { expect, test } from './fixtures';
import type { Shopper } from './shopper';

/** Paying in a window above the shop, by PlacetoPay's npm package. What the window says is never believed. */

async function openWindow(shopper: Shopper) {
  const orderId = await shopper.readyToPay();
  await shopper.page.getByRole('radio', { name: lightbox[shopper.locale].opening.lightbox }).check();
  const arriving = shopper.page.waitForResponse((response) =>
    response.url().endsWith(`/checkout/lightbox/${orderId}`),
  );
  await shopper.payButton.click();
  const policy = (await (await arriving).allHeaders())['content-security-policy'] ?? '';
  return { orderId, policy, frame: shopper.page.frameLocator('#placetopay_lightbox') };
}

/** What any window may send to the page that listens: it is no proof of anything. */
async function pretend(page: Page) {
  await page.evaluate(() => {
    const payload = { requestId: 1, status: { status: 'APPROVED', reason: '00', message: 'Aprobada' } };
    window.postMessage({ type: 'close', payload }, '*');
  });
}

test('a payment in the window above the shop ends at the order, and only that page may frame the gateway', async ({
  page,
  shopper,
  place,
  gateway,
}) => {
  const { orderId, policy, frame } = await openWindow(shopper);
  expect(policy).toContain(`frame-src ${place.gateway}`);
  await expect(page.getByRole('dialog', { name: lightbox.es.frame })).toBeVisible();
  await frame.getByRole('link', { name: /^Pago con tarjeta/ }).click();
  await frame.getByLabel('Número de la tarjeta').fill(cards.approved);
  await frame.getByLabel('Vencimiento').fill('12/30');
  await frame.getByLabel('CVV', { exact: true }).fill(cvv);
  await frame.getByRole('button', { name: /^Pagar / }).click();
  const order = page.waitForResponse((response) => response.url().endsWith(`/orders/${orderId}`));
  await clickAway(frame.getByRole('link', { name: 'Volver al comercio' }), shopper.expectStanding('paid'));
  expect((await (await order).allHeaders())['content-security-policy']).toContain("frame-src 'none'");
  const [reference = ''] = await shopper.references();
  expect((await gateway.ledger(reference)).approved).toEqual({ COP: '62000.00' });
});

test('who chooses the window before the scripts of the page run still gets it', async ({ page, shopper }) => {
  const orderId = await shopper.readyToPay();
  const scripts = /\/_next\/static\/chunks\//;
  await page.route(scripts, (route) => route.abort());
  await page.reload();
  await page.getByRole('radio', { name: lightbox.es.opening.lightbox }).check();
  await page.unroute(scripts);
  await shopper.payButton.click();
  await expect(page).toHaveURL(new RegExp(`/checkout/lightbox/${orderId}$`));
  await expect(page.getByRole('dialog', { name: lightbox.es.frame })).toBeVisible();
});

test.describe('in English', () => {
  test.use({ language: 'en' });

  test('who closes the window, or hears that all is paid, reads what the gateway says', async ({
    page,
    shopper,
  }) => {
    const { orderId, frame } = await openWindow(shopper);
    await expect(frame.getByRole('link', { name: /^Pay by card/ })).toBeVisible();
    await pretend(page);
    await shopper.expectStanding('continue');
    await shopper.open(`/checkout/lightbox/${orderId}`);
    await expect(frame.getByRole('link', { name: /^Pay by card/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await shopper.expectStanding('continue');
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('there is no window to choose, and its address leads to the payment page', async ({
    page,
    shopper,
  }) => {
    const orderId = await shopper.readyToPay();
    await expect(page.getByRole('radio')).toHaveCount(0);
    await shopper.openPayment();
    await shopper.open(`/checkout/lightbox/${orderId}`);
    await shopper.payment.expectForm();
  });
});
