/** Everything that follows a payment, by the shop's use-cases and over real HTTP, with the gateway's own book as oracle. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cards } from '@/lib/sandbox/testing/calls';
import { pay, setStage } from '@/lib/sandbox/testing/stage';
import type { OperationName } from '@/lib/domain/operation';
import type { Viewer } from '@/lib/domain/viewer';
import { testBooks } from './books';

const stage = await setStage();
const { buyer, createOrder, createProduct, evidence, operator, orderNow, visitor } = await import('./shop');
const { findProposals } = await import('@/lib/data/proposed-operations');
const { decideProposal } = await import('@/lib/use-cases/decide-proposal');
const { findWallet } = await import('@/lib/data/wallet');
const { addToCart } = await import('@/lib/data/carts');
const { db, writeTx } = await import('@/lib/data/db');
const { createOrder: writeOrder } = await import('@/lib/data/orders');
const { orderStanding } = await import('@/lib/domain/order-standing');
const { startCheckout } = await import('@/lib/use-cases/start-checkout');
const { settleCheckout } = await import('@/lib/use-cases/settle-checkout');
const { followUp } = await import('@/lib/use-cases/follow-up');
const { resolveOperation } = await import('@/lib/use-cases/resolve-operation');
const { recoverOperations } = await import('@/lib/use-cases/recover-operations');
const { acceptPart } = await import('@/lib/data/accepted-parts');
const { receiveNotification } = await import('@/lib/use-cases/receive-notification');
const { cancelCheckout } = await import('@/lib/use-cases/cancel-checkout');
const { attempts, partsOf } = await import('@/lib/domain/transaction');
const { whenIdle } = await import('@/lib/use-cases/background');
const { reconcile } = await import('@/lib/use-cases/reconcile');
const { mostTries } = await import('@/lib/use-cases/close-replaced');

beforeAll(async () => {
  const switches = { partialRefundUnsettled: true };
  const set = await stage.control('POST', 'sites', { login: process.env.PLACETOPAY_LOGIN, switches });
  expect(set.http).toBe(200);
});
afterAll(async () => {
  await whenIdle();
  await stage.close();
});

type Placed = Awaited<ReturnType<typeof createOrder>>;

async function open(flow: string, answers: Record<string, string> = {}, order?: Placed) {
  const placed = order ?? (await createOrder());
  const { orderId, viewer } = placed;
  const started = await startCheckout({ orderId, viewer, flow, answers, attemptKey: randomUUID(), visitor });
  if (!started.ok) throw new Error(JSON.stringify(started));
  return { ...placed, ...(await last(orderId)) };
}

async function last(orderId: string) {
  const session = (await orderNow(orderId)).sessions.at(-1);
  if (!session) throw new Error('The order has no session.');
  const key = session.processUrl?.split('/').at(-1) ?? '';
  return { session, page: { requestId: Number(session.requestId), key } };
}

async function paid(flow: string, answers: Record<string, string> = {}) {
  const opened = await open(flow, answers);
  await pay(opened.page, cards.approved);
  await settleCheckout({ sessionId: opened.session.id, source: 'return' });
  const { session } = await last(opened.orderId);
  const [attempt] = attempts(session.transactions);
  if (!attempt) throw new Error('Nothing was attempted.');
  const transaction = attempt.internalReference;
  const act = (name: OperationName, amount = '', idemKey: string = randomUUID(), target = transaction) =>
    followUp({
      ...{ orderId: opened.orderId, transaction: target, name, amount, idemKey },
      reason: 'asked',
      viewer: operator,
    });
  return { ...opened, session, attempt, transaction, act };
}

async function book(reference: string) {
  const { body } = await stage.control('GET', `ledger?reference=${reference}`);
  return body as {
    approved: Record<string, string>;
    held: Record<string, string>;
    refunded: Record<string, string>;
    transactions: { type: string; internalReference: number }[];
  };
}

async function fault(rule: object) {
  expect((await stage.control('POST', 'faults', rule)).http).toBe(201);
}

const lost = (reference: string, at: 'beforeCommit' | 'afterCommit') =>
  fault({ op: 'transaction', match: { reference, nth: 1 }, at, do: { reset: true } });

const second: Viewer = { kind: 'operator', userId: randomUUID(), name: 'Second', accessKeys: [] };

const inAWhile = () => new Date(Date.now() + 120_000);

/** The same thing from the same cart once more; resolves when nothing goes on in the background any more. */
async function orderAgain({ cart, viewer, productSlug: slug }: Placed) {
  const again = await createOrder({ cart, viewer, slug });
  await whenIdle();
  return again;
}

