import 'server-only';
import { append, db } from './db';
import { Prisma } from './generated/client';
import { randomId } from './random';

/** After half an hour without a request an operator signs in again. Milliseconds. */
const idleLimit = 30 * 60_000;

/** A password typed this long ago still stands for a money operation. Milliseconds. */
const confirmedFor = 5 * 60_000;

/** How exactly the last use is known: a row need not be written for every request. Milliseconds. */
const precision = 60_000;

/** One sign-in of an operator. Signing in is typing the password, so it begins confirmed. */
export async function openOperatorSession(userId: string, now: Date): Promise<string> {
  const id = randomId();
  await append(
    Prisma.sql`INSERT INTO "OperatorSession" ("id", "userId", "openedAt", "seenAt", "confirmedAt")
      VALUES (${id}, ${userId}, ${now}, ${now}, ${now})`,
  );
  return id;
}

/** Notes that it is used. False when it ended, was idle for too long, or is not this user's. */
export async function touchOperatorSession(id: string, userId: string, now: Date): Promise<boolean> {
  const row = await db.operatorSession.findFirst({ where: { id, userId, endedAt: null } });
  if (!row || now.getTime() - row.seenAt.getTime() > idleLimit) return false;
  if (now.getTime() - row.seenAt.getTime() > precision)
    await append(Prisma.sql`UPDATE "OperatorSession" SET "seenAt" = ${now} WHERE "id" = ${id}`);
  return true;
}

/** Whether the password was typed at this browser within the last five minutes. */
export async function isConfirmed(id: string, now: Date): Promise<boolean> {
  const row = await db.operatorSession.findFirst({ where: { id, endedAt: null } });
  return row !== null && now.getTime() - row.confirmedAt.getTime() <= confirmedFor;
}

export async function confirmOperatorSession(id: string, now: Date): Promise<void> {
  await append(
    Prisma.sql`UPDATE "OperatorSession" SET "confirmedAt" = ${now} WHERE "id" = ${id} AND "endedAt" IS NULL`,
  );
}

export async function endOperatorSession(id: string, now: Date): Promise<void> {
  await append(
    Prisma.sql`UPDATE "OperatorSession" SET "endedAt" = ${now} WHERE "id" = ${id} AND "endedAt" IS NULL`,
  );
}
