import { expect, test } from 'vitest';
import { money } from '@/lib/domain/money';
import { settle } from '@/lib/domain/settlement';
import { acceptPart } from './accepted-parts';
import { findAudit } from './audit';
import { findSession, markPending, markSent } from './checkout-sessions';
import { findOrder } from './orders';
import { prepareSession } from './prepare-session';
import { saveSettlement } from './settlements';
import { account, click, now, placedOrder, report, transaction } from './testing/shop';

/** An order of 10,000 of which 4,000 were paid, in a session that may take parts. */
async function partlyPaid(end: 'APPROVED_PARTIAL' | 'PARTIAL_EXPIRED') {
  const { order, owner } = await placedOrder();
  const made = await prepareSession({ ...click(order, owner), flow: 'partial', allowPartial: true });
  if (!made.ok) throw new Error(made.problem);
  const { id } = made.session;
  await markSent(id, now);
  const requestId = String(Date.now() * 1000 + Math.floor(Math.random() * 1000));
  const session = await markPending({ id, requestId, processUrl: 'http://127.0.0.1/spa/session/1/k', now });
  if (!session) throw new Error('The session did not open.');
  const part = transaction(session, { amount: money(400_000n, 'COP') });
  for (const status of ['APPROVED_PARTIAL', end] as const) {
    const before = await findSession(id);
    if (before)
      await saveSettlement(before, settle(before, report(before, status, [part]), now), {
        source: 'return',
        now,
      });
  }
  return { order, owner };
}

test('the shop settles for the part that was paid, once, with a reason, and no money moves', async () => {
  const { order, owner } = await partlyPaid('PARTIAL_EXPIRED');
  expect(await findOrder(order.id, owner)).toMatchObject({ status: 'PARTIALLY_PAID' });
  const operator = await account('OPERATOR');
  const accept = (who: typeof operator) =>
    acceptPart({ orderId: order.id, reason: 'Agreed by telephone' }, who, now);
  expect(await accept(await account())).toBe(false);
  expect((await Promise.all([accept(operator), accept(operator)])).sort()).toEqual([false, true]);
  const settled = await findOrder(order.id, owner);
  expect(settled).toMatchObject({ status: 'PAID', paid: money(400_000n, 'COP'), total: order.total });
  expect(settled?.events.map(({ type }) => type)).toContain('PART_ACCEPTED');
  expect(await findAudit(operator, { orderId: order.id })).toMatchObject([
    {
      action: 'DECIDE_PARTIAL',
      reason: 'Agreed by telephone',
      detail: { paid: '4000.00', total: '10000.00' },
    },
  ]);
});

test('while the rest can still be paid there is nothing to settle for', async () => {
  const { order } = await partlyPaid('APPROVED_PARTIAL');
  const operator = await account('OPERATOR');
  expect(await acceptPart({ orderId: order.id, reason: 'Too early for that' }, operator, now)).toBe(false);
});
