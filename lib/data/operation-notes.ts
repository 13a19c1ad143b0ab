import 'server-only';
import { toDecimal } from '@/lib/domain/money';
import type { Operation } from '@/lib/domain/operation';
import type { Actor, OrderEventType } from '@/lib/domain/order-event';
import type { Tx } from './db';
import { addEvent } from './order-events';

/** What every change of an operation leaves elsewhere. */

/** Whoever settles from an answer that is older than this looks again. */
export async function touchSession(tx: Tx, id: string): Promise<void> {
  await tx.checkoutSession.update({ where: { id }, data: { version: { increment: 1 } } });
}

/** A line of the order's timeline about an operation. */
export async function noteOperation(
  tx: Tx,
  orderId: string,
  { name, sentReference, amount, reason, askedBy }: Operation,
  told: { type: OrderEventType; actor: Actor; at: Date },
): Promise<void> {
  const data = {
    operation: name,
    internalReference: sentReference,
    ...(amount && { amount: toDecimal(amount) }),
    ...(reason && { reason }),
    ...(askedBy && { by: askedBy }),
  };
  await addEvent(tx, orderId, { ...told, data });
}
