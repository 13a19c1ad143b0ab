import { createHash } from 'node:crypto';
import type { Place } from './servers';

/** A session's notification, as PlacetoPay words it. */
export type Notification = {
  requestId: number;
  reference: string;
  status: { status: string; reason: string; message: string; date: string };
  signature?: unknown;
};

/**
 * A notification with a right signature, whatever it claims: what somebody who knew the secretKey could send.
 * Formula: https://docs.placetopay.dev/checkout/notification
 */
export function signedNotification(
  place: Place,
  { requestId, reference, status = 'APPROVED' }: { requestId: number; reference: string; status?: string },
): Notification {
  const date = '2026-11-20T09:00:00-05:00';
  const secretKey = place.env.PLACETOPAY_SECRET_KEY ?? '';
  const digest = createHash('sha256').update(`${requestId}${status}${date}${secretKey}`).digest('hex');
  return {
    status: { status, reason: '00', message: 'La petición ha sido aprobada exitosamente', date },
    requestId,
    reference,
    signature: `sha256:${digest}`,
  };
}

/** Posts a body to the shop's notification endpoint, as a gateway does, and answers with its status. */
export async function notify(place: Place, body: unknown): Promise<number> {
  const response = await fetch(`${place.store}/api/placetopay/notification`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return response.status;
}
