import 'server-only';
import { randomUUID } from 'node:crypto';
import { planFor, type Verdict } from './acquirer';
import { db, inTx, type Tx } from './db';
import { forcedPlan } from './faults';
import type { Recurrence, Session, Site, Transaction } from './generated/client';
import { authorizationOf, receiptOf } from './identifiers';
import { isExpired, meansColumns, meansOf } from './means';
import { beginOf, dayAfter, isOnSchedule, isTriedAgain, repetitionOf, type Rhythm } from './recurrence';
import { writeRecurring } from './recurring-notification';
import { requestOf } from './stored-request';

/**
 * Payments that the gateway repeats, without a session of their own.
 * Source: https://docs.placetopay.dev/checkout/create-session and https://docs.placetopay.dev/checkout/notification
 */

/** Begins when the first payment is approved; that payment does not count as a period. */
export async function beginRecurrence(tx: Tx, session: Session, first: Transaction, at: Date): Promise<void> {
  const { recurring } = requestOf(session).payment ?? {};
  if (!recurring || first.type !== 'SALE') return;
  const plan = repetitionOf(recurring);
  if (!plan) return;
  const { siteLogin, requestId } = session;
  const { notificationUrl = null } = recurring;
  const dueAt = beginOf(plan.firstOn);
  const parentReference = first.internalReference;
  const row = { ...plan, siteLogin, requestId, parentReference, notificationUrl, dueAt, createdAt: at };
  await tx.recurrence.create({ data: row });
}

type Whole = Recurrence & { session: Session; site: Site };

/** Makes one charge whose day has come. False when there is none. */
export function chargeOne(at: Date): Promise<boolean> {
  return inTx(async (tx) => {
    const [due] = await tx.$queryRaw<{ id: number }[]>`
      SELECT "id" FROM "Recurrence" WHERE "dueAt" <= ${at}
      ORDER BY "dueAt" LIMIT 1 FOR UPDATE SKIP LOCKED`;
    if (!due) return false;
    const recurrence = await tx.recurrence.findUniqueOrThrow({
      where: { id: due.id },
      include: { session: true, site: true },
    });
    await chargeAgain(tx, recurrence, recurrence.dueAt ?? at);
    return true;
  });
}

/** The charge carries the moment at which it was due, also when the clock has jumped beyond it. */
async function chargeAgain(tx: Tx, recurrence: Whole, at: Date): Promise<void> {
  const first = await tx.transaction.findUniqueOrThrow({
    where: { internalReference: recurrence.parentReference },
  });
  const charged = await charge(tx, first, await verdictOn(tx, first, at), at);
  const tries = recurrence.tries + 1;
  const { id } = recurrence;
  const after = await tx.recurrence.update({
    where: { id },
    data: afterCharge(recurrence, charged, tries, at),
  });
  const { session, site } = recurrence;
  await writeRecurring(tx, { session, site, charged, recurrence: { ...after, tries }, at });
}

/** The scheduler waits for cards that pend, so that a charge is decided when it is told. */
async function verdictOn(tx: Tx, first: Transaction, at: Date): Promise<Verdict> {
  const { reference, currency, totalMinor } = first;
  const forced = await forcedPlan(tx, { requestId: first.requestId, reference });
  if (forced) return forced.verdict;
  const means = meansOf(first);
  if (isExpired(means, at)) return { status: 'REJECTED', reason: '54' };
  return planFor(means.answers, { minor: totalMinor, currency }).verdict;
}

async function charge(tx: Tx, first: Transaction, verdict: Verdict, at: Date): Promise<Transaction> {
  const { siteLogin, reference, currency, totalMinor, ipAddress, internalReference: parentReference } = first;
  const created = await tx.transaction.create({
    data: {
      ...{ siteLogin, reference, currency, totalMinor, ipAddress, parentReference },
      ...meansColumns(meansOf(first, first.installments)),
      ...verdict,
      type: 'RECURRENT',
      number: 0,
      attemptToken: `recurring:${randomUUID()}`,
      authorization: '000000',
      plan: { kind: 'now', verdict },
      statusAt: at,
      createdAt: at,
    },
  });
  const { internalReference } = created;
  const receipt = receiptOf(internalReference);
  const authorization = verdict.status === 'APPROVED' ? authorizationOf(internalReference) : '000000';
  return tx.transaction.update({ where: { internalReference }, data: { receipt, authorization } });
}

const dayMs = 24 * 60 * 60 * 1000;

const over = (endedBy: string) => ({ enabled: false, endedBy, dueAt: null });

/** Charged: on to the next period. Refused: again tomorrow, or never. */
function afterCharge(recurrence: Recurrence, charged: Transaction, tries: number, at: Date) {
  const rhythm: Rhythm = {
    periodicity: recurrence.periodicity as Rhythm['periodicity'],
    interval: recurrence.interval,
  };
  if (charged.status !== 'APPROVED') {
    if (!isTriedAgain(tries, charged)) return { tries, ...over('REFUSED') };
    return { tries, dueAt: new Date(at.getTime() + dayMs) };
  }
  const periods = recurrence.periods + 1;
  if (!isOnSchedule({ ...recurrence, ...rhythm }, periods)) return { periods, tries: 0, ...over('FINISHED') };
  return { periods, tries: 0, dueAt: beginOf(dayAfter(recurrence.firstOn, rhythm, periods)) };
}

/** The console's button: the API has none. Null when nothing is repeated any more. */
export async function cancelRecurrence(requestId: number): Promise<Recurrence | null> {
  return inTx(async (tx) => {
    const { count } = await tx.recurrence.updateMany({
      where: { requestId, enabled: true },
      data: over('CONSOLE'),
    });
    return count === 0 ? null : tx.recurrence.findUnique({ where: { requestId } });
  });
}

/** What the payment of this session repeats; null when it repeats nothing. */
export function findRecurrence(requestId: number): Promise<Recurrence | null> {
  return db().recurrence.findUnique({ where: { requestId } });
}
