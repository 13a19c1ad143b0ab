import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

const header = 'x-forwarded-for';

/**
 * The address that the outermost of so many proxies of ours saw. Each writes the address it was asked from at the end of
 * X-Forwarded-For; what stands before was written by somebody else. Undefined where there is none to believe.
 */
export function addressSeen(forwarded: string | undefined, proxies: number): string | undefined {
  if (proxies === 0) return undefined;
  return forwarded?.split(',').at(-proxies)?.trim() || undefined;
}

const kept = globalThis as { trustsProxies?: true };

/**
 * Once per process: from here on X-Forwarded-For is one address that can be believed. Node tells of every request before
 * the server handles it, and where the header is missing Next writes the connection's own address into it.
 */
export function trustProxies(proxies: number): void {
  if (kept.trustsProxies) return;
  kept.trustsProxies = true;
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    const address = addressSeen([request.headers[header]].flat().join(','), proxies);
    if (address === undefined) delete request.headers[header];
    else request.headers[header] = address;
  });
}
