import 'server-only';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
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

function bound({ table, row, user }: Place): Buffer {
  return Buffer.from([table, row, user, env.environment].join(':'));
}
