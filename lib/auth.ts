import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import { decode, encode } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { z } from 'zod';
import { forgetCartId, keepCartId, readCartId } from '@/lib/cart-cookie';
import { mergeCarts } from '@/lib/data/carts';
import {
  confirmOperatorSession,
  endOperatorSession,
  isConfirmed,
  openOperatorSession,
  touchOperatorSession,
} from '@/lib/data/operator-sessions';
import { findSignedIn, findUserById, revokeSessions, type User } from '@/lib/data/users';
import type { Viewer } from '@/lib/domain/viewer';
import { env } from '@/lib/env';
import { forgetAccessKeys, readAccessKeys } from '@/lib/orders-cookie';
import { authenticate, type Authenticated } from '@/lib/passwords';

// next-auth builds its addresses from this and never from a Host header.
process.env.NEXTAUTH_URL = env.publicUrl;

const cookieName = env.secureCookies ? '__Host-next-auth.session-token' : 'next-auth.session-token';
const cookieOptions = { httpOnly: true, secure: env.secureCookies, sameSite: 'lax', path: '/' } as const;
const seconds = { BUYER: 30 * 24 * 60 * 60, OPERATOR: 8 * 60 * 60 } as const;
/** Signs in this browser by next-auth's own cookie, so that the form works without JavaScript. The cart comes along. */
export async function openAuthSession(user: User): Promise<void> {
  const maxAge = seconds[user.role];
  const token = await encode({ token: await claimsFor(user), secret: env.authSecret, maxAge });
  (await cookies()).set(cookieName, token, { ...cookieOptions, maxAge });
  const cartId = await mergeCarts(await readCartId(), user.id);
  if (cartId) await keepCartId(cartId);
}

/** Signs this browser out, and with `everywhere` every other one. What was in the cart stays with its owner. */
export async function closeAuthSession({ everywhere = false } = {}): Promise<void> {
  const who = await viewer();
  if (everywhere && who.kind !== 'guest') await revokeSessions(who.userId);
  const { sid } = await readClaims();
  if (sid) await endOperatorSession(sid, new Date());
  // Deleting repeats the attributes: a browser ignores an insecure change of a __Host- cookie.
  (await cookies()).set(cookieName, '', { ...cookieOptions, maxAge: 0 });
  await forgetCartId();
  await forgetAccessKeys();
}

/** Who is asking, checked against the database once per request: a revoked cookie is a guest's. */
export const viewer = cache(async (): Promise<Viewer> => {
  const accessKeys = await readAccessKeys();
  const user = await findClaimed(await readClaims());
  if (!user) return { kind: 'guest', accessKeys };
  const kind = user.role === 'OPERATOR' ? 'operator' : 'buyer';
  return { kind, userId: user.id, name: user.name, accessKeys };
});

/** Whether this operator typed the password at this browser within the last five minutes: money moves only then. */
export async function isFreshlyConfirmed(): Promise<boolean> {
  const { sid } = await readClaims();
  return sid !== undefined && isConfirmed(sid, new Date());
}

/** Somebody signed in proves again who they are, by the password of the account. Counted as a sign-in is. */
export async function confirmPassword(password: string): Promise<Authenticated> {
  const { sub, sid } = await readClaims();
  const [who, user] = [await viewer(), sub ? await findUserById(sub) : null];
  if (who.kind === 'guest' || !user) return { ok: false, problem: 'wrong_credentials' };
  const answer = await authenticate({ email: user.email, password, ...(await visitor()) });
  if (answer.ok && sid) await confirmOperatorSession(sid, new Date());
  return answer;
}

/**
 * Where a request comes from: the payer's address and browser, which the gateway asks for. The header holds one address
 * that can be believed (lib/trusted-proxies.ts): the connection's, or what our own proxy saw.
 */
export async function visitor(): Promise<{ ipAddress: string; userAgent: string }> {
  const list = await headers();
  const ipAddress = list.get('x-forwarded-for')?.split(',').at(-1)?.trim() || '127.0.0.1';
  return {
    ipAddress: ipAddress.replace(/^::ffff:/, ''),
    userAgent: list.get('user-agent')?.slice(0, 255) || 'unknown',
  };
}

/** next-auth's own routes: sign-in by JSON for clients that want it, session, sign-out. Same rules, same cookie. */
export const authOptions: NextAuthOptions = {
  secret: env.authSecret,
  session: { strategy: 'jwt', maxAge: seconds.BUYER },
  useSecureCookies: env.secureCookies,
  cookies: { sessionToken: { name: cookieName, options: cookieOptions } },
  pages: { signIn: '/es/sign-in', error: '/es/sign-in' },
  providers: [
    CredentialsProvider({
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      async authorize(given) {
        const parsed = z
          .object({ email: z.string().max(80), password: z.string().max(1000) })
          .safeParse(given);
        if (!parsed.success) return null;
        const answer = await authenticate({ ...parsed.data, ...(await visitor()) });
        return answer.ok ? answer.user : null;
      },
    }),
  ],
  events: {
    async signOut({ token }) {
      const { sid } = claims.safeParse(token).data ?? {};
      if (sid) await endOperatorSession(sid, new Date());
    },
  },
  callbacks: {
    async jwt({ token, user }) {
      if (!user) return (await findClaimed(token)) ? token : {};
      const { success, data } = signedUser.safeParse(user);
      return success ? claimsFor(data) : {};
    },
    async session({ session, token }) {
      const user = await findClaimed(token);
      return { ...session, user: user ? { name: user.name } : undefined };
    },
    /** Paths of this shop only, wherever a link pretends to lead. */
    redirect: async ({ url }) =>
      URL.canParse(url, env.publicUrl) ? pathOf(new URL(url, env.publicUrl)) : env.publicUrl,
  },
};

const claims = z.object({
  sub: z.string(),
  sessionVersion: z.number().int(),
  /** An operator's sign-in, which ends by itself when it is not used. */
  sid: z.string().optional(),
});
const signedUser = z.object({
  id: z.string(),
  sessionVersion: z.number().int(),
  role: z.enum(['BUYER', 'OPERATOR']),
});

async function claimsFor({ id, sessionVersion, role }: Pick<User, 'id' | 'sessionVersion' | 'role'>) {
  const isBuyer = role === 'BUYER';
  return { sub: id, sessionVersion, ...(!isBuyer && { sid: await openOperatorSession(id, new Date()) }) };
}

/** What this browser's cookie says, or nothing of it when it was not signed here. */
async function readClaims(): Promise<Partial<z.infer<typeof claims>>> {
  const cookie = (await cookies()).get(cookieName)?.value;
  if (!cookie) return {};
  const token = await decode({ token: cookie, secret: env.authSecret }).catch(() => null);
  return claims.safeParse(token).data ?? {};
}

async function findClaimed(token: unknown): Promise<User | null> {
  const { success, data } = claims.safeParse(token);
  const user = success ? await findSignedIn(data.sub, data.sessionVersion) : null;
  if (user?.role !== 'OPERATOR') return user;
  return (await touchOperatorSession(data?.sid ?? '', user.id, new Date())) ? user : null;
}

function pathOf(url: URL): string {
  return url.origin === env.publicUrl ? url.href : env.publicUrl;
}
