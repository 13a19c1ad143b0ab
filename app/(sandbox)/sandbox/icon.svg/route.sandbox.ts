import { icon } from '@/components/sandbox/icon';

/** The gateway's mark, as its pages name it. */
export function GET(): Response {
  return new Response(icon, {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' },
  });
}
