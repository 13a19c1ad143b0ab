import 'server-only';
import { claimDue } from '@/lib/data/due-sessions';
import { oldestDueWork } from '@/lib/data/due-work';
import { renewMemberships } from './advance-membership';
import { recoverMandates } from './check-mandate';
import { drainInbox } from './drain-inbox';
import { retryInvalidations } from './forget-card';
import { askingRoom, isGatewayQuiet } from './gateway-health';
import { settleReplaced } from './close-replaced';
import { inChunks } from './in-chunks';
import { recoverOperations } from './recover-operations';
import { settleCheckout, type Settled } from './settle-checkout';

export type Counts = Record<Exclude<Settled['outcome'], 'unknown_session'>, number> & {
  checked: number;
  notifications: number;
  operations: number;
  /** Cards that were given up, of which the gateway was told again. */
  cards: number;
  /** Agreements that were looked at. */
  mandates: number;
  /** Memberships whose time had come. */
  memberships: number;
};

const atOnce = 4;
const source = 'reconciler';
/** Shorter than the shortest wait between two questions, longer than most answers: a second question does no harm. */
const leaseMs = 4_000;

/**
 * One sweep ("sonda"): works off the inbox, brings operations in doubt to an end, tells the gateway again of cards that
 * were given up, renews memberships, then asks about every session that is due, gives up attempts that never led
 * anywhere, and closes pages of what was ordered again. Claimed row by row, so any number of processes may sweep at once.
 * One kind of work that fails holds up no other: everything else is done, and then the first failure is thrown.
 */
export async function reconcile({ limit = 50, now = new Date() } = {}): Promise<Counts> {
  const counts: Counts = {
    checked: 0,
    notifications: 0,
    operations: 0,
    cards: 0,
    mandates: 0,
    memberships: 0,
    settled: 0,
    unchanged: 0,
    confirming: 0,
    suspect: 0,
  };
  if (isGatewayQuiet() || (await oldestDueWork(now)) === null) return counts;
  const room = askingRoom(limit);
  const todo = [
    async () => void (counts.notifications = await drainInbox({ limit: room, now })),
    async () => void (counts.operations = await recoverOperations({ limit: room, now })),
    async () => void (counts.cards = await retryInvalidations({ limit: room, now })),
    async () => void (counts.mandates = await recoverMandates({ limit: room, now })),
    async () => void (counts.memberships = await renewMemberships({ limit: room, now })),
    async () => settleDue(await claimDue(room, now, { leaseMs }), counts),
  ];
  await inChunks(todo, 1, (work) => work());
  return counts;
}

type Due = Awaited<ReturnType<typeof claimDue>>;

async function settleDue(due: Due, counts: Counts): Promise<void> {
  await inChunks(due, atOnce, async ({ id, replacedBy }) => {
    const settling =
      replacedBy === null ? settleCheckout({ sessionId: id, source }) : settleReplaced(id, source);
    const { outcome } = await settling;
    counts.checked += 1;
    if (outcome !== 'unknown_session') counts[outcome] += 1;
  });
}
