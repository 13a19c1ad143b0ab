import { pageTexts, type PageLanguage } from '@/lib/sandbox/dictionaries/page';
import type { Screen } from './screen';

/** The document's title: what the screen asks or tells. */
export function screenTitle(screen: Screen, language: PageLanguage): string {
  const texts = pageTexts[language];
  const titles: Partial<Record<Screen, string>> = {
    email: texts.email.title,
    card: texts.card.title,
    otp: texts.otp.title,
    challenge: texts.challenge.title,
    processing: texts.processing.title,
    leave: texts.leave.title,
    pending: texts.result.pending,
    refusal: texts.result.rejected,
    unavailable: texts.unavailable.title,
  };
  return titles[screen] ?? texts.secure;
}
