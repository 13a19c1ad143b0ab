import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money, sum } from '@/lib/domain/money';
import { nextCharges } from '@/lib/domain/calendar';
import { readOptions } from '@/lib/domain/read-options';
import { planProblems, withOptions } from '@/lib/domain/session-rules';
import type { SessionPlan } from '@/lib/domain/session-request';
import { readParts } from './dispersion-parts';
import { WrongAnswers } from './flow';

const total = money(1_000_001n, 'COP');
const asked = (answers: Record<string, string>) =>
  readOptions(
    Object.fromEntries(Object.entries(answers).map(([name, value]) => [`option.${name}`, value])),
    total,
  );

describe('the advanced panel', () => {
  test.each<[Record<string, string>, string, string]>([
    [{ reference: 'A'.repeat(33) }, 'reference', 'reference_too_long'],
    [{ reference: 'con espacio' }, 'reference', 'invalid_reference'],
    [{ currency: 'USD' }, 'currency', 'other_currency'],
    [{ expiresInMinutes: '5' }, 'expiresInMinutes', 'too_soon'],
    [{ expiresInMinutes: '2881' }, 'expiresInMinutes', 'too_late'],
    [{ expiresInMinutes: '1e3' }, 'expiresInMinutes', 'invalid_number'],
    [{ tax1Kind: 'valueAddedTax', tax1Amount: '10000.02' }, 'tax1Amount', 'more_than_total'],
    [{ tax1Kind: 'valueAddedTax' }, 'tax1Amount', 'required'],
    [{ tax1Kind: 'iva', tax1Amount: '1' }, 'tax1Kind', 'unknown_choice'],
    [
      { tax1Kind: 'ice', tax1Amount: '6000', tax2Kind: 'valueAddedTax', tax2Amount: '6000' },
      'tax1Amount',
      'sum_differs',
    ],
    [{ detail1Kind: 'subtotal', detail1Amount: '10000' }, 'detail1Amount', 'sum_differs'],
    [{ field1Keyword: 'k'.repeat(51), field1Value: 'v' }, 'field1Keyword', 'too_long'],
    [{ field1Value: 'v' }, 'field1Keyword', 'required'],
    [{ field1Keyword: 'k', field1Value: '4111 1111 1111 1111' }, 'field1Value', 'looks_like_card'],
    [{ description: 'd'.repeat(251) }, 'description', 'too_long'],
    [{ modifierCode: '17934' }, 'modifierInvoice', 'required'],
    [{ modifierCode: '17934', modifierInvoice: '1234567890' }, 'modifierInvoice', 'too_long'],
    [{ openingDate: '2026-02-30' }, 'openingDate', 'invalid_date'],
    [{ paymentMethod: 'visa;drop' }, 'paymentMethod', 'invalid_methods'],
    [{ fourth: 'x' }, 'fourth', 'unknown_field'],
  ])('%j is refused at %s as %s', (answers, field, problem) => {
    const read = asked(answers);
    expect(read.ok ? {} : read.fields).toMatchObject({ [`option.${field}`]: problem });
  });

  test('details with a subtotal add up with the taxes, a discount taken off', () => {
    const answers = {
      ...{ detail1Kind: 'subtotal', detail1Amount: '9000.01', detail2Kind: 'shipping', detail2Amount: '500' },
      ...{ tax1Kind: 'valueAddedTax', tax1Amount: '500' },
    };
    expect(asked(answers).ok).toBe(true);
  });
});

describe('what does not go together', () => {
  const sale: SessionPlan = {
    kind: 'SALE',
    payment: { description: 'x', amount: { total }, items: [] },
  };
  const payment = sale.payment;
  const dispersion = readParts(
    { by: 'percentage', part1Share: '50', part1Agreement: '1', part2Share: '50' },
    total,
  );
  const schedule = {
    periodicity: 'M',
    interval: 1,
    nextPayment: '2026-12-01',
    maxPeriods: 3,
    dueDate: null,
  } as const;
  if (!payment) throw new Error('a sale is paid');

  test.each<[string, SessionPlan, string]>([
    ['recurring', { ...sale, payment: { ...payment, recurring: schedule } }, 'partial_not_with_recurring'],
    ['dispersion', { ...sale, payment: { ...payment, dispersion } }, 'partial_not_with_dispersion'],
    ['a hold', { ...sale, kind: 'HOLD' }, 'partial_not_with_hold'],
    ['confirmation', { ...sale, metadata: { requiresConfirmation: true } }, 'partial_not_with_confirmation'],
  ])('parts with %s are refused before the call', (_what, plan, problem) => {
    expect(planProblems(plan)).toEqual({});
    const options = { allowPartial: true };
    expect(planProblems(withOptions(plan, options), options)).toEqual({ 'option.allowPartial': problem });
  });

  test('taxes go neither with parts nor on top of a dispersion', () => {
    const options = { taxes: [{ kind: 'valueAddedTax' as const, amount: money(1n, 'COP') }] };
    const partial = { ...options, allowPartial: true };
    expect(planProblems(withOptions(sale, partial), partial)).toEqual({
      'option.tax1Kind': 'taxes_not_with_partial',
    });
    const split = withOptions({ ...sale, payment: { ...payment, dispersion } }, options);
    expect(planProblems(split, options)).toEqual({ 'option.tax1Kind': 'taxes_inside_parts' });
  });
});

