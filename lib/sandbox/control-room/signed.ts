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

/**
 * Reads what a body claims to be signed by. Never throws: a body that cannot be read has nothing that fits.
 *
 * Sources: https://docs.placetopay.dev/checkout/notification and
 * https://docs.placetopay.dev/autopay/contracts/webhook
 */
export function readSigned(body: string, secretKey: string): Signed {
  const told = parse(body);
  const texts = textsOf(told);
  const signature = typeof told.signature === 'string' ? told.signature : '';
  const algorithm =
    signature === '' || texts.length === 0 ? null : signature.startsWith('sha256:') ? 'SHA-256' : 'SHA-1';
  const hash = (text: string) =>
    createHash(algorithm === 'SHA-256' ? 'sha256' : 'sha1')
      .update(text + secretKey)
      .digest('hex');
  const signed = texts.find((text) => algorithm && isSame(hash(text), signature.replace(/^sha256:/, '')));
  const text = signed ?? texts[0];
  return { text: text === undefined ? null : text + masked, algorithm, fits: signed !== undefined };
}

/**
 * What may have been signed, likeliest first: of a session's notification, a repeated charge's (two forms: see
 * switches-schema.ts) and AutoPay's webhook.
 */
function textsOf({ requestId, internalReference, status, id, type, date }: JsonObject): string[] {
  if (isObject(status)) {
    const withDate = [requestId ?? internalReference, status.status, status.date].join('');
    return requestId === undefined ? [withDate, [internalReference, status.status].join('')] : [withDate];
  }
  return typeof type === 'string' ? [[id, type, date].join('')] : [];
}

function parse(body: string): JsonObject {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
