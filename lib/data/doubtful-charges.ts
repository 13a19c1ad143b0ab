import 'server-only';
import { isDoubtfulCharge, type CheckoutSession } from '@/lib/domain/checkout-session';
import type { Actor } from '@/lib/domain/order-event';
import type { Viewer } from '@/lib/domain/viewer';
import { addAudit } from './audit';
import { writeTx } from './db';
import { addEvent } from './order-events';
import { addSuspense, refreshOrder } from './refresh-order';
import { toCheckoutSession, withFacts } from './session-row';

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
    await addEvent(tx, orderId, { type: 'CHARGE_UNKNOWN', actor, data: { reference }, at: now });
    await refreshOrder(tx, orderId, { actor, now });
  });
}

type Finding = {
  /** The session under which the gateway has the charge; null where it has none. */
  readonly requestId: string | null;
  readonly evidence: string;
  readonly reason: string;
};

/**
 * An operator found out what became of it. A charge that was made is asked about from now on, by its requestId; one that was
 * not is over, and the order free again. Null when somebody else was quicker.
 */
export async function endDoubt(
  { id }: CheckoutSession,
  { requestId, evidence, reason }: Finding,
  { viewer, now }: { viewer: Viewer; now: Date },
): Promise<CheckoutSession | null> {
  return writeTx(async (tx) => {
    const found = await tx.checkoutSession.findUnique({ where: { id }, include: withFacts });
    const before = found && toCheckoutSession(found);
    if (!before || !isDoubtfulCharge(before)) return null;
    const { orderId, reference, version } = before;
    const wasMade = requestId !== null;
    const next = wasMade ? ({ status: 'PENDING', requestId } as const) : ({ status: 'ABANDONED' } as const);
    const row = await tx.checkoutSession.update({
      where: { id, version },
      data: {
        ...next,
        suspectedAt: null,
        ...(!wasMade && { reason: 'OPERATOR', message: null }),
        // Asked about at once, whoever dies after this commit.
        nextCheckAt: wasMade ? now : null,
        version: { increment: 1 },
      },
      include: withFacts,
    });
    await tx.suspense.updateMany({
      where: { sessionId: id, resolvedAt: null },
      data: { resolvedAt: now, resolution: reason },
    });
    const outcome = wasMade ? 'charged' : 'not_charged';
    const detail = { outcome, evidence, ...(wasMade && { requestId }) };
    await addAudit(
      tx,
      { action: 'RESOLVE_CHARGE', orderId, target: reference, reason, detail },
      { viewer, now },
    );
    await addEvent(tx, orderId, {
      type: wasMade ? 'CHARGE_RECEIVED' : 'CHECKOUT_ABANDONED',
      actor: 'operator',
      data: { reference, ...(!wasMade && { reason: 'OPERATOR' }) },
      at: now,
    });
    await refreshOrder(tx, orderId, { actor: 'operator', now });
    return toCheckoutSession(row);
  });
}
