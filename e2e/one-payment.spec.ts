import type { Page } from '@playwright/test';
import { checkout } from '@/lib/dictionaries/checkout';
import { orders } from '@/lib/dictionaries/orders';
import { expect, test } from './fixtures';
import type { GatewayControl } from './gateway-control';
import { PaymentPage } from './payment-page';
import type { Shopper } from './shopper';

test('a double click on the pay button opens one session', async ({ shopper, gateway }) => {
  const orderId = await shopper.readyToPay();
  await shopper.payButton.dblclick();
  await shopper.payment.expectForm();
  await expectOneSession({ shopper, gateway, orderId });
});

test('two tabs that pay the same order meet in the same session', async ({ context, shopper, gateway }) => {
  const orderId = await shopper.readyToPay();
  const other = await context.newPage();
  await other.goto(shopper.page.url());
  const button = other.getByRole('button', { name: shopper.payButtonName });
  await Promise.all([shopper.payButton.click(), button.click()]);
  await expect(other).toHaveURL(/\/sandbox\/spa\/session\//);
  await shopper.payment.expectForm();
  expect(addressOf(other)).toBe(addressOf(shopper.page));
  await expectOneSession({ shopper, gateway, orderId });
});

test('the back button leads to the session that is open, and the next order of the cart closes it', async ({
  page,
  shopper,
  gateway,
}) => {
  const orderId = await shopper.readyToPay();
  await shopper.openPayment();
  const first = addressOf(page);
  // Past the choice of how to pay.
  await page.goBack();
  await expect(page.getByRole('link', { name: /^Pago con tarjeta/ })).toBeVisible();
  await page.goBack();
  await shopper.expectStanding('continue');
  await page.getByRole('link', { name: orders.es.steps.continue }).click();
  await shopper.payment.expectForm();
  expect(addressOf(page)).toBe(first);
  await expectOneSession({ shopper, gateway, orderId });
  // The cart is filled and ordered again: what it was before cannot be paid on the old page any more.
  expect(await shopper.haveOrder()).not.toBe(orderId);
  await shopper.openOrder(orderId);
  await shopper.expectStanding('replaced');
  await expect(page.getByText(orders.es.timeline.cartChanged)).toBeVisible();
  // Whoever wants both pays the earlier one on purpose, on a page of its own.
  await page.getByRole('link', { name: orders.es.steps.retry }).click();
  await shopper.openPayment();
  expect(addressOf(page)).not.toBe(first);
});

test('a double click on the button of the buyer’s form places one order', async ({ shopper }) => {
  await shopper.haveAccount();
  await shopper.addToCart();
  await shopper.open('/checkout');
  await shopper.fillDetails();
  await shopper.placeButton.dblclick();
  await shopper.choose();
  await shopper.open('/orders');
  await expect(shopper.orderLinks).toHaveCount(1);
});

test('a double click on the gateway’s pay button is one transaction', async ({ shopper, gateway }) => {
  const { orderId } = await shopper.goAndPay();
  await shopper.payment.fillCard('approved');
  await shopper.payment.payButton.dblclick();
  await shopper.payment.expectOutcome('approved');
  await expectOneTransaction({ shopper, gateway, orderId });
});

test('the same card form sent from two tabs is one transaction', async ({
  context,
  page,
  shopper,
  gateway,
}) => {
  const { orderId } = await shopper.goAndPay();
  const other = new PaymentPage(await context.newPage());
  await other.page.goto(page.url());
  await other.expectForm();
  await shopper.payment.fillCard('approved');
  await other.fillCard('approved');
  await Promise.all([shopper.payment.payButton.click(), other.payButton.click()]);
  await shopper.payment.expectOutcome('approved');
  await other.expectOutcome('approved');
  await expectOneTransaction({ shopper, gateway, orderId });
});

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts });

    test(`going back after paying and sending the form again is no second transaction, ${scripts ? 'with' : 'without'} JavaScript`, async ({
      page,
      shopper,
      gateway,
    }) => {
      const { orderId } = await shopper.goAndPay();
      await shopper.payment.pay('approved', 'approved');
      await page.goBack();
      // With scripts the browser shows the form it kept; without them it asks, and the gateway shows the result.
      if (scripts) {
        await expect(shopper.payment.payButton).toBeVisible();
        await shopper.payment.fillCard('approved');
        await shopper.payment.payButton.click();
      }
      await shopper.payment.expectOutcome('approved');
      await expectOneTransaction({ shopper, gateway, orderId });
    });

    test(`reloading the answer to a payment is no second transaction, ${scripts ? 'with' : 'without'} JavaScript`, async ({
      page,
      shopper,
      gateway,
    }) => {
      const { orderId } = await shopper.goAndPay();
      await shopper.payment.pay('refused', 'refused');
      await page.reload();
      await page.reload();
      await shopper.payment.expectOutcome('refused');
      await expectOneTransaction({ shopper, gateway, orderId });
    });
  });
}

test('coming back from the gateway by the back button still leads to a right page', async ({
  page,
  shopper,
}) => {
  await shopper.goAndPay();
  await shopper.payment.pay('approved', 'approved');
  await shopper.payment.returnToShop();
  await shopper.expectStanding('paid');
  await page.goBack();
  await shopper.payment.expectOutcome('approved');
  await page.goForward();
  await shopper.expectStanding('paid');
});

test('a paid order cannot be paid again from an old tab', async ({ page, shopper, gateway }) => {
  const orderId = await shopper.readyToPay();
  const old = page;
  await shopper.payOrder(orderId);

  await old.getByRole('button', { name: shopper.payButtonName }).click();
  await expect(old.getByText(checkout.es.problems.already_paid.title)).toBeVisible();
  await expectOneSession({ shopper, gateway, orderId });
});

type Books = { shopper: Shopper; gateway: GatewayControl; orderId: string };

async function expectOneSession({ shopper, gateway, orderId }: Books) {
  const references = await shopper.referencesOf(orderId);
  expect(references).toHaveLength(1);
  expect((await gateway.ledger(references[0] ?? '')).sessions).toHaveLength(1);
}

async function expectOneTransaction({ shopper, gateway, orderId }: Books) {
  const [reference = ''] = await shopper.referencesOf(orderId);
  expect((await gateway.ledger(reference)).transactions).toHaveLength(1);
}

/** Which session's page this is, whatever step of it is shown. */
function addressOf(page: Page): string {
  return page.url().split('?')[0] ?? '';
}
