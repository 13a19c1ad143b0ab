import 'server-only';
import { findOrder } from '@/lib/data/orders';
import { mayTry } from '@/lib/data/rate-limits';
import { unresolvedSession } from '@/lib/domain/order';
import { isOperator, type Viewer } from '@/lib/domain/viewer';
import { settleCheckout, type Settled } from './settle-checkout';

export type Asked =
  | { ok: true; outcome: Exclude<Settled['outcome'], 'unknown_session'> }
  | { ok: false; problem: 'unknown_order' | 'too_many_tries' };

/**
 * Somebody who may see an order wants to know now: the attempt that is not over, or else the last one, is asked about
 * by the same door as every other bell. Only so often, whoever asks: each question is a call to the gateway.
 */
export async function askGateway({ orderId, viewer }: { orderId: string; viewer: Viewer }): Promise<Asked> {
  const order = await findOrder(orderId, viewer);
  if (!order) return { ok: false, problem: 'unknown_order' };
  const session = unresolvedSession(order) ?? order.sessions.at(-1);
  if (!session) return { ok: true, outcome: 'unchanged' };
  if (!(await mayTry('ask by order', orderId))) return { ok: false, problem: 'too_many_tries' };
  const source = isOperator(viewer) ? 'operator' : 'buyer';
  const { outcome } = await settleCheckout({ sessionId: session.id, source });
  return { ok: true, outcome: outcome === 'unknown_session' ? 'unchanged' : outcome };
}
