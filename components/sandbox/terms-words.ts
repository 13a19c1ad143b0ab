import { pageTexts, type PageLanguage } from '@/lib/sandbox/dictionaries/page';
import type { MandateTerms } from '@/lib/sandbox/hosted-view';
import { formatAmount } from './amount';

/** The amount of each charge, or who says it. */
export function amountWords(
  { chargeType, amount }: Pick<MandateTerms, 'chargeType' | 'amount'>,
  language: PageLanguage,
): string {
  const { amounts } = pageTexts[language].terms;
  return chargeType === 'FIXED' && amount ? formatAmount(amount, language) : amounts[chargeType];
}

/** "Every month", "every 2 weeks". */
export function rhythmWords(
  { periodicity, interval }: Pick<MandateTerms, 'periodicity' | 'interval'>,
  language: PageLanguage,
): string {
  return pageTexts[language].terms.every[periodicity](interval);
}
