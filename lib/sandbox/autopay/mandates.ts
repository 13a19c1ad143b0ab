import 'server-only';
import { sandboxEnv } from '../env';
import type { Tx } from '../db';
import type { Autopay, Instrument, Prisma, Session, Site } from '../generated/client';
import { newUuid } from '../identifiers';
import { isObject } from '../json';
import { readAmount } from '../money';
import { dayOf, type Rhythm } from '../recurrence';
import { requestOf } from '../stored-request';
import { planWebhook } from './calls';
import { scheduleOf } from './request';
import { chargeAfter, periodsUntil, type Schedule } from './schedule';

/**
 * Automatic payments: a session that a payer has finished creates one or replaces its card, and a merchant ends it.
 * Source: https://docs.placetopay.dev/autopay/how-autopay-works
 */

export type Mandate = Autopay & { site: Site; instrument: Instrument };

const whole = { site: true, instrument: true } as const;

/** Locked: whoever else wants to change it waits. Null when there is none. */
export async function lockMandate(tx: Tx, id: string): Promise<Mandate | null> {
  await tx.$queryRaw`SELECT 1 FROM "Autopay" WHERE "id" = ${id} FOR UPDATE`;
  return tx.autopay.findUnique({ where: { id }, include: whole });
}

/** With its site and its stored card; `siteLogin` finds it for that merchant alone. Null when there is none. */
export function findMandate(tx: Tx, where: { id: string; siteLogin?: string }): Promise<Mandate | null> {
  return tx.autopay.findUnique({ where, include: whole });
}

/** What the approval of an AutoPay session brings: the card is kept already. */
export async function settleMandate(tx: Tx, session: Session, at: Date): Promise<void> {
  const instrument = await tx.instrument.findUniqueOrThrow({ where: { requestId: session.requestId } });
  if (session.autopayId === null) await register(tx, session, { instrument, at });
  else await replaceCard(tx, session, { instrument, at });
}

type Given = { instrument: Instrument; at: Date };

async function register(tx: Tx, session: Session, { instrument, at }: Given): Promise<void> {
  const { autopay, buyer, fields = [] } = requestOf(session);
  const site = await tx.site.findUniqueOrThrow({ where: { login: session.siteLogin } });
  if (!autopay?.recurring) throw new Error('An AutoPay session was stored without its terms.');
  const { recurring, amount, reference, description } = autopay;
  const schedule = scheduleOf(recurring);
  const currency = amount?.currency ?? site.currencies[0] ?? '';
  const account = fields.find(({ keyword }) => keyword.toLowerCase() === 'customeraccountnumber')?.value;
  const first = chargeAfter(schedule, 0);
  const mandate = await tx.autopay.create({
    data: {
      id: newUuid(sandboxEnv().seed, `autopay:${session.requestId}`),
      siteLogin: session.siteLogin,
      requestId: session.requestId,
      ...{ reference, description, currency, ...schedule },
      chargeType: recurring.type,
      totalMinor: recurring.type === 'FIXED' ? minorOf(amount?.total, currency) : null,
      dueDay: autopay.dueDay ?? 1,
      recurring: asJson(recurring),
      ...(amount && { amount: asJson(amount) }),
      customerAccountNumber: account === undefined || account === null ? null : String(account),
      ...(buyer && { buyer: asJson(buyer) }),
      ...payerOf(session),
      instrumentId: instrument.id,
      ...{ status: 'APPROVED', reason: '00', statusAt: at },
      nextOn: schedule.firstOn,
      opensAt: first?.opensAt ?? null,
      ...{ acceptedAt: session.acceptedAt ?? at, createdAt: at, updatedAt: at },
    },
    include: whole,
  });
  await tx.session.update({ where: { requestId: session.requestId }, data: { autopayId: mandate.id } });
  await planWebhook(tx, mandate, { type: 'AUTOPAY_CREATED', at });
  await rearm(tx, mandate.id);
}

