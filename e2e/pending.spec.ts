import { orders } from '@/lib/dictionaries/orders';
import { comeBack, payByPost } from './by-post';
import { expect, test } from './fixtures';

test('a pending card that is approved later turns the waiting page into a receipt', async ({
  page,
  shopper,
  gateway,
}) => {
  const { requestId } = await shopper.goAndPay();
  await shopper.payment.pay('pendingThenApproved', 'pending');
  await shopper.payment.returnToShop();
  await shopper.expectStanding('processing');
  await expect(page.getByRole('link', { name: orders.es.steps.retry })).toHaveCount(0);

  await gateway.approve(requestId);
  await shopper.expectStanding('paid');
  const [reference = ''] = await shopper.references();
  expect((await gateway.ledger(reference)).approved).toEqual({ COP: '62000.00' });
});

test('a pending card that is refused later leaves another try inside the same session', async ({
  page,
  shopper,
  gateway,
}) => {
  const { orderId, requestId, address } = await shopper.haveOpenPayment();
  await payByPost(shopper, address, { card: 'pendingThenRefused' });
  await shopper.openOrder(orderId);
  await shopper.expectStanding('processing');

  await gateway.reject(requestId);
  await shopper.expectStanding('refused_inside');
  await page.getByRole('link', { name: orders.es.steps.continue }).click();
  await shopper.payment.tryAgain();
  await shopper.payment.pay('approved', 'approved');
  await shopper.payment.returnToShop();
  await shopper.expectStanding('paid');
});

test('while a payment is pending nobody can pay the order again', async ({ page, shopper, gateway }) => {
  const { orderId } = await shopper.goAndPay();
  const form = page.url();
  await shopper.payment.pay('pendingThenApproved', 'pending');
  await page.goto(form);
  await shopper.payment.expectOutcome('pending');
  await expect(shopper.payment.payButton).toHaveCount(0);

  await shopper.payment.returnToShop();
  await shopper.expectStanding('processing');
  await shopper.open(`/checkout/${orderId}`);
  await expect(shopper.payButton).toHaveCount(0);
  await shopper.openOrder(orderId);
  const references = await shopper.references();
  expect(references).toHaveLength(1);
  expect((await gateway.ledger(references[0] ?? '')).transactions).toHaveLength(1);
});

test('the payment page itself hears that the pending card was approved', async ({ shopper, gateway }) => {
  const { requestId, address } = await shopper.haveOpenPayment();
  await shopper.page.goto(await payByPost(shopper, address, { card: 'pendingThenApproved' }));
  await shopper.payment.expectOutcome('pending');
  await gateway.approve(requestId);
  await shopper.payment.expectOutcome('approved');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the waiting page reloads itself until the answer is there', async ({ page, shopper, gateway }) => {
    const { orderId, requestId, address } = await shopper.haveOpenPayment();
    await comeBack(shopper, await payByPost(shopper, address, { card: 'pendingThenApproved' }));
    await shopper.openOrder(orderId);
    await shopper.expectStanding('processing');
    await gateway.approve(requestId);
    await shopper.expectStanding('paid');
    await expect(page.getByRole('button', { name: orders.es.steps.ask })).toHaveCount(0);
  });
});
