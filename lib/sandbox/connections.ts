import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * The TCP connections behind requests, for what a Response cannot do: break one. Node tells of every request
 * before the server handles it; the request then carries a number that finds its socket again.
 */

const header = 'x-sandbox-connection';

type Started = { request: IncomingMessage; response: ServerResponse; socket: Socket };

type Kept = { sandboxConnections?: { sockets: Map<string, Socket>; last: number } };

/** Once per process. Also makes one slash of two: SDKs join a base URL that ends in one with a path that begins with one. */
export function watchConnections(): void {
  const kept = globalThis as Kept;
  if (kept.sandboxConnections) return;
  const known = { sockets: new Map<string, Socket>(), last: 0 };
  kept.sandboxConnections = known;
  subscribe('http.server.request.start', (message) => {
    const { request, response, socket } = message as Started;
    delete request.headers[header];
    if (!/^\/+sandbox\//.test(request.url ?? '')) return;
    request.url = (request.url ?? '').replace(/^[^?]*/, (path) => path.replace(/\/{2,}/g, '/'));
    known.last += 1;
    const id = String(known.last);
    request.headers[header] = id;
    known.sockets.set(id, socket);
    response.once('close', () => known.sockets.delete(id));
  });
}

/** Undefined where the server is not Node's own. */
export function connectionOf(request: Request): Socket | undefined {
  return (globalThis as Kept).sandboxConnections?.sockets.get(request.headers.get(header) ?? '');
}
