import { expect, test } from 'vitest';
import { sessionStatuses, unresolvedStatuses } from '@/lib/domain/checkout-session';
import { isOpen, operationNames, operationStates } from '@/lib/domain/operation';
import { orderStatuses } from '@/lib/domain/order';
import { actors } from '@/lib/domain/order-event';
import { money } from '@/lib/domain/money';
import { endReasons, membershipEventTypes, membershipStatuses } from '@/lib/domain/membership';
import { cadences, categories } from '@/lib/domain/product';
import { settle } from '@/lib/domain/settlement';
import { sessionKinds } from '@/lib/domain/session-request';
import { reportedStatuses } from '@/lib/domain/status';
import { transactionTypes } from '@/lib/domain/transaction';
import { db, writeTx, type Tx } from './db';
import { Prisma } from './generated/client';
import { randomId } from './random';
import { recordCall } from './calls';
import { saveSettlement } from './settlements';
import {
  after,
  cartWith,
  now,
  openedSession,
  placedOrder,
  product,
  report,
  transaction,
} from './testing/shop';

const bypass = (statement: Prisma.Sql) => writeTx((tx) => tx.$executeRaw(statement));

test('a second unresolved session of an order is refused by the database itself', async () => {
  const { order, owner } = await placedOrder();
  const first = await openedSession(order.id, owner);
  const row = await db.checkoutSession.findUniqueOrThrow({ where: { id: first.id } });
  for (const status of unresolvedStatuses) {
    const copy = {
      ...row,
      terms: {},
      id: randomId(),
      reference: `R-${status.replaceAll('_', '-')}`,
      attemptKey: randomId(),
      returnTokenHash: randomId(),
      requestId: randomId(),
    };
    await expect(writeTx((tx) => tx.checkoutSession.create({ data: { ...copy, status } }))).rejects.toThrow(
      /Unique constraint/,
    );
  }
  expect(await db.checkoutSession.count({ where: { orderId: order.id } })).toBe(1);
});

test('facts, timeline, calls and order lines are only added to', async () => {
  const { order, owner } = await placedOrder();
  const session = await openedSession(order.id, owner);
  const settlement = settle(session, report(session, 'APPROVED', [transaction(session)]), now);
  await saveSettlement(session, settlement, { source: 'return', now });
  await recordCall({
    sessionId: session.id,
    method: 'POST',
    path: '/',
    requestRedacted: {},
    responseRedacted: {},
    httpStatus: 200,
    problem: null,
    durationMs: 1,
    at: now,
  });
  const tables = ['GatewayTransaction', 'OrderEvent', 'GatewayCall', 'OrderLine'];
  for (const table of tables.map((name) => Prisma.raw(`"${name}"`))) {
    const column =
      { '"OrderEvent"': 'type', '"OrderLine"': 'nameEs', '"GatewayCall"': 'path' }[table.sql] ?? 'reason';
    await expect(bypass(Prisma.sql`UPDATE ${table} SET ${Prisma.raw(`"${column}"`)} = 'x'`)).rejects.toThrow(
      /append-only/,
    );
    await expect(bypass(Prisma.sql`DELETE FROM ${table}`)).rejects.toThrow(/append-only/);
    await expect(bypass(Prisma.sql`TRUNCATE ${table} CASCADE`)).rejects.toThrow(/append-only/);
  }
  for (const table of ['Order', 'CheckoutSession'].map((name) => Prisma.raw(`"${name}"`))) {
    await expect(bypass(Prisma.sql`DELETE FROM ${table}`)).rejects.toThrow(/append-only/);
  }
});

test('an order cannot say it is paid when its facts do not', async () => {
  const { order } = await placedOrder();
  const lie = { paidMinor: order.total.minor, status: 'PAID', paidAt: now };
  await expect(writeTx((tx) => tx.order.update({ where: { id: order.id }, data: lie }))).rejects.toThrow(
    /its facts say 0/,
  );
});

