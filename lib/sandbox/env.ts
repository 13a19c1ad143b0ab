import { z } from 'zod';
import { switchesSchema, type Switches } from './switches-schema';

/**
 * The gateway's environment. It plays PlacetoPay for whoever calls it, so it refuses to run where
 * somebody could take it for the real one.
 */

/** Everybody knows them: they open the gateway on this machine only. */
const known = {
  SANDBOX_AUTOPAY_PASSWORD: 'sbx_autopay_demo',
  SANDBOX_CONTROL_KEY: 'sbx_control_demo',
} as const;

const schema = z.object({
  WING: z.enum(['store', 'sandbox']).optional(),
  SANDBOX_DATABASE_URL: z.string().optional(),
  DATABASE_URL: z.string().optional(),
  SANDBOX_URL: z.url().default('http://localhost:3001/sandbox'),
  SANDBOX_NOTIFICATION_URL: z.url().default('http://localhost:3000/api/placetopay/notification'),
  /** Where AutoPay asks and tells the demo's shop: `/autopay/balance` and its siblings are appended. */
  SANDBOX_AUTOPAY_URL: z.url().default('http://localhost:3000/api/placetopay'),
  SANDBOX_AUTOPAY_USER: z.string().min(1).max(60).default('placetopay'),
  SANDBOX_AUTOPAY_PASSWORD: z.string().min(12).max(60).default(known.SANDBOX_AUTOPAY_PASSWORD),
  SANDBOX_CONTROL_KEY: z.string().min(8).default(known.SANDBOX_CONTROL_KEY),
  /** `yes` lets it answer at an address that is not this machine's. */
  SANDBOX_PUBLIC: z.string().optional(),
  /** Origins, separated by commas, that may be notified besides this machine's. */
  SANDBOX_NOTIFY_ORIGINS: z.string().default(''),
  SANDBOX_PENDING_SECONDS: z.coerce.number().min(0).default(60),
  SANDBOX_SILENCE_SECONDS: z.coerce.number().min(0).default(180),
  /** How long a bank, or a phone that nobody picks up, waits for the payer. PlacetoPay does not tell. */
  SANDBOX_BANK_SECONDS: z.coerce.number().min(0).default(900),
  /** How long the payer takes to answer on his phone. */
  SANDBOX_PUSH_SECONDS: z.coerce.number().min(0).default(10),
  /** How long a merchant may confirm what its payer gave. PlacetoPay does not tell. */
  SANDBOX_CONFIRM_SECONDS: z.coerce.number().min(0).default(900),
  /** Answers to what PlacetoPay's documentation leaves open, as JSON: see switches.ts. */
  SANDBOX_SWITCHES: z.string().default('{}').transform(readSwitches),
  /** 0.01 makes a minute of waiting 0.6 seconds. */
  SANDBOX_TIME_SCALE: z.coerce.number().positive().max(1).default(1),
  SANDBOX_TICK_MS: z.coerce.number().int().min(10).default(500),
  /**
   * Draws the keys of payment pages, the tokens and subtokens of kept cards and the ids of automatic payments from this text
   * and not by chance. A page's key also depends on the reference and the time. Authorizations follow from the
   * internalReference in any case.
   */
  SANDBOX_SEED: z.string().optional(),
});

export type SandboxEnv = {
  databaseUrl: string;
  /** Without a slash at the end. */
  baseUrl: string;
  notificationUrl: string;
  /** The demo shop's contract endpoints, and the Basic auth that is shown there. */
  autopay: { autopayUrl: string; autopayUser: string; autopayPassword: string };
  controlKey: string;
  notifyOrigins: readonly string[];
  pendingMs: number;
  silenceMs: number;
  bankMs: number;
  pushMs: number;
  confirmMs: number;
  switches: Partial<Switches>;
  tickMs: number;
  seed: string | null;
};

