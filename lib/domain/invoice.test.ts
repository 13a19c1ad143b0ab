import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allot, owed, type Invoice } from './invoice';
import { money, sum } from './money';

const cop = (minor: bigint) => money(minor, 'COP');
const invoice = (id: string, total: bigint, minimum: bigint, paid = 0n): Invoice => ({
  ...{ id, number: id, issuedOn: '2027-01-01', dueOn: `2027-01-0${id}` },
  ...{ total: cop(total), minimum: cop(minimum), paid: cop(paid) },
});

test('what is owed is what is open, and of the minimum what was not paid yet', () => {
  const list = [invoice('1', 100n, 30n, 10n), invoice('2', 50n, 20n, 25n), invoice('3', 7n, 7n, 7n)];
  expect(owed(list, 'COP')).toEqual({ amount: cop(115n), minimum: cop(20n) });
  expect(owed([], 'COP')).toEqual({ amount: cop(0n), minimum: cop(0n) });
});

test('the oldest is paid first; of a minimum every minimum before the rest', () => {
  const list = [invoice('2', 50n, 20n), invoice('1', 100n, 30n)];
  const shares = (charged: bigint, type: 'TOTAL_BALANCE' | 'MINIMUM_BALANCE') =>
    allot(cop(charged), list, type)?.map(({ invoiceId, amount }) => [invoiceId, amount.minor]) ?? null;
  expect(shares(120n, 'TOTAL_BALANCE')).toEqual([
    ['1', 100n],
    ['2', 20n],
  ]);
  expect(shares(50n, 'MINIMUM_BALANCE')).toEqual([
    ['1', 30n],
    ['2', 20n],
  ]);
  expect(shares(60n, 'MINIMUM_BALANCE')).toEqual([
    ['1', 40n],
    ['2', 20n],
  ]);
  expect(shares(151n, 'TOTAL_BALANCE')).toBeNull();
});

test('shares are never more than is open, and their sum is the charge to the minor unit', () => {
  const one = fc
    .tuple(fc.bigInt(1n, 1_000n), fc.bigInt(0n, 1_000n), fc.bigInt(0n, 1_000n))
    .map(([total, a, b]) => ({ total, minimum: a % (total + 1n), paid: b % (total + 1n) }));
  fc.assert(
    fc.property(
      fc.array(one, { maxLength: 9 }),
      fc.bigInt(1n, 9_000n),
      fc.constantFrom('TOTAL_BALANCE', 'MINIMUM_BALANCE'),
      (rows, charged, type) => {
        const list = rows.map(({ total, minimum, paid }, index) =>
          invoice(String(index), total, minimum, paid),
        );
        const shares = allot(cop(charged), list, type);
        const tooMuch = owed(list, 'COP').amount.minor < charged;
        expect(shares === null).toBe(tooMuch);
        if (shares === null) return;
        expect(
          sum(
            shares.map(({ amount }) => amount),
            'COP',
          ).minor,
        ).toBe(charged);
        for (const { invoiceId, amount } of shares) {
          const row = rows[Number(invoiceId)];
          expect(row && amount.minor > 0n && row.paid + amount.minor <= row.total).toBe(true);
        }
      },
    ),
  );
});
