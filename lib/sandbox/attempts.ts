import 'server-only';
import {
  answersOf,
  checkAddress,
  decide,
  planFor,
  planTokenization,
  type AskedPlan,
  type Plan,
} from './acquirer';
import type { Whole } from './bookkeeping';
import type { ReadCard } from './card-form';
import { approve } from './consequences';
import { discountOf } from './discounts';
import { firstPart, settleParts, writeParts } from './dispersion';
import type { Tx } from './db';
import { creditDetails } from './credits';
import { sandboxEnv } from './env';
import type { Transaction } from './generated/client';
import { authorizationOf, cusOf, receiptOf } from './identifiers';
import { meansColumns, meansOfCard, type CardMeans, type Means } from './means';
import { planOf, type Verdict } from './stored-plan';
import { waitOf } from './waits';
import { requestOf } from './stored-request';

/** One attempt to pay: a row that never holds more of a card than its first six and last four digits. */

type Beginning = {
  session: Whole;
  token: string;
  card: ReadCard;
  /** Minor units of the session's currency. */
  minor: bigint;
  consents: boolean;
  ipAddress: string;
  at: Date;
};

/** The payer's card on the page. The caller holds the session's lock. */
export async function beginAttempt(tx: Tx, beginning: Beginning): Promise<Transaction> {
  const { session, card, minor, at } = beginning;
  const amount = { minor: firstPart(session) ?? minor, currency: session.currency ?? '' };
  const { step, plan } = decide({ ...card, amount });
  const tokenizes = typeOf(session) === 'TOKENIZE';
  const first: AskedPlan = tokenizes ? checkAddress(planTokenization(answersOf(card)), card.zip) : plan;
  const confirms = requestOf(session).metadata?.requiresConfirmation === true;
  const begun = await newAttempt(tx, {
    ...beginning,
    means: meansOfCard(card, creditDetails(card, amount)),
    step,
    plan: confirms ? { kind: 'confirm', then: first } : first,
  });
  return step ? begun : follow(tx, begun, planOf(begun), at);
}

/** A payment without a card: it waits for the payer, who answers elsewhere. The caller holds the session's lock. */
export async function beginElsewhere(
  tx: Tx,
  beginning: Omit<Beginning, 'card' | 'consents'> & { means: Means; plan: AskedPlan },
): Promise<Transaction> {
  const begun = await newAttempt(tx, { ...beginning, consents: false, step: null });
  return follow(tx, begun, beginning.plan, beginning.at);
}

/** A stored means of payment, without its payer: nobody answers a code, and an expired card is refused. */
export async function chargeMeans(
  tx: Tx,
  charge: {
    session: Whole;
    token: string;
    means: CardMeans;
    ipAddress: string;
    at: Date;
    forced: Plan | null;
  },
): Promise<Transaction> {
  const { session, means, forced, at } = charge;
  const minor = session.totalMinor ?? 0n;
  const amount = { minor: firstPart(session) ?? minor, currency: session.currency ?? '' };
  const plan = forced ?? planFor(means.answers, amount);
  const begun = await newAttempt(tx, { ...charge, minor, consents: false, step: null, plan });
  return follow(tx, begun, plan, at);
}

type New = Omit<Beginning, 'card'> & { means: Means; step: string | null; plan: Plan };

async function newAttempt(tx: Tx, { session, means, minor, at, ...rest }: New): Promise<Transaction> {
  const isDispersed = firstPart(session) !== null;
  const discount = discountOf(requestOf(session).payment);
  const created = await tx.transaction.create({
    data: {
      ...(isDispersed && { approvedMinor: 0n }),
      ...(discount && { discount }),
      siteLogin: session.siteLogin,
      requestId: session.requestId,
      number: session.transactions.length + 1,
      attemptToken: rest.token,
      reference: session.reference,
      type: typeOf(session),
      status: 'PENDING',
      reason: '?-',
      statusAt: at,
      createdAt: at,
      currency: session.currency ?? '',
      totalMinor: minor,
      authorization: '000000',
      ...meansColumns(means),
      consents: rest.consents,
      ipAddress: rest.ipAddress,
      step: rest.step,
      plan: rest.plan,
    },
  });
  if (isDispersed) await writeParts(tx, session, created);
  return created;
}

function typeOf(session: Whole): 'SALE' | 'HOLD' | 'TOKENIZE' {
  if (session.kind === 'SUBSCRIPTION' || session.kind === 'AUTOPAY') return 'TOKENIZE';
  return requestOf(session).type === 'checkin' ? 'HOLD' : 'SALE';
}

/** Does what was planned: an answer now, a wait for the network, or a wait for the merchant. */
export async function follow(
  tx: Tx,
  { internalReference }: Transaction,
  plan: Plan,
  at: Date,
): Promise<Transaction> {
  if (plan.kind === 'now') return conclude(tx, internalReference, plan.verdict, at);
  const { confirmMs } = sandboxEnv();
  const where = { internalReference };
  if (plan.kind === 'confirm') {
    const confirmBy = new Date(at.getTime() + confirmMs);
    const data = { status: 'PENDING_CONFIRMATION', reason: 'PT', statusAt: at, step: null, confirmBy };
    return tx.transaction.update({ where, data });
  }
  const wait = waitOf(plan);
  const resolveAt = wait === null ? null : new Date(at.getTime() + wait);
  return tx.transaction.update({ where, data: { step: null, waitsFor: plan.waitsFor, resolveAt } });
}

/** The network's last word. Only an approval has an authorization; every answer has a receipt. */
export async function conclude(
  tx: Tx,
  internalReference: number,
  { status, reason }: Verdict,
  at: Date,
): Promise<Transaction> {
  const concluded = await tx.transaction.update({
    where: { internalReference },
    data: {
      status,
      reason,
      statusAt: at,
      step: null,
      waitsFor: null,
      resolveAt: null,
      confirmBy: null,
      receipt: receiptOf(internalReference),
      authorization: status === 'APPROVED' ? authorizationOf(internalReference) : '000000',
    },
  });
  if (status === 'APPROVED' && concluded.franchise === bankFranchise) return proveByBank(tx, concluded);
  const settled = concluded.approvedMinor === null ? concluded : await settleParts(tx, concluded, at);
  return settled.status === 'APPROVED' ? approve(tx, settled, at) : settled;
}

const bankFranchise = '_PSE_';

/** What a bank approves is proven by its CUS. */
function proveByBank(tx: Tx, { internalReference }: Transaction): Promise<Transaction> {
  const data = { authorization: cusOf(internalReference) };
  return tx.transaction.update({ where: { internalReference }, data });
}
