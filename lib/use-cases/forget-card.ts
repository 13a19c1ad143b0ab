import 'server-only';
import {
  claimInvalidations,
  confirmInvalid,
  giveUpCard,
  openGivenUp,
  postponeInvalidation,
  type Invalidation,
} from '@/lib/data/invalidations';
import type { Viewer } from '@/lib/domain/viewer';
import { log } from '@/lib/log';
import { GatewayError } from '@/lib/placetopay/error';
import { crashPoint } from './crash-point';
import { gatewayFor } from './gateway';
import { inChunks } from './in-chunks';

export type Forgotten =
  /** `confirmed` is false while the gateway has not said so: the card is unusable all the same. */
  { ok: true; confirmed: boolean } | { ok: false; problem: 'unknown_card' | 'card_expired' };

type Forgetting = {
  cardId: string;
  /** Another card of the owner's, for the memberships that this one renews. Without one they stand without a card. */
  replacement?: string | null;
  viewer: Viewer;
};

/**
 * The owner gives up a card. It is unusable from the first commit on, in which its memberships change to another card;
 * then the gateway is told, and told again by the reconciler until it confirms. Asking twice is harmless at both ends.
 *
 * Source: https://docs.placetopay.dev/checkout/api/reference/token
 */
export async function forgetCard({ cardId, replacement = null, viewer }: Forgetting): Promise<Forgotten> {
  const given = await giveUpCard({ id: cardId, replacement, viewer, now: new Date() });
  if (typeof given === 'string') return { ok: false, problem: given };
  crashPoint('card.given_up');
  return { ok: true, confirmed: await tell(given) };
}

/** Tells the gateway again of every card that was given up and is not confirmed. How many were told. */
export async function retryInvalidations({ limit = 50, now = new Date() } = {}): Promise<number> {
  const due = await claimInvalidations(limit, now);
  await inChunks(due, 4, (given) => tell(given, now));
  return due.length;
}

async function tell({ id, sessionId }: Invalidation, now = new Date()): Promise<boolean> {
  // A card that cannot be opened comes back later too, so that its failure is told now and then and not every second.
  const token = await openGivenUp(id).catch(async (error: unknown) => {
    await postponeInvalidation(id, now);
    throw error;
  });
  try {
    await gatewayFor(sessionId).invalidate(token);
    crashPoint('card.told');
    await confirmInvalid(id);
    return true;
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    const { code, httpStatus, gatewayReason } = error;
    log.warn(
      { cardId: id, code, httpStatus, gatewayReason },
      'The gateway did not confirm the end of a card',
    );
    await postponeInvalidation(id, now);
    return false;
  }
}
