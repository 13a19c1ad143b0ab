import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { now } from '../clock';
import { cutText } from '../cut-text';
import { db, inTx, type Tx } from '../db';
import type { AutopayCall, AutopayCharge } from '../generated/client';
import type { Answered } from '../post';
import { isTaken, readBalance } from './balance';
import { planRetry, send } from './calls';
import { chargeCard, giveUp, openCharge, setAmount } from './charges';
import { lockMandate, rearm, type Mandate } from './mandates';

/**
 * What AutoPay does of its own accord. A process claims an automatic payment and does what is due of it in the order of
 * time, so that a clock that jumps a year plays every day of it, and the merchant has been told of one charge before it
 * is asked for the next. Each step is a transaction; the merchant is called between two of them. A process that dies
 * leaves its claim for half a minute, and a call that may or may not have arrived is made again.
 * Source: https://docs.placetopay.dev/autopay/recurring-setup
 */

const claimMs = 30_000;
/** Steps of one automatic payment in one round: the others wait no longer than that. */
const mostSteps = 2000;
const atOnce = 4;

/** For whoever waits for what another round has claimed: longer than a call of the merchant may take. */
const patienceMs = 10_000;
const betweenLooksMs = 20;

/** One round over everything that is due. Any number of processes may run it. */
export async function runMandates(): Promise<void> {
  const worker = async () => {
    for (let id = await claim(); id !== null; id = await claim()) await play(id);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/**
 * Until nothing is due any more, of one automatic payment or of all: also what another round claimed first and is still
 * at. For whoever then tells how things stand; after ten seconds they are told as they are.
 */
export async function playOut(id?: string): Promise<void> {
  const one = id === undefined ? {} : { id };
  for (const end = performance.now() + patienceMs; performance.now() < end; await sleep(betweenLooksMs)) {
    await runMandates();
    const due = await db().autopay.findFirst({
      where: { ...one, dueAt: { lte: now() } },
      select: { id: true },
    });
    if (!due) return;
  }
}

async function claim(): Promise<string | null> {
  const [claimed] = await db().$queryRaw<{ id: string }[]>`
    UPDATE "Autopay" SET "claimedAt" = ${new Date()}
    WHERE "id" = (
      SELECT "id" FROM "Autopay"
      WHERE "dueAt" <= ${now()} AND ("claimedAt" IS NULL OR "claimedAt" < ${new Date(Date.now() - claimMs)})
      ORDER BY "dueAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING "id"`;
  return claimed?.id ?? null;
}

/** One that fails keeps its claim, so that it is not tried again at once and holds nobody else up. */
async function play(id: string): Promise<void> {
  try {
    for (let done = 0; done < mostSteps && (await step(id)); done += 1);
    await db().autopay.updateMany({ where: { id }, data: { claimedAt: null } });
  } catch (error) {
    console.error('AutoPay missed a step:', error instanceof Error ? error.name : 'unknown error');
  }
}

/** Does the earliest thing that is due. False when there is none. */
async function step(id: string): Promise<boolean> {
  const begun = await inTx(async (tx) => {
    const mandate = await lockMandate(tx, id);
    return mandate && begin(tx, mandate);
  });
  if (!begun) return false;
  if (begun === 'done') return true;
  const { call, mandate } = begun;
  const answered = await send(call, mandate.site);
  await inTx((tx) => finish(tx, call, answered));
  return true;
}

type Begun = 'done' | { call: AutopayCall; mandate: Mandate } | null;

async function begin(tx: Tx, mandate: Mandate): Promise<Begun> {
  const at = now();
  const { id, opensAt } = mandate;
  await tx.autopay.update({ where: { id }, data: { claimedAt: new Date() } });
  const call = await tx.autopayCall.findFirst({
    where: { autopayId: id, state: { in: ['WAITING', 'SENDING'] }, dueAt: { lte: at } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  });
  const charge = await tx.autopayCharge.findFirst({
    where: { autopayId: id, state: 'PROCESSING', nextAt: { lte: at } },
  });
  const chargeAt = charge?.nextAt ?? null;
  const [first] = [call?.dueAt, chargeAt, opensAt]
    .filter((moment) => moment !== null && moment !== undefined)
    .filter((moment) => moment <= at)
    .sort((left, right) => left.getTime() - right.getTime());
  if (!first) return null;
  const isNow = (moment: Date | null | undefined) => moment?.getTime() === first.getTime();
  if (call && isNow(call.dueAt)) return beginCall(tx, mandate, call);
  if (charge && isNow(chargeAt)) await chargeCard(tx, mandate, charge, first);
  else await openCharge(tx, mandate, first);
  await rearm(tx, id);
  return 'done';
}

/** A call that somebody left half sent is over, and whether it arrived nobody knows: its retry is planned. */
async function beginCall(tx: Tx, mandate: Mandate, call: AutopayCall): Promise<Begun> {
  if (call.state === 'SENDING') {
    const lost = { state: 'FAILED', httpStatus: null, answer: null, durationMs: null } as const;
    const error = 'the gateway stopped while it was sending';
    await conclude(tx, mandate, call, { ...lost, error }, 'UNKNOWN');
    return 'done';
  }
  const sending = await tx.autopayCall.update({ where: { id: call.id }, data: { state: 'SENDING' } });
  return { call: sending, mandate };
}

async function finish(tx: Tx, call: AutopayCall, answered: Answer): Promise<void> {
  const mandate = await lockMandate(tx, call.autopayId);
  if (mandate) await conclude(tx, mandate, call, answered);
}

type Answer = Answered & { durationMs: number | null };

/** Writes how a call went, and does what follows from it. */
async function conclude(
  tx: Tx,
  mandate: Mandate,
  call: AutopayCall,
  { answer, ...outcome }: Answer,
  as?: 'UNKNOWN',
): Promise<void> {
  const told = { httpStatus: outcome.httpStatus, answer };
  const balance = call.kind === 'BALANCE' ? readBalance(told, mandate) : null;
  const taken = balance ? balance.ok : isTaken(told);
  const error = outcome.error ?? (balance && !balance.ok ? balance.problem : null);
  const state = as ?? (outcome.state === 'DELIVERED' && !taken ? 'REFUSED' : outcome.state);
  const kept = answer === null ? null : cutText(answer.replaceAll('\0', ''), 4000);
  // Another process may have taken it for lost, and has then planned what follows.
  const { count } = await tx.autopayCall.updateMany({
    where: { id: call.id, state: 'SENDING' },
    data: { ...outcome, error, state, answer: kept, finishedAt: now() },
  });
  if (count === 0) return;
  const at = call.dueAt;
  const charge = await chargeOf(tx, call);
  if (balance?.ok && charge && call.origin === 'PLANNED')
    await setAmount(tx, mandate, { charge, balance, at });
  if (!taken && isWanted(call, charge)) {
    const retried = await planRetry(tx, call);
    if (!retried && charge && call.origin === 'PLANNED' && balance) await giveUp(tx, mandate, charge, at);
  }
  await rearm(tx, mandate.id);
}

/** Nobody asks again for a charge that was cancelled. */
function isWanted({ kind }: AutopayCall, charge: AutopayCharge | null): boolean {
  return kind !== 'BALANCE' || charge?.state === 'GENERATING';
}

async function chargeOf(tx: Tx, { chargeId }: AutopayCall): Promise<AutopayCharge | null> {
  return chargeId === null ? null : tx.autopayCharge.findUnique({ where: { id: chargeId } });
}
