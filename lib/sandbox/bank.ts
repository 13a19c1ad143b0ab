import 'server-only';
import type { AskedPlan } from './acquirer';
import { follow } from './attempts';
import { findBank, type BankBehaviour } from './banks';
import { lockSession, restate } from './bookkeeping';
import { now } from './clock';
import { db, inTx } from './db';
import { detailsOf, type PersonType } from './details';
import type { Transaction } from './generated/client';
import { deliver, outcome } from './hosted-turn';
import { cusOf } from './identifiers';
import { languageOf, type Language } from './messages';
import { toDecimal } from './money';

/**
 * The bank that PSE sends a payer to: it knows one attempt by the token of its form, and no session. Nothing of it
 * is PlacetoPay's: no document tells what a test bank does.
 */

export type BankVisit = {
  bank: string;
  does: BankBehaviour;
  personType: PersonType;
  merchant: string;
  description: string;
  amount: { currency: string; total: string };
  /** Seven digits: how PSE and the bank name this payment. */
  cus: string;
  /** Has the bank had its answer? */
  answered: boolean;
  /** Where the payer comes from and goes back to. */
  requestId: number;
  key: string;
  language: Language;
};

/** What the payer may say at his bank. PAY does as the bank does; the others are for the bank that asks. */
export const bankAnswers = ['PAY', 'APPROVE', 'REFUSE', 'WAIT', 'LEAVE'] as const;

export type BankAnswer = (typeof bankAnswers)[number];

/** Changes nothing. Null for a token that no payment by bank has. */
export async function openBank(attemptToken: string): Promise<BankVisit | null> {
  const attempt = await db().transaction.findUnique({
    where: { attemptToken },
    include: { session: true, site: true },
  });
  const details = attempt && detailsOf(attempt);
  if (!attempt?.session || details?.kind !== 'bank') return null;
  const { session, site, totalMinor: minor, currency } = attempt;
  return {
    bank: details.name,
    does: findBank(details.code)?.does ?? 'ASKS',
    personType: details.person,
    merchant: site.name,
    description: session.reference,
    amount: { currency, total: toDecimal({ minor, currency }) },
    cus: cusOf(attempt.internalReference),
    answered: !awaits(attempt),
    requestId: session.requestId,
    key: session.key,
    language: languageOf(session.locale),
  };
}

type Answered = { requestId: number; key: string; leaveTo: string | null };

/**
 * The payer's word at his bank. The second word changes nothing and leads to the same place; so does a word that
 * comes when the bank's time is over. `leaveTo` is the merchant's address where skipResult asked for it. Null for an
 * unknown token.
 */
export async function answerBank(attemptToken: string, answer: BankAnswer): Promise<Answered | null> {
  const found = await db().transaction.findUnique({ where: { attemptToken }, select: { requestId: true } });
  if (!found || found.requestId === null) return null;
  const { requestId } = found;
  const answered = await inTx<Answered | null>(async (tx) => {
    const session = await lockSession(tx, requestId);
    const attempt = session?.transactions.find((one) => one.attemptToken === attemptToken);
    const details = attempt && detailsOf(attempt);
    if (!session || !attempt || details?.kind !== 'bank') return null;
    const { key } = session;
    if (!awaits(attempt)) return { requestId, key, leaveTo: outcome(session, attempt).leaveTo };
    const at = now();
    const plan = planFor(details.code, answer);
    const { internalReference } = attempt;
    await tx.transaction.update({ where: { internalReference }, data: { plan } });
    const followed = await follow(tx, attempt, plan, at);
    return { requestId, key, leaveTo: outcome(await restate(tx, requestId, at), followed).leaveTo };
  });
  deliver();
  return answered;
}

const atOnce = (status: 'APPROVED' | 'REJECTED', reason: string): AskedPlan => ({
  kind: 'now',
  verdict: { status, reason },
});

const approved = atOnce('APPROVED', '00');
const refused = atOnce('REJECTED', '05');

const does: Readonly<Record<BankBehaviour, AskedPlan>> = {
  APPROVED: approved,
  REJECTED: refused,
  PENDING: { kind: 'later', waitsFor: 'DELAY', verdict: { status: 'APPROVED', reason: '00' } },
  ASKS: approved,
};

/** What was left pending at the bank that asks waits for an operator: nobody else knows how it should end. */
function planFor(bank: string, answer: BankAnswer): AskedPlan {
  const behaviour = findBank(bank)?.does ?? 'ASKS';
  if (answer === 'LEAVE') return atOnce('REJECTED', '?C');
  if (behaviour !== 'ASKS' || answer === 'PAY') return does[behaviour];
  if (answer === 'APPROVE') return approved;
  if (answer === 'REFUSE') return refused;
  return { kind: 'later', waitsFor: 'OPERATOR', verdict: { status: 'APPROVED', reason: '00' } };
}

function awaits({ status, waitsFor }: Transaction): boolean {
  return status === 'PENDING' && waitsFor === 'BANK';
}
