import { toWireDate } from './dates';
import type { Tx } from './db';
import { planDelivery } from './deliveries';
import type { Recurrence, Session, Site, Transaction } from './generated/client';
import { attemptText, languageOf } from './messages';
import { signNotification } from './signature';
import { switchesOf } from './switches';

type Charged = { session: Session; site: Site; charged: Transaction; recurrence: Recurrence; at: Date };

/**
 * Tells the merchant of one repeated charge, at the address of its recurrence. No requestId: the signature has the
 * internalReference in its place, and PlacetoPay does not document whether the date follows the status, as in a
 * session's notification, or not, as inside its gateway. A switch of the site decides.
 * Source: https://docs.placetopay.dev/checkout/notification
 */
export async function writeRecurring(tx: Tx, told: Charged): Promise<void> {
  const { session, recurrence, at } = told;
  const { notificationUrl: url } = recurrence;
  if (url === null) return;
  const { requestId } = session;
  const { rows } = await planDelivery(tx, session, { requestId, url, body: bodyOf(told), at });
  await tx.delivery.createMany({ data: rows.map((row) => ({ ...row, origin: 'RECURRING' })) });
}

function bodyOf({ session, site, charged, recurrence }: Charged): string {
  const { internalReference, reference, status: word, reason, statusAt } = charged;
  const message = attemptText(reason, languageOf(session.locale));
  const status = { status: word, reason, message, date: toWireDate(statusAt) };
  const { recurringSignature } = switchesOf(site);
  const date = recurringSignature === 'withDate' ? status.date : '';
  const signed = { requestId: internalReference, status: word, date };
  const recurring = { tries: recurrence.tries, enabled: recurrence.enabled ? 1 : 0 };
  return JSON.stringify({
    status,
    internalReference,
    reference,
    signature: signNotification(signed, site),
    recurring,
  });
}
