import 'server-only';
import type { Answer } from './answers';
import type { Tx } from './db';
import { inTx } from './db';
import type { Transaction } from './generated/client';
import { readStepAmount, stepAnswer, takeStep, unsupported, wrongField, type Ask } from './steps';
import { switchesOf } from './switches';

/**
 * Preauthorizations: held by a check-in, held anew as often as the merchant wants, and captured or released once.
 * Every reference of the chain is understood. Source: https://docs.placetopay.dev/checkout/payments/preauthorization
 */

/** Holds another total instead of the present one. Not in Puerto Rico. */
export async function reauthorize(ask: Ask, root: Transaction): Promise<Answer> {
  const { site } = ask;
  if (!isOpen(root) || site.country === 'PR') return unsupported(ask);
  const amount = readStepAmount(ask.body.amount, root.currency);
  const wrong = problemOf(ask, amount);
  if (wrong || !amount) return wrong ?? wrongField(ask, 'required', 'amount.total');
  if (amount.minor === 0n) return wrongField(ask, 'positive', 'amount.total');
  return finish(ask, root, 'REAUTH', amount.minor);
}

/** Captures the final total, which may differ from what is held; 0 gives all of it back. */
export async function checkout(ask: Ask, root: Transaction): Promise<Answer> {
  const { allowOvercapture, secondCapture } = switchesOf(ask.site);
  const again = root.closedAt !== null && secondCapture === 'accept' && (await wasCaptured(ask.tx, root));
  if (!isOpen(root) && !again) return unsupported(ask);
  const amount = readStepAmount(ask.body.amount, root.currency);
  const wrong = problemOf(ask, amount);
  if (wrong || !amount) return wrong ?? wrongField(ask, 'required', 'amount.total');
  const held = await lastHeld(ask.tx, root);
  if (!allowOvercapture && amount.minor > held.totalMinor) return wrongField(ask, 'held', 'amount.total');
  return finish(ask, root, amount.minor === 0n ? 'RELEASE' : 'CAPTURE', amount.minor);
}

/** The currency is fixed in the whole chain. */
function problemOf(ask: Ask, amount: ReturnType<typeof readStepAmount>): Answer | null {
  if (amount === undefined) return wrongField(ask, 'required', 'amount.total');
  return amount === null ? wrongField(ask, 'selected', 'amount') : null;
}

async function finish(
  ask: Ask,
  root: Transaction,
  type: 'REAUTH' | 'CAPTURE' | 'RELEASE',
  minor: bigint,
): Promise<Answer> {
  const { tx, site, now } = ask;
  const from = await lastHeld(tx, root);
  const step = await takeStep(ask, { from, root: root.internalReference, type, minor });
  if (step.status === 'APPROVED' && type !== 'REAUTH') await close(tx, root, now);
  if (switchesOf(site).captureReturnsNewReference) return stepAnswer(ask, step);
  return stepAnswer(ask, step, { ...step, internalReference: root.internalReference });
}

/** Held, and neither captured, given back nor lapsed. */
export function isOpen({ type, status, closedAt }: Transaction): boolean {
  return type === 'HOLD' && status === 'APPROVED' && closedAt === null;
}

/** What is held now: the last reauthorization, or the check-in. */
async function lastHeld(tx: Tx, root: Transaction): Promise<Transaction> {
  const { internalReference: parentReference } = root;
  const last = await tx.transaction.findFirst({
    where: { parentReference, type: 'REAUTH', status: 'APPROVED' },
    orderBy: { internalReference: 'desc' },
  });
  return last ?? root;
}

/** The attempts with the total that the last step of each hold had, for sites whose queries show it. */
export async function asCaptured<T extends Transaction>(tx: Tx, attempts: readonly T[]): Promise<T[]> {
  const steps = await tx.transaction.findMany({
    where: {
      parentReference: { in: attempts.map(({ internalReference }) => internalReference) },
      type: { in: ['REAUTH', 'CAPTURE', 'RELEASE'] },
      status: 'APPROVED',
    },
    orderBy: { internalReference: 'asc' },
  });
  const totals = new Map(steps.map(({ parentReference, totalMinor }) => [parentReference, totalMinor]));
  return attempts.map((one) => ({
    ...one,
    totalMinor: totals.get(one.internalReference) ?? one.totalMinor,
  }));
}

async function wasCaptured(tx: Tx, { internalReference: parentReference }: Transaction): Promise<boolean> {
  return (
    (await tx.transaction.count({ where: { parentReference, type: 'CAPTURE', status: 'APPROVED' } })) > 0
  );
}

/** Nothing can be done with the hold any more, and it lapses no more. */
export function close(tx: Tx, { internalReference }: Transaction, at: Date): Promise<Transaction> {
  return tx.transaction.update({ where: { internalReference }, data: { closedAt: at, lapsesAt: null } });
}

/** Gives one hold back that nobody captured in 30 days. False when there is none. */
export function lapseOne(at: Date): Promise<boolean> {
  return inTx(async (tx) => {
    const [due] = await tx.$queryRaw<{ internalReference: number }[]>`
      SELECT "internalReference" FROM "Transaction" WHERE "lapsesAt" <= ${at}
      ORDER BY "lapsesAt" LIMIT 1 FOR UPDATE SKIP LOCKED`;
    if (!due) return false;
    const { internalReference } = due;
    await tx.transaction.update({ where: { internalReference }, data: { closedAt: at, lapsesAt: null } });
    return true;
  });
}
