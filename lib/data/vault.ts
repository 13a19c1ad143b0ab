import 'server-only';
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { env } from '@/lib/env';

/** Where a secret lives. It is sealed to this place: moved to another row, table, person or environment, it does not open. */
export type Place = { readonly table: string; readonly row: string; readonly user: string };

/** `kid.iv.tag.text`, AES-256-GCM with a fresh 96-bit IV, under the first key of DATA_KEYS. */
export function encrypt(plaintext: string, place: Place, keys = env.dataKeys): string {
  const [first] = keys;
  if (!first) throw new Error('DATA_KEYS holds no key.');
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', first.key, iv).setAAD(bound(place));
  const text = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  return [first.kid, ...[iv, cipher.getAuthTag(), text].map((part) => part.toString('base64url'))].join('.');
}

/** Throws when the key is gone from the keyring, the text was changed, or it comes from another place. */
export function decrypt(sealed: string, place: Place, keys = env.dataKeys): string {
  const [kid, iv = '', tag = '', text = ''] = sealed.split('.');
  const key = keys.find((one) => one.kid === kid)?.key;
  if (!key) throw new Error(`DATA_KEYS has no key named "${kid}": keep old keys behind the new one.`);
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), { authTagLength: 16 })
    .setAAD(bound(place))
    .setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8');
}

/**
 * The same secret always has the same 64 hex digits, and nobody finds the secret by them: an HMAC under a key that is
 * derived for this alone. It is derived from the last key of the ring, because new keys are put before old ones.
 */
export function fingerprint(secret: string, keys = env.dataKeys): string {
  const oldest = keys.at(-1);
  if (!oldest) throw new Error('DATA_KEYS holds no key.');
  const key = Buffer.from(hkdfSync('sha256', oldest.key, '', `fingerprint:${env.environment}`, 32));
  return createHmac('sha256', key).update(secret).digest('hex');
}

function bound({ table, row, user }: Place): Buffer {
  return Buffer.from([table, row, user, env.environment].join(':'));
}
