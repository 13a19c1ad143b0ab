import 'server-only';
import { hash, verify } from '@node-rs/argon2';
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
import { forgiveTries, mayTry } from '@/lib/data/rate-limits';
import {
  createUser,
  findSignedIn,
  findUserByEmail,
  findUserById,
  revokeSessions,
  type User,
} from '@/lib/data/users';
import type { Viewer } from '@/lib/domain/viewer';
import { env } from '@/lib/env';
import { forgetAccessKeys, readAccessKeys } from '@/lib/orders-cookie';

// next-auth builds its addresses from this and never from a Host header.
process.env.NEXTAUTH_URL = env.publicUrl;

const cookieName = env.secureCookies ? '__Host-next-auth.session-token' : 'next-auth.session-token';
const cookieOptions = { httpOnly: true, secure: env.secureCookies, sameSite: 'lax', path: '/' } as const;
const seconds = { BUYER: 30 * 24 * 60 * 60, OPERATOR: 8 * 60 * 60 } as const;
const longestPassword = 128;
/** OWASP's parameters for argon2id: 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export type Authenticated =
  | { readonly ok: true; readonly user: User }
  | { readonly ok: false; readonly problem: 'wrong_credentials' | 'too_many_tries' };

export type Registered =
  | { readonly ok: true; readonly user: User }
  | { readonly ok: false; readonly problem: 'email_taken' | 'weak_password' | 'too_many_tries' };

/**
 * Checks a password. A wrong name and a wrong password give the same answer in the same time: without an account the
 * password is checked against a hash of nobody. Tries are counted before they are judged, per account and per address.
 */
export async function authenticate(input: {
  email: string;
  password: string;
  ipAddress: string;
}): Promise<Authenticated> {
  const email = input.email.trim().toLowerCase();
  const [byAddress, byAccount] = await Promise.all([
    mayTry('sign-in by address', input.ipAddress),
    mayTry('sign-in by account', email),
  ]);
  if (!byAddress || !byAccount) return { ok: false, problem: 'too_many_tries' };
  const found = await findUserByEmail(email);
  const isRight = await verify(
    found?.passwordHash ?? (await nobodysHash()),
    input.password.slice(0, longestPassword),
  );
  if (!found || !isRight || input.password.length > longestPassword)
    return { ok: false, problem: 'wrong_credentials' };
  await forgiveTries('sign-in by account', email);
  return { ok: true, user: found.user };
}

/**
 * Opens an account. It does say that an e-mail is taken: the shop sends no mail, so there is no other way to tell the
 * person who forgot their account, and a silent failure would lose an order. What that gives away is slow to collect:
 * ten tries an hour for an address, each taking as long as a real registration.
 */
export async function register(input: {
  name: string;
  email: string;
  password: string;
  ipAddress: string;
}): Promise<Registered> {
  const { name, email, password } = input;
  if (password.length < 12 || password.length > longestPassword)
    return { ok: false, problem: 'weak_password' };
  if (!(await mayTry('register by address', input.ipAddress)))
    return { ok: false, problem: 'too_many_tries' };
  const passwordHash = await hash(password, cost);
  const user = await createUser({ name: name.trim(), email: email.trim(), passwordHash });
  return user ? { ok: true, user } : { ok: false, problem: 'email_taken' };
}

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
 * Where a request comes from: the payer's address and browser, which the gateway asks for. Behind a proxy the last
 * address of X-Forwarded-For is the one that proxy saw; what a client writes in front of it is not believed.
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

let hashOfNobody: Promise<string> | undefined;
function nobodysHash(): Promise<string> {
  return (hashOfNobody ??= hash('nobody has this password', cost));
}

function pathOf(url: URL): string {
  return url.origin === env.publicUrl ? url.href : env.publicUrl;
}
