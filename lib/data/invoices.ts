import 'server-only';
import { randomBytes } from 'node:crypto';
import { dayAfter, dayOf } from '@/lib/domain/calendar';
import { orderNumber } from '@/lib/domain/ids';
import type { AccountInvoice, Invoice, Owed } from '@/lib/domain/invoice';
import type { MandateTerms } from '@/lib/domain/mandate';
import { isCurrency, money, sum, type Money } from '@/lib/domain/money';
import { userIdOf, type Viewer } from '@/lib/domain/viewer';
import { env } from '@/lib/env';
import { append, db, type Tx, writeTx } from './db';
import { Prisma } from './generated/client';
import { addMandateEvent } from './mandate-events';
import { mandatesOf } from './mandate-access';
import { randomId } from './random';

/** The invoices of an agreement that is the viewer's, oldest first. */
export async function findInvoices(mandateId: string, viewer: Viewer): Promise<Invoice[]> {
  const rows = await db.invoice.findMany({
    where: { mandateId, mandate: mandatesOf(viewer) },
    include: { payments: true },
    orderBy: [{ dueOn: 'asc' }, { number: 'asc' }],
  });
  return rows.map(toInvoice);
}

/** Every invoice of the viewer's own agreements but those that nobody agreed to, the latest due first; none for a guest. */
export async function findAccountInvoices(viewer: Viewer): Promise<AccountInvoice[]> {
  const userId = userIdOf(viewer);
  if (userId === null) return [];
  const rows = await db.invoice.findMany({
    where: { mandate: { userId, environment: env.environment, status: { not: 'NOT_AGREED' } } },
    include: { payments: true, mandate: { select: { id: true, reference: true } } },
    orderBy: [{ dueOn: 'desc' }, { createdAt: 'desc' }, { number: 'asc' }],
    take: 100,
  });
  return rows.map(({ mandate, ...row }) => ({ ...toInvoice(row), mandate }));
}

/** For the shop's own work, inside the transaction that decides by them, or outside of any. */
export async function loadInvoices(
  mandateId: string,
  tx: Pick<Tx, 'invoice'> | typeof db = db,
): Promise<Invoice[]> {
  const rows = await tx.invoice.findMany({ where: { mandateId }, include: { payments: true } });
  return rows.map(toInvoice);
}

type Issuing = {
  readonly mandateId: string;
  readonly total: Money;
  readonly minimum: Money;
  readonly dueDay: number;
  readonly now: Date;
};

/** One more thing to pay: due on the next due day. */
export async function issueInvoice(
  tx: Tx,
  { mandateId, total, minimum, dueDay, now }: Issuing,
): Promise<string> {
  const id = randomId();
  const issuedOn = dayOf(now);
  const number = orderNumber(randomBytes(8)).replace('LAD-', 'FAC-');
  const amounts = { totalMinor: total.minor, minimumMinor: minimum.minor, currency: total.currency };
  const days = { issuedOn, dueOn: nextDueDay(issuedOn, dueDay), createdAt: now };
  await tx.invoice.create({ data: { ...amounts, ...days, id, mandateId, number } });
  await addMandateEvent(tx, {
    ...{ mandateId, type: 'INVOICE_ISSUED', actor: 'store', at: now },
    data: { number },
    dedupeKey: `invoice:${id}`,
  });
  return id;
}

/** What the demo's account owes when it is opened: three invoices, each with a minimum of its own. */
const samples = [
  [3_850_000n, 1_200_000n],
  [12_990_050n, 4_000_000n],
  [1_575_025n, 1_575_025n],
] as const;

export async function issueSampleInvoices(
  tx: Tx,
  { mandateId, terms, now }: { mandateId: string; terms: MandateTerms; now: Date },
): Promise<void> {
  const { currency, dueDay } = terms;
  for (const [total, minimum] of samples) {
    await issueInvoice(tx, {
      mandateId,
      total: money(total, currency),
      minimum: money(minimum, currency),
      dueDay,
      now,
    });
  }
}

/** One more sample invoice on an agreement that is the viewer's; false when it is not, or asks for no balance. */
export async function addSampleInvoice(
  { mandateId, total, minimum }: { mandateId: string; total: Money; minimum: Money },
  viewer: Viewer,
  now: Date,
): Promise<boolean> {
  return writeTx(async (tx) => {
    const row = await tx.mandate.findFirst({
      where: { id: mandateId, chargeType: { not: 'FIXED' }, currency: total.currency, ...mandatesOf(viewer) },
    });
    if (!row) return false;
    await issueInvoice(tx, { mandateId, total, minimum, dueDay: row.dueDay, now });
    return true;
  });
}

/** What was answered to "how much?", before it is answered. */
export async function recordQuote(mandateId: string, { amount, minimum }: Owed, now: Date): Promise<void> {
  await append(
    Prisma.sql`INSERT INTO "MandateQuote" ("id", "mandateId", "amountMinor", "minimumMinor", "currency", "at")
      VALUES (${randomId()}, ${mandateId}, ${amount.minor}, ${minimum.minor}, ${amount.currency}, ${now})`,
  );
}

function nextDueDay(issuedOn: string, dueDay: number): string {
  const inMonth = `${issuedOn.slice(0, 8)}${String(dueDay).padStart(2, '0')}`;
  return inMonth >= issuedOn ? inMonth : dayAfter(inMonth, { periodicity: 'M', interval: 1 }, 1);
}

type Row = Prisma.InvoiceGetPayload<{ include: { payments: true } }>;

function toInvoice({ payments, ...row }: Row): Invoice {
  const { id, number, issuedOn, dueOn } = row;
  if (!isCurrency(row.currency)) throw new Error(`"${row.currency}" is no currency.`);
  const { currency } = row;
  return {
    ...{ id, number, issuedOn, dueOn },
    total: money(row.totalMinor, currency),
    minimum: money(row.minimumMinor, currency),
    paid: sum(
      payments.map(({ amountMinor }) => money(amountMinor, currency)),
      currency,
    ),
  };
}
