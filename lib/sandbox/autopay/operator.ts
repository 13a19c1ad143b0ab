import 'server-only';
import { z } from 'zod';
import { now } from '../clock';
import { no, ok, unreadable, type Commands, type Said } from '../control-command';
import { db, inTx, type Tx } from '../db';
import type { AutopayCall } from '../generated/client';
import type { JsonObject } from '../json';
import { toDecimal } from '../money';
import { replayCall } from './calls';
import { cancelMandate, lockMandate, rearm, type Mandate } from './mandates';
import { playOut } from './scheduler';

/** Automatic payments by hand: what an operator's buttons and the control API do. */

/** The next try, or the next charge, at once and not on its date. Null when there is none to come. */
export async function runNow(id: string): Promise<Mandate | null> {
  const hurried = await inTx(async (tx) => {
    const mandate = await lockMandate(tx, id);
    if (mandate?.status !== 'APPROVED') return null;
    await hurry(tx, mandate, now());
    await rearm(tx, id);
    return mandate;
  });
  if (hurried) await playOut(id);
  return hurried;
}

async function hurry(tx: Tx, { id, opensAt }: Mandate, at: Date): Promise<void> {
  const waits = { autopayId: id, state: 'WAITING', kind: 'BALANCE', dueAt: { gt: at } };
  await tx.autopayCall.updateMany({ where: waits, data: { dueAt: at } });
  const tries = { autopayId: id, state: 'PROCESSING', nextAt: { gt: at } };
  await tx.autopayCharge.updateMany({ where: tries, data: { nextAt: at } });
  if (opensAt && opensAt > at) await tx.autopay.update({ where: { id }, data: { opensAt: at } });
}

/** For ever. Null when it was over already. */
export async function cancelByHand(id: string): Promise<Mandate | null> {
  const cancelled = await inTx(async (tx) => {
    const mandate = await lockMandate(tx, id);
    return mandate && (await cancelMandate(tx, mandate, now())) ? mandate : null;
  });
  if (cancelled) await playOut(id);
  return cancelled;
}

/** The same bytes to the merchant once more. Null when there is no such call. */
export async function replayByHand(callId: number): Promise<AutopayCall | null> {
  const row = await replayCall(callId, now());
  if (!row) return null;
  await inTx((tx) => rearm(tx, row.autopayId));
  await playOut(row.autopayId);
  return db().autopayCall.findUnique({ where: { id: row.id } });
}

const named = z.strictObject({ id: z.uuid() });

/** Lines of the control API: see control.ts. */
export const autopayCommands: Commands = {
  'GET autopays': async ({ query }) =>
    ok({ autopays: await tell({ id: query.get('id'), reference: query.get('reference') }) }),
  'POST autopays/run': ({ body }) => change(body, runNow),
  'POST autopays/cancel': ({ body }) => change(body, cancelByHand),
  'POST autopays/calls/:id/replay': async ({ id }) => {
    const sent = await replayByHand(Number(id) <= 2_147_483_647 ? Number(id) : 0);
    return sent ? ok(sent) : no(404, 'no such call');
  },
};

async function change(body: JsonObject, act: (id: string) => Promise<Mandate | null>): Promise<Said> {
  const asked = named.safeParse(body);
  if (!asked.success) return unreadable(asked.error);
  const changed = await act(asked.data.id);
  if (!changed) return no(409, 'no such autopay, or nothing in it to do');
  const [told = {}] = await tell({ id: asked.data.id, reference: null });
  return ok(told);
}

/** With every due date and every call. Amounts are decimal strings; at most 100. */
async function tell({ id, reference }: { id: string | null; reference: string | null }): Promise<object[]> {
  const found = await db().autopay.findMany({
    where: { ...(id !== null && { id }), ...(reference !== null && { reference }) },
    orderBy: { createdAt: 'desc' },
    take: 100,
    include: { charges: { orderBy: { dueOn: 'asc' } }, calls: { orderBy: { id: 'asc' } } },
  });
  return found.map(({ totalMinor, charges, ...mandate }) => {
    const decimal = (minor: bigint | null) =>
      minor === null ? null : toDecimal({ minor, currency: mandate.currency });
    return {
      ...mandate,
      total: decimal(totalMinor),
      charges: charges.map(({ totalMinor: minor, ...charge }) => ({ ...charge, total: decimal(minor) })),
    };
  });
}
