import pino, { type DestinationStream, type Logger } from 'pino';
import { env } from './env';

/** Keys whose values never reach a log, however deep they are: compared in lower case and without `_` or `-`. */
const secretKeys = new Set(
  [
    ...['password', 'passwordHash', 'secret', 'secretKey', 'tranKey', 'nonce', 'seed', 'signature', 'auth'],
    ...[
      'authorization',
      'cookie',
      'setCookie',
      'token',
      'subtoken',
      'sessionToken',
      'accessKey',
      'accessKeys',
    ],
    ...[
      'returnToken',
      'returnUrl',
      'cancelUrl',
      'checkoutKey',
      'attemptKey',
      'csrfToken',
      'authSecret',
      'dataKeys',
    ],
    ...[
      'document',
      'number',
      'cardNumber',
      'cvv',
      'otp',
      'email',
      'phone',
      'mobile',
      'processUrl',
      'databaseUrl',
    ],
  ].map((key) => key.toLowerCase()),
);

const hidden = '[hidden]';
const deepest = 8;

/** A logger to any stream: `log` is the one everybody uses, tests make their own. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: (fields) => redactFields(fields) },
      serializers: { err: (error) => error },
      hooks: {
        logMethod(parts, method) {
          const [first, ...rest] = parts.map((part) =>
            part instanceof Error ? redactError(part) : redact(part),
          );
          const isError = parts[0] instanceof Error;
          Reflect.apply(
            method,
            this,
            isError ? [{ err: first }, ...(rest.length > 0 ? rest : ['An error'])] : [first, ...rest],
          );
        },
      },
    },
    destination,
  );
}

/** The same value with every secret and everything that looks like a card number hidden. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth >= deepest) return hidden;
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  return redactFields(value, depth + 1);
}

function redactFields(fields: object, depth = 0): Record<string, unknown> {
  const entries = Object.entries(fields).map(([key, value]) => [
    key,
    isSecret(key) ? hidden : redact(value, depth),
  ]);
  return Object.fromEntries(entries);
}

function redactError(error: Error, depth = 0) {
  const { name, message, stack, cause, ...rest } = error;
  return {
    ...redactFields(rest, depth + 1),
    name,
    message: redactText(message),
    stack: redactText(stack ?? ''),
    ...(cause === undefined ? {} : { cause: redact(cause, depth + 1) }),
  };
}

/** Card numbers, addresses with a password, and e-mail addresses inside ordinary text. */
function redactText(text: string): string {
  return text
    .replace(/\b\d(?:[ -]?\d){12,18}\b/g, hidden)
    .replace(/\/\/[^\s/:@]+:[^\s/@]+@/g, `//${hidden}@`)
    .replace(/[\w.+-]+@[\w-]+\.[\w.-]+/g, hidden);
}

function isSecret(key: string): boolean {
  return secretKeys.has(key.toLowerCase().replace(/[-_]/g, ''));
}

export const log = createLog(env.logLevel);
