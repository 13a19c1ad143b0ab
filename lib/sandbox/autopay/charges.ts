import 'server-only';
import { planFor, type Verdict } from '../acquirer';
import type { Tx } from '../db';
import { forcedPlan } from '../faults';
import type { AutopayCharge, Transaction } from '../generated/client';
import { authorizationOf, receiptOf } from '../identifiers';
import { isExpired, meansColumns, meansOf } from '../means';
import type { Balance } from './balance';
import { planBalance, planSettlement, planWebhook } from './calls';
import { failMandate, goOn, type Mandate } from './mandates';
import { nextTry } from './schedule';

/**
 * One due date: how much, the card, and what follows. The caller holds the mandate's lock.
 * Source: https://docs.placetopay.dev/autopay/retries
 */

/** A fixed amount is known; any other the merchant is asked for. The day cannot be opened twice. */
export async function openCharge(tx: Tx, mandate: Mandate, at: Date): Promise<void> {
  const { id: autopayId, totalMinor, nextOn: dueOn, chargeType } = mandate;
  const isFixed = chargeType === 'FIXED';
  const state = isFixed ? { state: 'PROCESSING', totalMinor, nextAt: at } : { state: 'GENERATING' };
  const charge = await tx.autopayCharge.create({ data: { autopayId, dueOn, createdAt: at, ...state } });
  await tx.autopay.update({ where: { id: autopayId }, data: { opensAt: null } });
  if (!isFixed) await planBalance(tx, mandate, { chargeId: charge.id, at });
}

type Known = { charge: AutopayCharge; balance: Balance; at: Date };

/** The merchant has said how much; nothing to pay is a due date that is over. */
export async function setAmount(tx: Tx, mandate: Mandate, { charge, balance, at }: Known): Promise<void> {
  const { id } = charge;
  if (!balance.ok || charge.state !== 'GENERATING') return;
  const totalMinor = balance.minor;
  if (totalMinor > 0n) {
    await tx.autopayCharge.update({ where: { id }, data: { state: 'PROCESSING', totalMinor, nextAt: at } });
    return;
  }
  await tx.autopayCharge.update({ where: { id }, data: { state: 'SKIPPED', totalMinor } });
  await goOn(tx, mandate, { periods: mandate.periods + 1, at });
}

/** Nobody said how much, three times: the charge and the automatic payment have failed. */
export async function giveUp(
  tx: Tx,
  mandate: Mandate,
  { id, state }: AutopayCharge,
  at: Date,
): Promise<void> {
  if (state !== 'GENERATING') return;
  await tx.autopayCharge.update({ where: { id }, data: { state: 'FAILED' } });
  await failMandate(tx, mandate, at);
  await planWebhook(tx, mandate, { type: 'AUTOPAY_TRANSACTION_FAILED', at, chargeId: id });
}

/** One try at the card. Refused: again by the schedule of tries, and then never. */
export async function chargeCard(tx: Tx, mandate: Mandate, charge: AutopayCharge, at: Date): Promise<void> {
  const verdict = await verdictOn(tx, mandate, charge, at);
  const tries = charge.tries + 1;
  const charged = await write(tx, mandate, { charge, verdict, tries, at });
  const { id } = charge;
  if (charged.status === 'APPROVED') {
    await tx.autopayCharge.update({ where: { id }, data: { state: 'PAID', tries, nextAt: null } });
    await planSettlement(tx, mandate, charged);
    await goOn(tx, mandate, { periods: mandate.periods + 1, at });
    return;
  }
  const nextAt = nextTry('CARD', tries, at);
  const state = nextAt ? 'PROCESSING' : 'FAILED';
  await tx.autopayCharge.update({ where: { id }, data: { state, tries, nextAt } });
  await planWebhook(tx, mandate, {
    type: 'AUTOPAY_TRANSACTION_FAILED',
    at,
    chargeId: id,
    transactionID: charged.internalReference,
  });
  if (!nextAt) await failMandate(tx, mandate, at);
}

/** The scheduler waits for cards that pend, so that a charge is decided when it is told. */
async function verdictOn(tx: Tx, mandate: Mandate, charge: AutopayCharge, at: Date): Promise<Verdict> {
  const { requestId, reference, instrument, currency } = mandate;
  const forced = await forcedPlan(tx, { requestId, reference });
  if (forced) return forced.verdict;
  if (instrument.invalidatedAt !== null) return { status: 'REJECTED', reason: 'XN' };
  const means = meansOf(instrument);
  if (isExpired(means, at)) return { status: 'REJECTED', reason: '54' };
  return planFor(means.answers, { minor: charge.totalMinor ?? 0n, currency }).verdict;
}

type Try = { charge: AutopayCharge; verdict: Verdict; tries: number; at: Date };

/** The attempt's token names due date and try, so that no try is written twice. */
async function write(tx: Tx, mandate: Mandate, { charge, verdict, tries, at }: Try): Promise<Transaction> {
  const created = await tx.transaction.create({
    data: {
      siteLogin: mandate.siteLogin,
      reference: mandate.reference,
      currency: mandate.currency,
      totalMinor: charge.totalMinor ?? 0n,
      ipAddress: '127.0.0.1',
      ...meansColumns(meansOf(mandate.instrument)),
      ...verdict,
      type: 'AUTOPAY',
      number: 0,
      attemptToken: `autopay:${charge.id}:${tries}`,
      autopayChargeId: charge.id,
      authorization: '000000',
      plan: { kind: 'now', verdict },
      statusAt: at,
      createdAt: at,
    },
  });
  const { internalReference } = created;
  const authorization = verdict.status === 'APPROVED' ? authorizationOf(internalReference) : '000000';
  const data = { receipt: receiptOf(internalReference), authorization };
  return tx.transaction.update({ where: { internalReference }, data });
}
