import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isFinal,
  mayFollow,
  observableNext,
  sessionStatuses,
  unresolvedStatuses,
  type CheckoutSession,
  type SessionStatus,
} from './checkout-session';
import { nextCheck } from './checks';
import { money } from './money';
import { isConfirming, orderStatus } from './order';
import type { ReportedTransaction, SessionReport } from './report';
import { paidBy, sessionStatusOf, settle } from './settlement';
import { readStatus, reportedStatuses, type ReportedStatus } from './status';
import { attempts, isExplained, meaningOf } from './transaction';

const now = new Date('2026-03-02T15:00:00Z');
const amount = money(4_500_000n, 'COP');

const opened: CheckoutSession = {
  id: 's',
  orderId: 'o',
  flow: 'basic',
  kind: 'SALE',
  terms: {},
  operations: [],
  keptCard: null,
  reference: 'LAD-1-1-A',
  amount,
  allowPartial: false,
  status: 'PENDING',
  reason: null,
  message: null,
  requestId: '77',
  processUrl: 'http://127.0.0.1/',
  version: 1,
  checks: 0,
  suspectedAt: null,
  returnedUnansweredAt: null,
  replacedBy: null,
  expiresAt: new Date(now.getTime() + 1_800_000),
  createdAt: now,
  transactions: [],
};

function tx(
  internalReference: string,
  status: ReportedStatus,
  changes: Partial<ReportedTransaction> = {},
): ReportedTransaction {
  return {
    internalReference,
    reference: opened.reference,
    amount,
    refunded: false,
    status: { status, reason: '00', message: null, date: now },
    paymentMethod: 'visa',
    paymentMethodName: 'Visa',
    issuerName: null,
    lastDigits: '1111',
    authorization: '000000',
    receipt: null,
    franchise: null,
    ...changes,
  };
}

function says(
  status: ReportedStatus,
  transactions: ReportedTransaction[] = [],
  changes: Partial<SessionReport> = {},
): SessionReport {
  return {
    requestId: '77',
    reference: opened.reference,
    status: { status, reason: 'PT', message: null, date: now },
    transactions,
    ...changes,
  };
}

function after(session: CheckoutSession, reports: readonly SessionReport[]): CheckoutSession {
  return reports.reduce((current, report) => {
    const settlement = settle(current, report, now);
    return settlement.kind === 'changed' ? settlement.session : current;
  }, session);
}

/** What can be compared whatever the order of hearing: the facts as a set. */
function state(session: CheckoutSession) {
  const facts = session.transactions.map(
    ({ internalReference, type, status, amount: { minor } }) =>
      `${internalReference} ${type} ${status} ${minor}`,
  );
  return {
    status: session.status,
    facts: [...facts].sort(),
    paid: paidBy(session).minor,
    suspected: session.suspectedAt !== null,
  };
}

/** Lives a session can have at the gateway, as what a query would answer at each moment. The last one is the end. */
const lives: Record<string, SessionReport[]> = {
  approved: [says('PENDING'), says('PENDING', [tx('1', 'PENDING')]), says('APPROVED', [tx('1', 'APPROVED')])],
  'refused, then approved': [
    says('PENDING'),
    says('PENDING', [tx('1', 'REJECTED')]),
    says('PENDING', [tx('2', 'PENDING'), tx('1', 'REJECTED')]),
    says('APPROVED', [tx('2', 'APPROVED'), tx('1', 'REJECTED')]),
  ],
  'ten refusals': Array.from({ length: 11 }, (_, count) =>
    says(
      count === 10 ? 'REJECTED' : 'PENDING',
      Array.from({ length: count }, (_, index) => tx(String(index), 'REJECTED')),
    ),
  ),
  cancelled: [says('PENDING'), says('REJECTED')],
  'approved and given back': [
    says('PENDING', [tx('1', 'PENDING')]),
    says('APPROVED', [tx('1', 'APPROVED')]),
    says('APPROVED', [tx('1', 'APPROVED', { refunded: true })]),
  ],
  'a bank transfer that fails late': [
    says('PENDING', [tx('1', 'PENDING_VALIDATION')]),
    says('PENDING', [tx('1', 'PENDING')]),
    says('REJECTED', [tx('1', 'REJECTED')]),
  ],
};

