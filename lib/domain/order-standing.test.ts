import { expect, test } from 'vitest';
import {
  hasPendingTransaction,
  isUntouched,
  sessionStatuses,
  type CheckoutSession,
} from './checkout-session';
import { decideBy } from './decide-by';
import { money } from './money';
import { isConfirming, orderStatus, unresolvedSession, type Order } from './order';
import { orderStanding, standingByStatus, type Standing } from './order-standing';
import { looks } from './order-look';
import { reportedStatuses } from './status';
import { fact, minutes, now, order, session, step } from './testing/orders';
import type { Operation, OperationName, OperationState } from './operation';
import type { Transaction } from './transaction';

const asked = (name: OperationName, state: OperationState): Operation => ({
  ...{ id: 'o', sessionId: 's', name, state, targetReference: '1', sentReference: '1', amount: null },
  ...{
    reason: null,
    message: null,
    askedBy: 'Olga',
    tries: 1,
    step: 1,
    version: 1,
    createdAt: now,
    endedAt: null,
  },
});
const held: Transaction = { ...fact('APPROVED'), type: 'HOLD' };

/** One order for every standing: a new standing without an example does not compile. */
const examples: Record<Standing, Order> = {
  unpaid: order(),
  continue: order(session({ status: 'PENDING' })),
  refused_inside: order(session({ status: 'PENDING', transactions: [fact('REJECTED')] })),
  processing: order(session({ status: 'PENDING', transactions: [fact('PENDING')] })),
  processing_long: order(
    session({ status: 'PENDING', transactions: [{ ...fact('PENDING'), date: minutes(-61) }] }),
  ),
  confirming: order(session({ status: 'IN_DOUBT', processUrl: null })),
  unanswered: order(session({ status: 'IN_DOUBT', processUrl: null, requestId: null })),
  partly_paid: order(
    session({
      status: 'APPROVED_PARTIAL',
      transactions: [{ ...fact('APPROVED'), amount: money(100n, 'COP') }],
    }),
  ),
  under_review: order(session({ status: 'PENDING', suspectedAt: minutes(-1) })),
  charge_unknown: order(
    session({
      status: 'IN_DOUBT',
      processUrl: null,
      requestId: null,
      suspectedAt: minutes(-1),
      charge: { card: { id: 'c' } } as CheckoutSession['charge'],
    }),
  ),
  refused: order(session({ status: 'REJECTED', reason: 'XN', transactions: [fact('REJECTED')] })),
  left: order(session({ status: 'REJECTED', reason: '?C' })),
  cancelled_by_store: order(session({ status: 'REJECTED', reason: 'MC' })),
  closing: order(session({ status: 'PENDING', replacedBy: 'LAD-7' })),
  replaced: order(session({ status: 'REJECTED', reason: 'MC', replacedBy: 'LAD-7' })),
  expired: order(session({ status: 'REJECTED', reason: null, message: 'La petición ha expirado' })),
  abandoned: order(session({ status: 'ABANDONED', processUrl: null, requestId: null })),
  part_kept: order(
    session({
      status: 'PARTIAL_EXPIRED',
      transactions: [{ ...fact('APPROVED'), amount: money(100n, 'COP') }],
    }),
  ),
  returned: order(session({ status: 'APPROVED', transactions: [fact('APPROVED'), fact('REFUNDED')] })),
  paid: order(session({ status: 'APPROVED', transactions: [fact('APPROVED')] })),
  overpaid: order(
    session({ status: 'APPROVED', transactions: [fact('APPROVED')] }),
    session({ status: 'APPROVED', transactions: [{ ...fact('APPROVED'), internalReference: '2' }] }),
  ),
  cancelled: { ...order(), cancelledAt: now },
  part_returned: order(
    session({
      status: 'APPROVED',
      transactions: [fact('APPROVED'), { ...step('REFUND', 1), amount: money(100n, 'COP') }],
    }),
  ),
  awaiting_shop: order(session({ status: 'PENDING', transactions: [fact('PENDING_CONFIRMATION')] })),
  held: order(session({ kind: 'HOLD', status: 'APPROVED', transactions: [held] })),
  hold_unknown: order(
    session({
      kind: 'HOLD',
      status: 'APPROVED',
      transactions: [held],
      operations: [asked('capture', 'IN_DOUBT')],
    }),
  ),
  released: order(session({ kind: 'HOLD', status: 'APPROVED', transactions: [held, step('RELEASE', 1)] })),
  card_kept: {
    ...order(session({ kind: 'TOKEN', amount: money(0n, 'COP'), status: 'APPROVED' })),
    total: money(0n, 'COP'),
  },
};

test.each(Object.entries(examples))('an order that is %s reads so', (standing, example) => {
  expect(orderStanding(example, now)).toBe(standing);
});

test('a payment page whose time is over is being confirmed, not offered again', () => {
  const late = order(session({ status: 'PENDING', expiresAt: now }));
  expect(orderStanding(late, now)).toBe('confirming');
});

test('while the gateway may still answer nobody knows whether the page will open', () => {
  const asking = session({ status: 'SENT', processUrl: null, requestId: null });
  expect(orderStanding(order({ ...asking, createdAt: minutes(-0.4) }), now)).toBe('confirming');
  expect(orderStanding(order({ ...asking, createdAt: minutes(-0.5) }), now)).toBe('unanswered');
});

