import type { Forgery } from './faults';
import { sessionStatus } from './answers';
import { cutText } from './cut-text';
import type { Session } from './generated/client';
import { signNotification } from './signature';

type Signer = { secretKey: string; signature: string };

/**
 * The body of a session notification: exactly the bytes that are sent. Its date is the query's, letter by letter.
 * Source: https://docs.placetopay.dev/checkout/notification
 */
export function notificationBody(session: Session, site: Signer): string {
  return JSON.stringify(notificationOf(session, site));
}

type Notification = {
  status: { status: string; reason: string; message: string; date: string };
  requestId: number;
  reference: string;
  signature?: string;
};

/** What the page hands to a frame around it, and what is posted to the merchant. */
export function notificationOf(session: Session, site: Signer): Notification & { signature: string } {
  const { requestId, reference } = session;
  const status = sessionStatus(session);
  const signature = signNotification({ requestId, status: status.status, date: status.date }, site);
  return { status, requestId, reference, signature };
}

/** Lies that a receiver must not believe. `otherReference` is signed correctly: the reference is not in the signature. */
const forgers: Record<Forgery, (honest: Notification) => Notification> = {
  badSignature: (honest) => ({ ...honest, signature: `sha256:${'0'.repeat(64)}` }),
  noSignature: ({ status, requestId, reference }) => ({ status, requestId, reference }),
  approved: (honest) => ({
    ...honest,
    status: { ...honest.status, status: 'APPROVED', reason: '00' },
    signature: `sha256:${'a'.repeat(64)}`,
  }),
  otherReference: (honest) => ({ ...honest, reference: cutText(`X${honest.reference}`, 32) }),
};

/** The notification with a mistake that a merchant has to notice, as JSON. */
export function forgedBody(session: Session, site: Signer, kind: Forgery): string {
  return JSON.stringify(forgers[kind](notificationOf(session, site)));
}