describe('any order and repetition of hearing ends where one question at the end would', () => {
  test.each(Object.entries(lives))('%s', (_name, life) => {
    const end = life.at(-1);
    if (!end) throw new Error('a life has an end');
    // One question at the end sees fewer pending facts: what counts is each attempt's outcome, the money and the status.
    const outcome = (session: CheckoutSession) => ({
      ...state(session),
      facts: attempts(session.transactions)
        .map(({ internalReference, status }) => `${internalReference} ${status}`)
        .sort(),
    });
    const expected = outcome(after(opened, [end]));
    const heard = fc
      .array(fc.constantFrom(...life), { maxLength: 12 })
      .chain((some) => fc.shuffledSubarray([...some, end], { minLength: some.length + 1 }));
    fc.assert(
      fc.property(heard, (reports) => {
        expect(outcome(after(opened, reports))).toEqual(expected);
      }),
    );
  });

  const status = fc.constantFrom(...reportedStatuses);
  const anything = fc.array(
    fc.record({
      status,
      transactions: fc.array(
        fc.record({ id: fc.constantFrom('1', '2', '3'), status, refunded: fc.boolean() }),
        { maxLength: 4 },
      ),
    }),
    { minLength: 1, maxLength: 8 },
  );

  test('even when a gateway contradicts itself, the facts and the money do not depend on the order', () => {
    const both = anything.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(both, ([one, other]) => {
        const [a, b] = [one, other].map((list) =>
          state(
            after(
              opened,
              list.map(({ status, transactions }) =>
                says(
                  status,
                  transactions.map((t) => tx(t.id, t.status, { refunded: t.refunded })),
                ),
              ),
            ),
          ),
        );
        expect(a?.facts).toEqual(b?.facts);
        expect(a?.paid).toBe(b?.paid);
      }),
    );
  });

  test('hearing everything twice changes nothing twice, facts only grow, and only allowed steps are taken', () => {
    fc.assert(
      fc.property(anything, (list) => {
        const reports = list.map(({ status, transactions }) =>
          says(
            status,
            transactions.map((t) => tx(t.id, t.status, { refunded: t.refunded })),
          ),
        );
        let session = opened;
        for (const report of reports) {
          const settlement = settle(session, report, now);
          if (settlement.kind !== 'changed') continue;
          const next = settlement.session;
          expect(next.transactions.slice(0, session.transactions.length)).toEqual(session.transactions);
          expect(next.status === session.status || mayFollow(session.status, next.status)).toBe(true);
          expect(paidBy(session).minor + settlement.paidDelta.minor).toBe(paidBy(next).minor);
          expect(settle(next, report, now).kind).not.toBe('changed');
          session = next;
        }
      }),
    );
  });
});

