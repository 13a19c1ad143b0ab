import { z } from 'zod';
import { readDay } from '../recurrence';
import { amount } from '../wire-amount';
import { day, integer, text, uri } from '../wire-parts';

/**
 * `autopay` of a request to create a session. Which members are required depends on `action`: see rules.ts.
 * Source: https://docs.placetopay.dev/autopay/api/session
 */

export const chargeTypes = ['FIXED', 'TOTAL_BALANCE', 'MINIMUM_BALANCE'] as const;

export type ChargeType = (typeof chargeTypes)[number];

const recurring = z.object({
  type: z.enum(chargeTypes),
  periodicity: z.enum(['D', 'W', 'M', 'Y']),
  interval: integer.pipe(z.number().min(1).max(127)),
  nextPayment: day,
  maxPeriods: integer
    .pipe(z.number().min(-1).max(32767))
    .refine((periods) => periods !== 0, { params: { rule: 'selected' } })
    .optional(),
  startDate: day.optional(),
  dueDate: day.optional(),
  notificationUrl: uri.optional(),
});

export const autopayRequest = z.object({
  action: z.enum(['CREATE', 'EDIT']),
  id: z.uuid().optional(),
  reference: text(32),
  description: text(255),
  dueDay: integer.pipe(z.number().min(1).max(28)).optional(),
  recurring: recurring.optional(),
  amount: amount.optional(),
});

export type AutopayRequest = z.infer<typeof autopayRequest>;

export type Recurring = z.infer<typeof recurring>;

/** The schedule that was asked for; days as YYYY-MM-DD. */
export function scheduleOf({ periodicity, interval, maxPeriods = -1, nextPayment, dueDate = '' }: Recurring) {
  return {
    periodicity,
    interval,
    maxPeriods,
    firstOn: readDay(nextPayment) ?? '',
    lastOn: readDay(dueDate),
  };
}