const wrongOf = (answers: Record<string, string>) => {
  try {
    readParts(answers, total);
    return 'accepted';
  } catch (error) {
    if (error instanceof WrongAnswers) return error.fields;
    throw error;
  }
};

describe('a dispersion', () => {
  const two = { by: 'amount', part1Share: '9000.01', part1Agreement: '1299', part2Share: '1000' };

  test('adds up to the last minor unit, whatever the percentages', () => {
    const percentages = fc
      .tuple(fc.integer({ min: 1, max: 9_998 }), fc.bigInt({ min: 30_000n, max: 10n ** 12n }))
      .chain(([first, minor]) =>
        fc.tuple(fc.constant(first), fc.integer({ min: 1, max: 9_999 - first }), fc.constant(minor)),
      );
    fc.assert(
      fc.property(percentages, ([first, second, minor]) => {
        const share = (hundredths: number) =>
          `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
        const answers = {
          by: 'percentage',
          ...{
            part1Share: share(first),
            part2Share: share(second),
            part3Share: share(10_000 - first - second),
          },
          ...{ part1Agreement: '1', part2Agreement: '2' },
        };
        const whole = money(minor, 'COP');
        const parts = readParts(answers, whole);
        expect(
          sum(
            parts.map(({ amount }) => amount.total),
            'COP',
          ),
        ).toEqual(whole);
      }),
    );
  });

  test('keeps the airport tax in the first part and the tip in the last', () => {
    const parts = readParts({ ...two, part1Type: 'AIRLINE', airportTax: '500.01', tip: '100' }, total);
    expect(parts).toEqual([
      {
        agreement: '1299',
        agreementType: 'AIRLINE',
        amount: {
          total: money(900_001n, 'COP'),
          taxes: [{ kind: 'airportTax', amount: money(50_001n, 'COP'), base: money(850_000n, 'COP') }],
        },
      },
      {
        agreement: null,
        agreementType: 'MERCHANT',
        amount: { total: money(100_000n, 'COP'), details: [{ kind: 'tip', amount: money(10_000n, 'COP') }] },
      },
    ]);
  });

  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['a cent too little', { ...two, part2Share: '999.99' }, { part2Share: 'sum_differs' }],
    [
      'percentages of 99',
      { ...two, by: 'percentage', part1Share: '90', part2Share: '9' },
      { part2Share: 'not_a_hundred' },
    ],
    ['a fourth part', { ...two, part4Share: '1' }, { part4Share: 'too_many_parts' }],
    ['one part', { by: 'amount', part1Share: '10000.01' }, { part2Share: 'too_few_parts' }],
    ['a word for an agreement', { ...two, part1Agreement: 'LATAM' }, { part1Agreement: 'invalid_agreement' }],
    ['the shop twice', { ...two, part1Agreement: '' }, { part2Agreement: 'same_agreement' }],
    ['an airline last', { ...two, part2Type: 'AIRLINE' }, { part2Type: 'airline_first' }],
    ['a tip of the whole part', { ...two, tip: '1000' }, { tip: 'more_than_part' }],
    ['thousands separators', { ...two, part1Share: '9.000,01' }, { part1Share: 'invalid_amount' }],
  ])('with %s is refused at its field', (_what, answers, fields) => {
    expect(wrongOf(answers)).toEqual(fields);
  });
});

describe('the dates of a repeated payment', () => {
  const monthly = { periodicity: 'M', interval: 1, dueDate: null } as const;

  test('keep to the end of the month', () => {
    const { days } = nextCharges({ ...monthly, nextPayment: '2027-01-31', maxPeriods: 4 }, 12);
    expect(days).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
  });

  test('know leap years, limits and a due date', () => {
    const yearly = { periodicity: 'Y', interval: 1, nextPayment: '2028-02-29', maxPeriods: -1 } as const;
    expect(nextCharges({ ...yearly, dueDate: null }, 2)).toEqual({
      days: ['2028-02-29', '2029-02-28'],
      more: true,
    });
    const due = { ...monthly, nextPayment: '2027-01-15', maxPeriods: 12, dueDate: '2027-03-14' };
    expect(nextCharges(due, 6)).toEqual({ days: ['2027-01-15', '2027-02-15'], more: false });
  });
});
