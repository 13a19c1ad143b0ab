/** A payer who is at the gateway's page, and what is written once he has paid. Import it as `shop.ts` is. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { startCheckout } from '@/lib/use-cases/start-checkout';
import { createOrder, evidence, orderNow, visitor } from './shop';

/** An order whose payer is at the gateway's page. */
export async function atTheGateway(options: Parameters<typeof createOrder>[0] = {}) {
  const order = await createOrder(options);
  const { orderId, viewer } = order;
  const attemptKey = randomUUID();
  const started = await startCheckout({ orderId, viewer, flow: 'basic', answers: {}, attemptKey, visitor });
  if (!started.ok) throw new Error(started.problem);
  const session = (await orderNow(orderId)).sessions.at(-1);
  if (!session?.requestId) throw new Error('The session has no requestId.');
  return { ...order, sessionId: session.id, requestId: session.requestId, reference: session.reference };
}

/** What is written of an order that is paid by one payment, however it was told. */
export const paidOnce = (requestId: string) => ({
  status: 'PAID',
  paidMinor: 4_500_050n,
  facts: [expect.stringMatching(/^\d+ APPROVED$/)],
  sessions: ['APPROVED'],
  goods: ['SOLD'],
  events: [
    'ORDER_PLACED',
    'CHECKOUT_PREPARED',
    'CHECKOUT_SENT',
    'CHECKOUT_OPENED',
    'TRANSACTION_SEEN',
    'CHECKOUT_CHANGED',
    'ORDER_PAID',
  ],
  requestId,
});

/** What is written of an order now. */
export async function standing({ orderId, requestId }: { orderId: string; requestId: string }) {
  return { ...(await evidence(orderId)), requestId };
}
