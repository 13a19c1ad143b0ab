import type { CheckoutSession } from './checkout-session';
import { add, compare, subtract, sum, zero, type Currency, type Money } from './money';
import { attempts, laterSteps, meaningOf, partsOf, strongestOf, type Transaction } from './transaction';

/** What the facts say about money. Everything here is computed from the set of facts, never from their order. */

type Facts = readonly Transaction[];

/** Something that was charged and can be given back: a sale, a dispersed sale's part, or a capture. */
export type Charge = {
  readonly transaction: Transaction;
  readonly amount: Money;
  readonly refunded: Money;
};

/** What was charged, one row each, newest first; what was reversed without our asking is charged and refunded whole. */
export function charges(facts: Facts): Charge[] {
  const reversed = new Set(
    facts.filter(({ status }) => meaningOf[status] === 'reversed').map((fact) => fact.internalReference),
  );
  return strongestOf(facts.filter(({ status }) => status === 'APPROVED'))
    .filter((fact) => isCharge(fact, facts))
    .map((transaction) => {
      const { amount, internalReference, parentReference } = transaction;
      const isReversed = reversed.has(internalReference) || reversed.has(parentReference ?? '');
      return { transaction, amount, refunded: isReversed ? amount : refundsOf(facts, transaction) };
    });
}

/** A sale with parts is charged by its parts; whatever its own status says, only they are money. */
function isCharge(fact: Transaction, facts: Facts): boolean {
  if (fact.type === 'SALE') return partsOf(facts, fact).length === 0;
  return fact.type === 'PART' || fact.type === 'CAPTURE';
}

/** Given back of one charge alone; what was given back of a dispersed sale as a whole is in `refundedTotal`. */
function refundsOf(facts: Facts, charged: Transaction): Money {
  const own = chainOf(charged);
  return sum(
    facts
      .filter(({ type, status, parentReference }) => isRefund({ type, status }) && own === parentReference)
      .map(({ amount }) => amount),
    charged.amount.currency,
  );
}

function isRefund({ type, status }: Pick<Transaction, 'type' | 'status'>): boolean {
  return type === 'REFUND' && status === 'APPROVED';
}

/** What refunds name: the sale, the part, or the hold that was captured. */
function chainOf({ type, internalReference, parentReference }: Transaction): string {
  return type === 'CAPTURE' ? (parentReference ?? internalReference) : internalReference;
}

/** Refunds of a dispersed sale as a whole: they name the sale, which itself is no charge. */
function refundsOfWholes(facts: Facts, currency: Currency): Money {
  const wholes = attempts(facts).filter(
    (fact) => partsOf(facts, fact).length > 0 && !facts.some((one) => isReversalOf(one, fact)),
  );
  const names = new Set(wholes.map(({ internalReference }) => internalReference));
  const refunds = facts.filter((fact) => isRefund(fact) && names.has(fact.parentReference ?? ''));
  return sum(
    refunds.map(({ amount }) => amount),
    currency,
  );
}

function isReversalOf({ status, internalReference }: Transaction, fact: Transaction): boolean {
  return meaningOf[status] === 'reversed' && internalReference === fact.internalReference;
}

/** Charged over these facts, before anything was given back. */
export function chargedTotal(facts: Facts, currency: Currency): Money {
  return sum(
    charges(facts).map(({ amount }) => amount),
    currency,
  );
}

/** Given back over these facts, by us or by somebody else. */
export function refundedTotal(facts: Facts, currency: Currency): Money {
  const single = charges(facts).map(({ refunded }) => refunded);
  return add(sum(single, currency), refundsOfWholes(facts, currency));
}

/** Charged and not given back. */
export function keptTotal(facts: Facts, currency: Currency): Money {
  return subtract(chargedTotal(facts, currency), refundedTotal(facts, currency));
}

/** Days a hold lasts before the networks give it back. https://docs.placetopay.dev/checkout/payments/preauthorization */
const holdDays = 30;

const dayMs = 24 * 60 * 60 * 1000;

/** A preauthorization, as it stands. */
export type Hold = {
  /** The attempt that the payer approved. */
  readonly root: Transaction;
  /** What the next step names: the last one's internalReference. */
  readonly lastReference: string;
  /** Held now, or when it was closed. */
  readonly held: Money;
  readonly captured: Money;
  readonly refunded: Money;
  readonly state: 'OPEN' | 'CAPTURED' | 'RELEASED';
  /** When the networks give it back by themselves. */
  readonly lapsesAt: Date;
};

/** The approved holds of a session: one at most, unless the gateway says otherwise. Newest first. */
export function holdsOf({
  transactions,
  createdAt,
}: Pick<CheckoutSession, 'transactions' | 'createdAt'>): Hold[] {
  const approved = attempts(transactions).filter(({ type }) => type === 'HOLD');
  return approved
    .filter(({ status }) => meaningOf[status] === 'approved' || meaningOf[status] === 'reversed')
    .map((root) => holdFrom(root, transactions, createdAt));
}

function holdFrom(root: Transaction, facts: Facts, createdAt: Date): Hold {
  const { currency } = root.amount;
  const steps = laterSteps(facts).filter(
    ({ parentReference, status }) => parentReference === root.internalReference && status === 'APPROVED',
  );
  const last = steps.findLast(({ type }) => type === 'REAUTH') ?? root;
  const captures = steps.filter(({ type }) => type === 'CAPTURE');
  const captured = sum(
    captures.map(({ amount }) => amount),
    currency,
  );
  const released = steps.some(({ type }) => type === 'RELEASE') || meaningOf[root.status] === 'reversed';
  const begun = root.date ?? createdAt;
  return {
    root,
    lastReference: (captures.at(-1) ?? last).internalReference,
    held: last.amount,
    captured,
    refunded: captures.length > 0 ? refundedTotal([...facts], currency) : zero(currency),
    state: captures.length > 0 ? 'CAPTURED' : released ? 'RELEASED' : 'OPEN',
    lapsesAt: new Date(begun.getTime() + holdDays * dayMs),
  };
}

/** Whole days until the networks give the hold back; 0 from then on. */
export function daysLeft({ lapsesAt }: Pick<Hold, 'lapsesAt'>, now: Date): number {
  return Math.max(0, Math.ceil((lapsesAt.getTime() - now.getTime()) / dayMs));
}

/** Held and neither captured nor given back, over these sessions. */
export function heldTotal(
  sessions: readonly Pick<CheckoutSession, 'transactions' | 'createdAt'>[],
  currency: Currency,
): Money {
  const open = sessions.flatMap(holdsOf).filter(({ state }) => state === 'OPEN');
  return sum(
    open.map(({ held }) => held),
    currency,
  );
}

/** Left to give back of a charge; never below zero. */
export function refundable({ amount, refunded }: Charge): Money {
  return compare(refunded, amount) >= 0 ? zero(amount.currency) : subtract(amount, refunded);
}
