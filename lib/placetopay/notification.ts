import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { tidyJson } from './json';

/** The one fact a notification tells: something happened to this session. What happened is asked, never believed. */
export type Notification = {
  requestId: string;
  reference: string | null;
  /** The same for every copy of one piece of news; nothing can be signed or replayed with it. */
  dedupeKey: string;
};

export type NotificationReading =
  { kind: 'notification'; notification: Notification } | { kind: 'unauthorized' } | { kind: 'malformed' };

type Keys = {
  /** Every secret that is valid now: two of them while one replaces the other. */
  secretKeys: readonly string[];
  /** Sites that support has not moved to SHA-256 yet sign with SHA-1 and no prefix. */
  allowSha1: boolean;
};

const notificationBody = z.object({
  requestId: z.union([
    z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
    z.string().regex(/^[1-9]\d{0,19}$/),
  ]),
  reference: z.string().max(64).nullish(),
  // Digits, then letters, then digits: one signed text cannot be cut into the news of another session.
  status: z.object({
    status: z.string().regex(/^[A-Z][A-Z_]{0,63}$/),
    date: z.string().regex(/^\d[\dT:.+Z-]{0,63}$/),
  }),
  signature: z.string().max(256),
});

/**
 * Checks the signature of a notification and reads which session it is about.
 *
 * The signed text is `requestId + status.status + status.date + secretKey`, with the literal values received.
 * Only `sha256:` and 64 lower-case hex digits, or (when allowed) 40 bare hex digits of SHA-1, are compared; the
 * sender never chooses the algorithm. Never throws, and never tells the signature it expected.
 *
 * Source: https://docs.placetopay.dev/checkout/notification
 */
export function readNotification(body: string, { secretKeys, allowSha1 }: Keys): NotificationReading {
  const parsed = notificationBody.safeParse(tidyJson(body));
  if (!parsed.success) return { kind: 'malformed' };
  const { requestId, reference, status, signature } = parsed.data;
  const signed = `${requestId}${status.status}${status.date}`;
  const given = readSignature(signature, allowSha1);
  if (!given || !isSignedByAny({ signed, given, secretKeys })) return { kind: 'unauthorized' };
  const dedupeKey = createHash('sha256').update(signed).digest('hex');
  return {
    kind: 'notification',
    notification: { requestId: String(requestId), reference: reference ?? null, dedupeKey },
  };
}

type Signature = { algorithm: 'sha256' | 'sha1'; digest: Buffer };

function readSignature(signature: string, allowSha1: boolean): Signature | null {
  const sha256 = /^sha256:([0-9a-f]{64})$/.exec(signature)?.[1];
  if (sha256) return { algorithm: 'sha256', digest: Buffer.from(sha256, 'hex') };
  if (allowSha1 && /^[0-9a-f]{40}$/.test(signature)) {
    return { algorithm: 'sha1', digest: Buffer.from(signature, 'hex') };
  }
  return null;
}

type Check = { signed: string; given: Signature; secretKeys: readonly string[] };

/** Every secret is tried, also after a match, so that the time does not tell which one it was. */
function isSignedByAny({ signed, given, secretKeys }: Check) {
  const matches = secretKeys
    .filter((secretKey) => secretKey.length > 0)
    .map((secretKey) => {
      const expected = createHash(given.algorithm).update(signed).update(secretKey).digest();
      return expected.length === given.digest.length && timingSafeEqual(expected, given.digest);
    });
  return matches.includes(true);
}