describe('money', () => {
  test('a late refusal undoes no approval, of the session or of its transaction', () => {
    const approved = after(opened, [says('APPROVED', [tx('1', 'APPROVED')])]);
    for (const late of [
      says('REJECTED'),
      says('PENDING'),
      says('REJECTED', [tx('1', 'REJECTED')]),
      says('PENDING', [tx('1', 'PENDING')]),
    ]) {
      expect(state(after(approved, [late]))).toMatchObject({ status: 'APPROVED', paid: amount.minor });
    }
  });

  test('every transaction counts, wherever it stands in the list', () => {
    for (const list of [
      [tx('1', 'APPROVED'), tx('2', 'REJECTED')],
      [tx('2', 'REJECTED'), tx('1', 'APPROVED')],
    ]) {
      expect(state(after(opened, [says('APPROVED', list)]))).toMatchObject({
        status: 'APPROVED',
        paid: amount.minor,
      });
    }
    const partial = { ...opened, allowPartial: true };
    const part = (id: string, minor: bigint) => tx(id, 'APPROVED', { amount: money(minor, 'COP') });
    const first = after(partial, [says('APPROVED_PARTIAL', [part('1', 1_500_000n)])]);
    expect(state(first)).toMatchObject({ status: 'APPROVED_PARTIAL', paid: 1_500_000n });
    const all = after(first, [says('APPROVED', [part('2', 3_000_000n), part('1', 1_500_000n)])]);
    expect(state(all)).toMatchObject({ status: 'APPROVED', paid: amount.minor });
    expect(state(after(first, [says('PARTIAL_EXPIRED', [part('1', 1_500_000n)])]))).toMatchObject({
      status: 'PARTIAL_EXPIRED',
      paid: 1_500_000n,
    });
  });

  test('money that arrives after the end is recorded, and somebody looks', () => {
    const rejected = after(opened, [says('REJECTED')]);
    expect(settle(rejected, says('APPROVED', [tx('1', 'APPROVED')]), now)).toMatchObject({
      kind: 'changed',
      session: { status: 'REJECTED' },
      paidDelta: amount,
      problems: ['contradicts_final'],
    });
  });

  test.each<[string, SessionReport, string[]]>([
    ['another request', says('APPROVED', [tx('1', 'APPROVED')], { requestId: '78' }), ['wrong_request_id']],
    [
      'another reference',
      says('APPROVED', [tx('1', 'APPROVED')], { reference: 'LAD-2' }),
      ['wrong_reference'],
    ],
    [
      "another order's transaction",
      says('PENDING', [tx('1', 'APPROVED', { reference: 'LAD-2' })]),
      ['wrong_reference'],
    ],
    [
      'one peso less',
      says('PENDING', [tx('1', 'APPROVED', { amount: money(4_499_900n, 'COP') })]),
      ['wrong_amount'],
    ],
    [
      'one cent more',
      says('PENDING', [tx('1', 'APPROVED', { amount: money(4_500_001n, 'COP') })]),
      ['wrong_amount'],
    ],
    [
      'dollars',
      says('PENDING', [tx('1', 'APPROVED', { amount: money(4_500_000n, 'USD') })]),
      ['wrong_currency'],
    ],
    ['approved without a transaction', says('APPROVED'), ['approved_without_money']],
    [
      'approved with a wrong amount',
      says('APPROVED', [tx('1', 'APPROVED', { amount: money(1n, 'COP') })]),
      ['wrong_amount', 'approved_without_money'],
    ],
  ])('%s is suspect and never recorded', (_what, report, problems) => {
    expect(settle(opened, report, now)).toEqual({ kind: 'suspect', problems });
  });

  test('a part of more than the whole is suspect also where parts are allowed, and so is a part of nothing', () => {
    for (const minor of [0n, 4_500_001n]) {
      expect(
        settle(
          { ...opened, allowPartial: true },
          says('PENDING', [tx('1', 'APPROVED', { amount: money(minor, 'COP') })]),
          now,
        ),
      ).toEqual({ kind: 'suspect', problems: ['wrong_amount'] });
    }
  });

  test('a right transaction beside a wrong one is recorded, and the wrong one is shown', () => {
    const report = says('APPROVED', [tx('1', 'APPROVED'), tx('2', 'APPROVED', { amount: money(5n, 'COP') })]);
    expect(settle(opened, report, now)).toMatchObject({
      kind: 'changed',
      session: { status: 'APPROVED', suspectedAt: now },
      newFacts: [{ internalReference: '1' }],
      problems: ['wrong_amount'],
    });
  });

  test('an amount that changed after it was recorded is suspect', () => {
    const partial = { ...opened, allowPartial: true };
    const first = after(partial, [
      says('APPROVED_PARTIAL', [tx('1', 'APPROVED', { amount: money(100n, 'COP') })]),
    ]);
    expect(
      settle(first, says('APPROVED_PARTIAL', [tx('1', 'APPROVED', { amount: money(200n, 'COP') })]), now),
    ).toEqual({ kind: 'suspect', problems: ['changed_amount'] });
  });

  test('a session in doubt learns its end by asking', () => {
    const doubtful: CheckoutSession = { ...opened, status: 'IN_DOUBT', requestId: null };
    expect(after(doubtful, [says('PENDING')]).status).toBe('PENDING');
    expect(state(after(doubtful, [says('APPROVED', [tx('1', 'APPROVED')])]))).toMatchObject({
      status: 'APPROVED',
      paid: amount.minor,
    });
  });
});

describe('every status the documentation and the SDKs name', () => {
  const expected: Record<ReportedStatus, [SessionStatus, paid: boolean, suspect: boolean]> = {
    APPROVED: ['APPROVED', true, false],
    REJECTED: ['REJECTED', false, false],
    CANCELED: ['REJECTED', false, false],
    PENDING: ['PENDING', false, false],
    PENDING_CONFIRMATION: ['PENDING', false, false],
    PENDING_VALIDATION: ['PENDING', false, false],
    PENDING_PROCESS: ['PENDING', false, false],
    APPROVED_PARTIAL: ['APPROVED_PARTIAL', false, true],
    PARTIAL_EXPIRED: ['PARTIAL_EXPIRED', false, true],
    FAILED: ['PENDING', false, true],
    OK: ['PENDING', false, true],
    REFUNDED: ['PENDING', false, true],
    REVERSED: ['PENDING', false, true],
    ERROR: ['PENDING', false, true],
    MANUAL: ['PENDING', false, true],
    DISPUTE: ['PENDING', false, true],
    UNKNOWN: ['PENDING', false, true],
  };

  test.each(reportedStatuses)('%s', (status) => {
    const settled = after(opened, [says(status, [tx('1', status)])]);
    expect([settled.status, paidBy(settled).minor > 0n, settled.suspectedAt !== null]).toEqual(
      expected[status],
    );
  });

  test('only APPROVED is money, and a word nobody knows is pending and looked at', () => {
    expect(reportedStatuses.filter((status) => meaningOf[status] === 'approved')).toEqual(['APPROVED']);
    for (const word of ['approved', 'APPROVED ', 'PAID', '', null, 7, {}, 'constructor'])
      expect(readStatus(word)).toBe('UNKNOWN');
    expect(meaningOf.UNKNOWN).toBe('pending');
    expect(isExplained('UNKNOWN')).toBe(false);
    expect(sessionStatusOf.UNKNOWN).toBeUndefined();
  });

  test('an approved transaction in any other session keeps its money', () => {
    for (const status of reportedStatuses) {
      expect(paidBy(after(opened, [says(status, [tx('1', 'APPROVED')])]))).toEqual(amount);
    }
  });
});

