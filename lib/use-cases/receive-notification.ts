import 'server-only';
import { receive } from '@/lib/data/inbox';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { readNotification, type Notification } from '@/lib/placetopay/notification';
import { inBackground } from './background';
import { crashPoint } from './crash-point';
import { drainInbox } from './drain-inbox';
import { noteNotification } from './note-notification';
import { receiveRecurring } from './receive-recurring';

export type Received = 'accepted' | 'unauthorized' | 'malformed' | 'too_large' | 'busy';

/** Bytes; a genuine notification has about 300. */
export const largestNotification = 16 * 1024;

const budgetMs = 2_000;

/**
 * Keeps a genuine notification and answers; the work comes after. The row is the promise behind the answer, because
 * PlacetoPay sends a notification once and never again. Nothing in it is believed: it only makes us ask.
 * `busy` when the database does not take it in 2 seconds: then the reconciler finds out without it.
 *
 * Source: https://docs.placetopay.dev/checkout/notification
 */
export async function receiveNotification(rawBody: string): Promise<Received> {
  if (Buffer.byteLength(rawBody) > largestNotification) return 'too_large';
  const reading = readNotification(rawBody, {
    secretKeys: [env.placetopay.secretKey],
    allowSha1: env.allowSha1,
  });
  if (reading.kind === 'malformed') {
    const told = await Promise.race([receiveRecurring(rawBody), overBudget()]).catch(unkept);
    if (told) return told;
  }
  if (reading.kind !== 'notification') {
    log.warn({ kind: reading.kind }, 'A notification was refused');
    inBackground(() => noteNotification(rawBody, { accepted: false, now: new Date() }));
    return reading.kind;
  }
  const kept = await Promise.race([keep(reading.notification), overBudget()]).catch(unkept);
  if (kept === 'busy') return 'busy';
  inBackground(() => noteNotification(rawBody, { accepted: true, now: new Date() }));
  crashPoint('notification.kept');
  return 'accepted';
}

const keeping = new Map<string, Promise<unknown>>();

/** Copies that arrive while the first is being written share its row and its fate: a flood of them is one statement. */
function keep(notification: Notification): Promise<unknown> {
  const { dedupeKey } = notification;
  const known = keeping.get(dedupeKey);
  if (known) return known;
  const writing = receive({ channel: 'checkout', ...notification, now: new Date() })
    .then(({ isNew }) => {
      // A copy of what is known already starts nothing.
      if (isNew) inBackground(() => drainInbox());
      return true;
    })
    .finally(() => keeping.delete(dedupeKey));
  keeping.set(dedupeKey, writing);
  return writing;
}

function overBudget() {
  return new Promise<'busy'>((resolve) => setTimeout(() => resolve('busy'), budgetMs).unref());
}

function unkept(error: unknown): 'busy' {
  log.error({ err: error }, 'A genuine notification could not be kept');
  return 'busy';
}
