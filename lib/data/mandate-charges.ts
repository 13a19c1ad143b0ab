import 'server-only';
import { allot, type Share } from '@/lib/domain/invoice';
import type { Mandate } from '@/lib/domain/mandate';
import type { MandateCharge } from '@/lib/domain/mandate-history';
import { equals, isCurrency, money, toDecimal, type Money } from '@/lib/domain/money';
import type { Viewer } from '@/lib/domain/viewer';
import { db, writeTx, type Tx } from './db';
import { issueInvoice, loadInvoices } from './invoices';
import { mandatesOf } from './mandate-access';
import { randomId } from './random';
import { addSuspense } from './refresh-order';

/** One try to charge, as it was told. */
export type ToldCharge = {
  readonly internalReference: string;
  readonly status: {
    readonly status: string;
    readonly reason: string | null;
    readonly message: string | null;
  };
  readonly amount: Money;
  readonly chargedAt: Date;
  readonly franchise: string | null;
  readonly lastDigits: string | null;
  readonly authorization: string | null;
  readonly receipt: string | null;
};

export type Recorded = 'booked' | 'refused' | 'known' | 'misfit';

type About = { readonly source: 'settlement' | 'reconciler'; readonly now: Date };

/**
 * Writes a charge down once, however often and by whomever it is told, and pays the invoices it is for in the same
 * transaction. Money that fits nothing we asked for is kept whole, and an operator looks: nothing is marked paid by it.
 */
export async function recordCharge(mandate: Mandate, charge: ToldCharge, about: About): Promise<Recorded> {
  return writeTx(async (tx) => {
    const { id: mandateId } = mandate;
    const { internalReference, amount } = charge;
    const known = await tx.mandateCharge.findUnique({
      where: { mandateId_internalReference: { mandateId, internalReference } },
    });
    if (known) {
      const isSame = known.amountMinor === amount.minor && known.currency === amount.currency;
      if (isSame && known.status === charge.status.status)
        return known.booked || known.status !== 'APPROVED' ? 'known' : 'misfit';
      await suspect(tx, mandate, charge, 'told_differently');
      return 'misfit';
    }
    if (charge.status.status !== 'APPROVED') {
      await insert(tx, mandate, { charge, booked: false, about });
      return 'refused';
    }
    const fit = await fitOf(tx, mandate, charge, about.now);
    const id = await insert(tx, mandate, { charge, booked: fit.ok, about });
    if (!fit.ok) {
      await suspect(tx, mandate, charge, fit.why);
      return 'misfit';
    }
    const data = fit.shares.map((share) => ({
      chargeId: id,
      invoiceId: share.invoiceId,
      amountMinor: share.amount.minor,
    }));
    await tx.invoicePayment.createMany({ data });
    return 'booked';
  });
}

type Fit =
  { readonly ok: true; readonly shares: readonly Share[] } | { readonly ok: false; readonly why: string };

/** A fixed amount must be the agreed one, and is an invoice of its own; a balance must be what we answered. */
async function fitOf(tx: Tx, mandate: Mandate, { amount }: ToldCharge, now: Date): Promise<Fit> {
  const { id: mandateId, terms } = mandate;
  if (amount.currency !== terms.currency) return { ok: false, why: 'other_currency' };
  if (terms.amount) {
    if (!equals(amount, terms.amount)) return { ok: false, why: 'other_amount' };
    const { dueDay } = terms;
    const invoiceId = await issueInvoice(tx, { mandateId, total: amount, minimum: amount, dueDay, now });
    return { ok: true, shares: [{ invoiceId, amount }] };
  }
  const { minor } = amount;
  const asked = terms.chargeType === 'TOTAL_BALANCE' ? { amountMinor: minor } : { minimumMinor: minor };
  if ((await tx.mandateQuote.count({ where: { mandateId, ...asked } })) === 0)
    return { ok: false, why: 'never_asked_for' };
  const shares = allot(amount, await loadInvoices(mandateId, tx), terms.chargeType);
  return shares ? { ok: true, shares } : { ok: false, why: 'more_than_owed' };
}

type Inserting = { readonly charge: ToldCharge; readonly booked: boolean; readonly about: About };

async function insert(tx: Tx, mandate: Mandate, { charge, booked, about }: Inserting): Promise<string> {
  const id = randomId();
  const { amount, internalReference, status, chargedAt } = charge;
  const { franchise, lastDigits, authorization, receipt } = charge;
  await tx.mandateCharge.create({
    data: {
      ...{ id, internalReference, booked, chargedAt, franchise, lastDigits, authorization, receipt },
      ...{ mandateId: mandate.id, source: about.source, firstSeenAt: about.now },
      ...{ status: status.status, reason: status.reason, message: status.message },
      ...{ amountMinor: amount.minor, currency: amount.currency },
    },
  });
  return id;
}

async function suspect(tx: Tx, mandate: Mandate, charge: ToldCharge, why: string): Promise<void> {
  const { internalReference, amount, status } = charge;
  const told = `${internalReference}:${status.status}:${toDecimal(amount)}:${amount.currency}`;
  await addSuspense(tx, {
    kind: 'autopay_charge',
    dedupeKey: `autopay:${mandate.id}:${told}`,
    detail: {
      reference: mandate.reference,
      ...{ internalReference, why, status: status.status },
      amount: `${amount.currency} ${toDecimal(amount)}`,
    },
  });
}

/** Every charge of an agreement that is the viewer's, newest first. */
export async function findCharges(mandateId: string, viewer: Viewer): Promise<MandateCharge[]> {
  const [rows, unlisted] = await Promise.all([
    db.mandateCharge.findMany({
      where: { mandateId, mandate: mandatesOf(viewer) },
      include: { shares: { include: { invoice: { select: { number: true } } } } },
      orderBy: [{ chargedAt: 'desc' }, { internalReference: 'desc' }],
    }),
    db.suspense.findMany({
      where: { dedupeKey: { startsWith: unlistedKey(mandateId, '') }, resolvedAt: null },
      select: { dedupeKey: true },
    }),
  ]);
  const suspects = new Set(unlisted.map(({ dedupeKey }) => dedupeKey));
  return rows.map((row) => {
    const { internalReference, currency, source, shares, ...told } = row;
    if (!isCurrency(currency)) throw new Error(`"${currency}" is no currency.`);
    const { status, reason, message, booked, lastDigits, authorization, chargedAt, firstSeenAt } = told;
    return {
      ...{ internalReference, status, reason, message, booked, lastDigits, authorization, chargedAt },
      amount: money(told.amountMinor, currency),
      listed: !suspects.has(unlistedKey(mandateId, internalReference)),
      firstSeenAt,
      source: source === 'settlement' ? source : 'reconciler',
      invoices: shares.map(({ invoice }) => invoice.number),
    };
  });
}

/** Under what an approved charge is suspect that the gateway's list does not have. */
export function unlistedKey(mandateId: string, internalReference: string): string {
  return `autopay-unlisted:${mandateId}:${internalReference}`;
}

/** Charges that we hold for approved, for comparing with the gateway's list. */
export async function approvedReferences(mandateId: string): Promise<string[]> {
  const rows = await db.mandateCharge.findMany({
    where: { mandateId, status: 'APPROVED' },
    select: { internalReference: true },
  });
  return rows.map(({ internalReference }) => internalReference);
}
