import { defaultLocale, isLocale, type Locale } from './locale';

/** The language of the shop that an Accept-Language header likes best; Spanish when it likes neither. */
export function preferredLocale(acceptLanguage: string): Locale {
  let best: { locale: Locale; weight: number } = { locale: defaultLocale, weight: 0 };
  for (const wish of acceptLanguage.slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';');
    const locale = tag.split('-')[0] ?? '';
    const weight = weightOf(parameters);
    if (isLocale(locale) && weight > best.weight) best = { locale, weight };
  }
  return best.locale;
}

function weightOf(parameters: readonly string[]): number {
  const quality = parameters.map((parameter) => /^\s*q=(.*)$/.exec(parameter)?.[1]).find(Boolean);
  if (quality === undefined) return 1;
  return /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(quality) ? +quality : 0;
}
