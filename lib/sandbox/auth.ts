import 'server-only';
import { createHash } from 'node:crypto';
import { readDate } from './dates';
import { db } from './db';
import { provesSecret } from './signature';
import { findSite, type Found, type Site } from './sites';

/**
 * Who is calling. Every failure is HTTP 401 with its code inside the text.
 * Source: https://docs.placetopay.dev/checkout/authentication
 */
export type Authentication = ({ ok: true } & Found) | { ok: false; code: number; site: Site | null };

const fiveMinutes = 5 * 60 * 1000;

type Credentials = { login: string; tranKey: string; nonce: string; seed: string };

/** `at` is real time, not the virtual clock's: the seed comes from the client's clock. */
export async function authenticate(auth: unknown, at: Date): Promise<Authentication> {
  const credentials = readCredentials(auth);
  if (typeof credentials === 'number') return { ok: false, code: credentials, site: null };
  const found = await findSite(credentials.login);
  if (!found) return { ok: false, code: 101, site: null };
  const { site } = found;
  const code = siteFailure(site, at) ?? proofFailure(credentials, site, at);
  if (code !== null) return { ok: false, code, site };
  if (site.strictNonce && !(await isFirstUse(site, credentials.nonce, at)))
    return { ok: false, code: 102, site };
  return { ok: true, ...found };
}

function readCredentials(auth: unknown): Credentials | 100 | 107 {
  if (auth === undefined || auth === null) return 100;
  if (typeof auth !== 'object' || Array.isArray(auth)) return 107;
  const { login, tranKey, nonce, seed } = { login: '', tranKey: '', nonce: '', seed: '', ...auth };
  const parts: unknown[] = [login, tranKey, nonce, seed];
  return parts.every((part) => typeof part === 'string' && part !== '')
    ? { login, tranKey, nonce, seed }
    : 100;
}

function siteFailure(site: Site, at: Date): number | null {
  if (!site.active) return 104;
  if (site.expiresAt && site.expiresAt <= at) return 105;
  if (site.credentialsExpireAt && site.credentialsExpireAt <= at) return 106;
  return null;
}

function proofFailure(credentials: Credentials, site: Site, at: Date): number | null {
  const seed = readDate(credentials.seed);
  if (!seed || Math.abs(seed.getTime() - at.getTime()) > fiveMinutes) return 103;
  return provesSecret(credentials, site.secretKey) ? null : 102;
}

/** Only a strict site asks: SDKs exist that send one nonce for ever. */
async function isFirstUse(site: Site, nonce: string, at: Date): Promise<boolean> {
  const digest = createHash('sha256').update(nonce).digest('hex');
  const { count } = await db().nonce.createMany({
    data: { siteLogin: site.login, digest, seenAt: at },
    skipDuplicates: true,
  });
  return count === 1;
}
