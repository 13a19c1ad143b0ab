import type { Locale } from '@/lib/domain/locale';

/** A text, a text with holes, or a group of them. */
type Entry = string | ((...holes: never[]) => string) | { readonly [name: string]: Entry };

/** The same names with the same holes; the words differ. */
type Alike<T> = T extends string
  ? string
  : T extends (...holes: infer Holes) => string
    ? (...holes: Holes) => string
    : { readonly [Name in keyof T]: Alike<T[Name]> };

/**
 * The texts of one area in every language, used as `shop[locale].addToCart`.
 * Spanish is written first and is the measure: a text that another language lacks, or has too many, does not compile.
 * One file per area; a client component is given the strings it shows, so that no dictionary travels to a browser
 * for the sake of one word.
 */
export function defineTexts<const Es extends { readonly [name: string]: Entry }>(texts: {
  es: Es;
  en: NoInfer<Alike<Es>>;
}): Record<Locale, Alike<Es>>;
export function defineTexts(texts: Record<Locale, unknown>): Record<Locale, unknown> {
  return texts;
}
