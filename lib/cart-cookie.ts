import 'server-only';
import { cookies } from 'next/headers';
import { env } from '@/lib/env';

const name = env.secureCookies ? '__Host-cart' : 'cart';
const halfAYear = 180 * 24 * 60 * 60;
const attributes = { httpOnly: true, secure: env.secureCookies, sameSite: 'lax', path: '/' } as const;

/** The visitor's cart, or null without one. What does not look like an id of ours is no cart. */
export async function readCartId(): Promise<string | null> {
  const value = (await cookies()).get(name)?.value;
  return value !== undefined && /^[\w-]{22}$/.test(value) ? value : null;
}

/** Remembers the cart in this browser for half a year; scripts cannot read it. Only in actions and route handlers. */
export async function keepCartId(cartId: string): Promise<void> {
  (await cookies()).set(name, cartId, { ...attributes, maxAge: halfAYear });
}

/**
 * Leaves this browser without a cart: on signing out, what was in it stays with its owner. Repeats the attributes: a
 * browser ignores an insecure change of a __Host- cookie.
 */
export async function forgetCartId(): Promise<void> {
  (await cookies()).set(name, '', { ...attributes, maxAge: 0 });
}
