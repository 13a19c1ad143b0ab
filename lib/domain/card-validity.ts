import { dayAfter, readDay, type CalendarDay } from './calendar';

/** How a kept card's last day lies from today. An expired one is neither taken first nor charged. */
export type CardValidity = 'valid' | 'ends_within_30' | 'ends_within_7' | 'expired' | 'unknown';

/**
 * The last day a card works. The gateway writes a day where it tells of a session, `12/29` where it is asked for a
 * token; a card works until its month is over. Null where nothing readable was told.
 *
 * Source: https://docs.placetopay.dev/checkout/api/reference/token
 */
export function lastDayOf(validUntil: string | null): CalendarDay | null {
  if (validUntil === null) return null;
  const [, month, year] = /^(0[1-9]|1[0-2])\/(\d{2})$/.exec(validUntil.trim()) ?? [];
  if (!month || !year) return readDay(validUntil.slice(0, 10));
  const firstOfNext = dayAfter(`20${year}-${month}-01`, { periodicity: 'M', interval: 1 }, 1);
  return dayAfter(firstOfNext, { periodicity: 'D', interval: 1 }, -1);
}

/** `validUntil` as the gateway tells it, MM/YY or a day; what cannot be read is unknown. */
export function validityOf(validUntil: string | null, today: CalendarDay): CardValidity {
  const last = lastDayOf(validUntil);
  if (last === null) return 'unknown';
  if (last < today) return 'expired';
  if (last <= inDays(today, 7)) return 'ends_within_7';
  return last <= inDays(today, 30) ? 'ends_within_30' : 'valid';
}

function inDays(today: CalendarDay, days: number): CalendarDay {
  return dayAfter(today, { periodicity: 'D', interval: 1 }, days);
}
