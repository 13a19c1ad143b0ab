import { beginOf, dayAfter, isOnSchedule, type Day, type Rhythm } from '../recurrence';

/**
 * When an automatic payment does what: pure.
 * Source: https://docs.placetopay.dev/autopay/recurring-setup and https://docs.placetopay.dev/autopay/retries
 */

/** Days as YYYY-MM-DD; maxPeriods is -1 without end. */
export type Schedule = Rhythm & { firstOn: Day; lastOn: Day | null; maxPeriods: number };

/** Minutes between the three tries of each stage. */
const waits = {
  /** The merchant is asked how much. */
  BALANCE: [5, 10],
  /** The card is charged: the merchant is not asked again. */
  CARD: [1, 3],
  SETTLEMENT: [10, 20],
  WEBHOOK: [1, 5],
} as const satisfies Record<string, readonly [number, number]>;

export type Stage = keyof typeof waits;

/** The moment of the next try, when `tries` have failed, the last of them at `at`. Null when none is left. */
export function nextTry(stage: Stage, tries: number, at: Date): Date | null {
  const minutes = waits[stage][tries - 1];
  return minutes === undefined ? null : new Date(at.getTime() + minutes * 60_000);
}

/** The charge after so many due dates are over. Null when there is none, and the automatic payment is finished. */
export function chargeAfter(schedule: Schedule, periods: number): { nextOn: Day; opensAt: Date } | null {
  if (!isOnSchedule(schedule, periods)) return null;
  const nextOn = dayAfter(schedule.firstOn, schedule, periods);
  return { nextOn, opensAt: beginOf(nextOn) };
}

/** How many due dates lie on or before `day`, at least `periods`: what a stopped agreement has missed is not made up for. */
export function periodsUntil(schedule: Schedule, periods: number, day: Day): number {
  let passed = periods;
  while (dayAfter(schedule.firstOn, schedule, passed) <= day) passed += 1;
  return passed;
}
