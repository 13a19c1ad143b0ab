import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { toWireNumber, type Money } from '@/lib/domain/money';
import type { AutopayCharge } from './autopay-report';
import { readCharge } from './autopay-wire';
import { tidyJson } from './json';

/**
 * What AutoPay asks and tells a merchant, and how it is answered: the merchant's three endpoints.
 * Source: https://docs.placetopay.dev/autopay/contracts
 */

/** Bytes; a settlement has about 1,200. */
export const largestContract = 16 * 1024;

type Pair = { readonly user: string; readonly password: string };

/**
 * Whether an `Authorization` header shows this user and password. Hashes of one length are compared, both always, so
 * that the time tells neither which of them was wrong nor how long it is.
 *
 * Source: https://docs.placetopay.dev/autopay/contract-authentication
 */
export function showsPassword(header: string | null, { user, password }: Pair): boolean {
  const encoded = /^Basic ([A-Za-z0-9+/]{1,200}={0,2})$/i.exec(header ?? '')?.[1] ?? '';
  const shown = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = shown.indexOf(':');
  const right = [
    isSame(shown.slice(0, Math.max(colon, 0)), user),
    isSame(shown.slice(colon + 1), password),
    colon > 0,
  ];
  return !right.includes(false);
}

function isSame(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest();
  return timingSafeEqual(hash(given), hash(expected));
}

/** Of both: our reference and the gateway's id. One without the other, or a member too many, is nothing. */
const about = { reference: z.string().min(1).max(32), id: z.uuid() };

export type Asked = { readonly reference: string; readonly id: string };

/**
 * Which agreement AutoPay asks "how much?" for. Null when the body is not exactly that question.
 *
 * Source: https://docs.placetopay.dev/autopay/contracts/balance
 */
export function readBalanceQuestion(body: string): Asked | null {
  return z.strictObject(about).safeParse(tidyJson(body)).data ?? null;
}

export type Settlement = Asked & { readonly charge: AutopayCharge };

/**
 * A charge that AutoPay made. Only approved ones are told here: null for any other, and for what is no settlement.
 *
 * Source: https://docs.placetopay.dev/autopay/contracts/settlement
 */
export function readSettlement(body: string): Settlement | null {
  const read = z.strictObject({ ...about, transaction: z.looseObject({}) }).safeParse(tidyJson(body));
  if (!read.success) return null;
  const { transaction, ...asked } = read.data;
  const charge = readCharge(transaction);
  return charge?.status.status === 'APPROVED' ? { ...asked, charge } : null;
}

const webhookTypes = [
  'AUTOPAY_CREATED',
  'AUTOPAY_UPDATED',
  'AUTOPAY_TRANSACTION_FAILED',
  'AUTOPAY_CANCELED',
] as const;

export type Webhook = Asked & {
  readonly type: (typeof webhookTypes)[number];
  /** As it was told: with a space and without an offset. */
  readonly date: string;
  readonly transactionId: string | null;
};

const webhook = z.strictObject({
  ...about,
  type: z.enum(webhookTypes),
  date: z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/),
  signature: z.string().max(256),
  additional: z
    .looseObject({
      transactionID: z.union([z.number().int().positive(), z.string().regex(/^\d{1,20}$/)]).nullish(),
    })
    .nullish(),
});

export type WebhookReading =
  | { readonly kind: 'webhook'; readonly webhook: Webhook }
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'malformed' };

/**
 * Checks the signature over `id + type + date + secretKey`, with the literal values received, and reads what happened.
 *
 * Source: https://docs.placetopay.dev/autopay/contracts/webhook
 */
export function readWebhook(body: string, secretKey: string): WebhookReading {
  const read = webhook.safeParse(tidyJson(body));
  if (!read.success) return { kind: 'malformed' };
  const { signature, additional, ...told } = read.data;
  if (!isSigned(`${told.id}${told.type}${told.date}`, signature, secretKey)) return { kind: 'unauthorized' };
  const transactionId = additional?.transactionID ?? null;
  return {
    kind: 'webhook',
    webhook: { ...told, transactionId: transactionId === null ? null : String(transactionId) },
  };
}

function isSigned(signed: string, signature: string, secretKey: string): boolean {
  const given = /^sha256:([0-9a-f]{64})$/.exec(signature)?.[1] ?? '';
  return given !== '' && timingSafeEqual(webhookDigest(signed, secretKey), Buffer.from(given, 'hex'));
}

/** SHA-256 of what is signed and the secret, with nothing between them. */
export function webhookDigest(signed: string, secretKey: string): Buffer {
  return createHash('sha256').update(signed).update(secretKey).digest();
}

export type Said = {
  readonly ok: boolean;
  readonly reason: string;
  readonly message: string;
  readonly now: Date;
};

function statusBody({ ok, reason, message, now }: Said) {
  return { status: ok ? 'OK' : 'FAILED', reason, message, date: now.toISOString() };
}

/** The answer to a settlement, and to everything that goes wrong. */
export function contractAnswer(said: Said, id?: string) {
  return { status: statusBody(said), ...(id !== undefined && { id }) };
}

/** TOTAL_BALANCE reads `amount`, MINIMUM_BALANCE `min_amount`; a total of 0 charges nothing. */
export function balanceAnswer(said: Said, id: string, owed: { amount: Money; minimum: Money }) {
  const wire = (money: Money) => ({ currency: money.currency, total: toWireNumber(money) });
  return { ...contractAnswer(said, id), amount: wire(owed.amount), min_amount: wire(owed.minimum) };
}
