import { createHash } from 'node:crypto';
import { isObject, type JsonObject } from '../json';
import { isSame } from '../signature';

/** What was signed to make a delivery's signature, for people who look for the mistake in their own check. */
export type Signed = {
  /** Exactly the text that was hashed, with bullets in place of the secret. Null for a body without one. */
  text: string | null;
  algorithm: 'SHA-256' | 'SHA-1' | null;
  /** Does the signature in the body fit the text? False in a forgery. */
  fits: boolean;
};

const masked = '••••••••';

/** Sources: https://docs.placetopay.dev/checkout/notification and https://docs.placetopay.dev/checkout/autopay/contracts/webhook */
export function readSigned(body: string, secretKey: string): Signed {
  const told = parse(body);
  const text = textOf(told);
  const signature = typeof told.signature === 'string' ? told.signature : '';
  if (text === null || signature === '') return { text: text && text + masked, algorithm: null, fits: false };
  const algorithm = signature.startsWith('sha256:') ? 'SHA-256' : 'SHA-1';
  const hash = createHash(algorithm === 'SHA-256' ? 'sha256' : 'sha1')
    .update(text + secretKey)
    .digest('hex');
  return { text: text + masked, algorithm, fits: isSame(hash, signature.replace(/^sha256:/, '')) };
}

/** A session's notification, a recurring charge's, and AutoPay's webhook. */
function textOf({ requestId, internalReference, status, id, type, date }: JsonObject): string | null {
  if (isObject(status)) return [requestId ?? internalReference, status.status, status.date].join('');
  return typeof type === 'string' ? [id, type, date].join('') : null;
}

function parse(body: string): JsonObject {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
