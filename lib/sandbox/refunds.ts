import 'server-only';
import type { Answer } from './answers';
import { toWireDate } from './dates';
import type { Tx } from './db';
import type { Transaction } from './generated/client';
import { close, isOpen } from './holds';
import { findOther } from './other-methods';
import { readStepAmount, refuseStep, stepAnswer, takeStep, unsupported, wrongField, type Ask } from './steps';
import { switchesOf } from './switches';

/** Money back, all of it or a part. Source: https://docs.placetopay.dev/checkout/refund */

/**
 * Without an amount, all that was not given back yet. On the day of the payment, before the networks have settled
 * it, a reversal voids it, and a part cannot be reversed.
 */
export async function reverse(ask: Ask, root: Transaction): Promise<Answer> {
  const charged = await chargeOf(ask.tx, root);
  if (!charged || !charged.status.startsWith('APPROVED') || findOther(charged.paymentMethod))
    return unsupported(ask);
  const worth = charged.approvedMinor ?? charged.totalMinor;
  const left = worth - charged.refundedMinor;
  const amount = readStepAmount(ask.body.amount, root.currency);
  if (amount === null) return wrongField(ask, 'selected', 'amount');
  const minor = amount?.minor ?? left;
  if (left === 0n || minor > left) return refuseStep(ask, 'BR', 'refunded');
  if (minor === 0n) return wrongField(ask, 'positive', 'amount.total');
  if (minor < left && !mayRefundPart(ask, charged)) return refuseStep(ask, 'BR', 'unsettled');
  const step = await takeStep(ask, {
    from: charged,
    root: root.internalReference,
    type: 'REVERSE',
    minor,
  });
  if (step.status === 'APPROVED') await giveBack(ask, { root, charged, minor });
  return stepAnswer(ask, step);
}

/** What was charged: of a hold its last capture, or the hold itself while it is open. */
async function chargeOf(tx: Tx, root: Transaction): Promise<Transaction | null> {
  if (root.type !== 'HOLD') return root.type === 'TOKENIZE' ? null : root;
  const { internalReference: parentReference } = root;
  const captured = await tx.transaction.findFirst({
    where: { parentReference, type: 'CAPTURE', status: 'APPROVED' },
    orderBy: { internalReference: 'desc' },
  });
  return captured ?? (isOpen(root) || root.refundedMinor > 0n ? root : null);
}

/** A hold that nobody captured is given back whole, and so are the parts of a dispersed payment. */
function mayRefundPart({ site, now }: Ask, charged: Transaction): boolean {
  if (charged.type === 'HOLD' || charged.approvedMinor !== null) return false;
  const settled = toWireDate(now).slice(0, 10) > toWireDate(charged.statusAt).slice(0, 10);
  return settled || switchesOf(site).partialRefundUnsettled;
}

type Given = { root: Transaction; charged: Transaction; minor: bigint };

async function giveBack({ tx, now }: Ask, { root, charged, minor }: Given): Promise<void> {
  await refund(tx, charged, minor);
  if (charged.approvedMinor !== null) await refundParts(tx, charged);
  if (charged.type === 'PART' && charged.parentReference !== null)
    await refund(tx, { internalReference: charged.parentReference }, minor);
  if (charged.type === 'HOLD') await close(tx, root, now);
  // The payer's session tells its hold, and that it was refunded.
  else if (root.type === 'HOLD') {
    const left = root.totalMinor - root.refundedMinor;
    await refund(tx, root, minor < left ? minor : left);
  }
}

/** Reversing a dispersed payment reverses every part. */
async function refundParts(tx: Tx, { internalReference }: Transaction): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Transaction" SET "refundedMinor" = "totalMinor"
    WHERE "parentReference" = ${internalReference}::int AND "type" = 'PART' AND "status" = 'APPROVED'`;
}

type Numbered = Pick<Transaction, 'internalReference'>;

async function refund(tx: Tx, { internalReference }: Numbered, minor: bigint): Promise<void> {
  const data = { refundedMinor: { increment: minor } };
  await tx.transaction.update({ where: { internalReference }, data });
}
