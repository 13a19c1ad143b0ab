import 'server-only';
import { createCardOrder } from '@/lib/data/card-orders';
import type { Locale } from '@/lib/domain/locale';
import { optionPrefix } from '@/lib/domain/session-options';
import type { Viewer } from '@/lib/domain/viewer';
import { subscription } from '@/lib/flows/subscription';
import { startCheckout, type Started } from './start-checkout';

type Input = {
  /** Rendered into the form by the server: a double click opens one page. */
  key: string;
  locale: Locale;
  viewer: Viewer;
  visitor: { ipAddress: string; userAgent: string };
};

/**
 * Sends the owner of an account to the gateway to keep a card, with an order of nothing behind it. Nothing is charged.
 * The payer is asked there who they are: the account knows no document.
 *
 * Source: https://docs.placetopay.dev/checkout/create-session
 */
export async function addCard({ key, locale, viewer, visitor }: Input): Promise<Started> {
  const placed = await createCardOrder({ checkoutKey: key, locale, viewer, now: new Date() });
  if (!placed?.ok) return { ok: false, problem: 'unknown_order' };
  return startCheckout({
    orderId: placed.orderId,
    flow: subscription.slug,
    answers: { [`${optionPrefix}person`]: 'none' },
    attemptKey: key,
    viewer,
    visitor,
  });
}
