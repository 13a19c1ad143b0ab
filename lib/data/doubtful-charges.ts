import 'server-only';
import type { CheckoutSession } from '@/lib/domain/checkout-session';
import type { Actor } from '@/lib/domain/order';
import { writeTx } from './db';
import { addEvent } from './order-events';
import { addSuspense, refreshOrder } from './refresh-order';

type Noting = { readonly why: string; readonly actor: Actor; readonly now: Date };

/** Nobody knows whether a charge was made, and it is not sent again: an operator looks. Noted once, however often seen. */
export async function handToOperator(
  { id, orderId, reference, suspectedAt }: CheckoutSession,
  { why, actor, now }: Noting,
): Promise<void> {
  if (suspectedAt !== null) return;
  await writeTx(async (tx) => {
    const { count } = await tx.checkoutSession.updateMany({
      where: { id, suspectedAt: null },
      data: { suspectedAt: now, version: { increment: 1 } },
    });
    if (count === 0) return;
    await addSuspense(tx, {
      kind: 'charge_in_doubt',
      dedupeKey: `${id}:charge_in_doubt`,
      detail: { orderId, reference, why },
      sessionId: id,
    });
    const data = { reference, problems: 'charge_in_doubt' };
    await addEvent(tx, orderId, { type: 'ANSWER_SUSPECTED', actor, data, at: now });
    await refreshOrder(tx, orderId, { actor, now });
  });
}
