import type { PageLanguage } from '@/lib/sandbox/dictionaries/page';
import type { Amount } from '@/lib/sandbox/hosted-view';

const intlLocale: Record<PageLanguage, string> = { es: 'es-CO', en: 'en-US' };

/** ISO 4217 decimals where they are not two. Browsers disagree with ISO about COP, so Intl is not asked. */
const digits: Record<string, number> = { CLP: 0, PYG: 0, JPY: 0, KRW: 0, UYI: 0 };

/**
 * `$1.000,00 COP` in Spanish, `$1,000.00 COP` in English: the symbol beside the number, the code after it. A dash where
 * nothing was asked for: an attempt to keep a card has no currency.
 */
export function formatAmount({ total, currency }: Amount, language: PageLanguage): string {
  if (currency === '') return '—';
  const decimals = digits[currency] ?? 2;
  const options = {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  } as const;
  const parts = new Intl.NumberFormat(intlLocale[language], options).formatToParts(
    // A string literal type is all TypeScript accepts; the text is formatted exactly, without a float.
    total as Intl.StringNumericLiteral,
  );
  const text = parts.map(({ type, value }) => (type === 'literal' ? value.trim() : value)).join('');
  return text.includes(currency) ? text.replace(currency, `${currency} `).trim() : `${text} ${currency}`;
}