describe('the table of statuses', () => {
  test('is closed: every step leads to a status of the table, and every status is reached from PREPARED', () => {
    const reached = new Set<SessionStatus>(['PREPARED']);
    for (const status of reached) for (const next of observableNext[status]) reached.add(next);
    expect([...reached].sort()).toEqual([...sessionStatuses].sort());
  });

  test('has no way back and no way around: each path ends', () => {
    const longest = (status: SessionStatus, seen: readonly SessionStatus[]): number => {
      expect(seen).not.toContain(status);
      return Math.max(0, ...observableNext[status].map((next) => 1 + longest(next, [...seen, status])));
    };
    expect(longest('PREPARED', [])).toBe(5);
    expect(unresolvedStatuses.every((status) => !isFinal(status))).toBe(true);
  });

  test('every unfinished session has a next check in the future, every finished one has none', () => {
    const any = fc.record({
      status: fc.constantFrom(...sessionStatuses),
      checks: fc.nat(5000),
      elapsed: fc.integer({ min: 0, max: 40 * 86_400_000 }),
      requestId: fc.constantFrom('7', null),
      transactions: fc.constantFrom([], after(opened, [says('PENDING', [tx('1', 'PENDING')])]).transactions),
    });
    fc.assert(
      fc.property(any, ({ status, checks, elapsed, ...rest }) => {
        const at = new Date(now.getTime() + elapsed);
        const next = nextCheck({ ...opened, ...rest, status }, checks, at);
        expect(next === null).toBe(isFinal(status));
        if (next === null) return;
        if (status !== 'PREPARED') expect(next.getTime()).toBeGreaterThan(at.getTime());
        expect(next.getTime() - at.getTime()).toBeLessThanOrEqual(86_400_000);
      }),
    );
  });

  test('asks eagerly first, then calmly, at expiry, and for bank transfers for two weeks', () => {
    const wait = (minutes: number, checks: number, session = opened) => {
      const at = new Date(now.getTime() + minutes * 60_000);
      return ((nextCheck(session, checks, at)?.getTime() ?? 0) - at.getTime()) / 1000;
    };
    expect([0, 1, 2, 3, 4, 5].map((checks) => wait(0, checks))).toEqual([5, 10, 20, 40, 60, 60]);
    expect(wait(11, 20)).toBe(300);
    expect(wait(28, 20)).toBe(120);
    expect(wait(31, 20)).toBe(60);
    const transfer = after(opened, [says('PENDING', [tx('1', 'PENDING')])]);
    expect([wait(31, 20, transfer), wait(60 * 60, 20, transfer), wait(60 * 24 * 15, 20, transfer)]).toEqual([
      900, 3600, 86_400,
    ]);
  });
});

describe('the order', () => {
  const order = { total: amount, accepted: null, cancelledAt: null, sessions: [opened] };
  test('is what its money says, before anything else', () => {
    expect(orderStatus({ ...order, paid: amount, cancelledAt: now })).toBe('PAID');
    expect(orderStatus({ ...order, paid: money(4_500_001n, 'COP') })).toBe('OVERPAID');
    expect(orderStatus({ ...order, paid: money(4_499_999n, 'COP') })).toBe('PARTIALLY_PAID');
    expect(orderStatus({ ...order, paid: money(0n, 'COP'), cancelledAt: now })).toBe('CANCELLED');
  });

  test('is being confirmed while paying again could pay twice', () => {
    const confirming = (changes: Partial<CheckoutSession>) => isConfirming({ ...opened, ...changes });
    expect([
      confirming({ status: 'IN_DOUBT' }),
      confirming({ status: 'SENT' }),
      confirming({ suspectedAt: now }),
    ]).toEqual([true, true, true]);
    expect(
      confirming({ transactions: after(opened, [says('PENDING', [tx('1', 'PENDING')])]).transactions }),
    ).toBe(true);
    expect([confirming({}), confirming({ status: 'REJECTED', suspectedAt: now })]).toEqual([false, false]);
  });
});
