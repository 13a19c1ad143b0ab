import { expect, test } from 'vitest';
import { stranger } from '@/lib/domain/viewer';
import { recordCall } from './calls';
import { findAccessKey } from './order-links';
import { findOrder } from './orders';
import { saveSettlement } from './settlements';
import { findSuspects } from './suspects';
import { account, now, openedSession, placedOrder } from './testing/shop';
import { findAccount } from './users';

test('a guest gets their link again, and nobody else does', async () => {
  const { order, owner } = await placedOrder();
  const operator = await account('OPERATOR');
  const key = await findAccessKey(order.id, owner);
  expect(owner).toEqual({ kind: 'guest', accessKeys: [key] });
  expect(await findOrder(order.id, { kind: 'guest', accessKeys: [key ?? ''] })).not.toBeNull();
  expect(await findAccessKey(order.id, stranger)).toBeNull();
  expect(await findAccessKey(order.id, await account())).toBeNull();
  expect(await findAccessKey(order.id, operator)).toBeNull();
});

test('an order of an account has no link', async () => {
  const lucia = await account();
  const { order } = await placedOrder({ viewer: lucia });
  expect(await findAccessKey(order.id, lucia)).toBeNull();
});

test('only an operator sees the attempts in doubt, with what was sent and answered', async () => {
  const { order, owner } = await placedOrder();
  const session = await openedSession(order.id, owner, order.total);
  const call = {
    sessionId: session.id,
    method: 'POST',
    path: '/api/session/1',
    requestRedacted: { auth: '[redacted]' },
    responseRedacted: { status: { status: 'APPROVED' } },
    httpStatus: 200,
    problem: null,
    durationMs: 12,
    at: now,
  };
  await recordCall(call);
  const operator = await account('OPERATOR');
  expect((await findSuspects(operator, { now })).map((one) => one.session.id)).not.toContain(session.id);

  await saveSettlement(session, { kind: 'suspect', problems: ['wrong_amount'] }, { source: 'return', now });
  const suspect = (await findSuspects(operator, { now })).find((one) => one.session.id === session.id);
  expect(suspect).toMatchObject({ orderNumber: order.number, session: { suspectedAt: now }, calls: [call] });
  expect(await findSuspects(owner)).toEqual([]);
  expect(await findSuspects(await account())).toEqual([]);
});

test('the checkout fills in who is signed in, and nothing for a guest', async () => {
  const lucia = await account();
  expect(await findAccount(lucia)).toEqual({
    name: 'Lucía',
    email: `${lucia.userId.toLowerCase()}@ladera.test`,
  });
  expect(await findAccount(stranger)).toBeNull();
});
