import { pageTexts, type PageLanguage } from '@/lib/sandbox/dictionaries/page';
import type { TestCard } from '@/lib/sandbox/cards';
import { fillTestCard } from './test-card-groups';

/** What a card's group does not say already: how it ends, and what it asks for. */
export function remarksOf(card: TestCard, language: PageLanguage, now: Date): string[] {
  const texts = pageTexts[language].testCards;
  const filled = fillTestCard(card.number, now);
  const waits = card.first === 'MANUAL' || card.first === 'SILENCE';
  const remarks = [
    card.first === 'BY_AMOUNT' && texts.byAmount,
    card.first === 'BY_DATA' && filled && texts.expirationAndCvv(filled.expiry, filled.cvv),
    waits && card.final && texts.finally[card.final],
    card.threeDS === 'C' && card.first === 'PENDING' && texts.thenPending,
    card.otp && texts.otp,
  ];
  return remarks.filter((remark) => typeof remark === 'string');
}
