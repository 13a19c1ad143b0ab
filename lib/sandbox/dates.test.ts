import { expect, test } from 'vitest';
import { readDate, readExpiration, toWireDate } from './dates';

const moment = '2026-11-20T07:22:00.000Z';

test('GW-DATE-01 the gateway writes Colombia’s time with seconds and offset', () => {
  expect(toWireDate(new Date('2026-11-20T07:22:31.900Z'))).toBe('2026-11-20T02:22:31-05:00');
  expect(toWireDate(new Date('2026-01-01T03:00:00Z'))).toBe('2025-12-31T22:00:00-05:00');
});

test.each([
  '2026-11-20T02:22:00-05:00',
  '2026-11-20T07:22:00Z',
  '2026-11-20T07:22:00.000Z',
  '2026-11-20T07:22:00.0000000Z',
  '2026-11-20T07:22:00+00:00',
  '2026-11-20T07:22+0000',
  '2026-11-20T02:22:00',
  '2026-11-20 02:22:00-05',
])('GW-DATE-02 %s is read as the same moment', (text) => expect(readDate(text)?.toISOString()).toBe(moment));

test.each([
  '',
  'yesterday',
  '2026-02-30T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-11-20',
  '1732087320',
  '2026-11-20T25:00:00Z',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+14:00',
])('GW-DATE-03 %s is not a date', (text) => expect(readDate(text)).toBeNull());

test.each([
  ['2026-12-30', '2026-12-30T05:00:00.000Z'],
  [' 2026-12-30 ', '2026-12-30T05:00:00.000Z'],
  ['20261201T100000Z', '2026-12-01T10:00:00.000Z'],
  ['20261201T050000-0500', '2026-12-01T10:00:00.000Z'],
  ['2026-12-01T05:00-05:00', '2026-12-01T10:00:00.000Z'],
])('GW-DATE-04 %s is read as an expiration', (text, read) =>
  expect(readExpiration(text)?.toISOString()).toBe(read),
);

test.each(['2026-02-30', '20260230T100000Z', '20261201', 'soon', ''])(
  'GW-DATE-04 %s is no expiration',
  (text) => expect(readExpiration(text)).toBeNull(),
);
