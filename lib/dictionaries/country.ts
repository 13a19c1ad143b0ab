import type { Locale } from '@/lib/domain/locale';

const names: Record<Locale, Intl.DisplayNames> = {
  es: new Intl.DisplayNames('es-CO', { type: 'region' }),
  en: new Intl.DisplayNames('en-US', { type: 'region' }),
};

/** `CO` as people call it. A code nobody knows stays a code. */
export function countryName(code: string, locale: Locale): string {
  return names[locale].of(code) ?? code;
}