test('a fact cannot be added without the order knowing it', async () => {
  const { order, owner } = await placedOrder();
  const session = await openedSession(order.id, owner);
  const fact = {
    type: 'SALE',
    status: 'APPROVED',
    reason: '00',
    amountMinor: 5n,
    currency: 'COP',
    source: 'return',
  };
  const adding = writeTx((tx) =>
    tx.gatewayTransaction.create({
      data: {
        ...fact,
        id: randomId(),
        sessionId: session.id,
        environment: 'sandbox',
        internalReference: randomId(),
      },
    }),
  );
  await expect(adding).rejects.toThrow(/its facts say 5/);
});

test('the status cannot contradict the money', async () => {
  const { order } = await placedOrder();
  for (const status of ['PAID', 'OVERPAID', 'NONSENSE']) {
    await expect(
      writeTx((tx) => tx.order.update({ where: { id: order.id }, data: { status } })),
    ).rejects.toThrow(/Order_status_(follows_money|known)/);
  }
});

test('what was agreed stays agreed, and a final status keeps its word', async () => {
  const { order, owner } = await placedOrder();
  const session = await openedSession(order.id, owner);
  const changeOrder = (data: Prisma.OrderUpdateInput) =>
    writeTx((tx) => tx.order.update({ where: { id: order.id }, data }));
  const changeSession = (data: Prisma.CheckoutSessionUpdateInput) =>
    writeTx((tx) => tx.checkoutSession.update({ where: { id: session.id }, data }));
  await expect(changeOrder({ totalMinor: 1n })).rejects.toThrow(/frozen/);
  await expect(changeOrder({ currency: 'USD' })).rejects.toThrow(/frozen/);
  await expect(changeSession({ amountMinor: 1n })).rejects.toThrow(/frozen/);
  await expect(changeSession({ reference: 'OTHER' })).rejects.toThrow(/frozen/);
  await expect(changeSession({ requestId: 'other' })).rejects.toThrow(/frozen/);
  await changeSession({ status: 'REJECTED', nextCheckAt: null });
  await expect(changeSession({ status: 'PENDING', nextCheckAt: now })).rejects.toThrow(/it stays so/);
});

test('an unfinished session is always watched, a finished one never', async () => {
  const { order, owner } = await placedOrder();
  const { id } = await openedSession(order.id, owner);
  const change = (data: Prisma.CheckoutSessionUpdateInput) =>
    writeTx((tx) => tx.checkoutSession.update({ where: { id }, data }));
  await expect(change({ nextCheckAt: null })).rejects.toThrow(/unfinished_is_watched/);
  await expect(change({ status: 'REJECTED' })).rejects.toThrow(/unfinished_is_watched/);
});

test.each([
  ['a negative stock', (tx: Tx, slug: string) => tx.product.update({ where: { slug }, data: { stock: -1 } })],
  [
    'a product that pays its buyer',
    (tx: Tx, slug: string) => tx.product.update({ where: { slug }, data: { priceMinor: -1n } }),
  ],
  [
    'an odd currency',
    (tx: Tx, slug: string) => tx.product.update({ where: { slug }, data: { currency: 'pesos' } }),
  ],
  [
    'an unknown category',
    (tx: Tx, slug: string) => tx.product.update({ where: { slug }, data: { category: 'weapons' } }),
  ],
  ['an odd slug', (tx: Tx, slug: string) => tx.product.update({ where: { slug }, data: { slug: '../x' } })],
])('%s is refused by the database', async (_what, change) => {
  const slug = await product();
  await expect(writeTx<unknown>((tx) => change(tx, slug))).rejects.toThrow(/check constraint|violates/i);
});

test.each([0, -1, 21])('a cart line of %i is refused by the database', async (quantity) => {
  const cartId = await cartWith(await product());
  await expect(
    writeTx((tx) => tx.cartLine.updateMany({ where: { cartId }, data: { quantity } })),
  ).rejects.toThrow(/CartLine_quantity_bounds/);
});