const cancelCalls = (sessionId: string) =>
  db.gatewayCall.count({ where: { sessionId, path: { endsWith: '/cancel' } } });

test('a hold is raised above what was ordered by two, lowered and captured for less by one', async () => {
  const { act, orderId, session } = await paid('preauthorization');
  expect(await evidence(orderId)).toMatchObject({ status: 'AUTHORIZED', paidMinor: 0n });
  expect((await book(session.reference)).held).toEqual({ COP: '45000.50' });
  expect(await act('reauthorize', '60000')).toMatchObject({ ok: true, operation: { state: 'PROPOSED' } });
  expect((await book(session.reference)).held).toEqual({ COP: '45000.50' });
  const [proposal] = await findProposals(second, { orderId });
  const operationId = proposal?.operation.id ?? '';
  expect(
    await decideProposal({ operationId, agrees: true, reason: 'The guest stays longer', viewer: second }),
  ).toMatchObject({ ok: true });
  expect((await book(session.reference)).held).toEqual({ COP: '60000.00' });
  expect(await act('reauthorize', '44000')).toMatchObject({ ok: true, operation: { state: 'DONE' } });
  expect((await book(session.reference)).held).toEqual({ COP: '44000.00' });
  expect(await act('capture', '44000.01')).toMatchObject({ fields: { amount: 'out_of_bounds' } });
  expect(await act('capture', '40000')).toMatchObject({ ok: true });
  expect(await evidence(orderId)).toMatchObject({ status: 'PAID', paidMinor: 4_000_000n, goods: ['SOLD'] });
  expect(await book(session.reference)).toMatchObject({ approved: { COP: '40000.00' }, held: {} });
  for (const name of ['capture', 'reauthorize', 'release'] as const)
    expect(await act(name)).toEqual({ ok: false, problem: 'not_possible_now' });
});

test('a captured hold is given back in two parts, and never more', async () => {
  const { act, orderId, session } = await paid('preauthorization');
  await act('capture');
  expect(await act('refund', '20000')).toMatchObject({ ok: true });
  expect(await evidence(orderId)).toMatchObject({ status: 'PARTIALLY_REFUNDED', paidMinor: 2_500_050n });
  expect(await act('refund', '25000.51')).toMatchObject({ fields: { amount: 'out_of_bounds' } });
  expect(await act('refund')).toMatchObject({ ok: true });
  expect(await evidence(orderId)).toMatchObject({ status: 'REFUNDED', paidMinor: 0n });
  expect((await book(session.reference)).refunded).toEqual({ COP: '45000.50' });
  await settleCheckout({ sessionId: session.id, source: 'operator' });
  expect(await evidence(orderId)).toMatchObject({ status: 'REFUNDED', paidMinor: 0n });
});

test('a hold that is released charges nothing, and its goods go back', async () => {
  const { act, orderId, session } = await paid('preauthorization');
  expect(await act('release')).toMatchObject({ ok: true });
  expect(await evidence(orderId)).toMatchObject({ status: 'RELEASED', paidMinor: 0n, goods: ['RETURNED'] });
  expect(await book(session.reference)).toMatchObject({ approved: {}, held: {} });
});

