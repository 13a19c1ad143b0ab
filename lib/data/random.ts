import 'server-only';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { env } from '@/lib/env';

/** 128 random bits, safe in a URL. */
export function randomId(): string {
  return randomBytes(16).toString('base64url');
}

/** What is stored of a key: whoever reads the database cannot open anything with it. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/**
 * The key in a guest's link to an order. It is computed and not stored, so that the second half of a double click and
 * the return from the gateway can hand it out again; without AUTH_SECRET nobody can.
 */
export function accessKeyOf({ id, checkoutKey }: { id: string; checkoutKey: string }): string {
  return createHmac('sha256', env.authSecret)
    .update(`order access:${id}:${checkoutKey}`)
    .digest('base64url')
    .slice(0, 32);
}
