import 'server-only';
import { markPage, type PreparedPage } from '@/lib/data/mandates';
import { lookSoon } from '@/lib/data/mandate-standing';
import type { Locale } from '@/lib/domain/locale';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { GatewayError } from '@/lib/placetopay/error';
import { crashPoint } from './crash-point';
import { autopayFor } from './gateway';

export type OpenedPage =
  | { ok: true; processUrl: string; mandateId: string }
  | {
      ok: false;
      problem:
        | 'sign_in_required'
        | 'unknown_mandate'
        | 'mandate_over'
        | 'gateway_unreachable'
        | 'gateway_refused'
        | 'mandate_confirming';
      message?: string;
      mandateId?: string;
    };

export type Visitor = { ipAddress: string; userAgent: string };

/**
 * Sends a prepared page to the gateway and writes down what became of it, each step before the next: whatever dies in
 * between, the row tells how far it came. The same click again is sent to the page that is open already.
 */
export async function openMandatePage(
  prepared: PreparedPage,
  { locale, visitor }: { locale: Locale; visitor: Visitor },
): Promise<OpenedPage> {
  if (!prepared.ok) return prepared;
  const { mandate, page, returnToken } = prepared;
  const { id: mandateId, reference, description, terms, autopayId } = mandate;
  if (returnToken === null) {
    const isThere = page.status === 'PENDING' && page.processUrl !== null && page.expiresAt > new Date();
    return isThere
      ? { ok: true, processUrl: page.processUrl, mandateId }
      : { ok: false, problem: 'mandate_confirming', mandateId };
  }
  crashPoint('mandate.prepared');
  if (!(await markPage({ id: page.id, status: 'SENT' })))
    return { ok: false, problem: 'gateway_unreachable', mandateId };
  crashPoint('mandate.sent');
  try {
    const created = await autopayFor(mandateId).openSession({
      ...{ reference, description, terms, locale, ...visitor },
      ...(page.action === 'EDIT' && autopayId !== null && { edits: autopayId }),
      returnUrl: `${env.publicUrl}/${locale}/mandates/return/${returnToken}`,
      expiresAt: page.expiresAt,
    });
    crashPoint('mandate.answered');
    const open = await markPage({ id: page.id, status: 'PENDING', ...created });
    crashPoint('mandate.opened');
    return open
      ? { ok: true, processUrl: created.processUrl, mandateId }
      : { ok: false, problem: 'gateway_unreachable', mandateId };
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    const { code, sent, gatewayReason, gatewayMessage } = error;
    log.warn({ mandateId, code, sent, gatewayReason }, 'The gateway opened no AutoPay page');
    crashPoint('mandate.unopened');
    const told = { reason: gatewayReason ?? code, message: gatewayMessage ?? null };
    await markPage({ id: page.id, status: sent && code !== 'REFUSED' ? 'IN_DOUBT' : 'ABANDONED', ...told });
    await lookSoon(mandateId, new Date());
    if (code !== 'REFUSED') return { ok: false, problem: 'gateway_unreachable', mandateId };
    return {
      ok: false,
      problem: 'gateway_refused',
      mandateId,
      ...(gatewayMessage && { message: gatewayMessage }),
    };
  }
}
