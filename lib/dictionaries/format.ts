import type { Locale } from '@/lib/domain/locale';
import { toDecimal, type Money } from '@/lib/domain/money';

const tags: Record<Locale, string> = { es: 'es-CO', en: 'en-US' };

/** The shop keeps Colombian time, wherever the reader is. */
const timeZone = 'America/Bogota';

/** `$ 45.000` or `COP 45,000`: cents are shown only where there are any. Exact: the amount never becomes a float. */
export function formatMoney(money: Money, locale: Locale): string {
  const format = new Intl.NumberFormat(tags[locale], {
    style: 'currency',
    currency: money.currency,
    trailingZeroDisplay: 'stripIfInteger',
    minimumFractionDigits: decimals(money),
    maximumFractionDigits: decimals(money),
  });
  return format.format(toDecimal(money) as Intl.StringNumericLiteral);
}

/** `20 de noviembre de 2026` */
export function formatDate(date: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone }).format(date);
}

/** A day of the calendar, `2026-11-20`, as `20 de noviembre de 2026`: the same wherever it is read. */
export function formatDay(day: string, locale: Locale): string {
  return formatDate(new Date(`${day}T12:00:00-05:00`), locale);
}

/** A day of the calendar, `2030-12-31`, as a card bears its month: `12/30`. */
export function formatMonth(day: string): string {
  return `${day.slice(5, 7)}/${day.slice(2, 4)}`;
}

/** `20 de nov de 2026, 4:05 p. m.` */
export function formatDateTime(date: Date, locale: Locale): string {
  const format = new Intl.DateTimeFormat(tags[locale], { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return inOneLine(format.format(date));
}

/** `4:05 p. m.`: for what happens within the hour. */
export function formatTime(date: Date, locale: Locale): string {
  return inOneLine(new Intl.DateTimeFormat(tags[locale], { timeStyle: 'short', timeZone }).format(date));
}

/** A sentence with one full stop at its end, also where `4:05 p. m.` has brought it. */
export function endSentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

/** No line ends inside `4:05 p. m.`: the spaces of the hour do not break. */
function inOneLine(text: string): string {
  return text.replaceAll(/\s(?=[ap]\.?\s?m|m\.)/gi, '\u00a0');
}

function decimals(money: Money): number {
  return toDecimal(money).split('.')[1]?.length ?? 0;
}
