import { expect, test } from 'vitest';
import { initialMandateAnswers, readMandateTerms } from './mandate-answers';

const now = new Date('2027-01-20T12:00:00-05:00');
const initial = initialMandateAnswers(now);
const read = (changes: Record<string, string>) => readMandateTerms({ ...initial, ...changes }, now);

test('what the form begins with is what it accepts', () => {
  expect(read({})).toEqual({
    ok: true,
    terms: {
      chargeType: 'FIXED',
      currency: 'COP',
      amount: { minor: 4_500_000n, currency: 'COP' },
      periodicity: 'M',
      interval: 1,
      dueDay: 20,
      startOn: '2027-01-20',
      firstOn: '2027-02-20',
      lastOn: null,
      maxPeriods: 12,
    },
  });
});

test('a balance has no amount of its own, whatever is typed', () => {
  expect(read({ chargeType: 'TOTAL_BALANCE', amount: '9' })).toMatchObject({ terms: { amount: null } });
  expect(read({ maxPeriods: '' })).toMatchObject({ terms: { maxPeriods: -1 } });
});

test.each([
  [{ chargeType: 'ALL' }, { chargeType: 'unknown_choice' }],
  [{ amount: '' }, { amount: 'required' }],
  [{ amount: '0' }, { amount: 'invalid_amount' }],
  [{ amount: '45.000,5' }, { amount: 'invalid_amount' }],
  [{ periodicity: 'H' }, { periodicity: 'unknown_choice' }],
  [{ interval: '0' }, { interval: 'number_out_of_range' }],
  [{ interval: '1.5' }, { interval: 'invalid_number' }],
  [{ dueDay: '29' }, { dueDay: 'number_out_of_range' }],
  [{ startOn: '2027-01-19' }, { startOn: 'past_date' }],
  [{ firstOn: '2027-01-20' }, { firstOn: 'past_date' }],
  [{ firstOn: '2027-02-30' }, { firstOn: 'invalid_date' }],
  [{ startOn: '2027-03-01' }, { firstOn: 'past_date' }],
  [{ lastOn: '2027-02-19' }, { lastOn: 'before_next_payment' }],
  [{ maxPeriods: '0' }, { maxPeriods: 'number_out_of_range' }],
  [{ maxPeriods: '361' }, { maxPeriods: 'number_out_of_range' }],
])('%j is wrong: %j', (changes, fields) => {
  expect(read(changes as unknown as Record<string, string>)).toEqual({ ok: false, fields });
});