test('a refusal after an approval of the same transaction does not take the receipt away', () => {
  const both = order(session({ status: 'APPROVED', transactions: [fact('APPROVED'), fact('REJECTED')] }));
  expect(orderStanding(both, now)).toBe('paid');
});

test('paying anew is offered exactly where no attempt can still take money', () => {
  const every = everyOrder();
  expect(every.length).toBeGreaterThan(1000);
  for (const candidate of every) {
    const { steps } = looks[orderStanding(candidate, now)];
    const offered = steps.includes('pay') || steps.includes('retry');
    const [attempt] = candidate.sessions;
    const nobodySawAPage =
      attempt?.requestId === null && !hasPendingTransaction(attempt) && !attempt.suspectedAt;
    const open = candidate.sessions.some(isConfirming) || unresolvedSession(candidate) !== undefined;
    const danger = open && !nobodySawAPage;
    expect(offered && danger).toBe(false);
    const paid = ['PAID', 'OVERPAID', 'CANCELLED'].includes(orderStatus(candidate));
    expect(offered && paid).toBe(false);
  }
});

test('an unresolved attempt always shows a page that looks again', () => {
  for (const candidate of everyOrder().filter((one) => orderStatus(one) === 'CONFIRMING')) {
    expect(looks[orderStanding(candidate, now)].live).toBe(true);
  }
});

test('the gateway’s page is offered only while it can be paid', () => {
  for (const candidate of everyOrder()) {
    if (!looks[orderStanding(candidate, now)].steps.includes('continue')) continue;
    const open = unresolvedSession(candidate);
    expect(open?.processUrl).toBeTruthy();
    expect(open && open.expiresAt > now).toBe(true);
  }
});

test('a page is closed unasked only where nothing was paid, and nothing may still be', () => {
  const closed = everyOrder().filter(({ sessions }) => sessions.some(isUntouched));
  expect([...new Set(closed.map((one) => orderStanding(one, now)))].sort()).toEqual([
    'closing',
    'confirming',
    'continue',
    'refused_inside',
  ]);
  for (const { sessions, paid } of closed) {
    expect(sessions.some(isConfirming)).toBe(false);
    expect(paid.minor).toBe(0n);
  }
  const card = {
    id: 'c',
    franchise: null,
    franchiseName: null,
    issuerName: null,
    lastDigits: null,
    validUntil: null,
  };
  expect(isUntouched(session({ status: 'PENDING', charge: { card, installments: null } }))).toBe(false);
});

test('the shop has its minutes from when a payment began to wait for its word', () => {
  const waiting = { ...fact('PENDING_CONFIRMATION'), date: minutes(-5) };
  const waits = (...transactions: Transaction[]) =>
    decideBy(order(session({ status: 'PENDING', transactions })).sessions, 15);
  expect(waits(waiting)).toEqual(minutes(10));
  expect(waits({ ...waiting, date: null })).toEqual(minutes(5));
  expect(waits(waiting, { ...fact('APPROVED'), date: now })).toBeNull();
  expect(waits(fact('PENDING'))).toBeNull();
  expect(waits()).toBeNull();
});

/** Every status of a session with every status of one transaction, every known reason, before and after its time. */
function everyOrder(): Order[] {
  const facts = [[], ...reportedStatuses.map((status) => [fact(status)])];
  const reasons = [null, '?C', 'MC', 'EX', 'XN', 'nobody knows'];
  const places = [
    { processUrl: null, requestId: null },
    { processUrl: null, requestId: '1' },
    { processUrl: 'http://gateway.test/spa/session/1/k', requestId: '1' },
    { processUrl: 'http://gateway.test/spa/session/1/k', requestId: '1', replacedBy: 'LAD-7' },
  ];
  return sessionStatuses.flatMap((status) =>
    facts.flatMap((transactions) =>
      reasons.flatMap((reason) =>
        places.flatMap((place) =>
          [minutes(10), minutes(-10)].flatMap((expiresAt) =>
            [null, now].map((suspectedAt) =>
              order(session({ status, transactions, reason, expiresAt, suspectedAt, ...place })),
            ),
          ),
        ),
      ),
    ),
  );
}

test('once the shop has confirmed, the bank decides, in whichever order both were heard', () => {
  const facts = [fact('PENDING_CONFIRMATION'), fact('PENDING')];
  for (const transactions of [facts, facts.toReversed()])
    expect(orderStanding(order(session({ status: 'PENDING', transactions })), now)).toBe('processing');
});

test.each([
  ['capture', 'SENT', 'hold_unknown'],
  ['release', 'IN_DOUBT', 'hold_unknown'],
  ['capture', 'PROPOSED', 'held'],
  ['capture', 'REFUSED', 'held'],
  ['reauthorize', 'IN_DOUBT', 'held'],
] as const)('of a hold with a %s that is %s it reads %s', (name, state, standing) => {
  const hold = session({
    kind: 'HOLD',
    status: 'APPROVED',
    transactions: [held],
    operations: [asked(name, state)],
  });
  expect(orderStanding(order(hold), now)).toBe(standing);
});

const settledStandings: readonly Standing[] = [
  'held',
  'paid',
  'overpaid',
  'part_returned',
  'cancelled',
  'card_kept',
];

test.each(settledStandings)('an order that is %s reads so by its row alone', (standing) => {
  const { total } = examples[standing];
  expect(standingByStatus({ status: orderStatus(examples[standing]), total })).toBe(standing);
});
