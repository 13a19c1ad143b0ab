import 'server-only';
import { nextCheck } from '@/lib/domain/checks';
import type { CheckoutSession } from '@/lib/domain/checkout-session';
import { toDecimal } from '@/lib/domain/money';
import type { Actor } from '@/lib/domain/order-event';
import type { Settlement, Suspicion } from '@/lib/domain/settlement';
import type { Transaction } from '@/lib/domain/transaction';
import { env } from '@/lib/env';
import { writeTx, type Tx } from './db';
import { addFacts } from './facts';
import { keepCard } from './instruments';
import { addEvent } from './order-events';
import { addSuspense, refreshOrder } from './refresh-order';

type Saving = { readonly source: Actor; readonly now: Date };

/**
 * Writes what `settle` decided: facts, status, the order's money, its stock and its timeline, in one transaction.
 * 'stale' when the session changed since `before` was read: then load, ask and decide again. A gateway transaction that
 * already belongs to another session is not recorded twice: then, and for whatever else does not fit, it is 'suspect',
 * nothing is recorded but that, and an operator sees it.
 */
export async function saveSettlement(
  before: CheckoutSession,
  settlement: Settlement,
  saving: Saving,
): Promise<'saved' | 'suspect' | 'stale'> {
  if (settlement.kind === 'unchanged') return 'saved';
  return writeTx(async (tx) => {
    const current = await tx.checkoutSession.findUnique({
      where: { id: before.id },
      select: { version: true },
    });
    if (current?.version !== before.version) return 'stale';
    if (settlement.kind === 'suspect') {
      await suspect(tx, before, settlement.problems, saving);
      return 'suspect';
    }
    if (await isTaken(tx, before, settlement.newFacts)) {
      await suspect(tx, before, [...settlement.problems, 'recorded_elsewhere'], saving);
      return 'suspect';
    }
    await write(tx, before, settlement, saving);
    return 'saved';
  });
}

async function write(
  tx: Tx,
  before: CheckoutSession,
  settlement: Settlement & { kind: 'changed' },
  saving: Saving,
) {
  const { session, newFacts, problems, instrument } = settlement;
  await addFacts(tx, session.id, newFacts, saving);
  const { status, reason, message } = session;
  await tx.checkoutSession.update({
    where: { id: session.id },
    data: {
      status,
      reason,
      message,
      nextCheckAt: nextCheck(session, session.checks, saving.now),
      version: { increment: 1 },
    },
  });
  const told = { actor: saving.source, at: saving.now };
  for (const { internalReference, type, status, amount, reason } of newFacts) {
    const data = {
      reference: session.reference,
      internalReference,
      status,
      reason,
      amount: toDecimal(amount),
      ...(type !== 'SALE' && { type }),
    };
    await addEvent(tx, session.orderId, { ...told, type: 'TRANSACTION_SEEN', data });
  }
  if (status !== before.status) {
    const data = { reference: session.reference, status, ...(reason ? { reason } : {}) };
    await addEvent(tx, session.orderId, { ...told, type: 'CHECKOUT_CHANGED', data });
  }
  if (instrument) await keepCard(tx, session, instrument, saving);
  if (problems.length > 0) await suspect(tx, before, problems, saving);
  else await refreshOrder(tx, session.orderId, { actor: saving.source, now: saving.now });
}

/** Marks the session for an operator, once per kind of problem; nothing of the answer that raised it is recorded. */
async function suspect(
  tx: Tx,
  { id, orderId, reference, suspectedAt }: CheckoutSession,
  problems: readonly Suspicion[],
  { source, now }: Saving,
) {
  for (const problem of problems) {
    await addSuspense(tx, {
      kind: problem,
      dedupeKey: `${id}:${problem}`,
      detail: { orderId, reference, source },
      sessionId: id,
    });
  }
  if (suspectedAt === null) {
    await tx.checkoutSession.update({ where: { id }, data: { suspectedAt: now, version: { increment: 1 } } });
    await addEvent(tx, orderId, {
      type: 'ANSWER_SUSPECTED',
      actor: source,
      data: { reference, problems: problems.join(' ') },
      at: now,
    });
  }
  await refreshOrder(tx, orderId, { actor: source, now });
}

async function isTaken(tx: Tx, { id }: CheckoutSession, facts: readonly Transaction[]): Promise<boolean> {
  const internalReference = { in: facts.map((fact) => fact.internalReference) };
  const others = await tx.gatewayTransaction.count({
    where: { environment: env.environment, internalReference, sessionId: { not: id } },
  });
  return others > 0;
}
