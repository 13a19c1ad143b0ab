import { expect, test } from 'vitest';
import { isTaken, readBalance } from './autopay/balance';
import { chargeAfter, nextTry, periodsUntil, type Schedule } from './autopay/schedule';

const monthly: Schedule = {
  periodicity: 'M',
  interval: 1,
  firstOn: '2027-01-31',
  lastOn: null,
  maxPeriods: -1,
};

const daysOf = (schedule: Schedule, count: number) =>
  Array.from({ length: count }, (_, periods) => chargeAfter(schedule, periods)?.nextOn ?? null);

test('GW-AUTOPAY-13 dates are counted from the first one: months end where they end, weeks have seven days', () => {
  expect(daysOf(monthly, 4)).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
  expect(daysOf({ ...monthly, periodicity: 'W', interval: 2 }, 3)).toEqual([
    '2027-01-31',
    '2027-02-14',
    '2027-02-28',
  ]);
  expect(daysOf({ ...monthly, firstOn: '2028-02-29', periodicity: 'Y' }, 2)).toEqual([
    '2028-02-29',
    '2029-02-28',
  ]);
  expect(daysOf({ ...monthly, maxPeriods: 2 }, 3)).toEqual(['2027-01-31', '2027-02-28', null]);
  expect(daysOf({ ...monthly, lastOn: '2027-03-30' }, 3)).toEqual(['2027-01-31', '2027-02-28', null]);
  expect(chargeAfter(monthly, 1)?.opensAt.toISOString()).toBe('2027-02-28T05:00:00.000Z');
});

test('GW-AUTOPAY-14 three tries of each stage, at the documented minutes', () => {
  const at = new Date('2027-01-31T05:00:00Z');
  const waits = (stage: Parameters<typeof nextTry>[0]) =>
    [1, 2, 3].map((tries) => {
      const next = nextTry(stage, tries, at);
      return next && (next.getTime() - at.getTime()) / 60_000;
    });
  expect(waits('BALANCE')).toEqual([5, 10, null]);
  expect(waits('CARD')).toEqual([1, 3, null]);
  expect(waits('SETTLEMENT')).toEqual([10, 20, null]);
  expect(waits('WEBHOOK')).toEqual([1, 5, null]);
});

test('GW-AUTOPAY-15 what a stopped agreement has missed is not made up for', () => {
  expect(periodsUntil(monthly, 1, '2027-02-27')).toBe(1);
  expect(periodsUntil(monthly, 1, '2027-02-28')).toBe(2);
  expect(periodsUntil(monthly, 1, '2027-06-15')).toBe(5);
});

const mandate = { id: 'an-id', chargeType: 'TOTAL_BALANCE', currency: 'COP' };

const said = (body: object, httpStatus = 200) => ({
  httpStatus,
  answer: JSON.stringify({ status: { status: 'OK', reason: '00' }, id: 'an-id', ...body }),
});

const both = {
  amount: { currency: 'COP', total: 9000.5 },
  min_amount: { currency: 'COP', total: '1000' },
};

test('GW-AUTOPAY-16 a total balance is read from amount, a minimum from min_amount', () => {
  expect(readBalance(said(both), mandate)).toEqual({ ok: true, minor: 900_050n });
  expect(readBalance(said(both), { ...mandate, chargeType: 'MINIMUM_BALANCE' })).toEqual({
    ok: true,
    minor: 100_000n,
  });
  expect(readBalance(said({ amount: { currency: 'COP', total: 0 } }), mandate)).toEqual({
    ok: true,
    minor: 0n,
  });
});

test.each([
  ['HTTP 500', said(both, 500)],
  ['no answer', { httpStatus: null, answer: null }],
  ['no JSON', { httpStatus: 200, answer: '<html>' }],
  ['FAILED 404', said({ ...both, status: { status: 'FAILED', reason: '404' } }, 400)],
  ['FAILED with HTTP 200', said({ ...both, status: { status: 'FAILED', reason: '404' } })],
  ['another autopay', said({ ...both, id: 'another' })],
  ['another currency', said({ amount: { currency: 'USD', total: 1 } })],
  ['no amount', said({})],
  ['a negative amount', said({ amount: { currency: 'COP', total: -1 } })],
  ['words', said({ amount: { currency: 'COP', total: 'all' } })],
])('GW-AUTOPAY-17 %s is no balance', (_what, told) => {
  expect(readBalance(told, mandate)).toMatchObject({ ok: false, problem: expect.any(String) });
});

test('GW-AUTOPAY-18 what was told is taken by any 2xx that does not say FAILED', () => {
  expect(isTaken({ httpStatus: 204, answer: '' })).toBe(true);
  expect(isTaken(said({}))).toBe(true);
  expect(isTaken(said({ status: { status: 'FAILED', reason: 'BR' } }))).toBe(false);
  expect(isTaken(said({}, 401))).toBe(false);
  expect(isTaken({ httpStatus: null, answer: null })).toBe(false);
});
