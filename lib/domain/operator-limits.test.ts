import { expect, test } from 'vitest';
import { money } from './money';
import { operationNames } from './operation';
import { isGuarded, leaveFor, readLimits, type Leave } from './operator-limits';

const limits = readLimits('COP:2000000:5000000, USD:500:1000');
const cop = (units: number) => money(BigInt(units) * 100n, 'COP');

test.each<[stake: number, asked: number, leave: Leave]>([
  [1, 0, 'alone'],
  [2_000_000, 0, 'alone'],
  [2_000_001, 0, 'with_another'],
  [2_000_000, 3_000_000, 'alone'],
  [2_000_001, 2_999_999, 'with_another'],
  [2_000_000, 3_000_001, 'not_today'],
  [5_000_001, 0, 'not_today'],
])('of %s pesos, after %s on the same day, an operator may decide: %s', (stake, asked, leave) => {
  expect(leaveFor({ name: 'refund', stake: cop(stake), asked: cop(asked) }, limits)).toBe(leave);
});

test('what moves no money of its own has no limit', () => {
  const huge = { stake: cop(900_000_000), asked: cop(900_000_000) };
  const free = operationNames.filter((name) => leaveFor({ name, ...huge }, limits) === 'alone');
  expect(free).toEqual(operationNames.filter((name) => !isGuarded(name)));
  expect(free).toEqual(['reauthorize', 'confirm', 'decline']);
});

test('a currency without a limit takes two operators', () => {
  const wish = { name: 'capture', stake: money(1n, 'CLP'), asked: money(0n, 'CLP') } as const;
  expect(leaveFor(wish, limits)).toBe('with_another');
});
