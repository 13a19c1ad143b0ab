import type { PageLanguage } from '@/lib/sandbox/dictionaries/page';

const intlLocale: Record<PageLanguage, string> = { es: 'es-CO', en: 'en-US' };

/** A date and time for a person, in Colombia's time, where the gateway's clock is. */
export function formatMoment(date: Date, language: PageLanguage): string {
  const format = new Intl.DateTimeFormat(intlLocale[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'America/Bogota',
  });
  // No line ends inside `4:05 p. m.`.
  return format.format(date).replaceAll(/\s(?=[ap]\.?\s?m|m\.)/gi, '\u00a0');
}

/** A calendar day (YYYY-MM-DD) for a person. */
export function formatDay(day: string, language: PageLanguage): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat(intlLocale[language], { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}