test.each(['lower-case', 'WITH SPACE', 'A'.repeat(33), ''])(
  'the reference %j is refused by the database',
  async (reference) => {
    const { order, owner } = await placedOrder();
    const { id } = await openedSession(order.id, owner);
    const row = await db.checkoutSession.findUniqueOrThrow({ where: { id } });
    const copy = {
      ...row,
      terms: {},
      id: randomId(),
      attemptKey: randomId(),
      returnTokenHash: randomId(),
      requestId: randomId(),
      status: 'REJECTED',
      nextCheckAt: null,
    };
    await expect(
      writeTx((tx) => tx.checkoutSession.create({ data: { ...copy, reference } })),
    ).rejects.toThrow(/CheckoutSession_reference_form/);
  },
);

test('the closed lists of the database are those of the domain', async () => {
  const lists = await db.$queryRaw<{ name: string; rule: string }[]>`
    SELECT conname AS name, pg_get_constraintdef(oid) AS rule FROM pg_constraint WHERE contype = 'c'`;
  const words = (name: string) =>
    [...(lists.find((list) => list.name === name)?.rule.matchAll(/'([A-Za-z_]+)'::text/g) ?? [])].map(
      ([, word]) => word,
    );
  expect(words('CheckoutSession_status_known').sort()).toEqual([...sessionStatuses].sort());
  expect(words('GatewayTransaction_status_known').sort()).toEqual([...reportedStatuses].sort());
  expect(words('GatewayTransaction_type_known').sort()).toEqual([...transactionTypes].sort());
  expect(words('CheckoutSession_kind_known').sort()).toEqual([...sessionKinds].sort());
  expect(words('Order_status_known').sort()).toEqual([...orderStatuses].sort());
  expect(words('Operation_name_known').sort()).toEqual([...operationNames].sort());
  expect(words('Membership_status_known').sort()).toEqual([...membershipStatuses].sort());
  expect(words('Membership_endReason_known').sort()).toEqual([...endReasons].sort());
  expect(words('Membership_cadence_known').sort()).toEqual([...cadences].sort());
  expect(words('MembershipEvent_type_known').sort()).toEqual([...membershipEventTypes].sort());
  expect(words('Operation_state_known').sort()).toEqual([...operationStates].sort());
  expect(words('Operation_actor_known').sort()).toEqual([...actors].sort());
  expect(words('GatewayTransaction_source_known').sort()).toEqual([...actors].sort());
  expect(words('OrderEvent_actor_known').sort()).toEqual([...actors].sort());
  expect(words('Product_category_known').sort()).toEqual([...categories].sort());
  const [index] = await db.$queryRaw<{ rule: string }[]>`
    SELECT indexdef AS rule FROM pg_indexes WHERE indexname = 'CheckoutSession_one_unresolved_per_order'`;
  const open = [...(index?.rule.matchAll(/'([A-Z_]+)'::text/g) ?? [])].map(([, word]) => word);
  expect(open.sort()).toEqual([...unresolvedStatuses].sort());
  const [targets] = await db.$queryRaw<{ rule: string }[]>`
    SELECT indexdef AS rule FROM pg_indexes WHERE indexname = 'Operation_one_unresolved_per_target'`;
  const unresolved = [...(targets?.rule.matchAll(/'([A-Z_]+)'::text/g) ?? [])].map(([, word]) => word);
  expect(unresolved.sort()).toEqual(operationStates.filter(isOpen).sort());
});

test('a wrong currency or amount on a second order never moves the first', async () => {
  const { order, owner } = await placedOrder();
  const session = await openedSession(order.id, owner);
  const foreign = transaction(session, { amount: money(session.amount.minor, 'USD') });
  await saveSettlement(session, settle(session, report(session, 'PENDING', [foreign]), after(1)), {
    source: 'return',
    now,
  });
  expect(await db.gatewayTransaction.count({ where: { sessionId: session.id } })).toBe(0);
});
