import { expect, test } from 'vitest';
import pg from 'pg';
import { freshGateway } from '@/scripts/testing/fresh-gateway';
import { failing } from '@/scripts/testing/mischief';

const gateway = await freshGateway();
const { orderNow } = await import('@/scripts/testing/shop');
const { atTheGateway } = await import('@/scripts/testing/payer');
const { settleCheckout } = await import('./settle-checkout');
const { verifyBooks } = await import('./verify-books');

async function paid() {
  const checkout = await atTheGateway();
  gateway.approve(checkout.requestId);
  await settleCheckout({ sessionId: checkout.sessionId, source: 'return' });
  return { ...checkout, number: (await orderNow(checkout.orderId)).number };
}

/** As somebody who holds the database, and switches its guards off. */
async function byForce(statement: string, values: readonly unknown[]) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query('SET session_replication_role = replica');
    await client.query(statement, [...values]);
  } finally {
    await client.end();
  }
}

test('sound books break no rule, and an open attempt that was paid meanwhile is only news', async () => {
  await paid();
  const { requestId } = await atTheGateway();
  gateway.approve(requestId);
  const { breaches, orders, asked, untold, audit } = await verifyBooks({ askGateway: true });
  expect({ breaches, orders, asked, untold }).toEqual({ breaches: [], orders: 2, asked: 2, untold: 0 });
  expect(audit.brokenAt).toBeNull();
});

test('an order that somebody wrote "paid" on is named', async () => {
  const { orderId } = await atTheGateway();
  await byForce(`UPDATE store."Order" SET "paidMinor" = "totalMinor", "status" = 'PAID' WHERE "id" = $1`, [
    orderId,
  ]);
  const { number } = await orderNow(orderId);
  expect((await verifyBooks()).breaches).toEqual([
    { orderNumber: number, rule: 'paid_is_proved', reference: null },
  ]);
});

test('a payment that the gateway does not know, or ended otherwise, is named', async () => {
  const made = await paid();
  await byForce(
    `UPDATE store."GatewayTransaction" SET "internalReference" = '424242' WHERE "sessionId" = $1`,
    [made.sessionId],
  );
  const told = await paid();
  gateway.change(told.requestId, { status: 'REJECTED', reason: 'XN' });
  const { breaches } = await verifyBooks({ askGateway: true });
  expect(breaches).toHaveLength(2);
  const named = (one: typeof made) => ({
    orderNumber: one.number,
    rule: 'gateway_agrees',
    reference: one.reference,
  });
  expect(breaches).toEqual(expect.arrayContaining([named(made), named(told)]));
});

test('a gateway that does not answer breaks no rule, and is counted', async () => {
  await paid();
  gateway.misbehave('query', failing(503, {}));
  expect(await verifyBooks({ askGateway: true })).toMatchObject({ breaches: [], asked: 1, untold: 1 });
});
