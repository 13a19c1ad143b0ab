import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comingDays, later, mandateStatus, type MandateTerms, type Observed } from './mandate';

const at = (minute: number) => new Date(Date.UTC(2027, 0, 31, 0, minute));
const seen = (status: Observed['status'], minute: number, reason = '00'): Observed => ({
  ...{ status, reason, at: at(minute) },
  nextOn: '2027-01-31',
});

const observed: fc.Arbitrary<Observed> = fc.record({
  status: fc.constantFrom('APPROVED', 'FAILED', 'REJECTED'),
  reason: fc.constantFrom('00', '?C', 'AP', null),
  at: fc.integer({ min: 0, max: 5 }).map(at),
  nextOn: fc.constantFrom('2027-01-31', '2027-02-28', '2027-03-31'),
});

test('whatever is heard, in any order and however often, ends in the same state', () => {
  const heard = fc.array(observed, { minLength: 1, maxLength: 8 });
  const twice = heard.chain((list) => {
    const all = [...list, ...list];
    return fc.tuple(fc.constant(list), fc.shuffledSubarray(all, { minLength: all.length }));
  });
  fc.assert(
    fc.property(twice, ([[first, ...rest], [head, ...tail]]) => {
      if (!first || !head) throw new Error('Nothing was heard.');
      expect(tail.reduce(later, head)).toEqual(rest.reduce(later, first));
    }),
  );
});

test('an end is for ever, and the first end is the end', () => {
  const cancelled = seen('REJECTED', 1, '?C');
  expect(later(cancelled, seen('APPROVED', 9))).toEqual(cancelled);
  expect(later(seen('REJECTED', 2, 'AP'), cancelled)).toEqual(cancelled);
});

test('a failed agreement with a new card goes on, and late news of the failure does not stop it', () => {
  const revived = seen('APPROVED', 9);
  expect(later(seen('FAILED', 4, '?C'), revived)).toEqual(revived);
  expect(later(revived, seen('FAILED', 4, '?C'))).toEqual(revived);
});

test.each([
  [null, true, 'OPENING'],
  [null, false, 'NOT_AGREED'],
  [seen('APPROVED', 0), true, 'ACTIVE'],
  [seen('FAILED', 0, '?C'), false, 'FAILED'],
  [seen('REJECTED', 0, 'AP'), false, 'FINISHED'],
  [seen('REJECTED', 0, '?C'), false, 'CANCELLED'],
] as const)('%j with an open page %s is %s', (one, open, status) => {
  expect(mandateStatus(one, open)).toBe(status);
});

const terms: MandateTerms = {
  ...{ chargeType: 'TOTAL_BALANCE', currency: 'COP', amount: null, periodicity: 'M', interval: 1 },
  ...{ dueDay: 28, startOn: '2027-01-01', firstOn: '2027-01-31', lastOn: null, maxPeriods: -1 },
};

test('the coming days are counted from the first: month ends stay month ends, weeks have seven days', () => {
  expect(comingDays(terms, '2027-02-01', 3)).toEqual(['2027-02-28', '2027-03-31', '2027-04-30']);
  expect(comingDays({ ...terms, periodicity: 'W', interval: 2 }, '2027-01-31', 2)).toEqual([
    '2027-01-31',
    '2027-02-14',
  ]);
});

test('no day after the last one, and no more than the terms allow', () => {
  expect(comingDays({ ...terms, lastOn: '2027-03-30' }, '2027-01-31', 9)).toEqual([
    '2027-01-31',
    '2027-02-28',
  ]);
  expect(comingDays({ ...terms, maxPeriods: 3 }, '2027-02-28', 9)).toEqual(['2027-02-28', '2027-03-31']);
});
