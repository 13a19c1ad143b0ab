import { expect, test } from 'vitest';
import { dependenceOn } from './card-dependence';
import type { CheckoutSession } from './checkout-session';
import type { KeptCard } from './instrument';
import { money, zero } from './money';
import type { Order } from './order';
import type { Transaction } from './transaction';

const now = new Date('2026-11-20T15:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const total = money(4_800_000n, 'COP');

const card = (id: string): KeptCard => ({
  ...{ id, franchise: 'visa', franchiseName: 'Visa', issuerName: null },
  ...{ lastDigits: '0081', validUntil: null },
});

const fact = (type: Transaction['type'], status: Transaction['status'], begun = now): Transaction => ({
  ...{ internalReference: `${type}1`, type, status, amount: total, reason: '', message: null, date: begun },
  ...{ parentReference: type === 'CAPTURE' ? 'HOLD1' : null, step: type === 'CAPTURE' ? 1 : 0 },
  ...{ agreement: null, agreementType: null, discount: null, paymentMethod: null, paymentMethodName: null },
  ...{ issuerName: null, lastDigits: null, authorization: null, receipt: null, franchise: null },
  refunded: false,
});

const charge = (changes: Partial<CheckoutSession> = {}): CheckoutSession => ({
  ...{ id: 's', orderId: 'o', flow: 'basic', kind: 'SALE', terms: {}, reference: 'R', amount: total },
  ...{ allowPartial: false, status: 'PENDING', reason: null, message: null, requestId: '1' },
  ...{ processUrl: null, expiresAt: now, createdAt: now, version: 1, checks: 0, suspectedAt: null },
  ...{ returnedUnansweredAt: null, transactions: [], operations: [], keptCard: null },
  charge: { card: card('mine'), installments: null },
  ...changes,
});

const withOther = { charge: { card: card('other'), installments: null } };
const refused = charge({ status: 'REJECTED', transactions: [fact('SALE', 'REJECTED')] });
const hold = (...transactions: Transaction[]) => charge({ status: 'APPROVED', kind: 'HOLD', transactions });

const order = (...sessions: CheckoutSession[]): Order => ({
  ...{ id: 'o', number: 'LAD-1', locale: 'es', total, paid: zero('COP'), accepted: null, lines: [] },
  ...{ status: 'AWAITING_PAYMENT', sessions, events: [], createdAt: now, paidAt: null, cancelledAt: null },
  userId: 'u',
  buyer: {
    ...{ name: 'A', surname: 'B', email: 'a@b.c', phone: '1', documentType: 'CC', documentEnding: '1' },
    ...{ country: 'CO', state: null, city: 'C', street: 'S', postalCode: null },
  },
});

test.each([
  ['a bank that decides', order(charge()), 'at_bank'],
  ['a call on its way', order(charge({ status: 'SENT', requestId: null })), 'unanswered'],
  ['a call without an answer', order(charge({ status: 'IN_DOUBT', requestId: null })), 'unanswered'],
  ['an attempt that was not sent', order(charge({ status: 'PREPARED', requestId: null })), 'unpaid'],
  ['a refusal, and nothing since', order(refused), 'unpaid'],
  ['a charge that never left', order(charge({ status: 'ABANDONED', requestId: null })), 'unpaid'],
  ['a refusal, then another card', order(refused, charge({ ...withOther, status: 'ABANDONED' })), null],
  ['another card that pends', order(refused, charge(withOther)), null],
  ['a hold', order(hold(fact('HOLD', 'APPROVED'))), 'held'],
  ['a hold that has lapsed', order(hold(fact('HOLD', 'APPROVED', daysAgo(30)))), null],
  [
    'a captured hold',
    { ...order(hold(fact('HOLD', 'APPROVED'), fact('CAPTURE', 'APPROVED'))), paid: total },
    null,
  ],
  [
    'a paid order',
    { ...order(charge({ status: 'APPROVED', transactions: [fact('SALE', 'APPROVED')] })), paid: total },
    null,
  ],
  ['an order that was cancelled', { ...order(refused), cancelledAt: now }, null],
  ['an order that no card was used for', order(), null],
] as const)('%s', (_what, of, dependence) => {
  expect(dependenceOn('mine', of, now)).toBe(dependence);
});
