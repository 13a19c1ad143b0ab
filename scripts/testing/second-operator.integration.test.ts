/** What takes two operators, and what one may ask for in a day, with the gateway's own book as oracle. */
import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { cards } from '@/lib/sandbox/testing/calls';
import { pay, setStage } from '@/lib/sandbox/testing/stage';
import type { Viewer } from '@/lib/domain/viewer';

process.env.OPERATOR_LIMITS = 'COP:45000:100000';
const stage = await setStage();
const { createOrder, evidence, orderNow, visitor } = await import('./shop');
const { verifyAudit } = await import('@/lib/data/audit');
const { writeTx } = await import('@/lib/data/db');
const { findProposals } = await import('@/lib/data/proposed-operations');
const { attempts } = await import('@/lib/domain/transaction');
const { decideProposal } = await import('@/lib/use-cases/decide-proposal');
const { followUp } = await import('@/lib/use-cases/follow-up');
const { recoverOperations } = await import('@/lib/use-cases/recover-operations');
const { settleCheckout } = await import('@/lib/use-cases/settle-checkout');
const { startCheckout } = await import('@/lib/use-cases/start-checkout');

afterAll(() => stage.close());

const someOperator = (): Viewer & { kind: 'operator' } => {
  const userId = randomUUID();
  return { kind: 'operator', userId, name: `Operator ${userId.slice(0, 4)}`, accessKeys: [] };
};

/** Paid: 45,000.50 COP, which is just more than one may give back alone. */
async function paid() {
  const { orderId, viewer } = await createOrder();
  await startCheckout({ orderId, viewer, flow: 'basic', answers: {}, attemptKey: randomUUID(), visitor });
  const session = (await orderNow(orderId)).sessions.at(-1);
  const key = session?.processUrl?.split('/').at(-1) ?? '';
  await pay({ requestId: Number(session?.requestId), key }, cards.approved);
  await settleCheckout({ sessionId: session?.id ?? '', source: 'return' });
  const [attempt] = attempts((await orderNow(orderId)).sessions.at(-1)?.transactions ?? []);
  const transaction = attempt?.internalReference ?? '';
  const refund = (by: Viewer, amount = '') =>
    followUp({
      ...{ orderId, transaction, name: 'refund', amount, idemKey: randomUUID() },
      ...{ reason: 'The tour was cancelled', viewer: by },
    });
  const givenBack = async () => {
    const { body } = await stage.control('GET', `ledger?reference=${session?.reference}`);
    return (body as { refunded: Record<string, string> }).refunded;
  };
  return { orderId, refund, givenBack };
}

async function proposed() {
  const asker = someOperator();
  const order = await paid();
  expect(await order.refund(asker)).toMatchObject({ ok: true, operation: { state: 'PROPOSED' } });
  const [proposal] = await findProposals(asker, { orderId: order.orderId });
  if (!proposal) throw new Error('Nothing was proposed.');
  const operationId = proposal.operation.id;
  const decide = (viewer: Viewer, agrees = true) =>
    decideProposal({ operationId, agrees, reason: 'I saw the mail', viewer });
  return { ...order, asker, operationId, decide };
}