test('two operators at once capture once; the same click twice is one operation', async () => {
  const { act, orderId, session } = await paid('preauthorization');
  const key = randomUUID();
  const answers = await Promise.all([
    act('capture', '30000', key),
    act('capture', '30000', key),
    act('capture', '20000'),
  ]);
  const done = answers.filter(({ ok }) => ok);
  expect(done.length).toBeGreaterThan(0);
  const { paidMinor } = await evidence(orderId);
  const { approved, transactions } = await book(session.reference);
  expect(transactions.filter(({ type }) => type === 'CAPTURE')).toHaveLength(1);
  expect(approved).toEqual({ COP: paidMinor === 3_000_000n ? '30000.00' : '20000.00' });
  expect(await db.operation.count({ where: { orderId, state: 'DONE' } })).toBe(1);
});

test.each(['beforeCommit', 'afterCommit'] as const)(
  'a capture that is lost %s freezes the hold until an operator decides, and is never sent again',
  async (at) => {
    const { act, orderId, session } = await paid('preauthorization');
    await lost(session.reference, at);
    expect(await act('capture')).toMatchObject({ ok: false, problem: 'operation_in_doubt' });
    for (const name of ['capture', 'reauthorize', 'release'] as const)
      expect(await act(name)).toMatchObject({ ok: false, problem: 'operation_in_doubt' });
    await recoverOperations({ now: inAWhile() });
    const { transactions } = await book(session.reference);
    expect(transactions.filter(({ type }) => type === 'CAPTURE')).toHaveLength(at === 'afterCommit' ? 1 : 0);
    const [operation] = await db.operation.findMany({ where: { orderId } });
    const suspense = await db.suspense.findFirst({ where: { dedupeKey: `operation:${operation?.id}` } });
    expect(suspense).toMatchObject({ kind: 'operation_in_doubt', resolvedAt: null });
    const decide = (evidence: string) =>
      resolveOperation({
        operationId: operation?.id ?? '',
        outcome: at === 'afterCommit' ? 'done' : 'not_done',
        evidence,
        reason: 'seen at the console',
        viewer: operator,
      });
    expect(await decide(' ')).toMatchObject({ fields: { evidence: 'evidence_required' } });
    expect(await decide('console, 20 Nov')).toEqual({ ok: true });
    expect(await decide('again')).toMatchObject({ ok: false });
    if (at === 'beforeCommit') expect(await act('capture')).toMatchObject({ ok: true });
    expect(await evidence(orderId)).toMatchObject({ status: 'PAID', paidMinor: 4_500_050n });
    expect((await book(session.reference)).approved).toEqual({ COP: '45000.50' });
  },
);

test.each(['beforeCommit', 'afterCommit'] as const)(
  'a whole refund that is lost %s is sent again and done once',
  async (at) => {
    const { act, orderId, session } = await paid('basic');
    await lost(session.reference, at);
    expect(await act('refund')).toMatchObject({ problem: 'operation_in_doubt' });
    expect(await evidence(orderId)).toMatchObject({ status: 'PAID' });
    await recoverOperations({ now: inAWhile() });
    expect(await evidence(orderId)).toMatchObject({ status: 'REFUNDED', paidMinor: 0n });
    const { refunded, transactions } = await book(session.reference);
    expect(refunded).toEqual({ COP: '45000.50' });
    expect(transactions.filter(({ type }) => type === 'REVERSE')).toHaveLength(1);
  },
);

/** The answer to the next sending but one says this. */
const answerSecond = (reference: string, told: { reason: string | number; message: string }) =>
  fault({
    ...{ op: 'transaction', match: { reference, nth: 2 }, at: 'response' },
    do: { mutate: { path: 'status', value: { ...told, status: 'FAILED', date: new Date().toISOString() } } },
  });

