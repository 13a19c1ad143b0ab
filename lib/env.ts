import type { z } from 'zod';
import { advice, type logLevels } from './env-advice';
import { isLoopback, readKeys, shape } from './env-shape';

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
  /** How many proxies of ours stand in front and write X-Forwarded-For: see lib/trusted-proxies.ts. */
  readonly trustedProxies: number;
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

/**
 * Throws EnvError. What others know stands in on this machine only: the sandbox's site while the gateway is here, and the
 * demo's secrets while the shop is here too.
 */
export function readEnv(source: Source): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const gatewayUrl = given.PLACETOPAY_URL ?? demo.PLACETOPAY_URL;
  const gatewayIsHere = isLoopback(gatewayUrl);
  const shopIsHere = gatewayIsHere && isLoopback(given.PUBLIC_URL ?? demo.PUBLIC_URL);
  const { AUTH_SECRET, DATA_KEYS, PUBLIC_URL, ...sandboxSite } = demo;
  const parsed = shape.safeParse({
    ...(gatewayIsHere && sandboxSite),
    ...(shopIsHere && { AUTH_SECRET, DATA_KEYS, PUBLIC_URL }),
    ...given,
    PLACETOPAY_URL: gatewayUrl,
  });
  const complaints = [
    ...(parsed.success ? [] : toComplaints(parsed.error)),
    ...(gatewayIsHere ? [] : sandboxValues(given)),
    ...(gatewayIsHere ? [] : knownSecrets(given, ['PLACETOPAY_SECRET_KEY'])),
    ...(shopIsHere ? [] : knownSecrets(given, ['AUTH_SECRET', 'DATA_KEYS', 'AUTOPAY_PASSWORD'])),
  ];
  if (!parsed.success || complaints.length > 0) throw new EnvError(distinct(complaints));
  return toEnv(parsed.data);
}

const example = /change.?me|example|placeholder|secret|password|^x+$|^(.)\1+$/i;

/** Nobody pays anything with the sandbox's site at a real gateway. */
function sandboxValues(given: Source): Complaint[] {
  const problem = 'belongs to the sandbox, and the gateway is not on this machine.';
  const isSandboxKey = given.PLACETOPAY_SECRET_KEY?.startsWith('sbx_') === true;
  return [
    ...(isSandboxKey ? [{ name: 'PLACETOPAY_SECRET_KEY', problem } as const] : []),
    ...(given.PLACETOPAY_LOGIN === demo.PLACETOPAY_LOGIN
      ? [{ name: 'PLACETOPAY_LOGIN', problem } as const]
      : []),
  ];
}

type Secret = 'PLACETOPAY_SECRET_KEY' | 'AUTH_SECRET' | 'DATA_KEYS' | 'AUTOPAY_PASSWORD';

/** Where others reach the shop or its gateway, no secret may be one that they can know. */
function knownSecrets(given: Source, names: readonly Secret[]): Complaint[] {
  return names
    .filter((name) => isKnown(name, given[name] ?? ''))
    .map((name) => ({ name, problem: 'is an example that others know.' }));
}

function isKnown(name: Secret, value: string): boolean {
  if (example.test(value)) return true;
  return name !== 'AUTOPAY_PASSWORD' && value.includes(demo[name].split(':').at(-1) ?? demo[name]);
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
    trustedProxies: Number(values.TRUSTED_PROXIES),
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
