import 'server-only';
import { z } from 'zod';
import { env } from '@/lib/env';
import { db, writeTx } from './db';
import type { InboxRow } from './inbox';
import { addEvent } from './order-events';
import { addSuspense } from './refresh-order';

const told = z.record(z.string(), z.string());

/** Whether the shop asked for a repeated payment under this reference. */
export async function isRecurringReference(reference: string): Promise<boolean> {
  const row = await db.checkoutSession.findUnique({
    where: { environment_reference: { environment: env.environment, reference } },
    select: { terms: true },
  });
  return typeof row?.terms === 'object' && row.terms !== null && 'recurring' in row.terms;
}

/**
 * Puts the notice of a repeated charge before an operator, linked to its order by the reference. It is never booked: no
 * query can confirm it, and nobody documents how it is signed. Twice is once.
 */
export async function quarantineCharge(row: InboxRow, now: Date): Promise<void> {
  const claim = told.safeParse(row.detail);
  const detail = claim.success ? claim.data : {};
  await writeTx(async (tx) => {
    const dedupeKey = `recurring:${row.id}`;
    if (await tx.suspense.findUnique({ where: { dedupeKey }, select: { id: true } })) return;
    const session = await tx.checkoutSession.findUnique({
      where: { environment_reference: { environment: env.environment, reference: row.reference ?? '' } },
      select: { id: true, orderId: true },
    });
    await addSuspense(tx, {
      kind: 'recurring_charge',
      dedupeKey,
      detail: { ...detail, ...(session && { orderId: session.orderId }) },
      ...(session && { sessionId: session.id }),
    });
    if (!session) return;
    const data = Object.fromEntries(
      ['internalReference', 'status', 'tries', 'enabled', 'signedBy'].flatMap((name) =>
        detail[name] === undefined ? [] : [[name, detail[name]]],
      ),
    );
    await addEvent(tx, session.orderId, {
      type: 'RECURRING_CHARGE_TOLD',
      actor: 'notification',
      data,
      at: now,
    });
  });
}
