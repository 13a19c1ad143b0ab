import { toWireDate } from './dates';

/** When a repeated payment is due: pure. Source: https://docs.placetopay.dev/checkout/create-session */

/** Calendar days as YYYY-MM-DD, in Colombia. */
export type Day = string;

/** Weeks are AutoPay's alone. */
export type Rhythm = { periodicity: 'D' | 'W' | 'M' | 'Y'; interval: number };

/**
 * The day that lies so many periods after the first. Counted from the first day each time, so that what began on
 * the 31st is due on the 28th of February and on the 31st of March.
 */
export function dayAfter(first: Day, { periodicity, interval }: Rhythm, periods: number): Day {
  const [year = 0, month = 1, day = 1] = first.split('-').map(Number);
  const steps = interval * periods;
  if (periodicity === 'D') return toDay(Date.UTC(year, month - 1, day + steps));
  if (periodicity === 'W') return toDay(Date.UTC(year, month - 1, day + 7 * steps));
  const months = month - 1 + (periodicity === 'M' ? steps : 12 * steps);
  const lastOfMonth = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
  return toDay(Date.UTC(year, months, Math.min(day, lastOfMonth)));
}

/** Null for what is no calendar day; what follows the day is ignored. */
export function readDay(text: string): Day | null {
  const [day = ''] = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(text.trim()) ?? [];
  const date = new Date(`${day}T00:00:00Z`);
  // There is no year 0.
  return day >= '0001' && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
}

/** The day it is in Colombia, as YYYY-MM-DD. */
export function dayOf(at: Date): Day {
  return toWireDate(at).slice(0, 10);
}

/** A charge is due when its day begins in Colombia. */
export function beginOf(day: Day): Date {
  return new Date(`${day}T00:00:00-05:00`);
}

export type Schedule = Rhythm & { firstOn: Day; lastOn: Day | null; maxPeriods: number };

/** What a request to repeat a payment comes to: null when it repeats nothing. The first payment is no period. */
export function repetitionOf<P extends Rhythm['periodicity']>({
  periodicity,
  interval,
  maxPeriods,
  nextPayment = '',
  dueDate = '',
}: {
  periodicity: P;
  interval: number;
  maxPeriods: number;
  nextPayment?: string | undefined;
  dueDate?: string | undefined;
}) {
  const firstOn = readDay(nextPayment);
  if (firstOn === null) return null;
  const schedule = { periodicity, interval, maxPeriods, firstOn, lastOn: readDay(dueDate) };
  return isOnSchedule(schedule, 0) ? schedule : null;
}

/** Is there a charge after so many periods? Without end when `maxPeriods` is -1. */
export function isOnSchedule(plan: Schedule, periods: number): boolean {
  if (plan.maxPeriods !== -1 && periods >= plan.maxPeriods) return false;
  return plan.lastOn === null || dayAfter(plan.firstOn, plan, periods) <= plan.lastOn;
}

/** Refusals after which the same card is tried again. */
const lacksFunds = ['51', '61', 'XA'];

const mostTries = 4;

/**
 * Is it tried again the next day? Once a day for three days, and only when the first refusal was for lack of
 * funds; a technical failure is no refusal.
 */
export function isTriedAgain(tries: number, { status, reason }: { status: string; reason: string }): boolean {
  if (tries > 1) return tries < mostTries;
  return status === 'FAILED' || lacksFunds.includes(reason);
}

function toDay(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}
