import { z } from 'zod';
import { holderOf } from '@/lib/domain/instrument';
import { fromDecimal, type Money } from '@/lib/domain/money';
import type {
  ReportedInstrument,
  ReportedPart,
  ReportedTransaction,
  SessionReport,
  Status,
} from '@/lib/domain/report';
import {
  identifier,
  isObject,
  listIn,
  pairs,
  statusReply,
  text,
  toStatus,
  transactionAmount,
} from './wire-values';

/**
 * Every reply we read, named field by field; what is not named passes unseen. A reply of which one amount is not exact
 * is refused whole.
 *
 * Source: https://docs.placetopay.dev/checkout/api/reference/session
 */

const refundedReply = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

/** The own site's part has no agreement; some replies have an empty one. */
const partReply = z
  .object({
    status: statusReply,
    internalReference: identifier,
    amount: transactionAmount,
    authorization: text,
    receipt: text,
    franchise: text,
    refunded: refundedReply,
    agreement: text,
    agreementType: text,
  })
  .transform(({ status, ...part }): ReportedPart => ({ ...part, status: toStatus(status) }));

/** What a law took off; what cannot be read is no discount, because it moves no money of ours. */
const discountReply = z
  .object({ code: text, type: text, amount: z.union([z.number(), z.string()]) })
  .nullish()
  .catch(null);

const transactionReply = z
  .object({
    status: statusReply,
    internalReference: identifier,
    reference: text,
    amount: transactionAmount,
    paymentMethod: text,
    paymentMethodName: text,
    issuerName: text,
    authorization: text,
    receipt: text,
    franchise: text,
    refunded: refundedReply,
    processorFields: pairs,
    dispersion: z.array(partReply).nullish(),
    discount: discountReply,
  })
  .transform(({ status, processorFields, dispersion, discount, ...rest }): ReportedTransaction => {
    const ending = processorFields.find(({ keyword }) => keyword === 'lastDigits')?.value;
    const lastDigits = typeof ending === 'string' && /^\d{4}$/.test(ending) ? ending : null;
    return {
      ...rest,
      status: toStatus(status),
      lastDigits,
      ...(dispersion && dispersion.length > 0 && { parts: dispersion }),
      ...(discount && { discount: discountIn(discount, rest.amount) }),
    };
  });

function discountIn({ code, type, amount }: NonNullable<z.infer<typeof discountReply>>, { currency }: Money) {
  try {
    return { code, type, amount: fromDecimal(amount, currency) };
  } catch {
    return null;
  }
}

/** A list, one object, nothing, or a list inside the wrappers that clients of the SOAP days still see. */
const payments = z.preprocess((value) => {
  if (value === null || value === undefined) return [];
  if (!isObject(value)) return value;
  if ('transaction' in value) return listIn(value, 'transaction');
  return 'item' in value ? listIn(value, 'item') : [value];
}, z.array(transactionReply));

/** Who paid, once somebody did. What cannot be read names nobody. */
const payerEcho = z.object({ name: text, surname: text }).nullish().catch(null);

const requestEcho = z
  .object({
    payer: payerEcho,
    payment: z.object({ reference: text }).nullish(),
    subscription: z.object({ reference: text }).nullish(),
  })
  .nullish();

/** A kept card is told in pairs. Without a token there is nothing to keep. */
const subscriptionReply = z
  .object({ type: text, instrument: pairs })
  .nullish()
  .transform((reply): Omit<ReportedInstrument, 'holder'> | null => {
    const value = (name: string) => {
      const found = reply?.instrument.find(({ keyword }) => keyword === name)?.value;
      return typeof found === 'string' && found !== '' ? found : null;
    };
    const token = value('token');
    if (token === null || token.length > 255) return null;
    return {
      token,
      subtoken: value('subtoken'),
      franchise: value('franchise'),
      franchiseName: value('franchiseName'),
      issuerName: value('issuerName'),
      lastDigits: value('lastDigits'),
      validUntil: value('validUntil'),
    };
  });

const sessionReply = z.object({
  requestId: identifier,
  status: statusReply,
  request: requestEcho,
  payment: payments,
  subscription: subscriptionReply,
});

/** `{status:{status:"OK"}, requestId, processUrl}`: a created session. */
export const createdReply = z.object({ requestId: identifier, processUrl: z.string().max(2048) });

/** What a query tells, or undefined when the reply cannot be believed. */
export function readSession(body: unknown): SessionReport | undefined {
  const reply = sessionReply.safeParse(body);
  if (!reply.success) return undefined;
  const { requestId, status, request, payment, subscription } = reply.data;
  const reference = request?.payment?.reference ?? request?.subscription?.reference ?? null;
  return {
    requestId,
    reference,
    status: toStatus(status),
    transactions: payment,
    ...(subscription && {
      instrument: {
        ...subscription,
        holder: holderOf(request?.payer?.name ?? null, request?.payer?.surname ?? null),
      },
    }),
  };
}

/** What POST /api/transaction tells: its own status, and the transaction as it is now. */
export function readAction(body: unknown): ActionReport | undefined {
  const reply = z.object({ status: statusReply, payment: transactionReply }).safeParse(body);
  return reply.success ? { status: toStatus(reply.data.status), transaction: reply.data.payment } : undefined;
}

export type ActionReport = { readonly status: Status; readonly transaction: ReportedTransaction };

/** The one-line reading of why a session reply was refused: paths and rules, never its values. */
export function whyNot(body: unknown): string {
  const reply = sessionReply.safeParse(body);
  const issue = reply.error?.issues[0];
  return issue ? `${issue.path.join('.')}: ${issue.message}` : 'nothing is wrong';
}
