import { z } from 'zod';
import { advice, logLevels, usualLimits } from './env-advice';

/**
 * The store's environment, parsed once. Three values lead to PlacetoPay, and they are confused most:
 *   login      names the site. It travels in every call; it is not a secret, and not an e-mail address.
 *   secretKey  is the shared secret of that site. It never travels.
 *   tranKey    is computed from secretKey for every single call, with a fresh nonce and time. It is never configured.
 */
export type Env = {
  readonly databaseUrl: string;
  /** Origin of the shop, without a final slash: every absolute URL starts here, never with a Host header. */
  readonly publicUrl: string;
  readonly placetopay: {
    readonly url: string;
    readonly origin: string;
    readonly login: string;
    readonly secretKey: string;
  };
  /** `url` is where AutoPay is asked; `contracts` is what it shows at our endpoints, null when they are closed. */
  readonly autopay: {
    readonly url: string;
    readonly contracts: { readonly user: string; readonly password: string } | null;
  };
  readonly environment: Environment;
  readonly authSecret: string;
  /** By name; the first encrypts, all decrypt. */
  readonly dataKeys: readonly { readonly kid: string; readonly key: Buffer }[];
  /** Whether the older notification signature is accepted. */
  readonly allowSha1: boolean;
  /** Who is shown the calls to the gateway of an order: everybody who may see the order, or only operators. */
  readonly inspectorFor: 'everyone' | 'operators';
  /** What an operator may do alone and in a day, by currency: read by `readLimits`. */
  readonly operatorLimits: string;
  /** How long PlacetoPay waits for the shop to confirm a payment, as far as the shop counts on it. */
  readonly confirmationMinutes: number;
  readonly logLevel: (typeof logLevels)[number];
  readonly wing: 'store' | 'sandbox' | undefined;
  /** Secure cookies, and `__Host-` names, exist only on https. */
  readonly secureCookies: boolean;
};

/** `sandbox` on this machine, `test` for PlacetoPay's test hosts, `live` for the rest: pinned in the database. */
export type Environment = 'sandbox' | 'test' | 'live';

/** Values everybody knows: they serve the sandbox on this machine, and are refused anywhere else. */
const demo = {
  PUBLIC_URL: 'http://localhost:3000',
  PLACETOPAY_URL: 'http://localhost:3001/sandbox',
  PLACETOPAY_LOGIN: '5a1e7c3b9d2f4e6081c7a9b3d5f20e64',
  PLACETOPAY_SECRET_KEY: 'sbx_Ladera2026Demo',
  AUTH_SECRET: '57287f1a04ea574819cb7c3bdd5ada87a11b0f64d5ed0414e452ca847355c309',
  DATA_KEYS: 'demo:prADHEL9vbBfoyPQUvGxvCsRnzBF7Noje8X7vPSMVAw=',
} as const;

type Name = keyof typeof advice;
type Source = Readonly<Record<string, string | undefined>>;
type Complaint = { name: Name; problem: string };

/** Every wrong value of the environment, each with what to do, in one error. It never repeats a value. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
  constructor(readonly complaints: readonly Complaint[]) {
    const lines = complaints.map(({ name, problem }) => `  ${name}: ${problem} ${advice[name]}`);
    super(`The environment is not complete:\n${lines.join('\n')}`);
  }
}

/** Throws EnvError. Demo values stand in only while PLACETOPAY_URL is this machine. */
export function readEnv(source: Source): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const gatewayUrl = given.PLACETOPAY_URL ?? demo.PLACETOPAY_URL;
  const local = isLoopback(gatewayUrl);
  const parsed = shape.safeParse(local ? { ...demo, ...given } : { ...given, PLACETOPAY_URL: gatewayUrl });
  const complaints = [
    ...(parsed.success ? [] : toComplaints(parsed.error)),
    ...(local ? [] : publicValues(given)),
  ];
  if (!parsed.success || complaints.length > 0) throw new EnvError(distinct(complaints));
  return toEnv(parsed.data);
}

