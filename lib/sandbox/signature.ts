import { createHash, timingSafeEqual } from 'node:crypto';

/** Both hash generations. SHA-256 is today's, SHA-1 is what older SDKs know. */

/**
 * Does `tranKey` prove knowledge of the secret? The decoded nonce is hashed as bytes, the seed as the literal
 * text that came. Source: https://docs.placetopay.dev/checkout/authentication
 */
export function provesSecret(
  auth: { tranKey: string; nonce: string; seed: string },
  secretKey: string,
): boolean {
  const nonce = decodeBase64(auth.nonce);
  if (!nonce) return false;
  const input = Buffer.concat([nonce, Buffer.from(auth.seed + secretKey)]);
  return ['sha256', 'sha1'].some((algorithm) =>
    isSame(createHash(algorithm).update(input).digest('base64'), auth.tranKey),
  );
}

/**
 * The signature of a session notification: decimal requestId, status, literal date, secret, nothing between.
 * Source: https://docs.placetopay.dev/checkout/notification
 */
export function signNotification(
  signed: { requestId: number; status: string; date: string },
  { secretKey, signature }: { secretKey: string; signature: string },
): string {
  const text = `${signed.requestId}${signed.status}${signed.date}${secretKey}`;
  if (signature === 'sha1') return createHash('sha1').update(text).digest('hex');
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/** Compares in a time that tells nothing of where they differ. */
export function isSame(left: string, right: string): boolean {
  const [a, b] = [left, right].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

function decodeBase64(text: string): Buffer | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.replace(/=+$/, '').length % 4 === 1) return null;
  return Buffer.from(text, 'base64');
}