/** Throws an Error that says which variable is wrong, or what to set. */
export function readSandboxEnv(source: Record<string, string | undefined>): SandboxEnv {
  const parsed = schema.safeParse(dropEmpty(source));
  if (!parsed.success) throw new Error(`The gateway cannot start: ${z.prettifyError(parsed.error)}`);
  const env = parsed.data;
  if (env.WING === 'store') throw new Error('The gateway does not run in the store: WING is store.');
  if (!isLoopback(new URL(env.SANDBOX_URL).hostname)) refuseStrangers(env);
  const databaseUrl = env.SANDBOX_DATABASE_URL ?? env.DATABASE_URL;
  if (databaseUrl === undefined) throw new Error('The gateway needs SANDBOX_DATABASE_URL or DATABASE_URL.');
  return {
    databaseUrl,
    baseUrl: env.SANDBOX_URL.replace(/\/+$/, ''),
    notificationUrl: env.SANDBOX_NOTIFICATION_URL,
    autopay: {
      autopayUrl: env.SANDBOX_AUTOPAY_URL,
      autopayUser: env.SANDBOX_AUTOPAY_USER,
      autopayPassword: env.SANDBOX_AUTOPAY_PASSWORD,
    },
    controlKey: env.SANDBOX_CONTROL_KEY,
    notifyOrigins: env.SANDBOX_NOTIFY_ORIGINS.split(',').filter((origin) => origin !== ''),
    pendingMs: env.SANDBOX_PENDING_SECONDS * 1000 * env.SANDBOX_TIME_SCALE,
    silenceMs: env.SANDBOX_SILENCE_SECONDS * 1000 * env.SANDBOX_TIME_SCALE,
    bankMs: env.SANDBOX_BANK_SECONDS * 1000 * env.SANDBOX_TIME_SCALE,
    pushMs: env.SANDBOX_PUSH_SECONDS * 1000 * env.SANDBOX_TIME_SCALE,
    confirmMs: env.SANDBOX_CONFIRM_SECONDS * 1000 * env.SANDBOX_TIME_SCALE,
    switches: env.SANDBOX_SWITCHES,
    tickMs: env.SANDBOX_TICK_MS,
    seed: env.SANDBOX_SEED ?? null,
  };
}

/** Beyond this machine it runs only on purpose, and with secrets that nobody can look up. */
function refuseStrangers(env: z.infer<typeof schema>): void {
  if (env.SANDBOX_PUBLIC !== 'yes') {
    throw new Error(
      `The gateway does not run at ${env.SANDBOX_URL}, which is not this machine. Set SANDBOX_PUBLIC=yes if you mean it.`,
    );
  }
  for (const name of ['SANDBOX_CONTROL_KEY', 'SANDBOX_AUTOPAY_PASSWORD'] as const) {
    if (env[name] === known[name])
      throw new Error(
        `The gateway does not run at ${env.SANDBOX_URL} with the ${name} that everybody knows: set your own.`,
      );
  }
}

const names = Object.keys(schema.shape);

let last: { text: string; env: SandboxEnv } | undefined;

/** Read where it is used and not at import, so that a build needs no environment; parsed again only when it changed. */
export function sandboxEnv(): SandboxEnv {
  const text = JSON.stringify(names.map((name) => process.env[name] ?? null));
  if (last?.text !== text) last = { text, env: readSandboxEnv(process.env) };
  return last.env;
}

/** Of a host without its port, IPv6 with or without brackets. */
export function isLoopback(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare);
}

/** An empty variable counts as not set. */
function dropEmpty(source: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(names.map((name) => [name, source[name] === '' ? undefined : source[name]]));
}

/** Only what is named; a name or value that nobody knows stops the start. */
function readSwitches(text: string, context: z.RefinementCtx): Partial<Switches> {
  try {
    return switchesSchema.partial().parse(JSON.parse(text));
  } catch {
    context.addIssue({ code: 'custom', message: 'is not a JSON object of known switches' });
    return z.NEVER;
  }
}
