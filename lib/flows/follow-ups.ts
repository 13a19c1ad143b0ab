import { isFinal, type CheckoutSession } from '@/lib/domain/checkout-session';
import { equals, isZero, money, multiply, sum, zero, type Money } from '@/lib/domain/money';
import type { Order } from '@/lib/domain/order';
import { charges, daysLeft, holdsOf, refundable, type Charge, type Hold } from '@/lib/domain/order-money';
import { attempts, partsOf } from '@/lib/domain/transaction';
import { isFree, rootReference, type FollowUp, type Target } from './follow-up';

const smallest = ({ currency }: Money) => money(1n, currency);

/** What of this transaction can still be given back, over all that it was charged with. */
function leftOf({ session, transaction }: Target): { left: Money; wholeOnly: boolean; sent: string } {
  const facts = session.transactions;
  const { currency } = session.amount;
  const all = charges(facts);
  const parts = partsOf(facts, transaction);
  const isOwn = ({ transaction: charged }: Charge) =>
    charged.internalReference === transaction.internalReference ||
    charged.parentReference === transaction.internalReference;
  const left = sum(all.filter(isOwn).map(refundable), currency);
  const whole = facts.some(
    ({ type, status, parentReference }) =>
      type === 'REFUND' && status === 'APPROVED' && parentReference === rootReference(transaction),
  );
  const dispersed = parts.length > 0 || transaction.type === 'PART';
  const hold = holdOf({ session, transaction });
  return {
    // A dispersed sale that was given back as a whole has nothing left in any part.
    left: dispersed && whole ? zero(currency) : left,
    wholeOnly: parts.length > 0,
    sent: hold?.state === 'CAPTURED' ? hold.lastReference : transaction.internalReference,
  };
}

export const refund: FollowUp = {
  name: 'refund',
  label: { es: 'Devolver dinero', en: 'Refund' },
  explain: {
    es: 'Devuelve al medio con que se pagó todo o una parte. El día del pago la red suele aceptar solo la devolución completa. No se puede deshacer.',
    en: 'Gives all or a part back to the means that paid. On the day of the payment the network usually takes only a whole refund. It cannot be undone.',
  },
  appliesTo: (target) => isFinal(target.session.status) && isFree(target) && !isZero(leftOf(target).left),
  bounds(target) {
    const { left, wholeOnly } = leftOf(target);
    return { min: wholeOnly ? left : smallest(left), max: left };
  },
  command(target, amount) {
    const { left, sent } = leftOf(target);
    const isWhole = amount === undefined || equals(amount, left);
    return { action: 'reverse', internalReference: sent, ...(!isWhole && { amount }) };
  },
};

/** The hold that this transaction began; undefined for one that held nothing. */
export function holdOf({ session, transaction }: Pick<Target, 'session' | 'transaction'>): Hold | undefined {
  return holdsOf(session).find(({ root }) => root.internalReference === transaction.internalReference);
}

function openHold(target: Target, now: Date): Hold | undefined {
  const hold = holdOf(target);
  return hold?.state === 'OPEN' && daysLeft(hold, now) > 0 && isFree(target) ? hold : undefined;
}

const lastReferenceOf = (target: Target) =>
  holdOf(target)?.lastReference ?? target.transaction.internalReference;

const heldOf = (target: Target) => holdOf(target)?.held ?? zero(target.transaction.amount.currency);

export const capture: FollowUp = {
  name: 'capture',
  label: { es: 'Cobrar la reserva', en: 'Capture' },
  explain: {
    es: 'Cobra lo reservado o menos, una sola vez; lo que sobra vuelve al cupo de quien pagó. Cierra la reserva.',
    en: 'Charges what is held or less, once; what is left goes back to the payer’s limit. It closes the hold.',
  },
  appliesTo: (target, now) => openHold(target, now) !== undefined,
  bounds: (target) => ({ min: smallest(heldOf(target)), max: heldOf(target) }),
  command: (target, amount = heldOf(target)) => ({
    action: 'checkout',
    internalReference: lastReferenceOf(target),
    amount,
  }),
};

/** A slip of one zero more is still possible, of two is not. The gateway names no limit. */
const mostTimes = 10;

export const reauthorize: FollowUp = {
  name: 'reauthorize',
  label: { es: 'Cambiar la reserva', en: 'Reauthorise' },
  explain: {
    es: 'Reserva otro total en lugar del actual, mayor o menor, en la misma moneda. No cobra nada. Si el banco no acepta, sigue lo que había.',
    en: 'Holds another total instead of the present one, higher or lower, in the same currency. It charges nothing. If the bank refuses, what was held stays.',
  },
  appliesTo: (target, now) => openHold(target, now) !== undefined,
  bounds: (target) => ({ min: smallest(heldOf(target)), max: multiply(heldOf(target), mostTimes) }),
  initial: heldOf,
  command: (target, amount = heldOf(target)) => ({
    action: 'reauthorization',
    internalReference: lastReferenceOf(target),
    amount,
  }),
};

export const release: FollowUp = {
  name: 'release',
  label: { es: 'Liberar la reserva', en: 'Release' },
  explain: {
    es: 'Devuelve todo el cupo reservado sin cobrar nada. Cierra la reserva y no se puede deshacer.',
    en: 'Gives all of the held amount back and charges nothing. It closes the hold and cannot be undone.',
  },
  appliesTo: (target, now) => openHold(target, now) !== undefined,
  bounds: () => null,
  // A capture of nothing is how the gateway releases. https://docs.placetopay.dev/checkout/payments/preauthorization
  command: (target) => ({
    action: 'checkout',
    internalReference: lastReferenceOf(target),
    amount: zero(target.transaction.amount.currency),
  }),
};

const isWaiting = (target: Target) =>
  target.transaction.status === 'PENDING_CONFIRMATION' && isFree(target) && !isFinal(target.session.status);

export const confirm: FollowUp = {
  name: 'confirm',
  label: { es: 'Confirmar el cobro', en: 'Confirm' },
  explain: {
    es: 'Pide ahora la autorización al banco con los datos que dio quien paga. El banco puede aprobar o rechazar, y eso es definitivo.',
    en: 'Asks the bank now, with the details the payer gave. The bank may approve or refuse, and that is final.',
  },
  appliesTo: isWaiting,
  bounds: () => null,
  command: ({ transaction }) => ({ action: 'confirm', internalReference: transaction.internalReference }),
};

export const decline: FollowUp = {
  name: 'decline',
  label: { es: 'Declinar', en: 'Decline' },
  explain: {
    es: 'Termina el pago sin cobrar nada. El banco no llega a recibir la petición.',
    en: 'Ends the payment and charges nothing. The bank never hears of it.',
  },
  appliesTo: isWaiting,
  bounds: () => null,
  command: ({ transaction }) => ({ action: 'cancel', internalReference: transaction.internalReference }),
};

/** How much money an operation is about, also where the gateway is told no amount. */
export function stakeOf(followUp: FollowUp, target: Target, amount?: Money | null): Money {
  return amount ?? followUp.bounds(target)?.max ?? holdOf(target)?.held ?? target.transaction.amount;
}

/** Every follow-up there is: what was asked before is shown also when its flow is gone. */
export const followUps: readonly FollowUp[] = [refund, capture, reauthorize, release, confirm, decline];

/** What a session has that something can be done with: each attempt, and each part of a dispersed one. Newest first. */
export function targetsOf(order: Order, session: CheckoutSession): Target[] {
  const facts = session.transactions;
  return attempts(facts).flatMap((attempt) =>
    [attempt, ...partsOf(facts, attempt)].map((transaction) => ({ order, session, transaction })),
  );
}
