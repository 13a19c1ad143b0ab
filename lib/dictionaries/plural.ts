import type { Locale } from '@/lib/domain/locale';

type Forms = { one: string; other: string };

const rules: Record<Locale, Intl.PluralRules> = {
  es: new Intl.PluralRules('es-CO'),
  en: new Intl.PluralRules('en-US'),
};

const numbers: Record<Locale, Intl.NumberFormat> = {
  es: new Intl.NumberFormat('es-CO'),
  en: new Intl.NumberFormat('en-US'),
};

/** `#` in the chosen form becomes the count: `plural('es', 2, { one: '# unidad', other: '# unidades' })`. */
export function plural(locale: Locale, count: number, forms: Forms): string {
  const form = rules[locale].select(count) === 'one' ? forms.one : forms.other;
  return form.replaceAll('#', numbers[locale].format(count));
}
