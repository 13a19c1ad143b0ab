import { expect, test } from 'vitest';
import { freshGateway } from '@/scripts/testing/fresh-gateway';
import { stranger } from '@/lib/domain/viewer';

const gateway = await freshGateway();
const { orderNow } = await import('@/scripts/testing/shop');
const { atTheGateway } = await import('@/scripts/testing/payer');
const { askGateway } = await import('./ask-gateway');

test('a buyer who asks learns what the gateway knows, and the timeline says who asked', async () => {
  const { orderId, viewer, requestId } = await atTheGateway();
  expect(await askGateway({ orderId, viewer })).toEqual({ ok: true, outcome: 'unchanged' });
  gateway.approve(requestId);
  expect(await askGateway({ orderId, viewer })).toEqual({ ok: true, outcome: 'settled' });
  const { status, events } = await orderNow(orderId);
  expect(status).toBe('PAID');
  expect(events.find(({ type }) => type === 'ORDER_PAID')).toMatchObject({ actor: 'buyer' });
});

test('a gateway that is away leaves the order as it is, and says so', async () => {
  const { orderId, viewer } = await atTheGateway();
  const back = await gateway.away();
  expect(await askGateway({ orderId, viewer })).toEqual({ ok: true, outcome: 'confirming' });
  await back();
});

test('nobody asks about an order that is not theirs', async () => {
  const { orderId } = await atTheGateway();
  expect(await askGateway({ orderId, viewer: stranger })).toEqual({ ok: false, problem: 'unknown_order' });
  expect(gateway.calls.query).toBe(0);
});

test('whoever asks too often waits, and the gateway is left in peace', async () => {
  const { orderId, viewer } = await atTheGateway();
  for (let times = 0; times < 20; times += 1)
    expect(await askGateway({ orderId, viewer })).toMatchObject({ ok: true });
  expect(await askGateway({ orderId, viewer })).toEqual({ ok: false, problem: 'too_many_tries' });
  expect(gateway.calls.query).toBe(20);
});
