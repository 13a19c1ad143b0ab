import { methodTexts } from '@/lib/sandbox/dictionaries/methods';
import { pageTexts, type PageLanguage } from '@/lib/sandbox/dictionaries/page';
import type { SessionView } from '@/lib/sandbox/hosted-view';
import { headingOf } from './result';
import type { Screen } from './screen';

/** The document's title: what the screen asks or tells. */
export function screenTitle(screen: Screen, session: SessionView, language: PageLanguage): string {
  const texts = pageTexts[language];
  const methods = methodTexts[language];
  const titles: Partial<Record<Screen, string>> = {
    email: texts.email.title,
    terms: texts.terms.title,
    card: texts.card.title,
    method: methods.choose.title,
    pse: methods.pse.title,
    nequi: methods.nequi.title,
    cash: methods.cash.title,
    bank: methods.bankWaits.title,
    push: methods.push.title,
    order: methods.order.title,
    otp: texts.otp.title,
    challenge: texts.challenge.title,
    processing: texts.processing.title,
    leave: texts.leave.title,
  };
  const [attempt] = session.attempts;
  return titles[screen] ?? (attempt ? headingOf(attempt.status, session, language) : texts.secure);
}
