import type { MandateRow } from '@/lib/sandbox/control-room/mandates';
import type { PageLanguage } from '@/lib/sandbox/dictionaries/page';
import type { MandateTerms } from '@/lib/sandbox/hosted-view';
import { amountWords } from '../terms-words';

/** A stored agreement in the words of the page that asked for it. */
export function howMuch({ chargeType, total, currency }: MandateRow, language: PageLanguage): string {
  const amount = total === null ? null : { total, currency };
  return amountWords({ chargeType: chargeType as MandateTerms['chargeType'], amount }, language);
}

export function rhythmOf({
  periodicity,
  interval,
}: MandateRow): Pick<MandateTerms, 'periodicity' | 'interval'> {
  return { periodicity: periodicity as MandateTerms['periodicity'], interval };
}
