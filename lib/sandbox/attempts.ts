import 'server-only';
import { z } from 'zod';
import { decide, type Plan } from './acquirer';
import { findBrand, issuerOf } from './brands';
import type { Whole } from './bookkeeping';
import type { ReadCard } from './card-form';
import type { Tx } from './db';
import { sandboxEnv } from './env';
import type { Transaction } from './generated/client';
import { authorizationOf, receiptOf } from './identifiers';

/** One attempt to pay: a row that never holds more of a card than its first six and last four digits. */

const verdict = z.object({ status: z.enum(['APPROVED', 'REJECTED', 'FAILED']), reason: z.string() });

const storedPlan = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('now'), verdict }),
  z.object({ kind: z.literal('later'), waitsFor: z.enum(['DELAY', 'SILENCE', 'OPERATOR']), verdict }),
]);

type Beginning = {
  session: Whole;
  token: string;
  number: number;
  card: ReadCard;
  ipAddress: string;
  at: Date;
};

/** The caller holds the session's lock. */
export async function beginAttempt(tx: Tx, beginning: Beginning): Promise<Transaction> {
  const { session, card, at } = beginning;
  const amount = { minor: session.totalMinor ?? 0n, currency: session.currency ?? '' };
  const { step, plan } = decide({ ...card, amount });
  const brand = findBrand(card.method);
  const begun = await tx.transaction.create({
    data: {
      siteLogin: session.siteLogin,
      requestId: session.requestId,
      number: beginning.number,
      attemptToken: beginning.token,
      reference: session.reference,
      status: 'PENDING',
      reason: '?-',
      statusAt: at,
      createdAt: at,
      currency: amount.currency,
      totalMinor: amount.minor,
      paymentMethod: card.method,
      paymentMethodName: brand?.name ?? card.method,
      issuerName: issuerOf(card.number),
      franchise: brand?.franchise ?? '',
      authorization: '000000',
      bin: card.number.slice(0, 6),
      lastDigits: card.number.slice(-4),
      expiration: card.expiry.replace('/', ''),
      installments: card.installments,
      ipAddress: beginning.ipAddress,
      step,
      plan,
    },
  });
  return step ? begun : follow(tx, begun, plan, at);
}

/** Does what the acquirer planned: an answer now, or a wait. */
export async function follow(
  tx: Tx,
  { internalReference }: Transaction,
  plan: Plan,
  at: Date,
): Promise<Transaction> {
  if (plan.kind === 'now') return conclude(tx, internalReference, plan.verdict, at);
  const { pendingMs, silenceMs } = sandboxEnv();
  const waits = { DELAY: pendingMs, SILENCE: silenceMs, OPERATOR: null }[plan.waitsFor];
  return tx.transaction.update({
    where: { internalReference },
    data: {
      step: null,
      waitsFor: plan.waitsFor,
      resolveAt: waits === null ? null : new Date(at.getTime() + waits),
    },
  });
}

/** The network's last word. Only an approval has an authorization; every answer has a receipt. */
export function conclude(
  tx: Tx,
  internalReference: number,
  { status, reason }: z.infer<typeof verdict>,
  at: Date,
): Promise<Transaction> {
  return tx.transaction.update({
    where: { internalReference },
    data: {
      status,
      reason,
      statusAt: at,
      step: null,
      waitsFor: null,
      resolveAt: null,
      receipt: receiptOf(internalReference),
      authorization: status === 'APPROVED' ? authorizationOf(internalReference) : '000000',
    },
  });
}

export function planOf({ plan }: Transaction): Plan {
  return storedPlan.parse(plan);
}