test('a lost refund that cannot be sent again stays in doubt, and is done once it can', async () => {
  const { act, orderId, session } = await paid('basic');
  await lost(session.reference, 'afterCommit');
  await answerSecond(session.reference, { reason: 401, message: 'Autenticación fallida 103' });
  expect(await act('refund')).toMatchObject({ problem: 'operation_in_doubt' });
  await recoverOperations({ now: inAWhile() });
  expect(await db.operation.findFirst({ where: { orderId } })).toMatchObject({ state: 'IN_DOUBT' });
  await recoverOperations({ now: new Date(inAWhile().getTime() + 120_000) });
  expect(await evidence(orderId)).toMatchObject({ status: 'REFUNDED', paidMinor: 0n });
});

test('a lost refund that is refused when it is sent again waits for an operator: the first may have been done', async () => {
  const { act, orderId, session } = await paid('basic');
  await lost(session.reference, 'afterCommit');
  await answerSecond(session.reference, { reason: 'XN', message: 'No se puede reversar' });
  expect(await act('refund')).toMatchObject({ problem: 'operation_in_doubt' });
  await recoverOperations({ now: inAWhile() });
  const operation = await db.operation.findFirst({ where: { orderId } });
  expect(operation).toMatchObject({ state: 'IN_DOUBT', nextAt: null });
  const seen = await db.suspense.findFirst({ where: { dedupeKey: `operation:${operation?.id}` } });
  expect(seen).toMatchObject({ kind: 'operation_in_doubt', resolvedAt: null });
});

test('a part of a refund that is lost waits for an operator: sent again it would be given back again', async () => {
  const { act, session } = await paid('basic');
  await lost(session.reference, 'afterCommit');
  expect(await act('refund', '1000')).toMatchObject({ problem: 'operation_in_doubt' });
  await recoverOperations({ now: inAWhile() });
  expect((await book(session.reference)).refunded).toEqual({ COP: '1000.00' });
});

test('what the gateway refuses moves nothing, and its words are kept', async () => {
  const { act, orderId, session } = await paid('basic');
  await stage.control(
    'POST',
    `transactions/${(await last(orderId)).session.transactions[0]?.internalReference}/refund`,
  );
  await stage.post('transaction', {
    action: 'reverse',
    internalReference: Number((await last(orderId)).session.transactions[0]?.internalReference),
  });
  expect(await act('refund', '1000')).toMatchObject({
    ok: false,
    problem: 'operation_refused',
    message: expect.any(String),
  });
  expect((await book(session.reference)).refunded).toEqual({ COP: '45000.50' });
  expect(await evidence(orderId)).toMatchObject({ status: 'PAID' });
  await settleCheckout({ sessionId: session.id, source: 'operator' });
  expect(await evidence(orderId)).toMatchObject({ status: 'REFUNDED', paidMinor: 0n });
});

test.each([
  [cards.approved, 'PAID', 'APPROVED'],
  [cards.refused, 'AWAITING_PAYMENT', 'REJECTED'],
])('with card %s the shop’s confirmation ends %s', async (card, status, ended) => {
  const opened = await open('confirmation');
  await pay(opened.page, card);
  await settleCheckout({ sessionId: opened.session.id, source: 'return' });
  const { session } = await last(opened.orderId);
  const [attempt] = attempts(session.transactions);
  expect(attempt?.status).toBe('PENDING_CONFIRMATION');
  expect(await evidence(opened.orderId)).toMatchObject({ status: 'CONFIRMING', paidMinor: 0n });
  const transaction = attempt?.internalReference ?? '';
  await followUp({
    orderId: opened.orderId,
    transaction,
    name: 'confirm',
    idemKey: randomUUID(),
    reason: 'x',
    viewer: operator,
  });
  expect(await evidence(opened.orderId)).toMatchObject({ status, sessions: [ended] });
});

