'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { action } from '@/lib/action';
import { findOrder } from '@/lib/data/orders';
import { acceptPart } from '@/lib/data/accepted-parts';
import { readConfirmedAmount } from '@/lib/domain/confirmed-amount';
import { operationNames } from '@/lib/domain/operation';
import type { Viewer } from '@/lib/domain/viewer';
import { cancelCheckout } from '@/lib/use-cases/cancel-checkout';
import { decideProposal } from '@/lib/use-cases/decide-proposal';
import { followUp } from '@/lib/use-cases/follow-up';
import { resolveOperation } from '@/lib/use-cases/resolve-operation';

const id = z.string().min(1).max(64);
const amount = z.string().max(24);
const reason = z.string().trim().min(1, 'required').min(10, 'too_short').max(500, 'too_long');

/** Asks the gateway for one operation on one transaction, once, for the amount that was typed twice. */
export const askFollowUp = action({
  policy: 'confirmed_operator',
  input: z.strictObject({
    orderId: id,
    transaction: id,
    name: z.enum(operationNames),
    amount,
    typed: amount,
    reason,
    idemKey: id,
  }),
  async run({ input: { typed, ...asked }, viewer }) {
    const order = await findOrder(asked.orderId, viewer);
    if (!order) return { ok: false, problem: 'unknown_order' };
    const confirmed = readConfirmedAmount({ amount: asked.amount, typed }, order.total.currency);
    if (!confirmed.ok) return { ok: false, problem: 'invalid_form', fields: confirmed.fields };
    const followed = await followUp({ ...asked, viewer });
    // Done or not, the page shows how it stands now, and another key for whatever is asked next.
    if (followed.ok || followed.problem !== 'invalid_input') refresh();
    if (!followed.ok) return followed;
    return { ok: true, message: followed.operation.state === 'PROPOSED' ? 'proposed' : 'done' };
  },
});

/** What became of an operation that nobody knew the end of, as an operator saw it at the gateway's console. */
export const resolveInDoubt = action({
  policy: 'confirmed_operator',
  input: z.strictObject({
    operationId: id,
    outcome: z.enum(['done', 'not_done'], 'required'),
    internalReference: z.string().trim().max(20, 'too_long'),
    evidence: reason,
    reason,
  }),
  async run({ input, viewer }) {
    const resolved = await resolveOperation({ ...input, viewer });
    if (!resolved.ok) return resolved;
    refresh();
  },
});

/** Another operator agrees with what was asked for, and it is sent. */
export const agree = action({
  policy: 'confirmed_operator',
  input: z.strictObject({ id, reason }),
  run: ({ input, viewer }) => decide({ ...input, agrees: true, viewer }),
});

/** What waits for a second operator is not done. */
export const withdraw = action({
  policy: 'confirmed_operator',
  input: z.strictObject({ id, reason }),
  run: ({ input, viewer }) => decide({ ...input, agrees: false, viewer }),
});

type Decision = { id: string; reason: string; agrees: boolean; viewer: Viewer };

async function decide({ id: operationId, ...decision }: Decision) {
  const decided = await decideProposal({ operationId, ...decision });
  refresh();
  return decided.ok ? { ok: true as const } : decided;
}

/** Closes the payment page that is open. Whoever may see the order may: nothing is charged by it. */
export const cancel = action({
  policy: 'anyone',
  input: z.strictObject({ orderId: id }),
  async run({ input: { orderId }, viewer }) {
    const cancelled = await cancelCheckout({ orderId, viewer });
    refresh();
    return cancelled;
  },
});

/** The shop settles for the part that was paid. */
export const accept = action({
  policy: 'confirmed_operator',
  input: z.strictObject({ id, reason }),
  async run({ input, viewer }) {
    const accepted = await acceptPart({ orderId: input.id, reason: input.reason }, viewer, new Date());
    if (!accepted) return { ok: false, problem: 'not_possible_now' };
    refresh();
  },
});
