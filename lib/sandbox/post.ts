import { lookup } from 'node:dns/promises';
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isLoopback } from './env';

/**
 * One POST to a merchant, guarded: this machine or a listed origin only, resolved once and connected to that
 * address, no redirect followed, an answer in 3 seconds, and of its body nothing read unless it is asked for.
 */
export type Outcome = {
  state: 'DELIVERED' | 'REFUSED' | 'FAILED';
  httpStatus: number | null;
  error: string | null;
};

/** `answer` is the body as it came, at most 64 KB of it. */
export type Answered = Outcome & { answer: string | null };

const deadlineMs = 3000;
const mostBytes = 64 * 1024;

/** Never throws: what goes wrong is the outcome. */
export async function post(url: string, body: string, allowedOrigins: readonly string[]): Promise<Outcome> {
  const { state, httpStatus, error } = await exchange({
    url,
    body,
    allowedOrigins,
    headers: {},
    reads: false,
  });
  return { state, httpStatus, error };
}

/** As {@link post}, with Basic auth, and the answer is read within the same 3 seconds. */
export function ask(
  url: string,
  body: string,
  { allowedOrigins, authorization }: { allowedOrigins: readonly string[]; authorization: string },
): Promise<Answered> {
  return exchange({ url, body, allowedOrigins, headers: { authorization }, reads: true });
}

type Exchange = {
  url: string;
  body: string;
  allowedOrigins: readonly string[];
  headers: Record<string, string>;
  reads: boolean;
};

async function exchange({ url, allowedOrigins, ...letter }: Exchange): Promise<Answered> {
  try {
    const target = new URL(url);
    const address = await resolve(target, allowedOrigins);
    const { status, answer } = await send(target, address, letter);
    return {
      state: status >= 200 && status < 300 ? 'DELIVERED' : 'REFUSED',
      httpStatus: status,
      error: null,
      answer,
    };
  } catch (error) {
    return {
      state: 'FAILED',
      httpStatus: null,
      error: error instanceof Error ? error.message : String(error),
      answer: null,
    };
  }
}

type Address = { address: string; family: number };

/** Throws for an address that is not on the list, also when a name on this machine's list leads elsewhere. */
async function resolve(target: URL, allowedOrigins: readonly string[]): Promise<Address> {
  if (!/^https?:$/.test(target.protocol)) throw new Error('only http and https are notified');
  const host = target.hostname.replace(/^\[|\]$/g, '');
  const listed = allowedOrigins.includes(target.origin);
  if (!listed && !isLoopback(host))
    throw new Error(`${target.origin} is not on the list of SANDBOX_NOTIFY_ORIGINS`);
  const found = await lookup(host, { all: true });
  const first = found.find(({ family }) => family === 4) ?? found[0];
  if (!first) throw new Error(`${host} has no address`);
  if (!listed && !found.every(({ address }) => isLoopback(address))) {
    throw new Error(`${host} leads away from this machine`);
  }
  return first;
}

type Letter = Pick<Exchange, 'body' | 'headers' | 'reads'>;

function send(
  target: URL,
  { address, family }: Address,
  letter: Letter,
): Promise<{ status: number; answer: string | null }> {
  const pinned: LookupFunction = (_host, options, callback) =>
    options.all ? callback(null, [{ address, family }]) : callback(null, address, family);
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(letter.body),
    'user-agent': 'PlacetoPay Sandbox',
    connection: 'close',
    ...letter.headers,
  };
  const open = target.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((done, fail) => {
    const call: ClientRequest = open(
      target,
      { method: 'POST', headers, lookup: pinned, agent: false },
      (response: IncomingMessage) => {
        const status = response.statusCode ?? 0;
        const end = (answer: string | null) => {
          clearTimeout(deadline);
          response.destroy();
          done({ status, answer });
        };
        response.on('error', fail);
        if (letter.reads) readText(response, end);
        else end(null);
      },
    );
    const deadline = setTimeout(() => call.destroy(new Error('no answer in 3 seconds')), deadlineMs);
    call.on('error', (error) => {
      clearTimeout(deadline);
      fail(error);
    });
    call.end(letter.body);
  });
}

function readText(response: IncomingMessage, end: (text: string) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const finish = () => end(Buffer.concat(chunks).toString().slice(0, mostBytes));
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size > mostBytes) finish();
  });
  response.on('end', finish);
}
