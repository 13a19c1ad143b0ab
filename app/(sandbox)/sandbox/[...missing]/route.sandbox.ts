import { unavailableDocument } from '@/components/sandbox/unavailable';
import { askedLanguage } from '@/lib/sandbox/browser-language';
import { readPageLanguage } from '@/lib/sandbox/dictionaries/page';
import { noSuchRoute } from '@/lib/sandbox/endpoint';

/** An address of the gateway that leads to nothing: most likely a payment link that was cut. */
export function GET(request: Request): Response {
  const document = unavailableDocument({
    language: readPageLanguage(askedLanguage(request), 'es_CO'),
    returnUrl: null,
    style: '/sandbox/spa/unavailable.css',
  });
  return new Response(document, {
    status: 404,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' },
  });
}

/** A browser follows links; whoever sends something is a program, most likely with a base URL that is not ours. */
export const POST = noSuchRoute;
export const PUT = noSuchRoute;
export const PATCH = noSuchRoute;
export const DELETE = noSuchRoute;
