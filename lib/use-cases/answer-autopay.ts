import 'server-only';
import { loadInvoices, recordQuote } from '@/lib/data/invoices';
import { recordCharge } from '@/lib/data/mandate-charges';
import { noteMandateEvent } from '@/lib/data/mandate-events';
import { lookSoon } from '@/lib/data/mandate-standing';
import { findByGateway } from '@/lib/data/mandates';
import { mayTry } from '@/lib/data/rate-limits';
import { recordSuspense } from '@/lib/data/suspense';
import { owed } from '@/lib/domain/invoice';
import { toDecimal } from '@/lib/domain/money';
import { isOver } from '@/lib/domain/mandate';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import {
  balanceAnswer,
  contractAnswer,
  readBalanceQuestion,
  readSettlement,
  readWebhook,
  showsPassword,
  type Said,
} from '@/lib/placetopay/autopay-contracts';
import { inBackground } from './background';
import { checkMandate } from './check-mandate';
import { crashPoint } from './crash-point';

/**
 * What the shop says to AutoPay at its three endpoints. Every one of them may be asked twice: an answer is the same, and
 * what is told is written down once. Source: https://docs.placetopay.dev/autopay/contracts
 */

export type ContractCall = {
  readonly authorization: string | null;
  readonly address: string;
  readonly body: string | null;
};

export type ContractAnswer = { readonly http: number; readonly body: object };

/** When AutoPay has heard our answer it sets the day of its next charge: by then it can be asked for it. */
const settledMs = 5_000;

/** AutoPay waits three seconds. */
const budgetMs = 2_500;

const no = (http: number, reason: string, message: string): ContractAnswer => ({
  http,
  body: contractAnswer({ ok: false, reason, message, now: new Date() }),
});

const malformed = (): ContractAnswer => no(400, 'BR', 'The request is not the documented JSON');
const unknown = (): ContractAnswer => no(400, '404', 'Reference not found');
const ok = (): Said => ({ ok: true, reason: '00', message: 'OK', now: new Date() });

/** How much is to be charged now. */
export function answerBalance(call: ContractCall): Promise<ContractAnswer> {
  return guarded(call, async (body) => {
    const asked = readBalanceQuestion(body);
    if (!asked) return malformed();
    const mandate = await findByGateway(asked);
    // One that has no id yet is looked up first: nobody is told a balance by a reference alone.
    if (!mandate || isOver(mandate.status) || !(await isKnown(mandate, asked.id))) return unknown();
    const { currency, amount } = mandate.terms;
    const due = amount ? { amount, minimum: amount } : owed(await loadInvoices(mandate.id), currency);
    await recordQuote(mandate.id, due, new Date());
    crashPoint('mandate.quoted');
    return { http: 200, body: balanceAnswer(ok(), asked.id, due) };
  });
}

/** An approved charge: invoices are marked paid once, however often it is told. What does not fit is kept, and refused. */
export function answerSettlement(call: ContractCall): Promise<ContractAnswer> {
  return guarded(call, async (body) => {
    const told = readSettlement(body);
    if (!told) return malformed();
    const { reference, id, charge } = told;
    const mandate = await findByGateway(told);
    if (
      !mandate ||
      !(await isKnown(mandate, id)) ||
      (charge.reference !== null && charge.reference !== reference)
    ) {
      const { internalReference, amount } = charge;
      const detail = { reference, id, internalReference, amount: `${amount.currency} ${toDecimal(amount)}` };
      const dedupeKey = `autopay-settlement:${id}:${internalReference}`;
      await recordSuspense({ kind: 'autopay_settlement', dedupeKey, detail });
      return no(400, '404', 'Transaction not found');
    }
    const recorded = await recordCharge(mandate, charge, { source: 'settlement', now: new Date() });
    crashPoint('mandate.settled');
    if (recorded === 'misfit') return no(400, 'BR', 'Amount or currency is not what was agreed');
    await lookSoon(mandate.id, new Date(Date.now() + settledMs));
    return { http: 200, body: contractAnswer(ok(), id) };
  });
}

/** Something happened. It is a hint: the line is kept, and the gateway is asked. */
export function answerWebhook(call: ContractCall): Promise<ContractAnswer> {
  return guarded(call, async (body) => {
    const reading = readWebhook(body, env.placetopay.secretKey);
    if (reading.kind === 'malformed') return malformed();
    if (reading.kind === 'unauthorized') return no(401, 'BR', 'Invalid signature');
    const { id, reference, type, date, transactionId } = reading.webhook;
    const mandate = await findByGateway(reading.webhook);
    if (!mandate) {
      const detail = { reference, id, type, date };
      await recordSuspense({
        kind: 'autopay_webhook',
        dedupeKey: `autopay-webhook:${id}:${type}:${date}`,
        detail,
      });
      return unknown();
    }
    const now = new Date();
    await noteMandateEvent({
      ...{ mandateId: mandate.id, type, actor: 'notification', at: now },
      data: { date, ...(transactionId && { transactionId }) },
      dedupeKey: `webhook:${mandate.id}:${type}:${date}:${transactionId ?? ''}`,
    });
    await lookSoon(mandate.id, now);
    inBackground(() => checkMandate({ mandateId: mandate.id, source: 'notification' }));
    return { http: 200, body: contractAnswer(ok()) };
  });
}

/** An id is believed only from the gateway's own answer. */
async function isKnown(mandate: { id: string; reference: string; autopayId: string | null }, id: string) {
  if (mandate.autopayId !== null) return mandate.autopayId === id;
  await checkMandate({ mandateId: mandate.id, source: 'notification' });
  return (await findByGateway({ reference: mandate.reference, id }))?.autopayId === id;
}

/** Whether an `Authorization` header shows the user and password that were agreed. */
export function knowsPassword(authorization: string | null): boolean {
  const { contracts } = env.autopay;
  const shown = contracts ?? { user: '', password: '' };
  return showsPassword(authorization, shown) && contracts !== null;
}

/** Who is it, how often, and in time: the same for all three. Nothing of the body is read before the password fits. */
async function guarded(
  { authorization, address, body }: ContractCall,
  answer: (body: string) => Promise<ContractAnswer>,
): Promise<ContractAnswer> {
  if (!knowsPassword(authorization)) {
    const mayAsk = await mayTry('refused autopay by address', address);
    return mayAsk ? no(401, '401', 'Unauthorized') : no(429, '429', 'Too many tries');
  }
  if (!(await mayTry('autopay by address', address))) return no(429, '429', 'Too many tries');
  if (body === null) return no(413, 'BR', 'The request is too large');
  const late = new Promise<ContractAnswer>((resolve) => {
    setTimeout(() => resolve(no(503, '503', 'Try again later')), budgetMs).unref();
  });
  const answered = answer(body).catch((error: unknown) => {
    log.error({ err: error }, 'AutoPay could not be answered');
    return no(503, '503', 'Try again later');
  });
  return Promise.race([answered, late]);
}
