import { sampleBuyer } from '@/lib/domain/sample';
import { money } from '@/lib/domain/money';
import { linesTotal, type Order } from '@/lib/domain/order';
import type { Standing } from '@/lib/domain/order-standing';
import type { SessionKind, SessionPlan } from '@/lib/domain/session-request';
import { initialAnswers, type Flow } from '@/lib/flows/flow';
import { catalogue } from '@/prisma/catalogue';

/** A flow's sample order as it is before anybody pays: what the tests need to know of a flow, they read from its plan. */
export function sampleOrderOf(flow: Flow): Order {
  const lines = flow.sample.lines.map(({ productSlug, quantity }) => {
    const product = catalogue.find(({ slug }) => slug === productSlug);
    if (!product) throw new Error(`The catalogue does not sell ${productSlug}.`);
    return { productSlug, quantity, name: product.name, unit: money(product.priceMinor, 'COP') };
  });
  return {
    ...{ id: '', number: 'LAD-MUESTRA2', locale: 'es', userId: null, status: 'AWAITING_PAYMENT' },
    ...{ total: linesTotal(lines, 'COP'), paid: money(0n, 'COP'), accepted: null, lines },
    ...{ sessions: [], events: [], createdAt: new Date(0), paidAt: null, cancelledAt: null },
    buyer: { ...sampleBuyer, documentEnding: '781' },
  };
}

/** What the flow asks for with the answers its form begins with. */
export function samplePlanOf(flow: Flow): SessionPlan {
  const now = new Date();
  const order = sampleOrderOf(flow);
  const planned = flow.plan(order, initialAnswers(flow, order, now), { now });
  if (!planned.ok) throw new Error(`${flow.slug}: ${JSON.stringify(planned.fields)}`);
  return planned.plan;
}

/** Where an order stands once the payer's part went well. */
export const wellEnded: Record<SessionKind, Standing> = { SALE: 'paid', HOLD: 'held', TOKEN: 'card_kept' };
