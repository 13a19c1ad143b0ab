import { en } from './page-en';
import { es } from './page-es';

/** The languages the hosted page is written in. */
export const pageLanguages = ['es', 'en'] as const;

export type PageLanguage = (typeof pageLanguages)[number];

export type PageTexts = typeof es;

export type PageProblem = keyof PageTexts['problems'];

export const pageTexts: Record<PageLanguage, PageTexts> = { es, en };

/**
 * The language to show: `?lang=` where it is one of ours, else the language of the session's locale (`es_CO`).
 * Portuguese and Italian fall back as the API's messages do: to Spanish.
 */
export function readPageLanguage(asked: unknown, locale: string): PageLanguage {
  const language = pageLanguages.find((known) => known === asked);
  return language ?? pageLanguages.find((known) => locale.startsWith(known)) ?? 'es';
}
