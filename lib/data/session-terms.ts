import 'server-only';
import { z } from 'zod';
import { isCurrency } from '@/lib/domain/money';
import { fromDecimal, toDecimal, type Money } from '@/lib/domain/money';
import { agreementTypes, periodicities, type SessionTerms } from '@/lib/domain/session-request';
import { detailKinds, taxKinds } from '@/lib/domain/amount';

/** What a session asked beyond a basic payment, as a JSON column: amounts are decimals with their currency. */

const amount = z.string().transform((text, context): Money => {
  const [decimal = '', currency = ''] = text.split(' ');
  if (isCurrency(currency)) return fromDecimal(decimal, currency);
  context.addIssue({ code: 'custom', message: 'no amount' });
  return z.NEVER;
});

const terms = z.object({
  recurring: z
    .object({
      periodicity: z.enum(periodicities),
      interval: z.number(),
      nextPayment: z.string(),
      maxPeriods: z.number(),
      dueDate: z.string().nullable(),
    })
    .optional(),
  dispersion: z
    .array(
      z.object({
        agreement: z.string().nullable(),
        agreementType: z.enum(agreementTypes),
        amount: z.object({
          total: amount,
          taxes: z.array(z.object({ kind: z.enum(taxKinds), amount, base: amount.optional() })).optional(),
          details: z.array(z.object({ kind: z.enum(detailKinds), amount })).optional(),
        }),
      }),
    )
    .optional(),
  subscribe: z.boolean().optional(),
  requiresConfirmation: z.boolean().optional(),
});

/** Throws for a column that holds anything else: what is in it was written by `writeTerms`. */
export function readTerms(json: unknown): SessionTerms {
  return terms.parse(json) as SessionTerms;
}

/** The terms as the column holds them; `{}` where nothing special was asked. */
export function writeTerms(asked: SessionTerms): object {
  return JSON.parse(JSON.stringify(asked, (_, value: unknown) => (isMoney(value) ? written(value) : value)));
}

function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value;
}

function written(money: Money): string {
  return `${toDecimal(money)} ${money.currency}`;
}
