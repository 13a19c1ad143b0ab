import { describe, expect, test } from 'vitest';
import type { AttemptView, Repetition, SessionView } from '@/lib/sandbox/hosted-view';
import { doneWords, hasPaid, noteOf, policyWords, refusedWords, repetitionWords } from './charge-words';

const pesos = (total: string) => ({ currency: 'COP', total });

const monthly: Repetition = {
  periodicity: 'M',
  interval: 1,
  firstOn: '2026-12-30',
  lastOn: null,
  maxPeriods: 12,
};

function session(about: Partial<SessionView> = {}): SessionView {
  return {
    amount: pesos('48000.00'),
    status: { status: 'APPROVED' },
    partial: null,
    keepsCardOnly: false,
    terms: null,
    holds: false,
    repetition: null,
    ...about,
  } as unknown as SessionView;
}

function attempt(about: Partial<AttemptView> = {}): AttemptView {
  return {
    amount: pesos('48000.00'),
    reason: '05',
    message: 'Rechazada',
    isHeld: false,
    hasWrongCode: false,
    ...about,
  } as unknown as AttemptView;
}

const plain = session();
const hold = session({ holds: true });
const keeps = session({ amount: null, keepsCardOnly: true });
const repeated = session({ repetition: monthly });

describe('a repeated payment', () => {
  test.each([
    [{}, 'cada mes desde el 30 de diciembre de 2026, 12 veces más'],
    [{ maxPeriods: 1 }, 'cada mes desde el 30 de diciembre de 2026, una vez más'],
    [{ maxPeriods: -1 }, 'cada mes desde el 30 de diciembre de 2026, sin límite de veces'],
    [
      { periodicity: 'D', interval: 15, maxPeriods: -1, lastOn: '2027-06-30' },
      'cada 15 días desde el 30 de diciembre de 2026 y no después del 30 de junio de 2027',
    ],
    [
      { periodicity: 'Y', interval: 1, maxPeriods: 3, lastOn: '2028-06-30' },
      'cada año desde el 30 de diciembre de 2026, 3 veces más y no después del 30 de junio de 2028',
    ],
  ] as const)('%j is %s', (more, words) =>
    expect(repetitionWords({ ...monthly, ...more }, 'es')).toBe(words),
  );

  test.each([
    [{}, 'every month from December 30, 2026, 12 more times'],
    [{ maxPeriods: 1 }, 'every month from December 30, 2026, once more'],
    [{ maxPeriods: -1 }, 'every month from December 30, 2026, without limit'],
    [
      { interval: 2, maxPeriods: -1, lastOn: '2027-06-30' },
      'every 2 months from December 30, 2026, and not after June 30, 2027',
    ],
  ] as const)('in English %j is %s', (more, words) =>
    expect(repetitionWords({ ...monthly, ...more }, 'en')).toBe(words),
  );

  test('is told before it is paid and after', () => {
    expect(noteOf(repeated, 'es')).toBe(
      'Hoy $48.000,00 COP; después, cada mes desde el 30 de diciembre de 2026, 12 veces más.',
    );
    expect(doneWords(repeated, attempt(), 'en')).toBe(
      'You paid $48,000.00 COP; it is charged again every month from December 30, 2026, 12 more times.',
    );
    const refused = session({ repetition: monthly, status: { ...plain.status, status: 'REJECTED' } });
    expect(doneWords(refused, attempt(), 'es')).toBeNull();
  });
});

test('a plain payment needs no more words than its amount', () => {
  expect(noteOf(plain, 'es')).toBeNull();
  expect(doneWords(plain, attempt(), 'es')).toBeNull();
});

test('a hold charges nothing, and says so only while it is held', () => {
  expect(noteOf(hold, 'es')).toBe('El valor se reserva en tu tarjeta. Todavía no se cobra nada.');
  expect(doneWords(hold, attempt({ isHeld: true }), 'es')).toBe(
    'Se reservaron $48.000,00 COP en tu tarjeta. Todavía no se cobró nada.',
  );
  expect(doneWords(hold, attempt({ isHeld: false }), 'es')).toBeNull();
});

test('a card that is kept is charged nothing, and nobody accepts to pay', () => {
  expect(noteOf(keeps, 'en')).toBe('You are about to save your card. Nothing is charged.');
  expect(doneWords(keeps, attempt(), 'en')).toBe('Nothing was charged.');
  for (const one of [keeps, hold]) expect(policyWords(one, 'es')).toMatch(/^Al continuar aceptas/);
  expect(policyWords(plain, 'es')).toMatch(/^Al pagar aceptas/);
});

describe('a refusal', () => {
  const parts = (paid: string) =>
    session({ partial: { paid: pesos(paid), remaining: pesos('1.00'), minimum: pesos('1.00') } });

  test.each([
    ['whose reason the heading says', plain, attempt(), 'No se hizo ningún cobro.'],
    [
      'with a reason',
      plain,
      attempt({ reason: '51', message: 'Negada, Fondos insuficientes' }),
      'Negada, Fondos insuficientes. No se hizo ningún cobro.',
    ],
    [
      'after a wrong code',
      plain,
      attempt({ hasWrongCode: true }),
      'El código no era correcto. No se hizo ningún cobro.',
    ],
    ['before any part was paid', parts('0.00'), attempt(), 'No se hizo ningún cobro.'],
    ['after a part was paid', parts('200000.00'), attempt(), 'Con este intento no se hizo ningún cobro.'],
  ])('%s tells what became of the money', (_sentence, refused, one, words) =>
    expect(refusedWords(refused, one, 'es')).toBe(words),
  );
});

test.each([
  ['0.00', false],
  ['0', false],
  ['0.50', true],
  ['200000.00', true],
])('of a payment in parts %s is paid: %s', (total, paid) =>
  expect(hasPaid({ paid: pesos(total), remaining: pesos('1'), minimum: pesos('1') })).toBe(paid),
);
