import {
  largestNotification,
  receiveNotification,
  type Received,
} from '@/lib/use-cases/receive-notification';

/** The same answer for known and unknown orders, and nothing in it to learn from. */
const answers: Record<Received, number> = {
  accepted: 200,
  unauthorized: 401,
  malformed: 400,
  too_large: 413,
  busy: 503,
};

/** PlacetoPay tells that something happened to a session. https://docs.placetopay.dev/checkout/notification */
export async function POST(request: Request): Promise<Response> {
  const body = await readAtMost(request, largestNotification);
  const outcome = body === null ? 'too_large' : await receiveNotification(body);
  return new Response(null, { status: answers[outcome], headers: { 'Cache-Control': 'no-store' } });
}

/** The body as text, or null as soon as it has more bytes than allowed: nothing larger is ever held or parsed. */
async function readAtMost(request: Request, bytes: number): Promise<string | null> {
  const reader = request.body?.getReader();
  if (!reader) return '';
  const chunks: Uint8Array[] = [];
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks).toString('utf8');
    size += value.byteLength;
    if (size > bytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
}
