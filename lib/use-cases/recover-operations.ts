import 'server-only';
import { findSession } from '@/lib/data/checkout-sessions';
import { claimOperations, endOperation, markOperationInDoubt } from '@/lib/data/operations';
import { recoveryOf, type Operation } from '@/lib/domain/operation';
import { attempts } from '@/lib/domain/transaction';
import { crashPoint } from './crash-point';
import { inChunks } from './in-chunks';
import { sendOperation } from './send-operation';
import { settleCheckout } from './settle-checkout';

const atOnce = 2;

/**
 * Brings operations without an end to one: what was never sent or agreed with is given up, a whole refund is sent
 * again, what was confirmed or declined is asked about, and everything else waits for an operator. How many there
 * were. Safe in any number of processes.
 */
export async function recoverOperations({ limit = 20, now = new Date() } = {}): Promise<number> {
  const due = await claimOperations(limit, now);
  await inChunks(due, atOnce, (operation) => recover(operation, now));
  return due.length;
}

async function recover(operation: Operation, now: Date): Promise<void> {
  if (operation.state === 'PROPOSED') {
    await endOperation(operation, notAgreed, { actor: 'reconciler', now });
    return;
  }
  if (operation.state === 'PREPARED') {
    await endOperation(operation, nothingSent, { actor: 'reconciler', now });
    crashPoint('operation.abandoned');
    return;
  }
  // The process that sent it died, or its answer never came.
  const doubted =
    operation.state === 'SENT'
      ? await markOperationInDoubt(operation, { reason: 'NO_ANSWER', now })
      : operation;
  if (!doubted) return;
  const recovery = recoveryOf(doubted);
  if (recovery === 'resend') await sendOperation(doubted);
  if (recovery === 'ask') await ask(doubted, now);
}

/** A day was not enough for a second operator. */
const notAgreed = { state: 'ABANDONED', reason: 'NOT_APPROVED', message: null, fact: null } as const;
const nothingSent = { state: 'ABANDONED', reason: 'NEVER_SENT', message: null, fact: null } as const;

/** The session tells whether the merchant's word was heard: what waits for it still was not. */
async function ask(operation: Operation, now: Date): Promise<void> {
  const { sessionId, targetReference } = operation;
  const { outcome } = await settleCheckout({ sessionId, source: 'operator' });
  const session = await findSession(sessionId);
  // Not told yet: it comes back when its lease is over.
  if (outcome === 'confirming' || !session) return;
  const attempt = attempts(session.transactions).find(
    ({ internalReference }) => internalReference === targetReference,
  );
  const waits = attempt?.status === 'PENDING_CONFIRMATION';
  const state = waits ? 'ABANDONED' : 'DONE';
  const reason = waits ? 'NOT_DONE' : (attempt?.reason ?? null);
  await endOperation(operation, { state, reason, message: null, fact: null }, { actor: 'reconciler', now });
  crashPoint('operation.asked');
}
