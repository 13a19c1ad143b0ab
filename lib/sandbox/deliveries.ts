import 'server-only';
import { db, type Tx } from './db';
import { sandboxEnv } from './env';
import { asNotifyAction, fireFaults, type Forgery, type NotifyAction } from './faults';
import type { Delivery, Session } from './generated/client';
import { forgedBody, notificationBody } from './notification';
import { post } from './post';
import type { Site } from './sites';
import { now } from './clock';

/**
 * Notifications as rows. The row is written in the transaction that made the session final and claimed before it
 * is sent: at most once, even when the gateway dies in between. Source: https://docs.placetopay.dev/checkout/notification
 */

/** A site without a notification URL is told nothing. */
export async function writeDelivery(
  tx: Tx,
  session: Session,
  site: Site,
  at: Date,
  origin: 'FINAL' | 'PARTIAL' = 'FINAL',
): Promise<void> {
  const { notificationUrl: url, ...signer } = site;
  if (url === null) return;
  const honest = notificationBody(session, signer);
  const { requestId } = session;
  const { rows, forge } = await planDelivery(tx, session, { requestId, url, body: honest, at });
  const body = forge ? forgedBody(session, signer, forge) : honest;
  await tx.delivery.createMany({
    data: rows.map((row, copy) => ({ ...row, body, origin: copy === 0 ? origin : 'DUPLICATE' })),
  });
}

type Letter = { requestId: number; url: string; body: string; at: Date };

/** What fault rules make of a notification: how many copies, when, whether at all, and which lie is asked for. */
export async function planDelivery(tx: Tx, session: Session, { at, ...letter }: Letter) {
  const fired = await fireFaults(tx, 'notify', session);
  const actions = fired.map(asNotifyAction).filter((action) => action !== null);
  const dueAt = new Date(at.getTime() + (find(actions, 'delayMs') ?? 0));
  const state = find(actions, 'drop') ? 'DROPPED' : 'WAITING';
  const row = { ...letter, dueAt, state, createdAt: at };
  const copies = 1 + (find(actions, 'duplicate') ?? 0);
  return { rows: Array.from({ length: copies }, () => row), forge: find(actions, 'forge') };
}

/** By hand: the session as it stands now, whether it is final or not, or a forgery of it. */
export async function writeResend(
  session: Session,
  site: Site,
  forge: Forgery | null,
): Promise<Delivery | null> {
  const { notificationUrl: url } = site;
  if (url === null) return null;
  const body = forge ? forgedBody(session, site, forge) : notificationBody(session, site);
  const at = now();
  const origin = forge ? 'FORGED' : 'RESEND';
  return db().delivery.create({
    data: { requestId: session.requestId, origin, url, body, dueAt: at, createdAt: at },
  });
}

/** Sends what is due and resolves when all of it has its outcome. Safe in any number of processes. */
export async function sendDue(limit = 20): Promise<number> {
  const claimed = await claim(limit);
  await Promise.all(claimed.map(send));
  return claimed.length;
}

/** What a process left half sent when it died: whether it arrived, nobody knows, and it is not sent again. */
export async function closeLost(): Promise<void> {
  const minuteAgo = new Date(Date.now() - 60_000);
  await db().delivery.updateMany({
    where: { state: 'SENDING', claimedAt: { lt: minuteAgo } },
    data: { state: 'UNKNOWN', error: 'the gateway stopped while it was sending' },
  });
}

function claim(limit: number): Promise<Delivery[]> {
  return db().$queryRaw<Delivery[]>`
    UPDATE "Delivery" SET "state" = 'SENDING', "claimedAt" = ${new Date()}
    WHERE "id" IN (
      SELECT "id" FROM "Delivery" WHERE "state" = 'WAITING' AND "dueAt" <= ${now()}
      ORDER BY "dueAt", "id" LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING *`;
}

async function send({ id, url, body }: Delivery): Promise<void> {
  const began = performance.now();
  const outcome = await post(url, body, sandboxEnv().notifyOrigins);
  const durationMs = Math.round(performance.now() - began);
  await db().delivery.update({
    where: { id },
    data: { ...outcome, durationMs, finishedAt: now() },
  });
}

type Values = { drop: true; duplicate: number; delayMs: number; forge: Forgery };

function find<K extends keyof Values>(actions: readonly NotifyAction[], name: K): Values[K] | undefined {
  return (actions as readonly Partial<Values>[]).find((action) => action[name] !== undefined)?.[name];
}
