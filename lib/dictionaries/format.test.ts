import { expect, test } from 'vitest';
import { money } from '@/lib/domain/money';
import { endSentence, formatDate, formatDateTime, formatMoney, formatMonth, formatTime } from './format';

/** Intl separates with spaces that do not break; the tests read them as spaces. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test.each([
  [money(4_500_000n, 'COP'), '$ 45.000', 'COP 45,000'],
  [money(4_500_050n, 'COP'), '$ 45.000,50', 'COP 45,000.50'],
  [money(1_999n, 'USD'), 'US$ 19,99', '$19.99'],
  [money(45_000n, 'CLP'), 'CLP 45.000', 'CLP 45,000'],
])('money is written as people of the language write it: %o', (amount, spanish, english) => {
  expect(plain(formatMoney(amount, 'es'))).toBe(spanish);
  expect(plain(formatMoney(amount, 'en'))).toBe(english);
});

test('an amount too long for a float keeps its last peso', () => {
  expect(plain(formatMoney(money(900_719_925_474_099_301n, 'COP'), 'en'))).toBe(
    'COP 9,007,199,254,740,993.01',
  );
});

test('a date is the date in Bogotá', () => {
  const lateEvening = new Date('2026-11-21T03:30:00Z');
  expect(formatDate(lateEvening, 'es')).toBe('20 de noviembre de 2026');
  expect(formatDate(lateEvening, 'en')).toBe('November 20, 2026');
  expect(plain(formatDateTime(lateEvening, 'en'))).toBe('Nov 20, 2026, 10:30 PM');
});

test('a card’s last day is its month, as the card bears it', () => {
  expect(formatMonth('2030-12-31')).toBe('12/30');
});

test('a sentence that ends with an hour has one full stop', () => {
  expect(endSentence('Hasta las 4:05 p. m.')).toBe('Hasta las 4:05 p. m.');
  expect(endSentence('Until 4:05 PM')).toBe('Until 4:05 PM.');
});

test('no line ends inside an hour', () => {
  const afternoon = new Date('2026-11-20T21:05:00Z');
  expect(formatTime(afternoon, 'es')).toBe('4:05\u00a0p.\u00a0m.');
  expect(formatTime(afternoon, 'en')).toBe('4:05\u00a0PM');
  expect(formatDateTime(afternoon, 'es')).toBe('20/11/2026, 4:05\u00a0p.\u00a0m.');
  expect(formatDateTime(afternoon, 'en')).toBe('Nov 20, 2026, 4:05\u00a0PM');
});
