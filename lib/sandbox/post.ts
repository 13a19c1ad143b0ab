import { lookup } from 'node:dns/promises';
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isLoopback } from './env';

/**
 * One POST to a merchant, guarded: this machine or a listed origin only, resolved once and connected to that
 * address, no redirect followed, an answer in 3 seconds, nothing of its body read.
 */
export type Outcome = {
  state: 'DELIVERED' | 'REFUSED' | 'FAILED';
  httpStatus: number | null;
  error: string | null;
};

const deadlineMs = 3000;

/** Never throws: what goes wrong is the outcome. */
export async function post(url: string, body: string, allowedOrigins: readonly string[]): Promise<Outcome> {
  try {
    const target = new URL(url);
    const address = await resolve(target, allowedOrigins);
    const status = await send(target, address, body);
    return {
      state: status >= 200 && status < 300 ? 'DELIVERED' : 'REFUSED',
      httpStatus: status,
      error: null,
    };
  } catch (error) {
    return {
      state: 'FAILED',
      httpStatus: null,
      error: error instanceof Error ? error.message : String(error),
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

function send(target: URL, { address, family }: Address, body: string): Promise<number> {
  const pinned: LookupFunction = (_host, options, callback) =>
    options.all ? callback(null, [{ address, family }]) : callback(null, address, family);
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'PlacetoPay Sandbox',
    connection: 'close',
  };
  const open = target.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((done, fail) => {
    const call: ClientRequest = open(
      target,
      { method: 'POST', headers, lookup: pinned, agent: false },
      (answer: IncomingMessage) => {
        clearTimeout(deadline);
        answer.on('error', () => {});
        answer.destroy();
        done(answer.statusCode ?? 0);
      },
    );
    const deadline = setTimeout(() => call.destroy(new Error('no answer in 3 seconds')), deadlineMs);
    call.on('error', (error) => {
      clearTimeout(deadline);
      fail(error);
    });
    call.end(body);
  });
}
