import { orders } from '@/lib/dictionaries/orders';
import { leaveByPost, payByPost, refuseByPost } from './by-post';
import { expect, test } from './fixtures';
import { asMerchantOf, createSession, querySession } from './merchant';

test('a refused card and then a good one pay the same order in the same session', async ({
  shopper,
  gateway,
}) => {
  const { orderId } = await shopper.goAndPay();
  await shopper.payment.pay('refused', 'refused');
  await shopper.payment.tryAgain();
  await shopper.payment.pay('approved', 'approved');
  await shopper.payment.returnToShop();

  await shopper.expectStanding('paid');
  expect(shopper.orderId).toBe(orderId);
  await expect(shopper.attempts).toHaveCount(1);
  await expect(shopper.attempts).toContainText(orders.es.attempts.transactions.REJECTED);
  const [reference = ''] = await shopper.references();
  const ledger = await gateway.ledger(reference);
  expect(ledger.approved).toEqual({ COP: '62000.00' });
  expect(ledger.refused).toEqual({ COP: '62000.00' });
});

test('who leaves after a refusal tries again with a new session of the same order', async ({
  page,
  shopper,
  gateway,
}) => {
  const { orderId, address } = await shopper.haveOpenPayment();
  await payByPost(shopper, address, { card: 'refused' });
  await leaveByPost(shopper, address);
  await shopper.openOrder(orderId);
  await shopper.expectStanding('left');

  await page.getByRole('link', { name: orders.es.steps.retry }).click();
  await shopper.openPayment();
  await shopper.payment.pay('approved', 'approved');
  await shopper.payment.returnToShop();

  await shopper.expectStanding('paid');
  expect(shopper.orderId).toBe(orderId);
  const [second = '', first = ''] = await shopper.references();
  expect(second).not.toBe(first);
  expect((await gateway.ledger(first)).approved).toEqual({});
  expect((await gateway.ledger(second)).approved).toEqual({ COP: '62000.00' });
});

test('a payer who does not want to continue is back at an order that is not paid', async ({
  page,
  shopper,
  gateway,
}) => {
  const { requestId } = await shopper.goAndPay();
  await shopper.payment.leave();
  await shopper.expectStanding('left');
  await expect(page.getByRole('link', { name: orders.es.steps.retry })).toBeVisible();
  const [reference = ''] = await shopper.references();
  expect((await gateway.ledger(reference)).sessions).toMatchObject([
    { requestId, status: 'REJECTED', reason: '?C' },
  ]);
});

test('a payment that expires closes by itself and can be tried again', async ({ page, shopper, gateway }) => {
  const { orderId, requestId } = await shopper.haveOpenPayment();
  await shopper.openOrder(orderId);
  await shopper.expectStanding('continue');

  await gateway.expire(requestId);
  await shopper.expectStanding('expired');

  await page.getByRole('link', { name: orders.es.steps.retry }).click();
  const second = await shopper.openPayment();
  expect(second).not.toBe(requestId);
});

test('the page of an expired payment takes no card', async ({ page, shopper, gateway }) => {
  const { requestId, address } = await shopper.haveOpenPayment();
  await gateway.expire(requestId);
  await page.goto(address);
  await shopper.payment.expectOutcome('unavailable');
});

test('the expired page still open refuses the card that is typed into it', async ({ shopper, gateway }) => {
  const { requestId } = await shopper.goAndPay();
  await shopper.payment.fillCard('approved');
  await gateway.expire(requestId);
  await shopper.payment.payButton.click();
  await shopper.payment.expectOutcome('unavailable');
});

test('a passed 3-D Secure challenge pays', async ({ shopper }) => {
  await shopper.goAndPay();
  await shopper.payment.pay('asksForChallenge', 'challenge');
  await shopper.payment.answer('challenge');
  await shopper.payment.expectOutcome('approved');
  await shopper.payment.returnToShop();
  await shopper.expectStanding('paid');
});

