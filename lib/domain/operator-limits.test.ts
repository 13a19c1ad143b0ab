import { expect, test } from 'vitest';
import { money } from './money';
import { operationNames } from './operation';
import { isGuarded, leaveFor, readLimits, type Leave } from './operator-limits';

const limits = readLimits('COP:2000000:5000000, USD:500:1000');
const ordered = money(90_000_000_000n, 'COP');
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
  const wish = { name: 'refund', stake: cop(stake), asked: cop(asked), askedHere: cop(0), ordered } as const;
  expect(leaveFor(wish, limits)).toBe(leave);
});

test('what is above the limit of one is not below it in parts', () => {
  const part = { name: 'refund', stake: cop(1_000_001), asked: cop(1_000_000), ordered } as const;
  expect(leaveFor({ ...part, askedHere: cop(0) }, limits)).toBe('alone');
  expect(leaveFor({ ...part, askedHere: cop(999_999) }, limits)).toBe('alone');
  expect(leaveFor({ ...part, askedHere: cop(1_000_000) }, limits)).toBe('with_another');
});

test.each(['capture', 'reauthorize'] as const)('a %s of more than was ordered takes two', (name) => {
  const wish = { name, asked: cop(0), askedHere: cop(0), ordered: cop(48_000) };
  expect(leaveFor({ ...wish, stake: cop(48_000) }, limits)).toBe('alone');
  expect(leaveFor({ ...wish, stake: cop(48_001) }, limits)).toBe('with_another');
});

test('what moves no money of its own has no limit', () => {
  const huge = { stake: cop(900_000_000), asked: cop(900_000_000), askedHere: cop(900_000_000), ordered };
  const free = operationNames.filter((name) => leaveFor({ name, ...huge }, limits) === 'alone');
  expect(free).toEqual(operationNames.filter((name) => !isGuarded(name)));
  expect(free).toEqual(['reauthorize', 'confirm', 'decline']);
});

test('a currency without a limit takes two operators', () => {
  const [stake, none] = [money(1n, 'CLP'), money(0n, 'CLP')];
  const wish = { name: 'capture', stake, asked: none, askedHere: none, ordered: stake } as const;
  expect(leaveFor(wish, limits)).toBe('with_another');
});
