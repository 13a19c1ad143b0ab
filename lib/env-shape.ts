import { z } from 'zod';
import { logLevels, usualLimits } from './env-advice';

const httpUrl = z
  .string('is missing.')
  .refine(
    (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
    'is not an http(s) address.',
  )
  .refine((text) => isLoopback(text) || !text.startsWith('http:'), 'must be https.');

const limitList = /^[A-Z]{3}:\d{1,12}:\d{1,12}(,[A-Z]{3}:\d{1,12}:\d{1,12})*$/;
const minutes = /^[1-9]\d{0,4}$/;

/** What each variable must be, and what is said of it where it is not. */
export const shape = z
  .looseObject({
    DATABASE_URL: z.string('is missing.').regex(/^postgres(ql)?:\/\/./, 'is not a PostgreSQL address.'),
    PUBLIC_URL: httpUrl.refine(
      (text) => !URL.canParse(text) || new URL(text).pathname === '/',
      'has a path.',
    ),
    PLACETOPAY_URL: httpUrl,
    PLACETOPAY_LOGIN: z
      .string('is missing.')
      .min(8, 'is too short for a login.')
      .refine((login) => !login.includes('@'), 'is an e-mail address.'),
    PLACETOPAY_SECRET_KEY: z.string('is missing.').min(8, 'is too short for a secretKey.'),
    PLACETOPAY_TRAN_KEY: z.undefined('is set.').optional(),
    PLACETOPAY_AUTOPAY_URL: httpUrl.optional(),
    AUTOPAY_USER: z
      .string()
      .max(60, 'is longer than 60 characters.')
      .refine((user) => !user.includes(':'), 'has a colon.')
      .optional(),
    AUTOPAY_PASSWORD: z
      .string()
      .min(12, 'is shorter than 12 characters.')
      .max(60, 'is longer than 60 characters.')
      .optional(),
    AUTH_SECRET: z.string('is missing.').min(32, 'is shorter than 32 characters.'),
    DATA_KEYS: z.string('is missing.').refine((text) => readKeys(text).every(isWhole), 'is not a keyring.'),
    NOTIFICATION_SHA1: z.enum(['true', 'false'], 'is neither true nor false.').default('false'),
    API_INSPECTOR: z.enum(['everyone', 'operators'], 'is neither everyone nor operators.').optional(),
    OPERATOR_LIMITS: z.string().regex(limitList, 'is no list of limits.').default(usualLimits),
    CONFIRMATION_MINUTES: z.string().regex(minutes, 'is not a whole number of minutes.').default('15'),
    TRUSTED_PROXIES: z.string().regex(/^\d$/, 'is not a number of proxies.').default('0'),
    LOG_LEVEL: z.enum(logLevels, 'is not a level.').default('info'),
    WING: z.enum(['store', 'sandbox'], 'is not a wing.').optional(),
  })
  .refine((env) => env.PLACETOPAY_LOGIN !== env.PLACETOPAY_SECRET_KEY, {
    path: ['PLACETOPAY_SECRET_KEY'],
    message: 'is the same as the login.',
  })
  .refine((env) => env.AUTOPAY_USER === undefined || env.AUTOPAY_PASSWORD !== undefined, {
    path: ['AUTOPAY_PASSWORD'],
    message: 'is missing beside AUTOPAY_USER.',
  })
  .refine((env) => env.AUTOPAY_PASSWORD === undefined || env.AUTOPAY_USER !== undefined, {
    path: ['AUTOPAY_USER'],
    message: 'is missing beside AUTOPAY_PASSWORD.',
  });

/** Whether an address is this machine's. */
export function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** A keyring as it is written, `name:base64,name:base64`. */
export function readKeys(text: string) {
  return text.split(',').map((pair) => {
    const [kid = '', key = ''] = pair.trim().split(':');
    return { kid, key: Buffer.from(key, 'base64') };
  });
}

function isWhole({ kid, key }: { kid: string; key: Buffer }): boolean {
  return /^[A-Za-z0-9_-]{1,20}$/.test(kid) && key.length === 32;
}
