import type { Locale } from './locale';

/** What stands in a recorded call where something was taken out before it was kept. */
export const removed = '[removed]';

/** How a reader sees it. What is kept has one spelling, whoever reads it. */
const shownRemoved: Readonly<Record<Locale, string>> = { es: '[oculto]', en: removed };

/** Recorded JSON as its reader sees it: only what stands in place of what was taken out is in words. */
export function showRecorded(json: string, locale: Locale): string {
  return json.replaceAll(removed, shownRemoved[locale]);
}

/** How much of a one-time value is kept: enough to recognise it in another log, far too little to use it. */
const shown = 4;

/** The beginning of a value that was used once and is worth nothing without the rest: `k3Jx…`. */
export function beginningOf(value: unknown): string {
  return typeof value === 'string' && value.length > 4 * shown ? `${value.slice(0, shown)}…` : removed;
}
