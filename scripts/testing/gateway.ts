/**
 * The sandbox gateway inside the test process: its route handlers behind a real HTTP server, so that a test speaks
 * to it exactly as the store does. Handlers use only Request and Response; what a browser needs is tested in e2e.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { pathToFileURL } from 'node:url';
import { gatewayPort } from './gateway-port';

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Route = { pattern: RegExp; names: string[]; load: () => Promise<Record<string, Handler | undefined>> };

const wing = join(process.cwd(), 'app/(sandbox)');

/** Starts it on a free port of 127.0.0.1. `url` is the gateway's base URL (`http://127.0.0.1:<port>/sandbox`). */
export async function startGateway(): Promise<{ url: string; close(): Promise<void> }> {
  const routes = findRoutes();
  const server = createServer((incoming, outgoing) => {
    answer(routes, incoming)
      .catch((error: unknown) => {
        console.error(error);
        return new Response(String(error), { status: 500 });
      })
      .then((response) => send(response, outgoing))
      .catch(() => outgoing.destroy());
  });
  server.listen(gatewayPort(), '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sandbox`;
  // The gateway writes its own address into what it answers (processUrl).
  process.env.SANDBOX_URL = url;
  process.env.PLACETOPAY_URL = url;
  return {
    url,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(routes: readonly Route[], incoming: IncomingMessage): Promise<Response> {
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host}`);
  for (const { pattern, names, load } of routes) {
    const match = pattern.exec(url.pathname);
    if (!match) continue;
    const handler = (await load())[incoming.method ?? 'GET'];
    if (!handler) return new Response(null, { status: 405 });
    const params = Object.fromEntries(
      names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]),
    );
    return handler(toRequest(url, incoming), { params: Promise.resolve(params) });
  }
  return new Response('Not found', { status: 404 });
}

function toRequest(url: URL, incoming: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD';
  return new Request(url, {
    method: incoming.method ?? 'GET',
    headers,
    ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' } : {}),
  } as RequestInit);
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body) await pipeline(Readable.fromWeb(response.body as WebStream), outgoing);
  else outgoing.end();
}

/** Reads the folders as Next does: `[name]` is a parameter, `(group)` is not in the path, `%5F` is an underscore. */
function findRoutes(): Route[] {
  if (!existsSync(wing)) return [];
  return readdirSync(wing, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(`${sep}route.sandbox.ts`))
    .sort((left, right) => (rank(left) < rank(right) ? -1 : 1))
    .map((file) => {
      const segments = file.split(sep).slice(0, -1).map(decodeURIComponent);
      const visible = segments.filter((segment) => !segment.startsWith('('));
      const pattern = visible.map(toPattern);
      return {
        pattern: new RegExp(`^/${pattern.join('/')}/?$`),
        names: visible
          .filter((segment) => segment.startsWith('['))
          .map((segment) => segment.replace(/^\[(\.\.\.)?|\]$/g, '')),
        load: () => import(/* @vite-ignore */ pathToFileURL(join(wing, file)).href),
      };
    });
}

/** As Next chooses: where two paths part, the segment with a name answers before `[one]`, and that before `[...all]`. */
function rank(file: string): string {
  const breadth = (segment: string) => (segment.startsWith('[...') ? 2 : segment.startsWith('[') ? 1 : 0);
  return file
    .split(sep)
    .map((segment) => `${breadth(segment)}${segment}`)
    .join('/');
}

function toPattern(segment: string): string {
  if (segment.startsWith('[...')) return '(.+)';
  return segment.startsWith('[') ? '([^/]+)' : escape(segment);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
