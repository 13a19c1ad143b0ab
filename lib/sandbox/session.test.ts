import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFinal, nextStatuses, standing, type AttemptStatus, type Ending, type Facts } from './session';

const facts = (attempts: AttemptStatus[], more: Partial<Facts> = {}): Facts => ({
  attempts: attempts.map((status) => ({ status, totalMinor: 100n })),
  totalMinor: 100n,
  ending: null,
  attemptsLimit: 10,
  ...more,
});

const tenRefusals: AttemptStatus[] = Array.from({ length: 10 }, () => 'REJECTED');

test.each<[string, Facts, string, string]>([
  ['nothing was tried', facts([]), 'PENDING', 'PC'],
  ['one attempt was refused', facts(['REJECTED']), 'PENDING', 'PT'],
  ['an attempt is in process', facts(['REJECTED', 'PENDING']), 'PENDING', 'PT'],
  ['an attempt was approved', facts(['REJECTED', 'APPROVED']), 'APPROVED', '00'],
  ['the tenth was refused', facts(tenRefusals), 'REJECTED', 'XN'],
  ['ten failed technically', facts(Array.from({ length: 10 }, () => 'FAILED')), 'PENDING', 'PT'],
  ['the payer left', facts(['REJECTED'], { ending: 'PAYER' }), 'REJECTED', '?C'],
  ['the merchant cancelled', facts([], { ending: 'MERCHANT' }), 'REJECTED', 'MC'],
  ['time ran out', facts([], { ending: 'EXPIRED' }), 'REJECTED', 'EX'],
  ['time ran out while in process', facts(['PENDING'], { ending: 'EXPIRED' }), 'PENDING', 'PT'],
  ['approved after time ran out', facts(['APPROVED'], { ending: 'EXPIRED' }), 'APPROVED', '00'],
  ['refused after time ran out', facts(['REJECTED'], { ending: 'EXPIRED' }), 'REJECTED', 'EX'],
  ['a part was paid', facts(['APPROVED'], { totalMinor: 300n }), 'APPROVED_PARTIAL', 'P0'],
  [
    'a part was paid, then time ran out',
    facts(['APPROVED'], { totalMinor: 300n, ending: 'EXPIRED' }),
    'PARTIAL_EXPIRED',
    'PX',
  ],
])('GW-STATE-01 when %s the session is as documented', (_when, given, status, reason) => {
  expect(standing(given)).toEqual({ status, reason });
});

test('GW-STATE-02 no history leaves the table of statuses, and none leaves a final one', () => {
  const attempt = fc.constantFrom<AttemptStatus>('APPROVED', 'REJECTED', 'FAILED');
  const ending = fc.constantFrom<Ending | null>(null, 'PAYER', 'MERCHANT', 'EXPIRED');
  fc.assert(
    fc.property(
      fc.array(attempt, { maxLength: 14 }),
      ending,
      fc.bigInt(100n, 500n),
      (history, last, totalMinor) => {
        let before = standing(facts([], { totalMinor })).status;
        const steps = history.flatMap((status, at) => [
          [...history.slice(0, at), 'PENDING' as const],
          [...history.slice(0, at), status],
        ]);
        for (const attempts of steps) {
          if (isFinal(before)) return;
          const after = standing(facts(attempts, { totalMinor })).status;
          expect(nextStatuses[before]).toContain(after);
          before = after;
        }
        if (isFinal(before) || last === null) return;
        const end = standing(facts(history, { totalMinor, ending: last })).status;
        expect(isFinal(end)).toBe(true);
        expect(nextStatuses[before]).toContain(end);
      },
    ),
  );
});
