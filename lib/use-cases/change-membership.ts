import 'server-only';
import {
  cancelMembership,
  changeMembershipCard,
  pauseMembership,
  resumeMembership,
  type Changed,
} from '@/lib/data/membership-changes';
import { findMembership } from '@/lib/data/memberships';
import { owedPeriod } from '@/lib/domain/membership';
import type { Viewer } from '@/lib/domain/viewer';
import { advanceMembership } from './advance-membership';
import { chargeCard, type ChargedCard } from './charge-card';
import type { Present } from './send-charge';

export type MembershipChanged =
  | { ok: true }
  | { ok: false; problem: Exclude<Changed, 'changed'> | (ChargedCard & { ok: false })['problem'] };

type About = { membershipId: string; viewer: Viewer; now?: Date };

const wishes = { pause: pauseMembership, resume: resumeMembership, cancel: cancelMembership };

export type Wish = keyof typeof wishes;

/** Pauses, resumes or cancels a membership of the viewer's. */
export async function changeMembership({
  wish,
  membershipId,
  viewer,
  now = new Date(),
}: About & { wish: Wish }): Promise<MembershipChanged> {
  const changed = await wishes[wish]({ id: membershipId, viewer, now });
  if (changed !== 'changed') return { ok: false, problem: changed };
  await advanceMembership(membershipId, now);
  return { ok: true };
}

type Paying = About &
  Present & {
    cardId: string;
    /** Rendered into the form by the server: a double click is one charge. */
    attemptKey: string;
  };

/**
 * Renewals charge this card from now on; what is owed already is charged to it at once. What the bank says of that is told
 * by the membership's page, and changes nothing about the days on which the shop tries by itself.
 */
export async function changeCard({
  membershipId,
  cardId,
  attemptKey,
  viewer,
  now = new Date(),
  ...present
}: Paying): Promise<MembershipChanged> {
  const changed = await changeMembershipCard({ id: membershipId, cardId, viewer, now });
  if (changed !== 'changed') return { ok: false, problem: changed };
  const membership = await findMembership(membershipId, viewer);
  const owed = membership && owedPeriod(membership);
  const charged = owed
    ? await chargeCard({ orderId: owed.order.id, cardId, installments: null, attemptKey, viewer, ...present })
    : ({ ok: true } as const);
  await advanceMembership(membershipId, now);
  return charged.ok ? charged : { ok: false, problem: charged.problem };
}
