import 'server-only';
import { userIdOf, type Viewer } from '@/lib/domain/viewer';
import { append, db, writeTx } from './db';
import { Prisma } from './generated/client';
import { randomId } from './random';

export type Role = 'BUYER' | 'OPERATOR';

export type User = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Raised to sign every device out. */
  readonly sessionVersion: number;
};

/** Null when the e-mail (in lower case) already has an account. */
export async function createUser(input: {
  email: string;
  name: string;
  passwordHash: string;
}): Promise<User | null> {
  return writeTx(async (tx) => {
    const email = input.email.toLowerCase();
    if (await tx.user.findUnique({ where: { email }, select: { id: true } })) return null;
    return toUser(await tx.user.create({ data: { ...input, email, id: randomId() } }));
  });
}

/** With the hash, for checking a password and nothing else. */
export async function findUserByEmail(email: string): Promise<{ user: User; passwordHash: string } | null> {
  const row = await db.user.findUnique({ where: { email: email.toLowerCase() } });
  return row && { user: toUser(row), passwordHash: row.passwordHash };
}

export async function findUserById(id: string): Promise<User | null> {
  const row = await db.user.findUnique({ where: { id }, omit: { passwordHash: true } });
  return row && toUser(row);
}

/** The user of a sign-in cookie, or null when it was revoked: the versions must be the same. */
export async function findSignedIn(id: string, sessionVersion: number): Promise<User | null> {
  const row = await db.user.findFirst({ where: { id, sessionVersion }, omit: { passwordHash: true } });
  return row && toUser(row);
}

/** What the checkout fills in for somebody who is signed in; null for a guest. */
export async function findAccount(viewer: Viewer): Promise<Pick<User, 'name' | 'email'> | null> {
  const id = userIdOf(viewer);
  return id === null ? null : db.user.findUnique({ where: { id }, select: { name: true, email: true } });
}

/** Signs the user out everywhere: cookies of the older version open nothing from now on. */
export async function revokeSessions(userId: string): Promise<void> {
  await append(Prisma.sql`UPDATE "User" SET "sessionVersion" = "sessionVersion" + 1 WHERE "id" = ${userId}`);
}

function toUser({ id, email, name, role, sessionVersion }: Omit<User, 'role'> & { role: string }): User {
  return { id, email, name, role: role === 'OPERATOR' ? 'OPERATOR' : 'BUYER', sessionVersion };
}
