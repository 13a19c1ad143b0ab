import { checkout } from '@/lib/dictionaries/checkout';
import { orders } from '@/lib/dictionaries/orders';
import { linkBack, payByPost } from './by-post';
import { expect, testAlone as test } from './fixtures';

test('with the gateway down nobody is charged and everybody is told; with it back the order is paid', async ({
  ownServers,
  page,
  shopper,
}) => {
  const orderId = await shopper.readyToPay();
  await ownServers.stopGateway();
  await shopper.payButton.click();
  await expect(page.getByText(checkout.es.problems.gateway_unreachable.title)).toBeVisible();
  await expect(page.getByText(checkout.es.problems.gateway_unreachable.money)).toBeVisible();

  await ownServers.startGateway();
  await shopper.payOrder(orderId);
  await shopper.openOrder(orderId);
  await shopper.expectStanding('paid');
});

test('a gateway that dies after charging is asked again when it is back: the page fills in the receipt', async ({
  ownServers,
  page,
  shopper,
  gateway,
}) => {
  const { orderId, requestId, address } = await shopper.haveOpenPayment();
  await gateway.onNotify(requestId, { drop: true });
  const repair = await gateway.onCall('query', { requestId }, { status: 503 });
  const back = await linkBack(shopper, await payByPost(shopper, address));
  await ownServers.stopGateway();

  await page.goto(back);
  await expect(shopper.attempts).toHaveCount(1);
  await expect(shopper.heading(orders.es.standings.confirming.title)).toBeVisible();
  await expect(page.getByRole('link', { name: orders.es.steps.retry })).toHaveCount(0);
  await expect(page.getByRole('link', { name: orders.es.steps.continue })).toHaveCount(0);
  expect(shopper.orderId).toBe(orderId);

  await ownServers.startGateway();
  await repair();
  await shopper.expectStanding('paid');
  const [reference = ''] = await shopper.references();
  expect((await gateway.ledger(reference)).approved).toEqual({ COP: '62000.00' });
});

test('a lost answer to "open a session" costs nothing: the page that was opened is nobody’s, and the order is paid once', async ({
  shopper,
  gateway,
  page,
}) => {
  const orderId = await shopper.haveOrder();
  const number = await shopper.numberOf(orderId);
  const repair = await gateway.onCall('create', { referencePrefix: number }, { reset: true }, 'afterCommit');
  await shopper.open(`/checkout/${orderId}/basic`);
  await shopper.payButton.click();
  await expect(page.getByText(checkout.es.problems.gateway_unreachable.money)).toBeVisible();
  expect(await shopper.referencesOf(orderId)).toHaveLength(1);
  await repair();
  await shopper.payOrder(orderId);
  await shopper.openOrder(orderId);
  await shopper.expectStanding('paid');
  const references = await shopper.referencesOf(orderId);
  const approved = await Promise.all(
    references.map(async (reference) => (await gateway.ledger(reference)).approved),
  );
  expect(approved.filter((sums) => Object.keys(sums).length > 0)).toEqual([{ COP: '62000.00' }]);
});

test('a store that is killed while the payer pays finds the money when it is back', async ({
  ownServers,
  page,
  shopper,
  gateway,
}) => {
  const { orderId, requestId, address } = await shopper.haveOpenPayment();
  await ownServers.killStore();
  await payByPost(shopper, address);
  expect((await gateway.notified(requestId)).state).toBe('FAILED');
  await ownServers.startStore();
  await shopper.openOrder(orderId);
  await shopper.expectStanding('paid');
  await page.reload();
  await shopper.expectStanding('paid');
  await expect(shopper.attempts).toHaveCount(1);
});
