/** A kept card is deleted while orders have to do with it: each keeps its evidence and comes to its own end. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import type { Viewer } from '@/lib/domain/viewer';
import { cards } from '@/lib/sandbox/testing/calls';
import { setStage } from '@/lib/sandbox/testing/stage';
import type { Scene } from './card-scene';

const crash = vi.hoisted(() => ({ at: '', then: () => Promise.resolve() as Promise<unknown> }));
/** At the point that a test names, something else happens first. */
vi.mock('@/lib/data/checkout-sessions', async (original) => {
  const actual = await original<typeof import('@/lib/data/checkout-sessions')>();
  return {
    ...actual,
    async markSent(...given: Parameters<typeof actual.markSent>) {
      if (crash.at === 'before sending') await crash.then();
      return actual.markSent(...given);
    },
  };
});

const stage = await setStage();
const { createProduct, buyer, evidence, operator, orderNow, until, visitor } = await import('./shop');
const { age, gatewayOf, keptCard, lastOf, newKey, scene, sentCollects, sweep } = await import('./card-scene');
const { account } = await import('@/lib/data/testing/shop');
const { orderStanding } = await import('@/lib/domain/order-standing');
const { findDependents } = await import('@/lib/data/card-dependents');
const { db, writeTx } = await import('@/lib/data/db');
const { wasGivenUp } = await import('@/lib/data/wallet');
const { beginMembership } = await import('@/lib/use-cases/begin-membership');
const { followUp } = await import('@/lib/use-cases/follow-up');
const { forgetCard } = await import('@/lib/use-cases/forget-card');
const { resolveCharge } = await import('@/lib/use-cases/resolve-charge');
const { startCheckout } = await import('@/lib/use-cases/start-checkout');
const { whenIdle } = await import('@/lib/use-cases/background');
const { charged, decide, held, lose, refuse } = gatewayOf(stage);

afterEach(() => void (crash.at = ''));
afterAll(async () => {
  await whenIdle();
  await stage.close();
});

type Looked = { card: Scene['card']; viewer: Viewer };

const dependence = async ({ card, viewer }: Looked) =>
  (await findDependents(card.id, viewer, new Date())).map((one) => one.dependence);

const forget = ({ card, viewer }: Scene) => forgetCard({ cardId: card.id, viewer });
const gone = { ok: true, confirmed: true };

test.each([
  [cards.pendingApproved, { status: 'PAID', sessions: ['APPROVED'] }, ['45000.50'], []],
  [cards.pendingRejected, { status: 'AWAITING_PAYMENT', sessions: ['REJECTED'] }, [], ['unpaid']],
])('a bank that is deciding is waited for after the deletion: %s', async (number, then, book, left) => {
  const at = await scene({ number });
  await at.click();
  expect(await dependence(at)).toEqual(['at_bank']);
  expect(await forget(at)).toEqual(gone);
  expect(await dependence(at)).toEqual(['at_bank']);
  await decide();
  await sweep(at);
  expect(await evidence(at.orderId)).toMatchObject(then);
  expect(await lastOf(at)).toMatchObject({ charge: { card: { id: at.card.id } } });
  expect(await charged(at)).toEqual(book);
  expect(await dependence(at)).toEqual(left);
  expect(await sentCollects(at)).toBe(1);
});

test('a charge that is on its way when its card is deleted is recorded when it is answered', async () => {
  const at = await scene();
  const match = { referencePrefix: (await db.order.findUniqueOrThrow({ where: { id: at.orderId } })).number };
  const rule = { op: 'collect', match: { ...match, nth: 1 }, at: 'afterCommit', do: { delayMs: 1_500 } };
  expect((await stage.control('POST', 'faults', rule)).http).toBe(201);
  const clicked = at.click();
  await until(
    () => charged(at),
    (book) => book.length === 1,
  );
  expect(await dependence(at)).toEqual(['unanswered']);
  expect(await forget(at)).toEqual(gone);
  expect(await clicked).toEqual({ ok: true });
  expect(await evidence(at.orderId)).toMatchObject({ status: 'PAID', sessions: ['APPROVED'] });
  expect(await dependence(at)).toEqual([]);
});

test('a card that is deleted in the moment before its charge is sent is not charged', async () => {
  const at = await scene();
  crash.at = 'before sending';
  crash.then = () => forget(at);
  expect(await at.click()).toEqual({ ok: false, problem: 'unknown_card' });
  crash.at = '';
  expect(await dependence(at)).toEqual(['unpaid']);
  await age(at, 2);
  await sweep(at);
  expect(await evidence(at.orderId)).toMatchObject({ status: 'AWAITING_PAYMENT', sessions: ['ABANDONED'] });
  expect(await sentCollects(at)).toBe(0);
});

