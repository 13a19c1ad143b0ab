import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, money } from './money';
import { chargedTotal, daysLeft, holdsOf, keptTotal, refundedTotal } from './order-money';
import type { Transaction, TransactionType } from './transaction';

const at = new Date('2026-11-20T15:00:00Z');
const cop = (minor: bigint) => money(minor, 'COP');

function fact(type: TransactionType, minor: bigint, changes: Partial<Transaction> = {}): Transaction {
  return {
    ...{ internalReference: '1', type, parentReference: null, step: 0, agreement: null, agreementType: null },
    ...{
      discount: null,
      status: 'APPROVED',
      reason: '00',
      message: null,
      amount: cop(minor),
      paymentMethod: null,
    },
    ...{ paymentMethodName: null, issuerName: null, lastDigits: null, authorization: null, receipt: null },
    ...{ franchise: null, refunded: false, date: at },
    ...changes,
  };
}

const later = (type: TransactionType, step: number, minor: bigint, parentReference = '1') =>
  fact(type, minor, { internalReference: `s${step}`, step, parentReference });
const part = (name: string, minor: bigint, status: Transaction['status'] = 'APPROVED') =>
  fact('PART', minor, { internalReference: name, parentReference: '1', status });
const totals = (facts: readonly Transaction[]) =>
  [chargedTotal, refundedTotal, keptTotal].map((total) => total(facts, 'COP').minor);

test.each<[string, Transaction[], bigint[]]>([
  ['a sale', [fact('SALE', 100n)], [100n, 0n, 100n]],
  ['a sale, a part of it given back', [fact('SALE', 100n), later('REFUND', 1, 30n)], [100n, 30n, 70n]],
  [
    'a sale reversed by somebody else',
    [fact('SALE', 100n), fact('SALE', 100n, { status: 'REVERSED' })],
    [100n, 100n, 0n],
  ],
  ['a hold', [fact('HOLD', 100n)], [0n, 0n, 0n]],
  ['a hold captured for less', [fact('HOLD', 100n), later('CAPTURE', 1, 80n)], [80n, 0n, 80n]],
  [
    'a captured hold, half given back',
    [fact('HOLD', 100n), later('CAPTURE', 1, 80n), later('REFUND', 2, 40n)],
    [80n, 40n, 40n],
  ],
  ['two parts', [fact('SALE', 100n), part('2', 90n), part('3', 10n)], [100n, 0n, 100n]],
  [
    'two parts, the second refused',
    [fact('SALE', 100n, { status: 'APPROVED_PARTIAL' }), part('2', 90n), part('3', 10n, 'REJECTED')],
    [90n, 0n, 90n],
  ],
  [
    'one part given back',
    [fact('SALE', 100n), part('2', 90n), part('3', 10n), later('REFUND', 1, 10n, '3')],
    [100n, 10n, 90n],
  ],
  [
    'all parts given back at once',
    [fact('SALE', 100n), part('2', 90n), part('3', 10n), later('REFUND', 1, 100n)],
    [100n, 100n, 0n],
  ],
])('%s', (_what, facts, expected) => expect(totals(facts)).toEqual(expected));

test('the order of hearing decides nothing, and what is kept is what was charged less what was given back', () => {
  const facts = fc.uniqueArray(
    fc.constantFrom(
      ...[fact('HOLD', 100n), later('REAUTH', 1, 120n), later('CAPTURE', 2, 110n), later('REFUND', 3, 10n)],
      ...[later('REFUND', 4, 100n), fact('SALE', 50n, { internalReference: '9' })],
      fact('SALE', 50n, { internalReference: '9', status: 'REFUNDED' }),
    ),
  );
  const both = facts.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  fc.assert(
    fc.property(both, ([one, other]) => {
      const hold = (list: readonly Transaction[]) =>
        holdsOf({ transactions: list, createdAt: at }).map(({ held, captured, state }) => [
          held,
          captured,
          state,
        ]);
      expect(totals(one)).toEqual(totals(other));
      expect(hold(one)).toEqual(hold(other));
      const [charged = 0n, refunded = 0n, kept = 0n] = totals(one);
      expect(kept).toBe(charged - refunded);
    }),
  );
});

test('a hold names its last step, and lapses after thirty days', () => {
  const steps = [fact('HOLD', 100n), later('REAUTH', 1, 120n), later('REAUTH', 2, 90n)];
  const [hold] = holdsOf({ transactions: steps, createdAt: at });
  expect(hold).toMatchObject({ lastReference: 's2', held: cop(90n), state: 'OPEN' });
  if (!hold) throw new Error('There is a hold.');
  expect(compare(hold.captured, hold.held)).toBe(-1);
  const after = (days: number) => daysLeft(hold, new Date(at.getTime() + days * 86_400_000));
  expect([after(0), after(0.5), after(29.9), after(30), after(31)]).toEqual([30, 30, 1, 0, 0]);
});
