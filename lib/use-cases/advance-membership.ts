import 'server-only';
import {
  claimDueMemberships,
  findTries,
  lapse,
  noteFailure,
  notePaid,
  openPeriod,
  rest,
  tryKey,
} from '@/lib/data/membership-steps';
import { loadMembership } from '@/lib/data/memberships';
import { findBuyer } from '@/lib/data/orders';
import { dayOf, startOf } from '@/lib/domain/calendar';
import type { CheckoutSession } from '@/lib/domain/checkout-session';
import { isLocale, type Locale } from '@/lib/domain/locale';
import { lastPeriod, type Membership } from '@/lib/domain/membership';
import { nextStep, nextTryOn, type FailureReason, type Step } from '@/lib/domain/membership-step';
import { attempts } from '@/lib/domain/transaction';
import type { Viewer } from '@/lib/domain/viewer';
import { log } from '@/lib/log';
import { chargeCard, type ChargedCard } from './charge-card';
import { crashPoint } from './crash-point';
import { inChunks } from './in-chunks';

type Going = Membership & { readonly locale: string };

/** Steps of one look: open a period, charge it, write down what came of it, and rest. More than that is a second look. */
const mostSteps = 6;
const minuteMs = 60_000;

/**
 * The one door through which a membership goes on: decides from what is recorded what comes next, does it, writes it down,
 * and decides again until there is nothing to do before a certain day. The reconciler, the purchase and its owner's pages
 * are bells on it; doing it twice, or in two processes at once, opens one period and charges it once.
 */
export async function advanceMembership(membershipId: string, now = new Date()): Promise<void> {
  for (let step = 1; step <= mostSteps; step += 1) {
    const membership = await loadMembership(membershipId);
    if (!membership) return;
    const tries = await findTries(membership);
    const rested = await take(nextStep(membership, tries, dayOf(now)), { membership, tries, now });
    if (rested) return;
  }
}

/** Every membership whose time has come. How many were looked at. */
export async function renewMemberships({ limit, now }: { limit: number; now: Date }): Promise<number> {
  const due = await claimDueMemberships(limit, now);
  await inChunks(due, 4, (membershipId) => advanceMembership(membershipId, now));
  return due.length;
}

type About = { readonly membership: Going; readonly tries: readonly CheckoutSession[]; readonly now: Date };

/** True when there is nothing more to do for now. */
async function take(step: Step, { membership, tries, now }: About): Promise<boolean> {
  switch (step.kind) {
    case 'rest':
      return rest(membership, step.on === null ? null : startOf(step.on));
    case 'wait':
      return rest(membership, new Date(now.getTime() + 10 * minuteMs));
    case 'paid':
      await notePaid(membership, now);
      return false;
    case 'lapse':
      await lapse(membership, now);
      return false;
    case 'open':
      await open(membership, step.period, now);
      crashPoint('membership.opened');
      return false;
    case 'failed':
      await fail(membership, { why: step.why, session: tries.at(-1), now });
      crashPoint('membership.noted');
      return false;
    case 'charge':
      return charge(membership, { tries, now });
  }
}

async function open(membership: Going, period: (Step & { kind: 'open' })['period'], now: Date) {
  const [first] = membership.periods;
  const buyer = first && (await findBuyer(first.order.id, ownerOf(membership)));
  if (!buyer) throw new Error(`Nobody bought membership ${membership.id}.`);
  const locale: Locale = isLocale(membership.locale) ? membership.locale : 'es';
  await openPeriod(membership, { period, buyer, locale, owner: ownerOf(membership), now });
}

/** Charges what is due with the membership's card, by the same protocol as a click. */
async function charge(membership: Going, { tries, now }: Omit<About, 'membership'>): Promise<boolean> {
  const charged = await chargeCard({
    orderId: lastPeriod(membership).order.id,
    cardId: membership.card?.id ?? '',
    installments: null,
    renewalOf: membership.id,
    attemptKey: `${tryKey(membership)}${tries.length}`,
    viewer: ownerOf(membership),
    actor: 'store',
  });
  crashPoint('membership.charged');
  if (charged.ok) return false;
  return uncharged(membership, charged, now);
}

/** Why nothing was charged without a bank having said no. What PlacetoPay refused is an attempt, and found as one. */
async function uncharged(
  membership: Going,
  { problem }: ChargedCard & { ok: false },
  now: Date,
): Promise<boolean> {
  log.warn({ membershipId: membership.id, problem }, 'A renewal was not charged');
  const why = failures[problem];
  if (why) {
    await fail(membership, { why, session: undefined, now });
    return false;
  }
  if (problem === 'gateway_refused' || problem === 'membership_changed') return false;
  return rest(membership, new Date(now.getTime() + 60 * minuteMs));
}

const failures: Partial<Record<(ChargedCard & { ok: false })['problem'], FailureReason>> = {
  unknown_card: 'no_card',
  card_expired: 'card_expired',
  out_of_stock: 'out_of_stock',
};

type Failed = {
  readonly why: FailureReason;
  readonly session: CheckoutSession | undefined;
  readonly now: Date;
};

async function fail(membership: Going, { why, session, now }: Failed): Promise<void> {
  const { tries, order } = lastPeriod(membership);
  const nextOn = nextTryOn(dayOf(order.createdAt), tries + 1, dayOf(now));
  const reason = session && (attempts(session.transactions).at(0)?.reason ?? session.reason ?? undefined);
  await noteFailure(membership, { why, reason, reference: session?.reference, nextOn, now });
}

/** The shop acts for its owner, and can do no more than the owner could. */
function ownerOf({ userId }: Going): Viewer {
  return { kind: 'buyer', userId, name: '', accessKeys: [] };
}
