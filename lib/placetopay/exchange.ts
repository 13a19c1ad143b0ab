import { createHash } from 'node:crypto';
import { GatewayError } from './error';
import { overHttp, type Transport } from './transport';

/** Milliseconds. The body's time runs from the moment the head arrived, the total from the start. */
export type Timeouts = { connect: number; headers: number; body: number; total: number };

export const defaultTimeouts: Timeouts = { connect: 3_000, headers: 10_000, body: 15_000, total: 20_000 };

const largestBody = 1024 * 1024;

/** What came back, read whole and within limits, not yet judged. */
export type Answer = {
  httpStatus: number;
  text: string;
  retryAfterSeconds: number | undefined;
  date: Date | null;
};

type Exchange = { url: URL; body: string; timeouts: Timeouts; transport?: Transport };

/**
 * Posts JSON and reads the reply: at most 1 MB, only JSON, no redirects, everything within the timeouts.
 * Throws a `GatewayError` whose `sent` says whether the gateway may have acted.
 */
export async function postJson({ url, body, timeouts, transport = overHttp }: Exchange): Promise<Answer> {
  const limit = new AbortController();
  const total = setTimeout(() => limit.abort(), timeouts.total);
  try {
    const response = await within(timeouts.headers, limit, () =>
      transport({ url, headers: headersFor(body), body, signal: limit.signal, connectMs: timeouts.connect }),
    );
    return await within(timeouts.body, limit, () => readAnswer(response, limit.signal));
  } catch (cause) {
    if (cause instanceof GatewayError) throw cause;
    const code = limit.signal.aborted ? 'TIMEOUT' : 'UNREACHABLE';
    throw new GatewayError(code, 'The reply did not arrive whole.', { sent: true, cause });
  } finally {
    clearTimeout(total);
    limit.abort();
  }
}

function headersFor(body: string) {
  return {
    'Content-Type': 'application/json',
    Accept: 'application/json',
    'Accept-Encoding': 'identity',
    'Content-Length': String(Buffer.byteLength(body)),
    'User-Agent': 'ladera-storefront',
  };
}

/** Runs one stage; when its time is over, or the total is, everything stops, also what ignores the signal. */
async function within<T>(milliseconds: number, limit: AbortController, stage: () => Promise<T>): Promise<T> {
  const timer = setTimeout(() => limit.abort(), milliseconds);
  try {
    const running = stage();
    running.catch(() => undefined);
    return await Promise.race([running, whenAborted(limit.signal)]);
  } finally {
    clearTimeout(timer);
  }
}

function whenAborted(signal: AbortSignal) {
  return new Promise<never>((_, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

/** Reads a reply that already has its head. Throws a `GatewayError` for what is a redirect, no JSON, or over 1 MB. */
async function readAnswer(response: Response, signal?: AbortSignal): Promise<Answer> {
  const { status: httpStatus, headers } = response;
  const retryAfterSeconds = readRetryAfter(headers.get('retry-after'));
  const known = { sent: true, httpStatus, retryAfterSeconds };
  const refuse = async (code: 'REDIRECTED' | 'TOO_LARGE' | 'MALFORMED' | 'HTTP', message: string) => {
    await response.body?.cancel().catch(() => undefined);
    return new GatewayError(code, message, known);
  };
  if (response.type === 'opaqueredirect' || (httpStatus >= 300 && httpStatus < 400)) {
    throw await refuse('REDIRECTED', 'The gateway answered with a redirect.');
  }
  const declared = Number(headers.get('content-length') ?? 0);
  if (declared > largestBody) throw await refuse('TOO_LARGE', `The reply says it has ${declared} bytes.`);
  if (!isJson(headers)) {
    throw await refuse(httpStatus >= 400 ? 'HTTP' : 'MALFORMED', `HTTP ${httpStatus} without JSON.`);
  }
  const text = await readText(response, signal).catch((cause) => {
    if (!(cause instanceof GatewayError)) throw cause;
    throw new GatewayError(cause.code, cause.message, known);
  });
  return { httpStatus, text, retryAfterSeconds, date: readDate(headers.get('date')) };
}

function isJson(headers: Headers) {
  const encoding = headers.get('content-encoding') ?? 'identity';
  return (
    encoding === 'identity' &&
    /^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(headers.get('content-type') ?? '')
  );
}

async function readText(response: Response, signal?: AbortSignal) {
  const reader = response.body?.getReader();
  if (!reader) return '';
  signal?.addEventListener('abort', () => void reader.cancel().catch(() => undefined), { once: true });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let size = 0;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > largestBody) {
      await reader.cancel().catch(() => undefined);
      throw new GatewayError('TOO_LARGE', 'The reply has more than 1 MB.', { sent: true });
    }
    text += decode(() => decoder.decode(value, { stream: true }));
  }
  // Stopping the reader looks like an end: what was read until then is not the reply.
  signal?.throwIfAborted();
  return text + decode(() => decoder.decode());
}

function decode(run: () => string) {
  try {
    return run();
  } catch (cause) {
    throw new GatewayError('MALFORMED', 'The reply is not UTF-8.', { sent: true, cause });
  }
}

function readRetryAfter(value: string | null) {
  return value && /^\d{1,6}$/.test(value) ? Number(value) : undefined;
}

function readDate(value: string | null) {
  const date = value ? new Date(value) : null;
  return date && !Number.isNaN(date.getTime()) ? date : null;
}

/** What may be kept of a text that cannot be read: its size and its hash, not its words. */
export function fingerprint(text: string) {
  return { bytes: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') };
}
