import type { Locale } from '@/lib/domain/locale';
import { env } from '@/lib/env';

/** How the shop answers a payer who comes back from the gateway: the token leaves the address bar at once. */

/** To a page of the shop and nowhere else; `page` is its path after the language. */
export function sendTo(locale: Locale, page: string): Response {
  return new Response(null, {
    status: 303,
    headers: { ...neverKept, Location: `${env.publicUrl}/${locale}/${page}` },
  });
}

/** Nobody has come back yet: a browser is only looking ahead. */
export function isPrefetch(headers: Headers): boolean {
  const purpose = `${headers.get('sec-purpose')} ${headers.get('purpose')}`;
  return purpose.includes('prefetch') || headers.has('next-router-prefetch');
}

export function nothingYet(): Response {
  return new Response(null, { status: 204, headers: neverKept });
}

const neverKept = { 'Cache-Control': 'private, no-store' };
