import { formatDay } from '@/lib/dictionaries/format';
import { outcomes } from '@/lib/dictionaries/outcomes';
import { nextCharges } from '@/lib/domain/calendar';
import type { Locale } from '@/lib/domain/locale';
import type { Recurring } from '@/lib/domain/session-request';

/** A repeated payment in words: how often, how many times, until when; its next days; and whether others follow. */
export type ScheduleLines = {
  rhythm: string;
  days: readonly { day: string; words: string }[];
  more: string | null;
};

const shown = 6;

export function scheduleLines(recurring: Recurring, locale: Locale): ScheduleLines {
  const texts = outcomes[locale].schedule;
  const { periodicity, interval, maxPeriods, dueDate } = recurring;
  const { days, more } = nextCharges(recurring, shown);
  const rhythm = [
    texts.every[periodicity](interval),
    maxPeriods === -1 ? texts.unlimited : texts.times(maxPeriods),
    ...(dueDate === null ? [] : [texts.until(formatDay(dueDate, locale))]),
  ];
  return {
    rhythm: `${rhythm.join(', ')}.`,
    days: days.map((day) => ({ day, words: formatDay(day, locale) })),
    more: more ? texts.more : null,
  };
}
