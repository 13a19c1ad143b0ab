import 'server-only';
import { createHash } from 'node:crypto';
import { cutText } from '../cut-text';
import { db, type Tx } from '../db';
import { toWireDate } from '../dates';
import { sandboxEnv } from '../env';
import { asNotifyAction, fireFaults, isWebhookForgery, type Forgery, type WebhookForgery } from '../faults';
import type { AutopayCall, Site, Transaction } from '../generated/client';
import { ask, type Answered } from '../post';
import { chargedBody } from './charged-body';
import type { Mandate } from './mandates';
import { nextTry, type Stage } from './schedule';

/**
 * What AutoPay asks and tells the merchant. Every try is a row, written before it is sent; what fails is tried twice
 * more. Source: https://docs.placetopay.dev/autopay/contracts and https://docs.placetopay.dev/autopay/retries
 */

export type CallKind = Exclude<Stage, 'CARD'>;

const paths = { BALANCE: 'balance', SETTLEMENT: 'settlement', WEBHOOK: 'webhook' } as const satisfies Record<
  CallKind,
  string
>;

/** Source: https://docs.placetopay.dev/autopay/contracts/balance */
export async function planBalance(
  tx: Tx,
  mandate: Mandate,
  { chargeId, at }: { chargeId: number; at: Date },
) {
  const { reference, id } = mandate;
  await plan(tx, mandate, { kind: 'BALANCE', chargeId, body: { reference, id }, at });
}

/** An approved charge, and none else. Source: https://docs.placetopay.dev/autopay/contracts/settlement */
export async function planSettlement(tx: Tx, mandate: Mandate, charged: Transaction): Promise<void> {
  const { reference, id } = mandate;
  const transaction = chargedBody(charged, mandate);
  await plan(tx, mandate, {
    kind: 'SETTLEMENT',
    chargeId: charged.autopayChargeId,
    body: { reference, id, transaction },
    at: charged.statusAt,
  });
}

type Event = {
  type: 'AUTOPAY_CREATED' | 'AUTOPAY_UPDATED' | 'AUTOPAY_TRANSACTION_FAILED' | 'AUTOPAY_CANCELED';
  at: Date;
  chargeId?: number;
  /** The refused transaction. */
  transactionID?: number;
};

/** Its date has a space and no offset. Source: https://docs.placetopay.dev/autopay/contracts/webhook */
export async function planWebhook(tx: Tx, mandate: Mandate, event: Event): Promise<void> {
  const { type, at, chargeId = null, transactionID } = event;
  const { id, reference, site } = mandate;
  const date = toWireDate(at).slice(0, 19).replace('T', ' ');
  const signature = signWebhook({ id, type, date }, site.secretKey);
  const additional = transactionID !== undefined && { additional: { transactionID } };
  const body = { id, reference, type, date, signature, ...additional };
  const forged = (forgery: Forgery) => (isWebhookForgery(forgery) ? forgers[forgery](body) : body);
  await plan(tx, mandate, { kind: 'WEBHOOK', chargeId, body, at, forged });
}

type Webhook = { id: string; reference: string; type: string; date: string; signature?: string };

/** Lies that a receiver must not believe. `otherReference` is signed correctly: the reference is not in the signature. */
const forgers: Record<WebhookForgery, (honest: Webhook) => Webhook> = {
  badSignature: (honest) => ({ ...honest, signature: `sha256:${'0'.repeat(64)}` }),
  noSignature: ({ id, reference, type, date }) => ({ id, reference, type, date }),
  otherReference: (honest) => ({ ...honest, reference: cutText(`X${honest.reference}`, 32) }),
};

/** SHA-256 whatever the kind of the site's other signatures. */
export function signWebhook(signed: { id: string; type: string; date: string }, secretKey: string): string {
  const text = `${signed.id}${signed.type}${signed.date}${secretKey}`;
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

type Letter = {
  kind: CallKind;
  chargeId: number | null;
  body: object;
  at: Date;
  /** What a rule has it say instead, of what is signed. */
  forged?: (forgery: Forgery) => object;
};

/** Fault rules of `webhook`, `settlement` and `balance` lose it, repeat it or keep it back; a forgery is sent once. */
async function plan(tx: Tx, mandate: Mandate, { kind, chargeId, body, at, forged }: Letter): Promise<void> {
  const { requestId, reference, id: autopayId } = mandate;
  const fired = await fireFaults(tx, paths[kind], { requestId, reference });
  const actions = fired.map(asNotifyAction).filter((action) => action !== null);
  const find = (name: string) =>
    actions.find((action) => name in action) as Record<string, number> | undefined;
  const [lie] = actions.flatMap((action) => ('forge' in action && forged ? [forged(action.forge)] : []));
  const row = {
    autopayId,
    chargeId,
    kind,
    origin: lie ? 'FORGED' : 'PLANNED',
    url: urlOf(mandate.site, kind),
    body: JSON.stringify(lie ?? body),
    state: find('drop') ? 'DROPPED' : 'WAITING',
    dueAt: new Date(at.getTime() + (find('delayMs')?.delayMs ?? 0)),
    createdAt: at,
  };
  const copies = kind === 'BALANCE' ? 0 : (find('duplicate')?.duplicate ?? 0);
  const again = Array.from({ length: copies }, () => ({ ...row, origin: 'DUPLICATE' }));
  await tx.autopayCall.createMany({ data: [row, ...again] });
}

/** AutoPay appends `/autopay` to what the merchant gave. Empty where it has given nothing, which no call survives. */
function urlOf({ autopayUrl }: Site, kind: CallKind): string {
  return autopayUrl === null ? '' : `${autopayUrl.replace(/\/+$/, '')}/autopay/${paths[kind]}`;
}

/** Sends it: at most 3 seconds, outside of any transaction. */
export async function send(
  { url, body }: AutopayCall,
  site: Site,
): Promise<Answered & { durationMs: number }> {
  const began = performance.now();
  const pair = `${site.autopayUser ?? ''}:${site.autopayPassword ?? ''}`;
  const authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
  const answered = await ask(url, body, { allowedOrigins: sandboxEnv().notifyOrigins, authorization });
  return { ...answered, durationMs: Math.round(performance.now() - began) };
}

/** The same bytes again when the schedule has a try left; the moment of it, or null. */
export async function planRetry(tx: Tx, failed: AutopayCall): Promise<Date | null> {
  const { autopayId, chargeId, kind, url, body, attempt, dueAt: at } = failed;
  if (failed.origin !== 'PLANNED') return null;
  const dueAt = nextTry(kind as CallKind, attempt, at);
  if (dueAt === null) return null;
  const row = { autopayId, chargeId, kind, url, body, dueAt, attempt: attempt + 1, createdAt: at };
  await tx.autopayCall.create({ data: row });
  return dueAt;
}

/** By hand: the same bytes once more, without retries and whatever comes of it. Null when there is no such call. */
export async function replayCall(id: number, at: Date): Promise<AutopayCall | null> {
  const earlier = await db().autopayCall.findUnique({ where: { id } });
  if (!earlier) return null;
  const { autopayId, chargeId, kind, url, body } = earlier;
  const row = { autopayId, chargeId, kind, url, body, origin: 'REPLAY', dueAt: at, createdAt: at };
  return db().autopayCall.create({ data: row });
}