test.each(['beforeCommit', 'afterCommit'] as const)(
  'a decline that is lost %s is asked about',
  async (at) => {
    const { act, orderId, session } = await paid('confirmation');
    await lost(session.reference, at);
    expect(await act('decline')).toMatchObject({ problem: 'operation_in_doubt' });
    // The gateway may still be working on the call that nobody waited for.
    await recoverOperations({ now: new Date(Date.now() + 30_000) });
    expect(await db.operation.findFirst({ where: { orderId } })).toMatchObject({ state: 'IN_DOUBT' });
    await recoverOperations({ now: inAWhile() });
    if (at === 'beforeCommit') expect(await act('decline')).toMatchObject({ ok: true });
    expect(await evidence(orderId)).toMatchObject({ status: 'AWAITING_PAYMENT', sessions: ['REJECTED'] });
    expect((await book(session.reference)).approved).toEqual({});
  },
);

test('a payment for two sellers is booked by its parts, and one part is given back', async () => {
  const { orderId, session, attempt, act } = await paid('dispersion', {
    ...{
      by: 'percentage',
      part1Share: '90',
      part1Agreement: '1299',
      part1Type: 'AIRLINE',
      airportTax: '1000',
    },
    ...{ part2Share: '10', part2Type: 'MERCHANT', tip: '100' },
  });
  const parts = partsOf(session.transactions, attempt);
  expect(parts.map(({ amount, status }) => [amount.minor, status])).toEqual([
    [4_050_045n, 'APPROVED'],
    [450_005n, 'APPROVED'],
  ]);
  expect(await evidence(orderId)).toMatchObject({ status: 'PAID', paidMinor: 4_500_050n });
  expect(await act('refund', '4500.05', randomUUID(), parts[1]?.internalReference)).toMatchObject({
    ok: true,
  });
  expect(await evidence(orderId)).toMatchObject({ status: 'PARTIALLY_REFUNDED', paidMinor: 4_050_045n });
  expect((await book(session.reference)).refunded).toEqual({ COP: '4500.05' });
});

test('parts of a payment are kept when time runs out; the rest is asked for in a new session', async () => {
  const opened = await open('partial');
  const { orderId, session, page } = opened;
  await pay(page, cards.approved, { amount: '20000.50' });
  await settleCheckout({ sessionId: session.id, source: 'return' });
  expect(await evidence(orderId)).toMatchObject({ status: 'PARTIALLY_PAID', sessions: ['APPROVED_PARTIAL'] });
  await stage.control('POST', `sessions/${page.requestId}/expire`);
  await settleCheckout({ sessionId: session.id, source: 'reconciler' });
  expect(await evidence(orderId)).toMatchObject({
    status: 'PARTIALLY_PAID',
    sessions: ['PARTIAL_EXPIRED'],
    paidMinor: 2_000_050n,
  });
  const rest = await open('basic', {}, opened);
  expect(rest.session.amount.minor).toBe(2_500_000n);
  await pay(rest.page, cards.approved);
  await settleCheckout({ sessionId: rest.session.id, source: 'return' });
  expect(await evidence(orderId)).toMatchObject({ status: 'PAID', paidMinor: 4_500_050n });
});

async function account(): Promise<Viewer & { userId: string }> {
  const id = randomBytes(8).toString('hex');
  const user = { id, email: `${id}@ladera.test`, name: 'Ana', passwordHash: 'none', role: 'BUYER' };
  await writeTx((tx) => tx.user.create({ data: user }));
  return { kind: 'buyer', userId: id, name: 'Ana', accessKeys: [] };
}

test.each([
  ['with leave', true, ['CARD_KEPT']],
  ['without leave', false, []],
])('a card is kept for its owner %s, sealed', async (_how, consent, told) => {
  const viewer = await account();
  const { userId } = viewer;
  const placed = await createOrder({ viewer });
  const opened = await open('pay-and-subscribe', {}, placed);
  await pay(opened.page, cards.approved, { consent });
  await settleCheckout({ sessionId: opened.session.id, source: 'return' });
  const { events, status } = await evidence(placed.orderId);
  expect(status).toBe('PAID');
  expect(events.filter((type) => type.startsWith('CARD_'))).toEqual(told);
  const rows = await db.cardToken.findMany({ where: { userId } });
  expect(rows).toHaveLength(told.length);
  for (const { tokenEncrypted, lastDigits } of rows) {
    expect(lastDigits).toBe('1111');
    expect(tokenEncrypted).not.toMatch(/[0-9a-f]{64}/);
  }
});

