import { createHash } from 'node:crypto';

/** What PlacetoPay calls `auth`: part of the body of every call. */
export type Auth = { login: string; tranKey: string; nonce: string; seed: string };

export type Algorithm = 'sha256' | 'sha1';

type Ingredients = {
  /** The nonce before base64: its bytes are hashed, never its base64 text. */
  nonce: Uint8Array;
  /** The literal text that is sent: hashing a re-formatted date gives another key. */
  seed: string;
  secretKey: string;
};

/**
 * Signs one call: `tranKey = base64(hash(nonce bytes + seed + secretKey))`.
 *
 * Bytes are concatenated, because a nonce that is decoded to text first loses what is not UTF-8.
 * New calls are signed with SHA-256; SHA-1 is what older clients send.
 *
 * Source: https://docs.placetopay.dev/checkout/authentication
 */
export function tranKey({ nonce, seed, secretKey }: Ingredients, algorithm: Algorithm = 'sha256') {
  return createHash(algorithm).update(nonce).update(seed, 'utf8').update(secretKey, 'utf8').digest('base64');
}

type Credentials = { login: string; secretKey: string };

type Coin = { now: () => Date; randomBytes: (size: number) => Uint8Array };

/** A fresh `auth` for one call: 16 random bytes as nonce and this moment as seed. Never kept, never sent twice. */
export function buildAuth({ login, secretKey }: Credentials, { now, randomBytes }: Coin): Auth {
  const nonce = randomBytes(16);
  const seed = now().toISOString();
  return {
    login,
    tranKey: tranKey({ nonce, seed, secretKey }),
    nonce: Buffer.from(nonce).toString('base64'),
    seed,
  };
}
