import { expect, test } from 'vitest';
import { attemptToken, authorizationOf, newKey, receiptOf } from './identifiers';

const at = new Date('2026-11-20T12:00:00Z');

test('GW-ID-01 a key is 32 hexadecimal digits: random, or the same in every run with a seed', () => {
  expect(newKey(null, 'A', at)).toMatch(/^[0-9a-f]{32}$/);
  expect(newKey(null, 'A', at)).not.toBe(newKey(null, 'A', at));
  expect(newKey('seed', 'A', at)).toBe(newKey('seed', 'A', at));
  expect(newKey('seed', 'A', at)).not.toBe(newKey('other', 'A', at));
});

test('GW-ID-02 authorizations are six digits and never 000000, receipts are digits', () => {
  for (let reference = 1_519_100_001; reference < 1_519_102_001; reference += 1) {
    expect(authorizationOf(reference)).toMatch(/^(?!000000)\d{6}$/);
    expect(receiptOf(reference)).toMatch(/^\d{8}$/);
  }
});

test('GW-ID-03 an attempt’s token depends on session, key and number', () => {
  const session = { requestId: 1, key: 'a' };
  const tokens = [
    attemptToken(session, 1),
    attemptToken(session, 2),
    attemptToken({ ...session, requestId: 2 }, 1),
    attemptToken({ ...session, key: 'b' }, 1),
  ];
  expect(new Set(tokens).size).toBe(4);
});
