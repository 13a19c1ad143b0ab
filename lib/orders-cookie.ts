import 'server-only';
import { cookies } from 'next/headers';
import { env } from '@/lib/env';

const name = env.secureCookies ? '__Host-orders' : 'orders';
const halfAYear = 180 * 24 * 60 * 60;
const most = 20;
const attributes = { httpOnly: true, secure: env.secureCookies, sameSite: 'lax', path: '/' } as const;

/** The keys of the guest orders this browser has opened, newest first. What does not look like a key of ours is none. */
export async function readAccessKeys(): Promise<string[]> {
  const keys = (await cookies()).get(name)?.value.split('.') ?? [];
  return keys.filter((key) => /^[\w-]{32}$/.test(key)).slice(0, most);
}

/** Lets this browser see one more order; scripts cannot read it. Only in actions and route handlers. */
export async function keepAccessKey(accessKey: string): Promise<void> {
  const keys = [...new Set([accessKey, ...(await readAccessKeys())])].slice(0, most);
  (await cookies()).set(name, keys.join('.'), { ...attributes, maxAge: halfAYear });
}

/** Repeats the attributes: a browser ignores an insecure change of a __Host- cookie. */
export async function forgetAccessKeys(): Promise<void> {
  (await cookies()).set(name, '', { ...attributes, maxAge: 0 });
}