/** Terms and history stay. One that had failed goes on with its next due date; one that is over stays over. */
async function replaceCard(tx: Tx, session: Session, { instrument, at }: Given): Promise<void> {
  const mandate = await lockMandate(tx, session.autopayId ?? '');
  if (!mandate || mandate.status === 'REJECTED') return;
  const data = {
    instrumentId: instrument.id,
    ...payerOf(session),
    acceptedAt: session.acceptedAt ?? at,
    updatedAt: at,
  };
  const updated = await tx.autopay.update({ where: { id: mandate.id }, data, include: whole });
  await planWebhook(tx, updated, { type: 'AUTOPAY_UPDATED', at });
  if (mandate.status === 'FAILED') {
    const periods = periodsUntil(toSchedule(mandate), mandate.periods, dayOf(at));
    await goOn(tx, mandate, { periods, at, revives: true });
  }
  await rearm(tx, mandate.id);
}

/** On to the charge after so many due dates, or to the end when there is none. */
export async function goOn(
  tx: Tx,
  mandate: Autopay,
  { periods, at, revives = false }: { periods: number; at: Date; revives?: boolean },
): Promise<void> {
  const next = chargeAfter(toSchedule(mandate), periods);
  const over = { status: 'REJECTED', reason: 'AP', statusAt: at, opensAt: null };
  const alive = { ...(revives && { status: 'APPROVED', reason: '00', statusAt: at }), ...next };
  const data = { periods, updatedAt: at, ...(next ? alive : over) };
  await tx.autopay.update({ where: { id: mandate.id }, data });
}

/** Nothing is charged any more; the cycle stopped for want of money or of an answer. */
export async function failMandate(tx: Tx, { id }: Autopay, at: Date): Promise<void> {
  const data = { status: 'FAILED', reason: '?C', statusAt: at, updatedAt: at, opensAt: null };
  await tx.autopay.update({ where: { id }, data });
}

/** For ever, also while a charge is being made: what was not charged yet is not. False when it was over already. */
export async function cancelMandate(tx: Tx, mandate: Mandate, at: Date): Promise<boolean> {
  if (mandate.status === 'REJECTED') return false;
  const { id } = mandate;
  const inFlight = { autopayId: id, state: { in: ['GENERATING', 'PROCESSING'] } };
  await tx.autopayCharge.updateMany({ where: inFlight, data: { state: 'CANCELLED', nextAt: null } });
  const asked = { autopayId: id, kind: 'BALANCE', state: 'WAITING' };
  await tx.autopayCall.updateMany({ where: asked, data: { state: 'CANCELLED' } });
  const data = { status: 'REJECTED', reason: '?C', statusAt: at, updatedAt: at, opensAt: null };
  await tx.autopay.update({ where: { id }, data });
  await planWebhook(tx, mandate, { type: 'AUTOPAY_CANCELED', at });
  await rearm(tx, id);
  return true;
}

/** When there is something to do next follows from the rows: the earliest of what they wait for. */
export async function rearm(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Autopay" a SET "dueAt" = LEAST(
      a."opensAt",
      (SELECT MIN("dueAt") FROM "AutopayCall" WHERE "autopayId" = a."id" AND "state" IN ('WAITING', 'SENDING')),
      (SELECT MIN("nextAt") FROM "AutopayCharge" WHERE "autopayId" = a."id" AND "state" = 'PROCESSING'))
    WHERE a."id" = ${id}`;
}

function toSchedule({ periodicity, ...rest }: Autopay): Schedule {
  return { ...rest, periodicity: periodicity as Rhythm['periodicity'] };
}

function payerOf({ payer }: Session): { payer?: Prisma.InputJsonObject } {
  return isObject(payer) ? { payer: asJson(payer) } : {};
}

function minorOf(total: number | undefined, currency: string): bigint {
  return readAmount(total ?? 0, currency)?.minor ?? 0n;
}

/** Without what JSON cannot hold. */
function asJson(value: object): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject;
}
