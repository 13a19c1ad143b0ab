import type { BadgeTone } from '@/components/ui/badge';
import { formatDay, formatMoney } from '@/lib/dictionaries/format';
import { mandates } from '@/lib/dictionaries/mandates';
import { outcomes } from '@/lib/dictionaries/outcomes';
import type { CalendarDay } from '@/lib/domain/calendar';
import type { Locale } from '@/lib/domain/locale';
import { comingDays, type Mandate, type MandateStatus, type MandateTerms } from '@/lib/domain/mandate';
import type { ScheduleLines } from './schedule-lines';

/** An agreement in words. */

export const mandateTones: Record<MandateStatus, BadgeTone> = {
  OPENING: 'waiting',
  NOT_AGREED: 'plain',
  ACTIVE: 'good',
  FAILED: 'bad',
  CANCELLED: 'plain',
  FINISHED: 'plain',
};

/** What is charged each time. */
export function amountWords({ chargeType, amount }: MandateTerms, locale: Locale): string {
  return mandates[locale].amounts[chargeType](amount ? formatMoney(amount, locale) : '');
}

export function rhythmWords({ periodicity, interval }: MandateTerms, locale: Locale): string {
  const { every } = outcomes[locale].schedule;
  return periodicity === 'W' ? mandates[locale].everyWeek(interval) : every[periodicity](interval);
}

const shown = 6;

/** How often, how many times, until when; the days from `nextOn` on; and whether others follow. */
export function mandateSchedule(terms: MandateTerms, nextOn: CalendarDay, locale: Locale): ScheduleLines {
  const { maxPeriods, lastOn } = terms;
  const texts = outcomes[locale].schedule;
  const days = comingDays(terms, nextOn, shown + 1);
  const rhythm = [
    rhythmWords(terms, locale),
    maxPeriods === -1 ? texts.unlimited : mandates[locale].charges(maxPeriods),
    ...(lastOn === null ? [] : [texts.until(formatDay(lastOn, locale))]),
  ];
  return {
    rhythm: `${rhythm.join(', ')}.`,
    days: days.slice(0, shown).map((day) => ({ day, words: formatDay(day, locale) })),
    more: days.length > shown ? texts.more : null,
  };
}

/** The card by brand and ending, or null before one was given. */
export function mandateCard({ card }: Mandate, locale: Locale): string | null {
  const digits = (card.lastDigits ?? '').replace(/\D/g, '').slice(-4);
  if (digits === '') return null;
  const texts = mandates[locale];
  return texts.ending(card.franchiseName ?? card.franchise ?? texts.card, digits);
}