test('above the limit nothing is sent before another operator agrees; nobody agrees with themselves', async () => {
  const { orderId, refund, givenBack, asker, decide } = await proposed();
  const second = someOperator();
  expect(await refund(second)).toEqual({ ok: false, problem: 'operation_running' });
  expect(await decide(asker)).toEqual({ ok: false, problem: 'own_operation' });
  expect(await decide({ kind: 'buyer', userId: 'b', name: 'B', accessKeys: [] })).toEqual({
    ok: false,
    problem: 'not_allowed',
  });
  expect(await givenBack()).toEqual({});
  expect(await findProposals(second, { orderId })).toMatchObject([
    { isOwn: false, why: 'The tour was cancelled', stake: { minor: 4_500_050n } },
  ]);
  const both = await Promise.all([decide(second), decide(someOperator())]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(await givenBack()).toEqual({ COP: '45000.50' });
  const { status, events } = await evidence(orderId);
  expect(status).toBe('REFUNDED');
  const told = events.filter((type) => type.startsWith('OPERATION_'));
  expect(told).toEqual(['OPERATION_PROPOSED', 'OPERATION_APPROVED', 'OPERATION_SENT', 'OPERATION_DONE']);
  expect((await verifyAudit()).brokenAt).toBeNull();
});

test('what is too much for one is too much in two parts as well', async () => {
  const switches = { partialRefundUnsettled: true };
  await stage.control('POST', 'sites', { login: process.env.PLACETOPAY_LOGIN, switches });
  const { refund, givenBack } = await paid();
  const asker = someOperator();
  expect(await refund(asker, '30000')).toMatchObject({ ok: true, operation: { state: 'DONE' } });
  expect(await refund(asker, '15000.50')).toMatchObject({ ok: true, operation: { state: 'PROPOSED' } });
  expect(await givenBack()).toEqual({ COP: '30000.00' });
});

test('what another agreed with does not count against what one may still do alone', async () => {
  const switches = { partialRefundUnsettled: true };
  await stage.control('POST', 'sites', { login: process.env.PLACETOPAY_LOGIN, switches });
  const { orderId, refund, givenBack } = await paid();
  const asker = someOperator();
  expect(await refund(asker, '45000.20')).toMatchObject({ ok: true, operation: { state: 'PROPOSED' } });
  const [proposal] = await findProposals(asker, { orderId });
  const operationId = proposal?.operation.id ?? '';
  const agreed = { operationId, agrees: true, reason: 'I saw the mail', viewer: someOperator() };
  expect(await decideProposal(agreed)).toMatchObject({ ok: true });
  expect(await refund(asker, '0.30')).toMatchObject({ ok: true, operation: { state: 'DONE' } });
  expect(await givenBack()).toEqual({ COP: '45000.50' });
});

test('the database refuses what was sent without a second one, and one’s own consent', async () => {
  const { operationId, asker, givenBack } = await proposed();
  const set = (data: object) => writeTx((tx) => tx.operation.update({ where: { id: operationId }, data }));
  await expect(set({ state: 'PREPARED' })).rejects.toThrow(/four_eyes/);
  await expect(set({ state: 'PREPARED', approvedById: asker.userId })).rejects.toThrow(/four_eyes/);
  await expect(set({ needsSecond: false })).rejects.toThrow(/frozen/);
  expect(await givenBack()).toEqual({});
});

test('what is not agreed with, taken back, or left for a day is not done, and may be asked for again', async () => {
  for (const end of ['another', 'own', 'a day'] as const) {
    const { orderId, refund, givenBack, asker, decide } = await proposed();
    if (end === 'another') expect(await decide(someOperator(), false)).toMatchObject({ ok: true });
    if (end === 'own') expect(await decide(asker, false)).toMatchObject({ ok: true });
    if (end === 'a day') {
      await recoverOperations({ now: new Date(Date.now() + 23 * 3_600_000) });
      expect(await findProposals(asker, { orderId })).toHaveLength(1);
      await recoverOperations({ now: new Date(Date.now() + 25 * 3_600_000) });
    }
    expect(await findProposals(asker, { orderId })).toEqual([]);
    expect(await decide(someOperator())).toEqual({ ok: false, problem: 'not_possible_now' });
    expect((await evidence(orderId)).events.at(-1)).toBe('OPERATION_ABANDONED');
    expect(await givenBack()).toEqual({});
    expect(await refund(asker)).toMatchObject({ ok: true, operation: { state: 'PROPOSED' } });
  }
});

test('a day has its limit: what was not done does not count, and at once no more than it is asked for', async () => {
  const asker = someOperator();
  const [first, second, third] = await Promise.all([paid(), paid(), paid()]);
  const asked = await Promise.all([first, second, third].map(({ refund }) => refund(asker)));
  const refused = asked.filter(({ ok }) => !ok);
  expect(refused).toEqual([{ ok: false, problem: 'daily_limit' }]);
  const left = [first, second, third][asked.findIndex(({ ok }) => !ok)];
  const one = (await findProposals(asker)).find(({ isOwn }) => isOwn);
  await decideProposal({
    ...{ operationId: one?.operation.id ?? '', agrees: false, viewer: asker },
    reason: 'It was the wrong order',
  });
  expect(await left?.refund(asker)).toMatchObject({ ok: true });
  expect(await (await paid()).refund(asker)).toEqual({ ok: false, problem: 'daily_limit' });
  expect(await (await paid()).refund(someOperator())).toMatchObject({ ok: true });
});
