/** An order, its attempts and their payments, for tests of what is decided about them. */
import type { CheckoutSession } from '../checkout-session';
import { money } from '../money';
import { paidTotal, type Order } from '../order';
import type { Transaction } from '../transaction';

export const now = new Date('2026-11-20T15:00:00Z');
export const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const total = money(4_800_000n, 'COP');

/** An order of 48,000 pesos with these attempts, oldest first. */
export function order(...sessions: CheckoutSession[]): Order {
  return {
    id: 'o',
    number: 'LAD-7K3M9Q',
    locale: 'es',
    total,
    paid: paidTotal({ total, sessions }),
    accepted: null,
    status: 'AWAITING_PAYMENT',
    buyer: {
      name: 'Ana',
      surname: 'Ruiz',
      email: 'ana@example.com',
      phone: '3001234567',
      documentType: 'CC',
      documentEnding: '789',
      country: 'CO',
      state: null,
      city: 'Medellín',
      street: 'Calle 1',
      postalCode: null,
    },
    lines: [],
    sessions,
    events: [],
    createdAt: minutes(-30),
    paidAt: null,
    cancelledAt: null,
    userId: null,
  };
}

/** An attempt that is open, unless told otherwise. */
export function session(given: Partial<CheckoutSession>): CheckoutSession {
  return {
    id: 's',
    orderId: 'o',
    flow: 'basic',
    kind: 'SALE',
    terms: {},
    operations: [],
    keptCard: null,
    reference: 'LAD-7K3M9Q-1-ABC',
    amount: total,
    allowPartial: false,
    status: 'PENDING',
    reason: null,
    message: null,
    requestId: '1',
    processUrl: 'http://gateway.test/spa/session/1/k',
    expiresAt: minutes(20),
    createdAt: minutes(-10),
    version: 1,
    checks: 0,
    suspectedAt: null,
    returnedUnansweredAt: null,
    replacedBy: null,
    transactions: [],
    ...given,
  };
}

/** What the shop did with that payment later. */
export function step(type: 'REFUND' | 'RELEASE' | 'CAPTURE', number: number): Transaction {
  return { ...fact('APPROVED'), type, step: number, internalReference: '9', parentReference: '1' };
}

/** A payment of the whole, as the gateway tells it. */
export function fact(status: Transaction['status']): Transaction {
  return {
    internalReference: '1',
    type: 'SALE',
    parentReference: null,
    step: 0,
    agreement: null,
    agreementType: null,
    discount: null,
    status,
    reason: '00',
    message: null,
    amount: total,
    paymentMethod: 'visa',
    paymentMethodName: 'Visa',
    issuerName: null,
    lastDigits: '1111',
    authorization: null,
    receipt: null,
    franchise: null,
    refunded: false,
    date: minutes(-5),
  };
}
