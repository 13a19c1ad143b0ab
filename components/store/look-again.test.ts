import { expect, test } from 'vitest';
import { nextLook } from './look-again';

test('the page looks again ever more slowly, and never stops', () => {
  const waits = Array.from({ length: 30 }, (_, looks) => nextLook(looks));
  expect(waits[0]).toBe(2000);
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(waits.at(-1)).toBe(60_000);
});
