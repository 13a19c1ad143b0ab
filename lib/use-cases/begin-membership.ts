import 'server-only';
import { createMembership, type Begun } from '@/lib/data/memberships';
import type { Buyer } from '@/lib/domain/buyer';
import type { Locale } from '@/lib/domain/locale';
import type { Viewer } from '@/lib/domain/viewer';
import { advanceMembership } from './advance-membership';
import { chargeCard } from './charge-card';
import { crashPoint } from './crash-point';
import type { Present } from './send-charge';

type Input = Present & {
  /** Rendered into the form by the server: a double click is one membership and one charge. */
  key: string;
  productSlug: string;
  cardId: string;
  buyer: Buyer;
  locale: Locale;
  viewer: Viewer;
};

/**
 * Buys a membership with a kept card: its first period is charged at once, as any order is. Whatever became of the charge,
 * the membership's page tells it; unpaid, it has not begun, and the shop never tries that first charge by itself.
 */
export async function beginMembership({ cvv, visitor, ...input }: Input): Promise<Begun> {
  const begun = await createMembership({ ...input, now: new Date() });
  if (!begun.ok) return begun;
  crashPoint('membership.begun');
  const { membershipId, orderId } = begun;
  await chargeCard({
    ...{ orderId, cardId: input.cardId, installments: null, attemptKey: input.key, viewer: input.viewer },
    ...(cvv && { cvv }),
    ...(visitor && { visitor }),
  });
  await advanceMembership(membershipId);
  return begun;
}
