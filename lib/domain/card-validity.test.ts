import { expect, test } from 'vitest';
import { lastDayOf, validityOf } from './card-validity';

test.each([
  ['2029-12-31', '2029-12-31'],
  ['2029-12-31T00:00:00-05:00', '2029-12-31'],
  ['12/29', '2029-12-31'],
  ['02/28', '2028-02-29'],
  ['13/29', null],
  ['2029-02-30', null],
  ['', null],
  [null, null],
])('a card that is valid until %s works up to and with %s', (told, day) => {
  expect(lastDayOf(told)).toBe(day);
});

test.each([
  ['2026-11-19', 'expired'],
  ['2026-11-20', 'ends_within_7'],
  ['2026-11-27', 'ends_within_7'],
  ['2026-11-28', 'ends_within_30'],
  ['2026-12-20', 'ends_within_30'],
  ['2026-12-21', 'valid'],
  ['soon', 'unknown'],
])('on 20 November 2026 a card until %s is %s', (last, validity) => {
  expect(validityOf(last, '2026-11-20')).toBe(validity);
});