test.each([
  [cards.approved, 'PAID', ['APPROVED'], 1],
  // A bank that would leave a payment pending is asked for none.
  [cards.pendingApproved, 'PAID', ['APPROVED'], 1],
  [cards.refused, 'AWAITING_PAYMENT', ['PENDING'], 0],
] as const)('registering card %s for nothing leaves the order %s', async (card, status, sessions, kept) => {
  const viewer = await account();
  const slug = await createProduct({ priceMinor: 0n });
  const opened = await open('subscription', {}, await createOrder({ viewer, slug }));
  await pay(opened.page, card);
  await settleCheckout({ sessionId: opened.session.id, source: 'return' });
  expect(await evidence(opened.orderId)).toMatchObject({ status, sessions, paidMinor: 0n, facts: [] });
  expect(await findWallet(viewer)).toHaveLength(kept);
  expect(await findWallet(operator)).toEqual([]);
});

test('a repeated payment pays the order once and keeps its schedule', async () => {
  const answers = {
    periodicity: 'M',
    interval: '1',
    nextPayment: '2030-01-31',
    maxPeriods: '3',
    dueDate: '',
  };
  const { orderId, session } = await paid('recurring', answers);
  expect(session.terms.recurring).toEqual({ ...answers, interval: 1, maxPeriods: 3, dueDate: null });
  expect(await evidence(orderId)).toMatchObject({ status: 'PAID', paidMinor: 4_500_050n });
  const { body } = await stage.control('GET', `sessions/${session.requestId}/recurrence`);
  expect(JSON.stringify(body)).toContain('2030-01-31');
});

test('a later charge that the gateway tells of is put before an operator once, and booked never', async () => {
  const answers = {
    periodicity: 'D',
    interval: '1',
    nextPayment: '2030-01-31',
    maxPeriods: '3',
    dueDate: '',
  };
  const { orderId, session } = await paid('recurring', answers);
  const told = (signature: string, reference = session.reference) =>
    receiveNotification(
      JSON.stringify({
        status: { status: 'APPROVED', reason: '00', message: 'x', date: '2030-01-31T00:00:00-05:00' },
        ...{ internalReference: 4711, reference, signature, recurring: { tries: 1, enabled: 1 } },
      }),
    );
  const secret = process.env.PLACETOPAY_SECRET_KEY ?? '';
  const digest = createHash('sha256').update(`4711APPROVED2030-01-31T00:00:00-05:00${secret}`).digest('hex');
  expect(await told(`sha256:${digest}`)).toBe('accepted');
  expect(await told(`sha256:${digest}`)).toBe('accepted');
  expect(await told('none')).toBe('accepted');
  expect(await told(`sha256:${digest}`, 'LAD-OTHER-1-ABCDEF')).toBe('unauthorized');
  await whenIdle();
  const rows = await db.suspense.findMany({ where: { sessionId: session.id, kind: 'recurring_charge' } });
  const signedBy = rows.map(({ detail }) => (detail as Record<string, string>).signedBy).sort();
  expect(signedBy).toEqual(['checkout', 'neither']);
  const { events, ...rest } = await evidence(orderId);
  expect(rest).toMatchObject({ status: 'PAID', paidMinor: 4_500_050n });
  expect(events.filter((type) => type === 'RECURRING_CHARGE_TOLD')).toHaveLength(2);
});

