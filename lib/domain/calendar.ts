import type { Periodicity } from './session-request';

/** A day without a time, as `2026-03-31`. The gateway counts days in Colombia, all year five hours behind UTC. */
export type CalendarDay = string;

const behindUtcMs = 5 * 60 * 60 * 1000;

/** Null for what is no day of the calendar, such as `2026-02-30`. */
export function readDay(text: string): CalendarDay | null {
  const day = text.trim();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && toDay(date.getTime()) === day ? day : null;
}

/** Which day it is in Colombia at this instant. */
export function dayOf(instant: Date): CalendarDay {
  return toDay(instant.getTime() - behindUtcMs);
}

/** The instant at which a day begins in Colombia. */
export function startOf(day: CalendarDay): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + behindUtcMs);
}

export type Rhythm = { readonly periodicity: Periodicity; readonly interval: number };

/**
 * The day that lies so many periods after the first. Counted from the first day each time, so that what began on the
 * 31st is due on the 28th of February and again on the 31st of March.
 */
export function dayAfter(
  first: CalendarDay,
  { periodicity, interval }: Rhythm,
  periods: number,
): CalendarDay {
  const [year = 0, month = 1, day = 1] = first.split('-').map(Number);
  const steps = interval * periods;
  if (periodicity === 'D') return toDay(Date.UTC(year, month - 1, day + steps));
  const months = month - 1 + (periodicity === 'M' ? steps : 12 * steps);
  const lastOfMonth = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
  return toDay(Date.UTC(year, months, Math.min(day, lastOfMonth)));
}

type Schedule = Rhythm & {
  readonly nextPayment: CalendarDay;
  readonly maxPeriods: number;
  readonly dueDate: CalendarDay | null;
};

/** The next charges of a repeated payment, at most `limit`; `more` tells whether others follow. */
export function nextCharges(
  { nextPayment, maxPeriods, dueDate, ...rhythm }: Schedule,
  limit: number,
): { readonly days: readonly CalendarDay[]; readonly more: boolean } {
  const planned = maxPeriods === -1 ? limit + 1 : Math.min(maxPeriods, limit + 1);
  const days = Array.from({ length: planned }, (_, period) => dayAfter(nextPayment, rhythm, period));
  const due = days.filter((day) => dueDate === null || day <= dueDate);
  return { days: due.slice(0, limit), more: due.length > limit };
}

function toDay(time: number): CalendarDay {
  return new Date(time).toISOString().slice(0, 10);
}
