import 'server-only';
import { openChargeable } from '@/lib/data/charged-card';
import { markAbandoned, markCharged, markInDoubt } from '@/lib/data/checkout-sessions';
import { handToOperator } from '@/lib/data/doubtful-charges';
import { findBuyer, findOrder } from '@/lib/data/orders';
import { saveSettlement } from '@/lib/data/settlements';
import type { CheckoutSession } from '@/lib/domain/checkout-session';
import type { Actor } from '@/lib/domain/order-event';
import { settle } from '@/lib/domain/settlement';
import type { Viewer } from '@/lib/domain/viewer';
import { paymentFor } from '@/lib/flows/flow';
import { log } from '@/lib/log';
import { GatewayError } from '@/lib/placetopay/error';
import { crashPoint } from './crash-point';
import { gatewayFor } from './gateway';

/** What only the payer at the checkout can give, and only for the first sending. None of it is kept. */
export type Present = { cvv?: string; visitor?: { ipAddress: string; userAgent: string } };

/** `answered`: the session tells what became of it. `refused`: certainly nothing was charged. */
export type SentCharge = 'answered' | 'refused' | 'in_doubt' | 'for_operator';

/**
 * Sends a charge, the first time or again, and writes down what came of it. The same reference, amount and currency are
 * one charge for the gateway. Only a session in the answer ends a charge that was sent before: a refusal of the second
 * sending says nothing of the first, and then an operator looks.
 *
 * Source: https://docs.placetopay.dev/checkout/api/reference/token
 */
export async function sendCharge(
  session: CheckoutSession,
  { again, actor, present = {} }: { again: boolean; actor: Actor; present?: Present },
): Promise<SentCharge> {
  const { id, charge, reference, amount } = session;
  const request = charge && (await requestOf(session));
  if (!charge || !request) return withoutCard(session, { again, actor });
  try {
    const report = await gatewayFor(id).collect({
      ...request,
      ...present,
      reference,
      amount,
      installments: charge.installments,
    });
    crashPoint('charge.answered');
    if (report.reference !== null && report.reference !== reference)
      return giveAway(session, actor, 'wrong_reference');
    const now = new Date();
    const received = await markCharged({ id, requestId: report.requestId, now });
    crashPoint('charge.received');
    // Somebody else was quicker: the session is asked about from now on, by its requestId.
    if (!received) return 'answered';
    await saveSettlement(received, settle(received, report, now), { source: actor, now });
    crashPoint('charge.saved');
    return 'answered';
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    return unanswered(session, error, { again, actor });
  }
}

async function unanswered(
  session: CheckoutSession,
  { code, sent, gatewayReason, gatewayMessage }: GatewayError,
  { again, actor }: { again: boolean; actor: Actor },
): Promise<SentCharge> {
  const { id } = session;
  log.warn({ sessionId: id, code, sent, gatewayReason, again }, 'A charge was not answered by a session');
  const told = { id, reason: gatewayReason ?? code, message: gatewayMessage ?? null, now: new Date() };
  if (again) return code === 'REFUSED' ? giveAway(session, actor, 'refused_when_repeated') : 'in_doubt';
  if (sent) await markInDoubt(told);
  else await markAbandoned(told);
  crashPoint(sent ? 'charge.in_doubt' : 'charge.refused');
  return sent ? 'in_doubt' : 'refused';
}

/** Given up since it was prepared. What was not sent yet never will be; what was sent is for an operator. */
async function withoutCard(
  session: CheckoutSession,
  { again, actor }: { again: boolean; actor: Actor },
): Promise<SentCharge> {
  if (again) return giveAway(session, actor, 'card_given_up');
  await markAbandoned({ id: session.id, reason: 'CARD_GIVEN_UP', now: new Date() });
  return 'refused';
}

async function giveAway(session: CheckoutSession, actor: Actor, why: string): Promise<SentCharge> {
  const now = new Date();
  await markInDoubt({ id: session.id, reason: 'NO_ANSWER', now });
  await handToOperator(session, { why, actor, now });
  return 'for_operator';
}

/** Null once the card was given up: then nothing with it is sent any more. */
async function requestOf({ orderId, kind, charge }: CheckoutSession) {
  const token = charge && (await openChargeable(charge.card.id));
  const order = await findOrder(orderId, shop);
  const buyer = await findBuyer(orderId, shop);
  if (!token || !order || !buyer) return null;
  const { description, items } = paymentFor(order);
  return { kind, token, buyer, locale: order.locale, description, items };
}

/** The shop itself asks: nobody is there when a charge is sent again. */
const shop: Viewer = { kind: 'operator', userId: '', name: '', accessKeys: [] };
