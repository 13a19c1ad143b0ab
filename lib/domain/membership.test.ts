import { expect, test } from 'vitest';
import type { CheckoutSession } from './checkout-session';
import { money } from './money';
import type { Order } from './order';
import {
  anchorAfterPause,
  daysOf,
  mayPause,
  nextChargeOn,
  nextPeriod,
  owedPeriod,
  paidUntil,
  type Membership,
  type MembershipPeriod,
} from './membership';
import { membershipStanding, needsOwner } from './membership-standing';
import { nextStep, nextTryOn, type Step } from './membership-step';

const price = money(6_200_000n, 'COP');

function orderOf(changes: Partial<Order> = {}): Order {
  return {
    ...{ id: 'o', number: 'LAD-2', locale: 'es', total: price, paid: money(0n, 'COP'), accepted: null },
    ...{ status: 'AWAITING_PAYMENT', lines: [], sessions: [], events: [], paidAt: null, cancelledAt: null },
    buyer: {
      ...{ name: '', surname: '', email: '', phone: '', documentType: 'CC', documentEnding: '000' },
      ...{ country: 'CO', state: null, city: '', street: '', postalCode: null },
    },
    createdAt: new Date('2027-01-31T17:00:00Z'),
    userId: 'u',
    ...changes,
  };
}

const paid = orderOf({ status: 'PAID', paidAt: new Date('2027-01-31T17:00:00Z') });

function period(number: number, startsOn: string, endsOn: string, order = paid): MembershipPeriod {
  return { number, startsOn, endsOn, tries: 0, tryOn: startsOn, order };
}

function membership(changes: Partial<Membership> = {}): Membership {
  return {
    ...{ id: 'm', userId: 'u', productSlug: 'club', name: { es: 'Club', en: 'Club' }, cadence: 'M', price },
    ...{ status: 'ACTIVE', endReason: null, endedAt: null, version: 1 },
    card: {
      ...{ id: 'c', franchise: 'visa', franchiseName: 'Visa', issuerName: null, lastDigits: '0081' },
      validUntil: '12/29',
    },
    anchor: { on: '2027-01-31', number: 1 },
    createdAt: new Date('2027-01-31T17:00:00Z'),
    periods: [period(1, '2027-01-31', '2027-02-28')],
    ...changes,
  };
}

const owing = (order: Partial<Order> = {}, changes: Partial<Membership> = {}) =>
  membership({
    periods: [period(1, '2027-01-31', '2027-02-28'), period(2, '2027-02-28', '2027-03-31', orderOf(order))],
    ...changes,
  });

function session(changes: Partial<CheckoutSession>): CheckoutSession {
  return {
    ...{ id: 's', orderId: 'o', flow: 'saved-card', kind: 'SALE', terms: {}, reference: 'R', amount: price },
    ...{ allowPartial: false, status: 'REJECTED', reason: '51', message: 'Fondos', requestId: '1' },
    ...{ processUrl: null, expiresAt: new Date(0), createdAt: new Date(0), version: 1, checks: 0 },
    ...{
      suspectedAt: null,
      returnedUnansweredAt: null,
      replacedBy: null,
      transactions: [],
      operations: [],
      keptCard: null,
    },
    ...changes,
  } as CheckoutSession;
}

test('what began on the 31st begins at the end of February, and again on the 31st of March', () => {
  const anchor = { on: '2027-01-31', number: 1 };
  const days = [1, 2, 3, 4].map((number) => daysOf(anchor, 'M', number));
  expect(days.map(({ startsOn }) => startsOn)).toEqual([
    '2027-01-31',
    '2027-02-28',
    '2027-03-31',
    '2027-04-30',
  ]);
  expect(days.slice(1).map(({ startsOn }) => startsOn)).toEqual(
    days.slice(0, -1).map(({ endsOn }) => endsOn),
  );
  expect(daysOf({ on: '2028-02-29', number: 3 }, 'Y', 4)).toEqual({
    ...{ number: 4, startsOn: '2029-02-28', endsOn: '2030-02-28' },
  });
});

test('time in which the shop was not there is not charged: that period begins today', () => {
  expect(nextPeriod(membership(), '2027-03-30')).toMatchObject({ number: 2, startsOn: '2027-02-28' });
  expect(nextPeriod(membership(), '2027-05-10')).toEqual({
    ...{ number: 2, startsOn: '2027-05-10', endsOn: '2027-06-10' },
    anchor: { on: '2027-05-10', number: 2 },
  });
});

test('a pause ends with the day that was due anyway, or today once that is over', () => {
  expect(anchorAfterPause(membership(), '2027-02-10')).toEqual({ on: '2027-01-31', number: 1 });
  expect(anchorAfterPause(membership(), '2027-02-28')).toEqual({ on: '2027-02-28', number: 2 });
  expect(anchorAfterPause(membership(), '2027-04-05')).toEqual({ on: '2027-04-05', number: 2 });
});

