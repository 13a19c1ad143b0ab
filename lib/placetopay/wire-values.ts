import { z } from 'zod';
import { fromDecimal, isCurrency, type Money } from '@/lib/domain/money';
import type { Status } from '@/lib/domain/report';
import { readStatus } from '@/lib/domain/status';

/**
 * The values that replies are made of. Texts and identifiers may be strings or numbers, null or absent; a date is ISO
 * 8601, and one that cannot be read is null. Money is a decimal with its ISO 4217 code, and is exact or refused.
 *
 * Source: https://docs.placetopay.dev/checkout/api/reference/session
 */

export const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined || value === '' ? null : String(value)));

export const identifier = z
  .union([z.number().int().positive().max(Number.MAX_SAFE_INTEGER), z.string().regex(/^[1-9]\d{0,19}$/)])
  .transform(String);

const date = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === 'string' ? new Date(value) : null))
  .transform((value) => (value && !Number.isNaN(value.getTime()) ? value : null));

export const statusReply = z.object({ status: z.string().min(1), reason: text, message: text, date });

/** A decimal and a currency of our table, or an issue: an amount is never guessed. */
export const amountReply = z
  .object({ currency: z.string(), total: z.union([z.number(), z.string()]) })
  .transform(({ currency, total }, context): Money => {
    if (!isCurrency(currency)) return refuse(context, `unknown currency ${currency.slice(0, 8)}`);
    try {
      return fromDecimal(total, currency);
    } catch {
      return refuse(context, 'an amount that is not exact');
    }
  });

function refuse(context: z.RefinementCtx, message: string) {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

/** `from` is what we asked for, `to` what was charged after a conversion; old replies have one bare amount. */
export const transactionAmount = z.union([
  z.object({ from: amountReply }).transform(({ from }) => from),
  amountReply,
]);

export const pairs = z.preprocess(
  (value) => (Array.isArray(value) ? value : listIn(value, 'item')),
  z.array(z.object({ keyword: text, value: z.unknown().optional() })),
);

/** A reply's status: a word that we do not know is UNKNOWN, and nothing is guessed from it. */
export function toStatus({ status, ...rest }: z.infer<typeof statusReply>): Status {
  return { status: readStatus(status), ...rest };
}

/** Whether a value is a JSON object: neither null nor a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The list under a key. A single value counts as a list of one; what is no object, or has nothing there, as an empty one. */
export function listIn(value: unknown, key: string): unknown[] {
  const inner = isObject(value) ? value[key] : undefined;
  if (inner === undefined || inner === null) return [];
  return Array.isArray(inner) ? inner : [inner];
}