test.each(['charged', 'not_charged'] as const)(
  'a charge without an answer is not repeated after the deletion: an operator says it was %s',
  async (outcome) => {
    const at = await scene();
    await lose(at, outcome === 'charged' ? 'afterCommit' : 'beforeCommit');
    await at.click();
    expect(await dependence(at)).toEqual(['unanswered']);
    expect(await forget(at)).toEqual(gone);
    await sweep(at);
    expect(await sentCollects(at)).toBe(1);
    expect(await dependence(at)).toEqual(['unanswered']);
    expect(orderStanding(await orderNow(at.orderId), new Date())).toBe('charge_unknown');
    const { id: sessionId, reference } = await lastOf(at);
    expect(await db.suspense.findMany({ where: { sessionId } })).toMatchObject([{ kind: 'charge_in_doubt' }]);
    const { body } = await stage.control('GET', `ledger?reference=${reference}`);
    const [known] = body.sessions as { requestId: number }[];
    const requestId = String(known?.requestId ?? '');
    const finding = { evidence: 'The console', reason: 'Lost', viewer: operator };
    expect(await resolveCharge({ ...finding, sessionId, outcome, requestId })).toEqual({ ok: true });
    if (outcome === 'charged') {
      expect(await evidence(at.orderId)).toMatchObject({ status: 'PAID', sessions: ['APPROVED'] });
      expect([await charged(at), await dependence(at)]).toEqual([['45000.50'], []]);
    } else {
      expect(await evidence(at.orderId)).toMatchObject({
        status: 'AWAITING_PAYMENT',
        sessions: ['ABANDONED'],
      });
      expect([await charged(at), await dependence(at)]).toEqual([[], ['unpaid']]);
    }
  },
);

test('a hold outlives its card: it is changed and captured all the same', async () => {
  const at = await scene({ flow: 'preauthorization' });
  await at.click();
  expect(await dependence(at)).toEqual(['held']);
  expect(await forget(at)).toEqual(gone);
  expect([await held(at), await dependence(at)]).toEqual([['45000.50'], ['held']]);
  const transaction = (await lastOf(at)).transactions[0]?.internalReference ?? '';
  for (const [name, amount] of [
    ['reauthorize', '42000'],
    ['capture', '40000'],
  ] as const) {
    const asked = { orderId: at.orderId, transaction, name, amount, idemKey: randomUUID() };
    expect(await followUp({ ...asked, reason: 'due', viewer: operator })).toMatchObject({ ok: true });
  }
  expect([await held(at), await charged(at)]).toEqual([[], ['40000.00']]);
  expect(await evidence(at.orderId)).toMatchObject({ status: 'PAID', paidMinor: 4_000_000n });
  expect(await dependence(at)).toEqual([]);
});

test.each(['another card', 'a page of the gateway'])(
  'an order that was refused waits after the deletion, and %s pays it',
  async (way) => {
    const at = await scene();
    const { orderId, viewer } = at;
    await refuse(at, '51');
    await at.click();
    expect(await dependence(at)).toEqual(['unpaid']);
    expect(await forget(at)).toEqual(gone);
    expect(await at.click()).toEqual({ ok: false, problem: 'unknown_card' });
    expect(await dependence(at)).toEqual(['unpaid']);
    if (way === 'another card') {
      const other = await keptCard(viewer);
      expect(await at.click(newKey(), { cardId: other.id })).toEqual({ ok: true });
      expect(await evidence(orderId)).toMatchObject({ status: 'PAID', sessions: ['REJECTED', 'APPROVED'] });
    } else {
      const asked = { orderId, viewer, flow: 'basic', answers: {}, attemptKey: newKey(), visitor };
      expect(await startCheckout(asked)).toMatchObject({ ok: true });
    }
    expect(await dependence(at)).toEqual([]);
  },
);

test('what depends on a card is its owner’s to know, and what a membership owes is the membership’s', async () => {
  const at = await scene({ number: cards.pendingApproved });
  await at.click();
  for (const viewer of [await account(), operator])
    expect(await dependence({ card: at.card, viewer })).toEqual([]);
  expect(await wasGivenUp(at.card.id, at.viewer)).toBe(false);
  await forget(at);
  expect(await wasGivenUp(at.card.id, at.viewer)).toBe(true);
  expect(await wasGivenUp(at.card.id, operator)).toBe(false);

  const viewer = await account();
  const card = await keptCard(viewer);
  const productSlug = await createProduct();
  await writeTx((tx) => tx.product.update({ where: { slug: productSlug }, data: { renews: 'M' } }));
  const rule = {
    op: 'charge',
    match: { referencePrefix: 'LAD-', nth: 1 },
    do: { force: { status: 'REJECTED', reason: '51' } },
  };
  expect((await stage.control('POST', 'faults', rule)).http).toBe(201);
  const joining = {
    key: newKey(),
    productSlug,
    cardId: card.id,
    buyer,
    locale: 'es' as const,
    viewer,
    visitor,
  };
  expect(await beginMembership(joining)).toMatchObject({ ok: true });
  const refused = { chargedCardId: card.id, status: 'REJECTED' };
  expect(await db.checkoutSession.count({ where: refused })).toBe(1);
  expect(await dependence({ card, viewer })).toEqual([]);
});
