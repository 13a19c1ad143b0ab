import 'server-only';
import { createHash } from 'node:crypto';
import pg from 'pg';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

/** How often something may be tried, for each key, in each window of seconds. To add one, name it here. */
const rules = {
  'sign-in by account': { points: 10, duration: 15 * 60 },
  'sign-in by address': { points: 60, duration: 15 * 60 },
  'register by address': { points: 10, duration: 60 * 60 },
  /** Wide enough for an office behind one address; far too narrow to try stolen cards. */
  'pay by address': { points: 240, duration: 10 * 60 },
  'ask by order': { points: 20, duration: 5 * 60 },
  'ask by mandate': { points: 20, duration: 5 * 60 },
  /** AutoPay asks and tells one thing per agreement and day: room for a busy morning. */
  'autopay by address': { points: 3_000, duration: 60 },
  'refused autopay by address': { points: 30, duration: 10 * 60 },
  /** How many notifications of one session are kept for the inspector: forgeries cannot crowd out genuine ones. */
  'genuine notes by session': { points: 20, duration: 60 * 60 },
  'refused notes by session': { points: 10, duration: 60 * 60 },
  /** The same of AutoPay's calls about one agreement. */
  'taken calls by mandate': { points: 60, duration: 60 * 60 },
  'refused calls by mandate': { points: 10, duration: 60 * 60 },
  /** Notices of repeated charges: nobody knows how they are signed, so forgeries are kept apart and few. */
  'signed charges by reference': { points: 20, duration: 60 * 60 },
  'unsigned charges by reference': { points: 5, duration: 24 * 60 * 60 },
} as const;

export type Rule = keyof typeof rules;

const holder = globalThis as typeof globalThis & { laderaLimits?: Map<Rule, RateLimiterPostgres> };
const limiters = (holder.laderaLimits ??= open());

/** Counts one try. False when it is one too many: then do nothing of what was asked. */
export async function mayTry(rule: Rule, key: string): Promise<boolean> {
  try {
    await limiterOf(rule).consume(hashed(key));
    return true;
  } catch (refusal) {
    // A refusal is no Error. Its class cannot be asked for: a build holds this module more than once, and the limiters
    // are shared between its copies.
    if (refusal instanceof Error) throw refusal;
    return false;
  }
}

/** Forgets the tries of a key: whoever proved who they are starts afresh. */
export async function forgiveTries(rule: Rule, key: string): Promise<void> {
  await limiterOf(rule).delete(hashed(key));
}

function limiterOf(rule: Rule): RateLimiterPostgres {
  const limiter = limiters.get(rule);
  if (!limiter) throw new Error(`No limit is named "${rule}".`);
  return limiter;
}

function open(): Map<Rule, RateLimiterPostgres> {
  const pool = new pg.Pool({
    connectionString: env.databaseUrl,
    options: '-c search_path=store',
    max: 2,
    idleTimeoutMillis: 10_000,
  });
  pool.on('error', (error) => log.warn({ err: error }, 'A connection of the rate limits was lost'));
  const names = Object.keys(rules).filter((name): name is Rule => Object.hasOwn(rules, name));
  return new Map(names.map((name) => [name, limiter(name, pool)]));
}

function limiter(name: Rule, storeClient: pg.Pool): RateLimiterPostgres {
  return new RateLimiterPostgres({
    ...rules[name],
    storeClient,
    storeType: 'pool',
    tableName: 'RateLimit',
    tableCreated: true,
    keyPrefix: name,
  });
}

/** Neither e-mail addresses nor IP addresses are written down for this. */
function hashed(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
