import 'server-only';
import { noteMandateEvent } from '@/lib/data/mandate-events';
import { findMandate } from '@/lib/data/mandates';
import { isOver } from '@/lib/domain/mandate';
import { isOperator, type Viewer } from '@/lib/domain/viewer';
import { log } from '@/lib/log';
import { GatewayError } from '@/lib/placetopay/error';
import { checkMandate } from './check-mandate';
import { crashPoint } from './crash-point';
import { autopayFor } from './gateway';

export type MandateCancelled =
  | { ok: true }
  | {
      ok: false;
      problem: 'unknown_mandate' | 'mandate_not_agreed' | 'mandate_cancel_refused' | 'mandate_confirming';
      message?: string;
    };

/**
 * Ends an agreement that is the viewer's, for ever. Whatever the gateway answers, it is asked afterwards, and what it then
 * says counts. Doing it twice is harmless.
 *
 * Source: https://docs.placetopay.dev/autopay/api/cancel
 */
export async function cancelMandate({
  mandateId,
  viewer,
}: {
  mandateId: string;
  viewer: Viewer;
}): Promise<MandateCancelled> {
  const mandate = await findMandate(mandateId, viewer);
  if (!mandate) return { ok: false, problem: 'unknown_mandate' };
  if (mandate.autopayId === null) return { ok: false, problem: 'mandate_not_agreed' };
  if (isOver(mandate.status)) return { ok: true };
  const source = isOperator(viewer) ? 'operator' : 'buyer';
  const now = new Date();
  const dedupeKey = `cancel:${mandateId}:${now.getTime()}`;
  await noteMandateEvent({ mandateId, type: 'CANCEL_ASKED', actor: source, dedupeKey, at: now });
  crashPoint('mandate.cancelling');
  const refusal = await tell(mandateId, mandate.autopayId);
  crashPoint('mandate.cancelled');
  await checkMandate({ mandateId, source });
  const after = await findMandate(mandateId, viewer);
  if (after && isOver(after.status)) return { ok: true };
  if (!refusal?.definite) return { ok: false, problem: 'mandate_confirming' };
  return {
    ok: false,
    problem: 'mandate_cancel_refused',
    ...(refusal.message && { message: refusal.message }),
  };
}

async function tell(mandateId: string, autopayId: string) {
  try {
    await autopayFor(mandateId).cancel(autopayId);
    return null;
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    const { code, sent, gatewayReason, gatewayMessage: message } = error;
    log.warn({ mandateId, code, sent, gatewayReason }, 'The gateway did not cancel the agreement');
    return { definite: code === 'REFUSED', message };
  }
}
