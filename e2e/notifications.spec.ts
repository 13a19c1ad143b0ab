import { orders } from '@/lib/dictionaries/orders';
import { comeBack, payByPost } from './by-post';
import { expect, test } from './fixtures';
import type { Shopper } from './shopper';
import { notify, signedNotification } from './notifications';

test('who closes the tab after paying finds the order paid: the notification settled it', async ({
  shopper,
  gateway,
}) => {
  const { orderId, requestId, address } = await shopper.haveOpenPayment();
  await payByPost(shopper, address);
  expect(await gateway.notified(requestId)).toMatchObject({ state: 'DELIVERED', httpStatus: 200 });

  await shopper.openOrder(orderId);
  await shopper.expectStanding('paid');
  await expect(timeline(shopper)).toContainText(orders.es.timeline.actors.notification);
});

test('with the tab closed and the notification lost, the reconciler finds the money', async ({
  page,
  shopper,
  gateway,
}) => {
  const { orderId, requestId } = await shopper.goAndPay();
  await gateway.onNotify(requestId, { drop: true });
  await shopper.payment.pay('approved', 'approved');
  await page.goto('about:blank');
  expect(await gateway.notified(requestId)).toMatchObject({ state: 'DROPPED' });

  await shopper.openOrder(orderId);
  await shopper.expectStanding('paid');
  await expect(timeline(shopper)).toContainText(orders.es.timeline.actors.reconciler);
});

test('a notification that comes four times is one payment', async ({ shopper, gateway }) => {
  const { orderId, requestId, address } = await shopper.haveOpenPayment();
  await gateway.onNotify(requestId, { duplicate: 3 });
  await comeBack(shopper, await payByPost(shopper, address));
  await expect(async () => {
    const states = (await gateway.deliveries(requestId)).map(({ state }) => state);
    expect(states).toEqual(['DELIVERED', 'DELIVERED', 'DELIVERED', 'DELIVERED']);
  }).toPass();

  await shopper.openOrder(orderId);
  await shopper.expectStanding('paid');
  await expect(shopper.attempts).toHaveCount(1);
  await expect(timeline(shopper).getByText(orders.es.timeline.events.ORDER_PAID)).toHaveCount(1);
});

for (const forge of ['badSignature', 'noSignature', 'approved']) {
  test(`a forged notification (${forge}) is refused and changes nothing`, async ({ shopper, gateway }) => {
    const { orderId, requestId } = await shopper.haveOpenPayment();
    const delivery = await gateway.notify(requestId, forge);
    expect([400, 401]).toContain(delivery.httpStatus);
    await shopper.openOrder(orderId);
    await shopper.expectStanding('continue');
  });
}

test('even a rightly signed "APPROVED" is only a hint: the gateway says otherwise', async ({
  place,
  shopper,
  gateway,
}) => {
  const { orderId, requestId } = await shopper.haveOpenPayment();
  const [reference = ''] = await shopper.referencesOf(orderId);
  expect(await notify(place, signedNotification(place, { requestId, reference }))).toBe(200);
  await shopper.openOrder(orderId);
  await shopper.expectStanding('continue');
  expect((await gateway.ledger(reference)).approved).toEqual({});
});

test('a notification that comes before the payer has paid hurts nothing', async ({ shopper, gateway }) => {
  const { requestId, address } = await shopper.haveOpenPayment();
  expect(await gateway.notify(requestId)).toMatchObject({ httpStatus: 200 });
  await payByPost(shopper, address);
  expect(await gateway.notified(requestId)).toMatchObject({ state: 'DELIVERED' });
});

test('a notification about somebody else’s reference moves nothing', async ({ shopper, gateway }) => {
  const { orderId, requestId } = await shopper.haveOpenPayment();
  expect((await gateway.notify(requestId, 'otherReference')).httpStatus).toBeLessThan(500);
  await shopper.openOrder(orderId);
  await shopper.expectStanding('continue');
});

const nonsense: readonly (readonly [what: string, body: unknown, status: number])[] = [
  ['nothing', '', 400],
  ['no JSON', 'APPROVED', 400],
  ['a list', [], 400],
  ['null', 'null', 400],
  [
    'a number for a session that is not one',
    { requestId: -1, reference: 'X', status: {}, signature: 'sha256:' },
    400,
  ],
  ['20 kilobytes', 'x'.repeat(20_480), 413],
  ['an algorithm of the sender’s choice', { ...wellFormed(), signature: `crc32:${'0'.repeat(8)}` }, 401],
  ['a signature that is a number', { ...wellFormed(), signature: 1 }, 400],
];

for (const [what, body, status] of nonsense) {
  test(`the notification endpoint answers ${status} to ${what}`, async ({ place }) => {
    const answer = await notify(place, body);
    expect(answer).toBe(status);
  });
}

function wellFormed() {
  return {
    requestId: 1,
    reference: 'X',
    status: { status: 'APPROVED', reason: '00', message: '', date: '2026-11-20T09:00:00-05:00' },
  };
}

function timeline(shopper: Shopper) {
  return shopper.page.getByRole('region', { name: orders.es.timeline.title });
}
