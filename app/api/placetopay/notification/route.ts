import { readAtMost } from '@/lib/use-cases/read-at-most';
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
