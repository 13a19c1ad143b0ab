import { z } from 'zod';
import { dayOf, readDay } from '@/lib/domain/calendar';
import type { AutopayCharge, AutopayReport, AutopaySessionReport } from './autopay-report';
import { amountReply, identifier, statusReply, text, toStatus } from './wire-values';

/**
 * AutoPay's answers, named field by field as wire.ts does it for a session's.
 * Source: https://docs.placetopay.dev/autopay/api
 */

const instant = z
  .string()
  .transform((value) => new Date(value))
  .refine((date) => !Number.isNaN(date.getTime()), 'no date');

const maybeInstant = z.unknown().transform((value) => instant.safeParse(value).data ?? null);

/** The documentation writes it with and without a time. */
const day = z.string().transform((value, context) => {
  const read = readDay(value.slice(0, 10));
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: 'no day' });
  return z.NEVER;
});

/** An agreement knows three statuses, and no other is believed. https://docs.placetopay.dev/autopay/status */
const standing = z.object({
  status: z.enum(['APPROVED', 'FAILED', 'REJECTED']),
  reason: text,
  date: instant,
});

const mandate = z
  .object({
    status: standing,
    id: z.uuid(),
    subscription: z.object({
      reference: z.string(),
      amount: amountReply.nullish(),
      recurring: z.object({ type: z.string(), nextPayment: day }),
    }),
    additional: z.object({ dueDay: z.coerce.number().int().nullish().catch(null) }).nullish(),
  })
  .transform(({ status, id, subscription, additional }): AutopayReport => {
    const { reference, amount = null, recurring } = subscription;
    const { date: at, ...told } = status;
    const dueDay = additional?.dueDay ?? null;
    return {
      ...told,
      ...{ at, id, reference, amount, dueDay },
      chargeType: recurring.type,
      nextOn: recurring.nextPayment,
    };
  });

/** The token and subtoken stay where they are. */
const agreed = z.object({
  instrument: z.object({
    token: z.object({ franchise: text, franchiseName: text, lastDigits: text, validUntil: text }),
  }),
  acceptedAt: maybeInstant,
});

const session = z.object({
  requestId: identifier,
  status: statusReply,
  autopay: z.array(z.unknown()).nullish(),
});

/** Undefined when the answer cannot be believed. Source: https://docs.placetopay.dev/autopay/api/query */
export function readAutopaySession(body: unknown): AutopaySessionReport | undefined {
  const reply = session.safeParse(body);
  if (!reply.success) return undefined;
  const { requestId, status, autopay } = reply.data;
  const told = { requestId, status: toStatus(status) };
  const [first] = autopay ?? [];
  if (first === undefined) return { ...told, autopay: null };
  const [report, more] = [mandate.safeParse(first), agreed.safeParse(first)];
  if (!report.success || !more.success) return undefined;
  const { instrument, acceptedAt } = more.data;
  return { ...told, autopay: { ...report.data, card: instrument.token, acceptedAt } };
}

const charge = z
  .object({
    status: statusReply,
    transactionDate: instant,
    internalReference: identifier,
    reference: text,
    amount: amountReply,
    franchise: text,
    lastDigits: text,
    authorization: text,
    receipt: text,
    refunded: z
      .boolean()
      .nullish()
      .transform((value) => value ?? false),
  })
  .transform(({ status, transactionDate: chargedAt, ...rest }): AutopayCharge => ({
    ...rest,
    status: toStatus(status),
    chargedAt,
    chargedOn: dayOf(chargedAt),
  }));

/**
 * One charge, in a list or in a settlement; undefined when it cannot be read whole.
 *
 * Source: https://docs.placetopay.dev/autopay/api/transactions
 */
export function readCharge(value: unknown): AutopayCharge | undefined {
  return charge.safeParse(value).data;
}

const page = z.object({
  pagination: z.object({ currentPage: z.number().int(), lastPage: z.number().int() }),
  data: z.array(z.unknown()),
});

export type Page<T> = { readonly data: readonly T[]; readonly lastPage: number };

/** A page of which one element cannot be read is no page: history with a hole is no history. */
function readPage<T>(body: unknown, read: (value: unknown) => T | undefined): Page<T> | undefined {
  const reply = page.safeParse(body);
  if (!reply.success) return undefined;
  const data = reply.data.data.map(read);
  const whole = data.filter((one): one is Awaited<T> & NonNullable<T> => one !== undefined);
  return whole.length === data.length ? { data: whole, lastPage: reply.data.pagination.lastPage } : undefined;
}

/**
 * A page of agreements; undefined when the answer cannot be believed.
 *
 * Source: https://docs.placetopay.dev/autopay/api/search
 */
export function readMandates(body: unknown): Page<AutopayReport> | undefined {
  return readPage(body, (value) => mandate.safeParse(value).data);
}

/**
 * A page of the charges of an agreement; undefined when the answer cannot be believed.
 *
 * Source: https://docs.placetopay.dev/autopay/api/transactions
 */
export function readCharges(body: unknown): Page<AutopayCharge> | undefined {
  return readPage(body, readCharge);
}

/**
 * The id of the agreement that was ended; undefined when the answer names none.
 *
 * Source: https://docs.placetopay.dev/autopay/api/cancel
 */
export function readCancelled(body: unknown): { id: string } | undefined {
  return z.object({ id: z.uuid() }).safeParse(body).data;
}
