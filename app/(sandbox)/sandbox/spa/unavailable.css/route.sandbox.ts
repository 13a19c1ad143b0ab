import { unavailableStyle } from '@/components/sandbox/unavailable';

/** The style sheet of "session not available". */
export function GET(): Response {
  return new Response(unavailableStyle, {
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
}
