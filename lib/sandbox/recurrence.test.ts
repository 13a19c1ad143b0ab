import { expect, test } from 'vitest';
import { dayAfter, dayOf, isOnSchedule, isTriedAgain, readDay, type Rhythm } from './recurrence';

const monthly: Rhythm = { periodicity: 'M', interval: 1 };

test.each<[string, Rhythm, string[]]>([
  ['2027-01-31', monthly, ['2027-02-28', '2027-03-31', '2027-04-30']],
  ['2027-12-31', monthly, ['2028-01-31', '2028-02-29', '2028-03-31']],
  ['2027-11-30', { periodicity: 'M', interval: 3 }, ['2028-02-29', '2028-05-30', '2028-08-30']],
  ['2028-02-29', { periodicity: 'Y', interval: 1 }, ['2029-02-28', '2030-02-28', '2031-02-28']],
  ['2027-02-27', { periodicity: 'D', interval: 2 }, ['2027-03-01', '2027-03-03', '2027-03-05']],
  ['2026-12-31', { periodicity: 'D', interval: 127 }, ['2027-05-07', '2027-09-11', '2028-01-16']],
])('GW-RECUR-01 from %s the months end where they end', (first, rhythm, days) => {
  expect([1, 2, 3].map((periods) => dayAfter(first, rhythm, periods))).toEqual(days);
  expect(dayAfter(first, rhythm, 0)).toBe(first);
});

test('GW-RECUR-02 a schedule ends by its periods or by its last day, or never', () => {
  const plan = { ...monthly, firstOn: '2027-01-31', lastOn: null, maxPeriods: -1 };
  expect(isOnSchedule(plan, 5000)).toBe(true);
  expect([0, 1, 2].map((at) => isOnSchedule({ ...plan, maxPeriods: 2 }, at))).toEqual([true, true, false]);
  expect([0, 1, 2].map((at) => isOnSchedule({ ...plan, lastOn: '2027-02-28' }, at))).toEqual([
    true,
    true,
    false,
  ]);
});

test('GW-RECUR-03 tried again for three days, and only if funds were lacking first', () => {
  const refused = (reason: string) => ({ status: 'REJECTED', reason });
  expect(['51', '61', 'XA'].map((reason) => isTriedAgain(1, refused(reason)))).toEqual([true, true, true]);
  expect(['05', '43', '54', '14'].some((reason) => isTriedAgain(1, refused(reason)))).toBe(false);
  expect(isTriedAgain(1, { status: 'FAILED', reason: 'XH' })).toBe(true);
  expect([2, 3, 4].map((tries) => isTriedAgain(tries, refused('05')))).toEqual([true, true, false]);
});

test('GW-RECUR-04 days are read as days, and today is Colombia’s', () => {
  expect(['2027-01-31', '2027-01-31T10:00:00-05:00', ' 2027-01-31 '].map(readDay)).toEqual([
    '2027-01-31',
    '2027-01-31',
    '2027-01-31',
  ]);
  const wrong = ['2027-02-30', 'soon', '', '31/01/2027', '2027-13-01', '0000-01-01', '0000-12-31T00:00Z'];
  expect(wrong.map(readDay)).toEqual(wrong.map(() => null));
  expect(dayOf(new Date('2027-02-01T04:59:59Z'))).toBe('2027-01-31');
});
