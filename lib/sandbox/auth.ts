import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readDate } from './dates';
import { db } from './db';
import { isObject } from './json';
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
  if (!isObject(auth)) return 107;
  const credentials = {
    login: auth.login,
    tranKey: withoutBreaks(auth.tranKey),
    nonce: withoutBreaks(auth.nonce),
    seed: auth.seed,
  };
  const read = parts.safeParse(credentials);
  return read.success ? read.data : 100;
}

/** As they come, but for the breaks. Source: https://docs.placetopay.dev/checkout/api/reference/session */
const part = (most: number) => z.string().min(1).max(most);
const parts = z.object({ login: part(32), tranKey: part(64), nonce: part(255), seed: part(35) });

/** Base64 comes in lines from Ruby's `encode64` and Python's `encodebytes`, which end even the shortest with a break. */
function withoutBreaks(base64: unknown): unknown {
  return typeof base64 === 'string' ? base64.replace(/\s/g, '') : base64;
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