test('what was paid of an order whose time ran out can be accepted, by an operator and once', async () => {
  const { orderId, viewer, session, page } = await open('partial');
  await pay(page, cards.approved, { amount: '20000.50' });
  const accept = (by = operator) => acceptPart({ orderId, reason: 'one night less' }, by, new Date());
  await settleCheckout({ sessionId: session.id, source: 'return' });
  expect(await accept()).toBe(false);
  await stage.control('POST', `sessions/${page.requestId}/expire`);
  await settleCheckout({ sessionId: session.id, source: 'reconciler' });
  expect(await accept(viewer)).toBe(false);
  expect(await accept()).toBe(true);
  expect(await accept()).toBe(false);
  expect(await evidence(orderId)).toMatchObject({ status: 'PAID', paidMinor: 2_000_050n, goods: ['SOLD'] });
});

test('a guest’s card is not kept, and the timeline says so', async () => {
  const opened = await open('pay-and-subscribe');
  await pay(opened.page, cards.approved, { consent: true });
  await settleCheckout({ sessionId: opened.session.id, source: 'return' });
  expect((await evidence(opened.orderId)).events).toContain('CARD_NOT_KEPT');
  expect(await db.cardToken.count({ where: { sessionId: opened.session.id } })).toBe(0);
});

test('an open page is closed for good, unless somebody was quicker and paid', async () => {
  const first = await open('basic');
  expect(await cancelCheckout(first)).toEqual({ ok: true });
  expect(await evidence(first.orderId)).toMatchObject({ sessions: ['REJECTED'], goods: ['RETURNED'] });
  expect(await cancelCheckout(first)).toEqual({ ok: false, problem: 'nothing_to_cancel' });
  const second = await open('basic');
  await pay(second.page, cards.approved);
  expect(await cancelCheckout(second)).toMatchObject({ ok: false, problem: 'cancel_refused' });
  expect(await evidence(second.orderId)).toMatchObject({ status: 'PAID' });
});

test('a cart that is ordered again closes the page of what it was before, and only an untouched one', async () => {
  const first = await open('basic');
  await pay(first.page, cards.refused);
  await createOrder({ cart: first.cart, slug: first.productSlug });
  await createOrder({ cart: first.cart, viewer: first.viewer });
  await whenIdle();
  // Somebody else at the same browser, and an order with nothing of it, stand beside it.
  expect((await orderNow(first.orderId)).sessions[0]?.status).toBe('PENDING');
  const again = await orderAgain(first);
  const closed = await orderNow(first.orderId);
  expect(closed.sessions[0]).toMatchObject({ status: 'REJECTED', reason: 'MC' });
  expect(closed.sessions[0]?.replacedBy).toBe((await orderNow(again.orderId)).number);
  expect(orderStanding(closed, new Date())).toBe('replaced');
  expect(closed.events.find(({ type }) => type === 'CANCEL_ASKED')?.data).toMatchObject({
    why: 'cart_changed',
  });
  expect(await evidence(first.orderId)).toMatchObject({ status: 'AWAITING_PAYMENT', goods: ['RETURNED'] });
  expect(await evidence(again.orderId)).toMatchObject({ sessions: [], status: 'AWAITING_PAYMENT' });
  expect((await open('basic', {}, first)).session.status).toBe('PENDING');
});

test.each([
  ['a pending payment', 'basic', cards.pendingApproved, {}, 'CONFIRMING'],
  ['a payment nobody has heard of yet', 'basic', cards.approved, {}, 'PAID'],
  ['a part of the payment', 'partial', cards.approved, { amount: '20000.50' }, 'PARTIALLY_PAID'],
] as const)('%s is not disturbed when the cart is ordered again', async (_, flow, card, more, status) => {
  const first = await open(flow);
  const { orderId, page } = first;
  await pay(page, card, more);
  await orderAgain(first);
  await reconcile({ now: inAWhile() });
  const { events, ...rest } = await evidence(orderId);
  expect(rest).toMatchObject({ status });
  expect(events).not.toContain('CANCEL_ASKED');
});

