import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NextResponse, type NextRequest } from 'next/server';
import { preferredLocale } from '@/lib/domain/accept-language';
import {
  framesGateway,
  gatewayHeaders,
  hashesFor,
  storeHeaders,
  type PrerenderedScripts,
} from '@/lib/security-headers';

/**
 * In front of every request: keeps each process to its own wing, picks a language for the bare address, and writes
 * the security headers. It decides nothing about access; that happens where data is read.
 */
export function proxy(request: NextRequest): NextResponse {
  const path = decode(request.nextUrl.pathname);
  const nonce = randomBytes(16).toString('base64');
  if (path === null || /%00/.test(request.nextUrl.search)) return unreadable(request, nonce);
  const isGateway = path.startsWith('/sandbox') || path === '/lightbox.min.js';
  if (!answersFor(isGateway)) return withHeaders(notHere(), headersFor({ isGateway, scripts: { nonce } }));
  if (path === '/') return toLanguage(request, headersFor({ isGateway, scripts: { nonce } }));
  const isPage = !isGateway && !path.startsWith('/api/');
  const instead = isPage ? (toOwnName(request) ?? refusePost(request, path)) : null;
  if (instead) return withHeaders(instead, headersFor({ isGateway, scripts: { nonce } }));

  // A form posted without JavaScript renders even a prerendered page for this one request.
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const hashes = isRead && prerendered ? hashesFor(path, prerendered) : null;
  const headers = headersFor({ isGateway, path, scripts: hashes ? { hashes } : { nonce } });
  const isFile = /\.[a-z0-9]+$/i.test(path);
  if (!hashes && !isFile) headers['Cache-Control'] = 'private, no-store';
  return withHeaders(NextResponse.next({ request: { headers: forwarded(request, headers) } }), headers);
}

export const config = { matcher: '/((?!_next/static/).*)' };

const development = process.env.NODE_ENV === 'development';
const prerendered = readPrerendered();

/** WING names the process. Without it a production server is the shop; `next dev` is both at once. */
function answersFor(isGateway: boolean): boolean {
  const wing = process.env.WING ?? (development ? 'both' : 'store');
  return wing === 'both' || (wing === 'sandbox') === isGateway;
}

function headersFor({
  isGateway,
  path = '',
  scripts,
}: {
  isGateway: boolean;
  path?: string;
  scripts: Parameters<typeof gatewayHeaders>[0]['scripts'];
}) {
  const home = (isGateway ? process.env.SANDBOX_URL : process.env.PUBLIC_URL) ?? '';
  const circumstances = { scripts, secure: home.startsWith('https:'), development };
  if (isGateway) return gatewayHeaders(circumstances);
  const gateway = process.env.PLACETOPAY_URL ?? 'http://localhost:3001/sandbox';
  return storeHeaders({
    ...circumstances,
    gatewayOrigin: new URL(gateway).origin,
    framesGateway: framesGateway(path),
  });
}

/** Next reads the nonce from the policy among the request's headers; what the visitor sent under these names is dropped. */
function forwarded(request: NextRequest, headers: Record<string, string>): Headers {
  const result = new Headers(request.headers);
  result.set('Content-Security-Policy', headers['Content-Security-Policy'] ?? '');
  result.delete('Content-Security-Policy-Report-Only');
  return result;
}

/** The gateway answers what nobody can read as it answers every path it does not have. */
function unreadable(request: NextRequest, nonce: string): NextResponse {
  const isGateway = request.nextUrl.pathname.startsWith('/sandbox/');
  if (!isGateway || !answersFor(true)) {
    const refused = new NextResponse('This address cannot be read.', { status: 400 });
    return withHeaders(refused, headersFor({ isGateway: false, scripts: { nonce } }));
  }
  return NextResponse.rewrite(new URL('/sandbox/api/unreadable', request.url));
}

/**
 * Who came by another name of this machine is led to the shop's own: its forms are taken from there alone. By a page and not
 * by a redirect, because to Next all names of this machine are one, and it would lead back here.
 */
function toOwnName({ method, headers, nextUrl }: NextRequest): NextResponse | null {
  const home = shop();
  const host = headers.get('host') ?? home.host;
  const isOtherName = host !== home.host && [host, home.host].every((name) => thisMachine.test(name));
  if (method !== 'GET' || !isOtherName) return null;
  const there = new URL(nextUrl.pathname + nextUrl.search, home).href.replaceAll('&', '&amp;');
  const page = `<!doctype html><meta http-equiv="refresh" content="0;url=${there}"><a href="${there}">${there}</a>`;
  return new NextResponse(page, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'private, no-store' },
  });
}

/** Where the shop is. lib/env.ts has judged it; here it is read at each request, because both wings come through. */
function shop(): URL {
  return new URL(process.env.PUBLIC_URL ?? 'http://localhost:3000');
}

const thisMachine = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/;

/** What no form of this shop's sends is told so here: Next would answer it with an error of the server's. */
function refusePost({ method, headers }: NextRequest, path: string): NextResponse | null {
  if (method !== 'POST') return null;
  const origin = headers.get('origin');
  const isForeign = origin !== null && origin !== shop().origin;
  const isTooLarge = Number(headers.get('content-length') ?? 0) > largestForm;
  if (!isForeign && !isTooLarge) return null;
  const why = formRefusals[path.startsWith('/en') ? 'en' : 'es'][isForeign ? 'foreign' : 'tooLarge'];
  return new NextResponse(why, {
    status: isForeign ? 403 : 413,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'private, no-store' },
  });
}

/** Next reads no more of a form. Bytes. */
const largestForm = 1024 * 1024;

const formRefusals = {
  es: {
    foreign: 'El formulario llegó desde otro sitio. No se hizo nada: ábrelo de nuevo en la tienda.',
    tooLarge: 'El formulario es demasiado grande. No se hizo nada.',
  },
  en: {
    foreign: 'The form came from another site. Nothing was done: open it again in the shop.',
    tooLarge: 'The form is too large. Nothing was done.',
  },
};

function toLanguage(request: NextRequest, headers: Record<string, string>): NextResponse {
  const target = request.nextUrl.clone();
  target.pathname = `/${preferredLocale(request.headers.get('accept-language') ?? '')}`;
  const response = NextResponse.redirect(target, 307);
  response.headers.set('Vary', 'Accept-Language');
  response.headers.set('Cache-Control', 'private, no-store');
  return withHeaders(response, headers);
}

function notHere(): NextResponse {
  return new NextResponse('Not found', { status: 404, headers: { 'Cache-Control': 'private, no-store' } });
}

function withHeaders(response: NextResponse, headers: Record<string, string>): NextResponse {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** Next matches routes on the decoded path, so this does as well; null when it cannot be decoded, or holds a NUL. */
function decode(path: string): string | null {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? null : decoded;
  } catch {
    return null;
  }
}

/** Written beside the build by scripts/csp-hashes.mjs. Without it every page gets a nonce, which is stricter. */
function readPrerendered(): PrerenderedScripts | null {
  const file = join(process.cwd(), process.env.NEXT_DIST_DIR ?? '.next', 'csp-hashes.json');
  if (development || !existsSync(file)) return null;
  const { pages, routes, missing } = JSON.parse(readFileSync(file, 'utf8'));
  const compiled = routes.map(({ pattern, prerendered }: { pattern: string; prerendered: boolean }) => ({
    pattern: new RegExp(pattern),
    prerendered,
  }));
  return { pages, routes: compiled, missing };
}
