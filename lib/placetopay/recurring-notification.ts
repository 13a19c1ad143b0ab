import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { tidyJson } from './json';

/** What the gateway says about one repeated charge. Nothing of it is believed, and it cannot be asked about either. */
export type RecurringClaim = {
  readonly internalReference: string;
  readonly reference: string;
  readonly status: string;
  readonly date: string;
  /** How often this charge was tried, and whether the repetition goes on. */
  readonly tries: string;
  readonly enabled: string;
  /** Which of the two formulas its signature fits: 'checkout', 'gateway', 'both' or 'neither'. */
  readonly signedBy: 'checkout' | 'gateway' | 'both' | 'neither';
  readonly dedupeKey: string;
};

type Keys = { readonly secretKeys: readonly string[]; readonly allowSha1: boolean };

const body = z.object({
  internalReference: z
    .union([z.number().int().positive(), z.string().regex(/^[1-9]\d{0,19}$/)])
    .transform(String),
  reference: z.string().regex(/^[A-Z0-9-]{1,32}$/),
  status: z.object({
    status: z.string().regex(/^[A-Z][A-Z_]{0,63}$/),
    date: z.string().regex(/^\d[\dT:.+Z-]{0,63}$/),
  }),
  signature: z.string().max(256),
  recurring: z.object({ tries: z.number().int().nonnegative(), enabled: z.union([z.number(), z.boolean()]) }),
});

/**
 * Reads the notification of a repeated charge, which has no requestId. PlacetoPay does not document how it is signed, so both
 * formulas that its other messages use are tried with the internalReference: with the date, as Checkout's notifications
 * are, and without it, as the gateway's own are. Null for anything else. Never tells a signature it expected.
 *
 * Source: https://docs.placetopay.dev/checkout/notification
 */
export function readRecurringNotification(text: string, keys: Keys): RecurringClaim | null {
  const parsed = body.safeParse(tidyJson(text));
  if (!parsed.success) return null;
  const { internalReference, reference, status, signature, recurring } = parsed.data;
  const checkout = isSigned(`${internalReference}${status.status}${status.date}`, signature, keys);
  const gateway = isSigned(`${internalReference}${status.status}`, signature, keys);
  return {
    internalReference,
    reference,
    status: status.status,
    date: status.date,
    tries: String(recurring.tries),
    enabled: String(Number(recurring.enabled)),
    signedBy: checkout ? (gateway ? 'both' : 'checkout') : gateway ? 'gateway' : 'neither',
    dedupeKey: createHash('sha256')
      .update(`${internalReference}${status.status}${status.date}`)
      .digest('hex'),
  };
}

function isSigned(text: string, signature: string, { secretKeys, allowSha1 }: Keys): boolean {
  const isSha256 = /^sha256:[0-9a-f]{64}$/.test(signature);
  if (!isSha256 && !(allowSha1 && /^[0-9a-f]{40}$/.test(signature))) return false;
  const given = Buffer.from(signature.replace(/^sha256:/, ''), 'hex');
  const matches = secretKeys
    .filter((secretKey) => secretKey.length > 0)
    .map((secretKey) => {
      const expected = createHash(isSha256 ? 'sha256' : 'sha1')
        .update(text)
        .update(secretKey)
        .digest();
      return timingSafeEqual(expected, given);
    });
  return matches.includes(true);
}
