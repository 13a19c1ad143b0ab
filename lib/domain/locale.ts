/** The languages of the shop: the first segment of every store URL. */
export const locales = ['es', 'en'] as const;

export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = 'es';

export function isLocale(text: string): text is Locale {
  return locales.some((locale) => locale === text);
}