const cases: readonly [string, Membership, CheckoutSession[], string, Step['kind']][] = [
  ['a paid period is left alone until the next', membership(), [], '2027-02-27', 'rest'],
  ['the next period opens on its day', membership(), [], '2027-02-28', 'open'],
  ['an opened period is charged', owing(), [], '2027-02-28', 'charge'],
  ['a paused one is never charged', membership({ status: 'PAUSED' }), [], '2027-09-01', 'rest'],
  [
    'nor is a cancelled one',
    owing({}, { status: 'CANCELLED', endReason: 'ASKED' }),
    [],
    '2027-09-01',
    'rest',
  ],
  ['a refusal is written down', owing(), [session({})], '2027-02-28', 'failed'],
  [
    'an outage is no refusal',
    owing(),
    [session({ status: 'ABANDONED', message: null })],
    '2027-02-28',
    'charge',
  ],
  [
    'our own credentials are no fault of a card',
    owing(),
    [session({ status: 'ABANDONED', reason: '401' })],
    '2027-02-28',
    'charge',
  ],
  [
    'what an operator found not charged is written down',
    owing(),
    [session({ status: 'ABANDONED', reason: 'OPERATOR', message: null })],
    '2027-02-28',
    'failed',
  ],
  [
    'a charge in doubt waits',
    owing({ sessions: [session({ status: 'IN_DOUBT' })] }),
    [],
    '2027-03-05',
    'wait',
  ],
  ['without a card it fails', owing({}, { card: null }), [], '2027-02-28', 'failed'],
  ['what was overdue and is paid goes on', membership({ status: 'PAST_DUE' }), [], '2027-02-28', 'paid'],
  [
    'a first payment is never tried by itself',
    membership({ status: 'STARTING', periods: [period(1, '2027-01-31', '2027-02-28', orderOf())] }),
    [],
    '2027-01-31',
    'rest',
  ],
  [
    'and lapses after three days',
    membership({ status: 'STARTING', periods: [period(1, '2027-01-31', '2027-02-28', orderOf())] }),
    [],
    '2027-02-03',
    'lapse',
  ],
  [
    'paid and given back is not charged again',
    membership({ periods: [period(1, '2027-01-31', '2027-02-28', { ...paid, status: 'REFUNDED' })] }),
    [],
    '2027-02-20',
    'rest',
  ],
];

test.each(cases)('%s', (_name, state, tries, today, kind) => {
  expect(nextStep(state, tries, today).kind).toBe(kind);
});

test('an expired card is not even tried, and a valid one is until its month is over', () => {
  const card = membership().card;
  const with27 = owing({}, { card: card && { ...card, validUntil: '02/27' } });
  expect(nextStep(with27, [], '2027-02-28')).toEqual({ kind: 'charge' });
  expect(nextStep(with27, [], '2027-03-01')).toEqual({ kind: 'failed', why: 'card_expired' });
});

test('retries come on the days 1, 3 and 7, never twice a day, and then no more', () => {
  expect([1, 2, 3, 4].map((tries) => nextTryOn('2027-02-28', tries, '2027-02-28'))).toEqual([
    ...['2027-03-01', '2027-03-03', '2027-03-07'],
    null,
  ]);
  // The shop was away for a week: the days that went by are not made up for at once.
  expect(nextTryOn('2027-02-28', 1, '2027-03-09')).toBe('2027-03-10');
});

test('what its owner sees: the next charge, until when it is paid, what is owed, and whether it can be paused', () => {
  expect(nextChargeOn(membership(), '2027-02-01')).toBe('2027-02-28');
  expect(paidUntil(membership())).toBe('2027-02-28');
  expect([owedPeriod(membership()), mayPause(membership())]).toEqual([null, true]);
  const late = owing({}, { status: 'PAST_DUE' });
  expect([nextChargeOn(late, '2027-03-01'), owedPeriod(late)?.number, mayPause(late)]).toEqual([
    ...['2027-02-28', 2],
    false,
  ]);
  expect(nextChargeOn(owing({}, { status: 'CANCELLED' }), '2027-03-01')).toBeNull();
  expect(owedPeriod(owing({ sessions: [session({ status: 'SENT' })] }))).toBeNull();
});

test('how it stands is said by the money first, and then by what its owner has to do', () => {
  const standing = (one: Membership) => membershipStanding(one, '2027-02-10');
  const doubted = session({ status: 'IN_DOUBT', requestId: null, suspectedAt: new Date(0) });
  const card = membership().card;
  const charge = card && { charge: { card, installments: null } };
  expect(standing(owing({ sessions: [{ ...doubted, ...charge }] }))).toBe('under_review');
  expect(standing(owing({ sessions: [session({ status: 'SENT' })] }))).toBe('confirming');
  expect(standing(owing({}, { status: 'PAST_DUE' }))).toBe('past_due');
  expect(standing(membership({ card: null }))).toBe('no_card');
  // Valid today, and not on the day of the next charge.
  expect(standing(membership({ card: card && { ...card, validUntil: '2027-02-15' } }))).toBe('card_ends');
  expect(standing(membership())).toBe('active');
  expect([needsOwner('card_ends'), needsOwner('under_review'), needsOwner('active')]).toEqual([
    true,
    false,
    false,
  ]);
});
