import 'server-only';
import type { CheckoutSession } from '@/lib/domain/checkout-session';
import type { Actor } from '@/lib/domain/order-event';
import { writeTx } from './db';
import { addEvent } from './order-events';

type Note = {
  type: 'CANCEL_ASKED' | 'CANCEL_REFUSED';
  actor: Actor;
  /** Who or what wanted it, or why the gateway did not. */
  why: string;
  by: string | null;
  now: Date;
};

/** That a session's cancellation was asked for, before it is, and how it was refused. */
export async function noteCancel(
  { orderId, reference }: CheckoutSession,
  { type, actor, why, by, now }: Note,
): Promise<void> {
  const data = { reference, why, ...(by && { by }) };
  await writeTx((tx) => addEvent(tx, orderId, { type, actor, data, at: now }));
}
