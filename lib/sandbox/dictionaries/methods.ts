import { en } from './methods-en';
import { es, type MethodTexts } from './methods-es';
import type { PageLanguage } from './page';

export type { MethodTexts };

/** What the page says of the ways to pay without a card, and of what some countries ask besides. */
export const methodTexts: Record<PageLanguage, MethodTexts> = { es, en };
