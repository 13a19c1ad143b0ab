import 'server-only';
import { approvedReferences, recordCharge, unlistedKey } from '@/lib/data/mandate-charges';
import { noteMandateEvent } from '@/lib/data/mandate-events';
import { claimDueMandates, endLook, saveSighting } from '@/lib/data/mandate-standing';
import { loadMandate, markPage } from '@/lib/data/mandates';
import { recordSuspense } from '@/lib/data/suspense';
import { isPageOpen, type Mandate, type MandatePage } from '@/lib/domain/mandate';
import { equals, toDecimal } from '@/lib/domain/money';
import type { Actor } from '@/lib/domain/order-event';
import { log } from '@/lib/log';
import type { Autopay } from '@/lib/placetopay/autopay';
import type { AutopayReport } from '@/lib/placetopay/autopay-report';
import { GatewayError } from '@/lib/placetopay/error';
import { crashPoint } from './crash-point';
import { autopayFor } from './gateway';
import { inChunks } from './in-chunks';

type About = { readonly source: Actor; readonly now: Date };

/** Not sent after this long: it never will be. */
const unsentMs = 60_000;

/**
 * The one door through which an agreement changes: asks what became of its open page, how it stands, and what was charged,
 * and writes down what is new. The return, the webhook, the reconciler and the pages are bells on it; doing it twice, or
 * twice at once, changes nothing more. False when the gateway did not answer everything: then it is asked again.
 */
export async function checkMandate({
  mandateId,
  source,
  now = new Date(),
}: {
  mandateId: string;
  source: Actor;
  now?: Date;
}): Promise<boolean> {
  const found = await loadMandate(mandateId);
  if (!found) return false;
  const about = { source, now };
  const gateway = autopayFor(mandateId);
  const complete = await askAll(gateway, found.mandate, about).catch((error: unknown) => {
    if (!(error instanceof GatewayError)) throw error;
    log.warn({ mandateId, code: error.code }, 'The gateway did not answer about an agreement');
    return false;
  });
  await endLook(mandateId, { complete, actor: source, now });
  return complete;
}

/** One sweep over the agreements that are due. How many were looked at. */
export async function recoverMandates({ limit, now }: { limit: number; now: Date }): Promise<number> {
  const due = await claimDueMandates(limit, now);
  await inChunks(due, 4, async (mandateId) => {
    await checkMandate({ mandateId, source: 'reconciler', now });
  });
  return due.length;
}

async function askAll(gateway: Autopay, mandate: Mandate, about: About): Promise<boolean> {
  for (const page of mandate.pages.filter(({ status }) => isPageOpen(status)))
    await askPage(gateway, mandate, page, about);
  const autopayId = (await loadMandate(mandate.id))?.mandate.autopayId;
  if (!autopayId) return true;
  // How it stands first: the charges that are listed after that are all that led there.
  const report = await gateway.find({ id: autopayId });
  if (!report) throw new GatewayError('NOT_FOUND', 'An agreement that was there is not.', { sent: true });
  await compareTerms(mandate, report);
  await saveSighting(mandate.id, toSighting(report), { actor: about.source, now: about.now });
  crashPoint('mandate.seen');
  await compareCharges(gateway, mandate, { ...about, autopayId });
  return true;
}

async function askPage(
  gateway: Autopay,
  mandate: Mandate,
  page: MandatePage,
  { source, now }: About,
): Promise<void> {
  const { id, requestId, status, createdAt, expiresAt } = page;
  if (requestId === null) {
    // Nobody ever saw its address: what the gateway made of a lost call, nobody can agree to.
    const isOver = status === 'PREPARED' ? now.getTime() - createdAt.getTime() > unsentMs : now > expiresAt;
    if (isOver || status === 'IN_DOUBT') await markPage({ id, status: 'ABANDONED' });
    return;
  }
  const { status: told, autopay } = await gateway.querySession(requestId);
  crashPoint('mandate.asked');
  if (told.status === 'APPROVED' && autopay) {
    const { card, acceptedAt, ...report } = autopay;
    const given = { card, acceptedAt: acceptedAt ?? report.at };
    if (report.reference !== mandate.reference) return;
    await saveSighting(mandate.id, { ...toSighting(report), given }, { actor: source, now });
    crashPoint('mandate.agreed');
  }
  if (told.status === 'APPROVED' || told.status === 'REJECTED' || told.status === 'FAILED') {
    const end = told.status === 'APPROVED' ? 'APPROVED' : 'REJECTED';
    await markPage({ id, status: end, reason: told.reason, message: told.message });
  }
}

function toSighting({ id, status, reason, at, nextOn }: AutopayReport) {
  return { autopayId: id, observed: { status, reason, at, nextOn } };
}

/** The payer accepted what we asked for, or an operator looks. */
async function compareTerms({ id, reference, terms }: Mandate, report: AutopayReport): Promise<void> {
  const isAmount = terms.amount === null || (report.amount !== null && equals(terms.amount, report.amount));
  if (report.reference === reference && report.chargeType === terms.chargeType && isAmount) return;
  const told = { chargeType: report.chargeType, amount: report.amount ? toDecimal(report.amount) : '-' };
  const detail = { reference, told: report.reference, ...told };
  await recordSuspense({ kind: 'autopay_terms', dedupeKey: `autopay-terms:${id}`, detail });
}

type Comparing = About & { readonly autopayId: string };

/** Their list against our books: what we missed is booked, what they do not know is suspect, what they gave back is noted. */
async function compareCharges(
  gateway: Autopay,
  mandate: Mandate,
  { autopayId, now }: Comparing,
): Promise<void> {
  const ours = await approvedReferences(mandate.id);
  const charges = await gateway.charges(autopayId);
  for (const charge of [...charges].reverse()) {
    await recordCharge(mandate, charge, { source: 'reconciler', now });
    crashPoint('mandate.booked');
    if (!charge.refunded) continue;
    const { internalReference } = charge;
    await noteMandateEvent({
      ...{ mandateId: mandate.id, type: 'CHARGE_REFUNDED', actor: 'reconciler', at: now },
      data: { internalReference },
      dedupeKey: `refunded:${mandate.id}:${internalReference}`,
    });
  }
  const listed = new Set(
    charges.filter(({ status }) => status.status === 'APPROVED').map((one) => one.internalReference),
  );
  for (const internalReference of ours.filter((one) => !listed.has(one))) {
    const detail = { reference: mandate.reference, internalReference };
    const dedupeKey = unlistedKey(mandate.id, internalReference);
    await recordSuspense({ kind: 'autopay_unlisted', dedupeKey, detail });
  }
}