const cancelFails = (reference: string, nth?: number) =>
  fault({ op: 'cancel', match: { reference, ...(nth && { nth }) }, at: 'beforeCommit', do: { status: 500 } });

/** The reconciler looks so many times, each after the longest wait between two looks at a page of today. */
async function sweep({ orderId }: Placed, looks: number) {
  for (let look = 1; look <= looks; look += 1)
    await reconcile({ now: new Date(Date.now() + look * 16 * 60_000) });
  return evidence(orderId);
}

test('a page that cannot be closed stops nobody from ordering again, and is closed as soon as it can be', async () => {
  const first = await open('basic');
  for (const nth of [1, 2]) await cancelFails(first.session.reference, nth);
  const again = await orderAgain(first);
  expect((await evidence(again.orderId)).status).toBe('AWAITING_PAYMENT');
  expect((await evidence(first.orderId)).sessions).toEqual(['PENDING']);
  expect(orderStanding(await orderNow(first.orderId), new Date())).toBe('closing');
  const { events, sessions, goods } = await sweep(first, 2);
  expect({ sessions, goods }).toEqual({ sessions: ['REJECTED'], goods: ['RETURNED'] });
  // However often it was tried, the timeline tells it once.
  for (const type of ['CANCEL_ASKED', 'CANCEL_REFUSED'])
    expect(events.filter((event) => event === type)).toHaveLength(1);
});

test('a process that dies between the order and the call leaves the page to the reconciler', async () => {
  const first = await open('basic');
  const { viewer, cart, productSlug } = first;
  const added = await addToCart({ cartId: cart, productSlug, quantity: 2 });
  expect(added.ok).toBe(true);
  const placing = { cartId: cart, checkoutKey: randomUUID(), buyer, locale: 'es', viewer } as const;
  expect(await writeOrder({ ...placing, now: new Date() })).toMatchObject({ ok: true });
  expect((await evidence(first.orderId)).sessions).toEqual(['PENDING']);
  expect((await sweep(first, 1)).sessions).toEqual(['REJECTED']);
});

test('what is paid, or on its way, between two tries is not touched any more', async () => {
  const first = await open('basic');
  await cancelFails(first.session.reference);
  await orderAgain(first);
  await pay(first.page, cards.pendingApproved);
  expect((await sweep(first, 3)).status).toBe('CONFIRMING');
  expect(await cancelCalls(first.session.id)).toBe(1);
});

test('a gateway that never closes a page is asked so often and no more', async () => {
  const first = await open('basic');
  await cancelFails(first.session.reference);
  await orderAgain(first);
  expect((await sweep(first, mostTries + 3)).sessions).toEqual(['PENDING']);
  expect(await cancelCalls(first.session.id)).toBe(mostTries);
});

test('who goes on to pay the earlier order all the same is not sent away', async () => {
  const first = await open('basic');
  await cancelFails(first.session.reference, 1);
  await orderAgain(first);
  const { session } = await open('basic', {}, first);
  expect(session).toMatchObject({ id: first.session.id, status: 'PENDING', replacedBy: null });
  expect((await sweep(first, 3)).sessions).toEqual(['PENDING']);
  await pay(first.page, cards.approved);
  await settleCheckout({ sessionId: session.id, source: 'return' });
  expect((await evidence(first.orderId)).status).toBe('PAID');
});

test('nobody but an operator moves money, and a reason is always given', async () => {
  const { orderId, viewer, transaction } = await paid('basic');
  const asking = { orderId, transaction, name: 'refund' as const, idemKey: randomUUID(), reason: 'x' };
  expect(await followUp({ ...asking, viewer })).toEqual({ ok: false, problem: 'not_allowed' });
  expect(await followUp({ ...asking, reason: ' ', viewer: operator })).toMatchObject({
    fields: { reason: 'required' },
  });
  expect(await db.operation.count({ where: { orderId } })).toBe(0);
});

testBooks();