test('a failed 3-D Secure challenge charges nothing and leaves another try', async ({ shopper, gateway }) => {
  const { orderId } = await shopper.goAndPay();
  await shopper.payment.pay('asksForChallenge', 'challenge');
  await shopper.payment.answer('wrong');
  await shopper.payment.expectOutcome('refused');
  await shopper.openOrder(orderId);
  await shopper.page.getByRole('button', { name: orders.es.steps.ask }).click();
  await shopper.expectStanding('refused_inside');
  const [reference = ''] = await shopper.references();
  expect((await gateway.ledger(reference)).approved).toEqual({});
});

test('a card that asks for a one-time code pays with the right one', async ({ shopper }) => {
  await shopper.goAndPay();
  await shopper.payment.pay('asksForOneTimeCode', 'oneTimeCode');
  await shopper.payment.answer('wrong');
  await shopper.payment.expectOutcome('refused');
  await shopper.payment.tryAgain();
  await shopper.payment.pay('asksForOneTimeCode', 'oneTimeCode');
  await shopper.payment.answer('oneTime');
  await shopper.payment.expectOutcome('approved');
  await shopper.payment.returnToShop();
  await shopper.expectStanding('paid');
});

test('a failure of the network charges nothing and leaves another try', async ({ shopper }) => {
  await shopper.goAndPay();
  await shopper.payment.pay('technicalError', 'failed');
  await shopper.payment.tryAgain();
  await shopper.payment.pay('approved', 'approved');
  await shopper.payment.returnToShop();
  await shopper.expectStanding('paid');
});

test('the tenth refusal ends the payment: the order says so, and another try is a new session', async ({
  page,
  shopper,
  gateway,
}) => {
  const { orderId, requestId } = await shopper.goAndPay();
  await refuseByPost(shopper, 9);
  await expect(page.getByText('Te queda 1 intento.')).toBeVisible();
  await shopper.payment.tryAgain();
  await shopper.payment.pay('refused', 'refused');
  await expect(page.getByText('Se ha rechazado la petición')).toBeVisible();
  await expect(shopper.payment.retryLink).toHaveCount(0);
  await shopper.payment.returnToShop();

  await shopper.expectStanding('refused');
  expect(shopper.orderId).toBe(orderId);
  await expect(page.getByText('Se rechazaron 10 intentos y PlacetoPay cerró ese pago.')).toBeVisible();
  const [reference = ''] = await shopper.references();
  const ledger = await gateway.ledger(reference);
  expect(ledger.sessions).toMatchObject([{ requestId, status: 'REJECTED', reason: 'XN' }]);
  expect(ledger.transactions).toHaveLength(10);
  expect(ledger.approved).toEqual({});
  await page.getByRole('link', { name: orders.es.steps.retry }).click();
  expect(await shopper.openPayment()).not.toBe(requestId);
});

test.describe('in English, at a site that allows three refusals', () => {
  test.use({ language: 'en' });

  test('the third ends the payment, and there is only the way back', async ({ page, place, shopper }) => {
    const site = asMerchantOf(place, 'Chile');
    const { requestId, processUrl } = await createSession(site, {
      ...{ origin: 'https://shop.example', locale: 'en_CL', paymentMethod: 'visa' },
      payment: { amount: { currency: 'CLP', total: 9_900 } },
    });
    await page.goto(processUrl);
    await refuseByPost(shopper, 2);
    await expect(page.getByText('You have 1 attempt left.')).toBeVisible();
    await shopper.payment.tryAgain();
    await shopper.payment.pay('refused', 'refused');
    await expect(page.getByText('The request has been rejected')).toBeVisible();
    await expect(shopper.payment.retryLink).toHaveCount(0);
    await expect(shopper.payment.backToShop).toHaveAttribute('href', 'https://shop.example/return');
    expect(await querySession(site, requestId)).toMatchObject({
      status: { status: 'REJECTED', reason: 'XN' },
    });
  });
});
