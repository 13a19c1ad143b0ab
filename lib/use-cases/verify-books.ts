import 'server-only';
import { verifyAudit, type AuditChain } from '@/lib/data/audit';
import { everyOrder } from '@/lib/data/every-order';
import { agrees, brokenRules, type Rule } from '@/lib/domain/books';
import type { Order } from '@/lib/domain/order';
import { GatewayError } from '@/lib/placetopay/error';
import { gatewayFor } from './gateway';

export type Breach = { readonly orderNumber: string; readonly rule: Rule; readonly reference: string | null };

export type Verified = {
  readonly orders: number;
  /** How many attempts the gateway was asked about, and how many of them it did not tell. */
  readonly asked: number;
  readonly untold: number;
  readonly breaches: readonly Breach[];
  /** The chain of what operators did; `brokenAt` names the first entry that was changed by force. */
  readonly audit: AuditChain;
};

/**
 * Goes through every order and says where the books break a rule. It changes nothing of them: money is never mended by a
 * program. With `askGateway` every attempt that had a page or a charge is also held against what the gateway says of it, one
 * after the other, and each question is recorded as any call is; a gateway that does not answer is counted, and is no breach.
 *
 * Source: https://docs.placetopay.dev/checkout/query-session
 */
export async function verifyBooks({ askGateway = false, now = new Date() } = {}): Promise<Verified> {
  const breaches: Breach[] = [];
  const counts = { orders: 0, asked: 0, untold: 0 };
  for await (const { order, written } of everyOrder()) {
    counts.orders += 1;
    for (const rule of brokenRules(order, { written }))
      breaches.push({ orderNumber: order.number, rule, reference: null });
    if (!askGateway) continue;
    const told = await heldAgainstGateway(order, now);
    counts.asked += told.length;
    counts.untold += told.filter(({ agreed }) => agreed === null).length;
    for (const { reference, agreed } of told)
      if (agreed === false) breaches.push({ orderNumber: order.number, rule: 'gateway_agrees', reference });
  }
  return { ...counts, breaches, audit: await verifyAudit() };
}

/** Every attempt of an order that the gateway knows; null where it did not tell. */
async function heldAgainstGateway({ sessions }: Order, now: Date) {
  const told: { reference: string; agreed: boolean | null }[] = [];
  for (const session of sessions) {
    const { id, requestId, reference } = session;
    if (requestId === null) continue;
    const agreed = await gatewayFor(id)
      .querySession(requestId)
      .then((report) => agrees(session, report, now))
      .catch((error: unknown) => {
        if (error instanceof GatewayError) return null;
        throw error;
      });
    told.push({ reference, agreed });
  }
  return told;
}
