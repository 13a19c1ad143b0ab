import { describe, expect, test } from 'vitest';
import { en } from '@/lib/sandbox/dictionaries/page-en';
import { es } from '@/lib/sandbox/dictionaries/page-es';
import { pageTexts, readPageLanguage } from '@/lib/sandbox/dictionaries/page';
import { formatAmount } from './amount';
import { durationWords } from './duration';
import { formatExpiration, groupCardNumber, maskCard, nameMeans } from './mask';
import { formatMoment } from './moment';

const minutes = (count: number) => count * 60_000;

describe('the amount', () => {
  test.each([
    ['1000.00', 'COP', '$1.000,00 COP', '$1,000.00 COP'],
    ['1234567.5', 'COP', '$1.234.567,50 COP', '$1,234,567.50 COP'],
    ['576.12', 'USD', '$576,12 USD', '$576.12 USD'],
    ['45000', 'CLP', '$45.000 CLP', '$45,000 CLP'],
    ['120000', 'PYG', '₲120.000 PYG', '₲120,000 PYG'],
    ['90071992547409.93', 'COP', '$90.071.992.547.409,93 COP', '$90,071,992,547,409.93 COP'],
    ['-500', 'COP', '-$500,00 COP', '-$500.00 COP'],
  ])('%s %s is written %s and %s', (total, currency, spanish, english) => {
    expect(formatAmount({ total, currency }, 'es')).toBe(spanish);
    expect(formatAmount({ total, currency }, 'en')).toBe(english);
  });

  test('an attempt that asked for no money shows a dash', () => {
    expect(formatAmount({ total: '0', currency: '' }, 'es')).toBe('—');
  });

  test('a currency without a symbol of its own is named once', () => {
    expect(formatAmount({ total: '10', currency: 'PAB' }, 'es').match(/PAB/g)).toHaveLength(1);
  });
});

describe('the countdown', () => {
  test.each([
    [minutes(30), '30 minutos', '30 minutes'],
    [minutes(9) + 59_999, '9 minutos', '9 minutes'],
    [minutes(1), '1 minuto', '1 minute'],
    [minutes(119), '119 minutos', '119 minutes'],
    [minutes(120), '2 horas', '2 hours'],
    [minutes(60 * 50), '2 días', '2 days'],
  ])('%d ms are %s and %s', (milliseconds, spanish, english) => {
    expect(durationWords(milliseconds, 'es')).toBe(spanish);
    expect(durationWords(milliseconds, 'en')).toBe(english);
  });

  test.each([59_999, 0, -5])('%d ms have no count', (milliseconds) => {
    expect(durationWords(milliseconds, 'es')).toBeNull();
  });
});

describe('masks', () => {
  test('of a card only the last four digits are shown', () => {
    expect(maskCard('1111')).toBe('•••• 1111');
    expect(maskCard('4111111111111111')).toBe('•••• 1111');
  });

  test('a means without digits has none to mask', () => {
    expect(nameMeans({ paymentMethodName: 'Visa', lastDigits: '1111' })).toBe('Visa •••• 1111');
    expect(nameMeans({ paymentMethodName: 'PSE', lastDigits: '' })).toBe('PSE');
  });

  test.each([
    ['4111111111111111', '4111 1111 1111 1111'],
    ['377222581193005', '3772 225811 93005'],
    ['36545400000008', '3654 5400 0000 08'],
    ['5077120000008725945', '5077 1200 0000 8725 945'],
    ['', ''],
  ])('%s is grouped as %s', (typed, grouped) => expect(groupCardNumber(typed)).toBe(grouped));

  test.each([
    ['1228', '12/28'],
    ['12 / 28', '12/28'],
    ['12/2028', '12/2028'],
    ['soon', 'soon'],
  ])('the expiry date %s is written %s', (typed, written) => expect(formatExpiration(typed)).toBe(written));
});

describe('language', () => {
  test.each([
    ['en', 'es_CO', 'en'],
    [undefined, 'es_CO', 'es'],
    [undefined, 'en_US', 'en'],
    [undefined, 'pt_BR', 'es'],
    [undefined, 'it_IT', 'es'],
    ['fr', 'en_US', 'en'],
    [['en', 'es'], 'es_CO', 'es'],
  ])('GW-LOCALE-02 asked %s with locale %s is %s', (asked, locale, language) =>
    expect(readPageLanguage(asked, locale)).toBe(language),
  );

  test('a moment is told in Colombia time', () => {
    expect(formatMoment(new Date('2026-11-20T02:20:00Z'), 'en')).toContain('Nov 19, 2026');
    expect(formatMoment(new Date('2026-11-20T02:20:00Z'), 'es')).toContain('19/11/2026');
    expect(formatMoment(new Date('2026-11-20T02:20:00Z'), 'es')).toContain('9:20\u00a0p.\u00a0m.');
  });

  test('both languages say every sentence, and not by the same words', () => {
    expect(Object.keys(en.problems)).toEqual(Object.keys(es.problems));
    const untranslated = Object.entries(pageTexts.en.problems).filter(
      ([key, sentence]) => sentence === es.problems[key as keyof typeof es.problems],
    );
    expect(untranslated).toEqual([]);
  });
});