const httpUrl = z
  .string('is missing.')
  .refine(
    (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
    'is not an http(s) address.',
  )
  .refine((text) => isLoopback(text) || !text.startsWith('http:'), 'must be https.');

const limitList = /^[A-Z]{3}:\d{1,12}:\d{1,12}(,[A-Z]{3}:\d{1,12}:\d{1,12})*$/;
const minutes = /^[1-9]\d{0,4}$/;

const shape = z
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

const example = /change.?me|example|placeholder|secret|password|^x+$|^(.)\1+$/i;

/** With a real gateway nothing may be a value that others can know. */
function publicValues(given: Source): Complaint[] {
  const complaints: Complaint[] = [];
  const secretKey = given.PLACETOPAY_SECRET_KEY ?? '';
  if (secretKey.startsWith('sbx_')) {
    complaints.push({
      name: 'PLACETOPAY_SECRET_KEY',
      problem: 'belongs to the sandbox, and the gateway is not on this machine.',
    });
  }
  if (given.PLACETOPAY_LOGIN === demo.PLACETOPAY_LOGIN) {
    complaints.push({
      name: 'PLACETOPAY_LOGIN',
      problem: 'belongs to the sandbox, and the gateway is not on this machine.',
    });
  }
  for (const name of ['PLACETOPAY_SECRET_KEY', 'AUTH_SECRET', 'DATA_KEYS', 'AUTOPAY_PASSWORD'] as const) {
    const value = given[name] ?? '';
    if ((name !== 'AUTOPAY_PASSWORD' && isDemo(name, value)) || example.test(value))
      complaints.push({ name, problem: 'is an example that others know.' });
  }
  return complaints;
}

function isDemo(name: 'PLACETOPAY_SECRET_KEY' | 'AUTH_SECRET' | 'DATA_KEYS', value: string): boolean {
  return value.includes(demo[name].split(':').at(-1) ?? demo[name]);
}

function toEnv(values: z.infer<typeof shape>): Env {
  const url = values.PLACETOPAY_URL.replace(/\/+$/, '');
  const publicUrl = new URL(values.PUBLIC_URL).origin;
  return {
    databaseUrl: values.DATABASE_URL,
    publicUrl,
    placetopay: {
      url,
      origin: new URL(url).origin,
      login: values.PLACETOPAY_LOGIN,
      secretKey: values.PLACETOPAY_SECRET_KEY,
    },
    autopay: {
      url: (values.PLACETOPAY_AUTOPAY_URL ?? url).replace(/\/+$/, ''),
      contracts: values.AUTOPAY_USER
        ? { user: values.AUTOPAY_USER, password: values.AUTOPAY_PASSWORD ?? '' }
        : null,
    },
    environment: environmentOf(url),
    authSecret: values.AUTH_SECRET,
    dataKeys: readKeys(values.DATA_KEYS),
    allowSha1: values.NOTIFICATION_SHA1 === 'true',
    inspectorFor: values.API_INSPECTOR ?? (environmentOf(url) === 'sandbox' ? 'everyone' : 'operators'),
    operatorLimits: values.OPERATOR_LIMITS,
    confirmationMinutes: Number(values.CONFIRMATION_MINUTES),
    logLevel: values.LOG_LEVEL,
    wing: values.WING,
    secureCookies: publicUrl.startsWith('https:'),
  };
}

/** Which world the gateway's address belongs to. */
function environmentOf(gatewayUrl: string): Environment {
  if (isLoopback(gatewayUrl)) return 'sandbox';
  return /(^|[.-])(test|dev|sandbox)([.-]|$)/.test(new URL(gatewayUrl).hostname) ? 'test' : 'live';
}

function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function readKeys(text: string) {
  return text.split(',').map((pair) => {
    const [kid = '', key = ''] = pair.trim().split(':');
    return { kid, key: Buffer.from(key, 'base64') };
  });
}

function isWhole({ kid, key }: { kid: string; key: Buffer }): boolean {
  return /^[A-Za-z0-9_-]{1,20}$/.test(kid) && key.length === 32;
}

function toComplaints(error: z.ZodError): Complaint[] {
  return error.issues.flatMap(({ path: [name], message }) =>
    isName(name) ? [{ name, problem: message }] : [],
  );
}

function isName(name: PropertyKey | undefined): name is Name {
  return typeof name === 'string' && Object.hasOwn(advice, name);
}

function distinct(complaints: readonly Complaint[]): Complaint[] {
  return [...new Map(complaints.map((complaint) => [complaint.name, complaint])).values()];
}

export const env: Env = readEnv(process.env);
