import 'server-only';
import { hash, verify } from '@node-rs/argon2';
import { forgiveTries, mayTry } from '@/lib/data/rate-limits';
import { createUser, findUserByEmail, type User } from '@/lib/data/users';

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
  const email = input.email.replaceAll('\0', '').trim().toLowerCase();
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

let hashOfNobody: Promise<string> | undefined;
function nobodysHash(): Promise<string> {
  return (hashOfNobody ??= hash('nobody has this password', cost));
}
