import { describe, expect, test } from 'vitest';
import type { Mandate, MandatePage, MandateStatus } from './mandate';
import {
  chargeStanding,
  mandateStanding,
  payablePage,
  tryNumbers,
  type MandateCharge,
} from './mandate-history';
import { money } from './money';

const at = (minute: number) => new Date(Date.UTC(2027, 0, 31, 5, minute));

const charge = (changes: Partial<MandateCharge> = {}): MandateCharge => ({
  ...{ internalReference: '1', status: 'APPROVED', reason: '00', message: null, booked: true, listed: true },
  ...{ amount: money(4_500_000n, 'COP'), lastDigits: '0081', authorization: '1', source: 'settlement' },
  ...{ chargedAt: at(0), firstSeenAt: at(1), invoices: ['FAC-1'] },
  ...changes,
});

test.each([
  ['matched', charge(), at(2)],
  ['matched', charge(), at(1)],
  ['told', charge(), at(0)],
  ['told', charge(), null],
  ['found', charge({ source: 'reconciler' }), at(1)],
  ['in_review', charge({ booked: false }), at(2)],
  ['in_review', charge({ listed: false }), at(2)],
  ['refused', charge({ status: 'REJECTED', booked: false }), at(2)],
] as const)('a charge is %s', (standing, told, comparedAt) => {
  expect(chargeStanding(told, comparedAt)).toBe(standing);
});

test('tries are counted for each date: three at most, and an approval begins anew', () => {
  const statuses = ['REJECTED', 'APPROVED', 'APPROVED', 'REJECTED', 'REJECTED', 'REJECTED', 'REJECTED'];
  const newestFirst = statuses
    .map((status, index) => charge({ internalReference: String(index), status }))
    .reverse();
  const numbers = tryNumbers(newestFirst);
  expect(statuses.map((_, index) => numbers.get(String(index)))).toEqual([1, 2, 1, 1, 2, 3, 1]);
});

const page = (changes: Partial<MandatePage> = {}): MandatePage => ({
  ...{ id: 'p', action: 'CREATE', status: 'PENDING', reason: null, message: null, requestId: '1' },
  ...{ processUrl: 'https://gateway.example/page', expiresAt: at(30), createdAt: at(0) },
  ...changes,
});

const mandate = (status: MandateStatus, pages: readonly MandatePage[] = []): Mandate => ({
  ...{ id: 'm', reference: 'AUT-1', autopayId: null, description: 'x', status, reason: null, nextOn: null },
  terms: {
    ...{ chargeType: 'TOTAL_BALANCE', currency: 'COP', amount: null, periodicity: 'M', interval: 1 },
    ...{ dueDay: 28, startOn: '2027-01-01', firstOn: '2027-01-31', lastOn: null, maxPeriods: -1 },
  },
  card: { franchise: null, franchiseName: null, lastDigits: null, validUntil: null },
  ...{ acceptedAt: null, comparedAt: null, createdAt: at(0), pages },
});

describe('an agreement', () => {
  test('is open while its page can be opened, and confirmed afterwards', () => {
    expect(mandateStanding(mandate('OPENING', [page()]), [], at(29))).toBe('open');
    expect(mandateStanding(mandate('OPENING', [page()]), [], at(30))).toBe('confirming');
    const unanswered = page({ status: 'IN_DOUBT', processUrl: null });
    expect(mandateStanding(mandate('OPENING', [unanswered]), [], at(1))).toBe('confirming');
  });

  test('that is active is being tried again while its newest charge was refused', () => {
    const refused = charge({ status: 'REJECTED', booked: false });
    expect(mandateStanding(mandate('ACTIVE'), [], at(0))).toBe('active');
    expect(mandateStanding(mandate('ACTIVE'), [charge(), refused], at(0))).toBe('active');
    expect(mandateStanding(mandate('ACTIVE'), [refused, charge()], at(0))).toBe('retrying');
  });

  test.each([
    ['NOT_AGREED', 'not_agreed'],
    ['FAILED', 'failed'],
    ['CANCELLED', 'cancelled'],
    ['FINISHED', 'finished'],
  ] as const)('that is %s stays %s whatever was charged', (status, standing) => {
    expect(mandateStanding(mandate(status), [charge({ status: 'REJECTED' })], at(0))).toBe(standing);
  });

  test('has a page to go on with only while one is open', () => {
    expect(payablePage(mandate('ACTIVE', [page({ action: 'EDIT' })]), at(1))).toBe(page().processUrl);
    expect(payablePage(mandate('ACTIVE', [page({ status: 'APPROVED' })]), at(1))).toBeNull();
    expect(payablePage(mandate('ACTIVE'), at(1))).toBeNull();
  });
});
