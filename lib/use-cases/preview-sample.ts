import 'server-only';
import { findSampleLines } from '@/lib/data/sample-orders';
import { documentEnding } from '@/lib/domain/buyer';
import type { FieldProblems } from '@/lib/domain/form-field';
import type { Locale } from '@/lib/domain/locale';
import { zero } from '@/lib/domain/money';
import { linesTotal, type Order } from '@/lib/domain/order';
import { isSampleCurrency, sampleBuyer, type SampleCurrency } from '@/lib/domain/sample';
import { optionPrefix } from '@/lib/domain/session-options';
import type { Recurring } from '@/lib/domain/session-request';
import { initialAnswers, type Flow } from '@/lib/flows/flow';
import { redact } from '@/lib/placetopay/redact';
import { sessionBody } from '@/lib/placetopay/wire-request';
import { expiryOf, planSession, requestFor } from './start-checkout';

type Input = {
  flow: Flow;
  locale: Locale;
  /** The form's answers, untrusted; null for those it begins with. */
  answers: Readonly<Record<string, string>> | null;
  visitor: { ipAddress: string; userAgent: string };
};

export type Previewed = { order: Order } & (
  { ok: true; body: string; recurring: Recurring | null } | { ok: false; fields: FieldProblems }
);

/** Written when the request is sent, and not before. */
export const writtenLater = { es: '(se escribe al enviar)', en: '(written when it is sent)' } as const;

/**
 * The body that POST /api/session would receive if the sample order were paid with these answers now, by the same code
 * that sends it; personal data and the addresses of the way back are removed, as in every record of a call.
 */
export async function previewSample({ flow, locale, answers, visitor }: Input): Promise<Previewed> {
  const now = new Date();
  const order = await sampleOrder(flow, locale, sampleCurrencyOf(answers));
  const asked = answers ?? initialAnswers(flow, order, now);
  const planned = planSession(order, { flow: flow.slug, answers: asked, now });
  if (!planned.ok) return { order, ok: false, fields: planned.fields };
  const { plan, options } = planned;
  const session = { reference: options.reference ?? writtenLater[locale], expiresAt: expiryOf(options, now) };
  const asking = { order, buyer: sampleBuyer, plan, options, returnToken: '', visitor };
  const request = requestFor(session, asking);
  const body = JSON.stringify(redact(sessionBody(request)), null, 2);
  return { order, ok: true, body, recurring: plan.payment?.recurring ?? null };
}

/** The currency a sample order is priced in: the one that was chosen, or the shop's. */
export function sampleCurrencyOf(answers: Input['answers']): SampleCurrency {
  const chosen = answers?.[`${optionPrefix}currency`] ?? '';
  return isSampleCurrency(chosen) ? chosen : 'COP';
}

/** The order as it would be placed, and is not. */
async function sampleOrder(flow: Flow, locale: Locale, currency: SampleCurrency): Promise<Order> {
  const lines = await findSampleLines(flow.sample.lines, currency);
  const { document, ...known } = sampleBuyer;
  return {
    id: '',
    number: writtenLater[locale],
    locale,
    lines,
    total: linesTotal(lines, currency),
    paid: zero(currency),
    accepted: null,
    status: 'AWAITING_PAYMENT',
    buyer: { ...known, documentEnding: documentEnding(document) },
    sessions: [],
    events: [],
    createdAt: new Date(),
    paidAt: null,
    cancelledAt: null,
    userId: null,
  };
}
