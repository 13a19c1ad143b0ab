import { expect, test } from 'vitest';
import { dependenceOn } from './card-dependence';
import type { CheckoutSession } from './checkout-session';
import { fact, minutes, now, order, session, step } from './testing/orders';
import type { Transaction } from './transaction';

const usedBy = (id: string) => ({
  charge: {
    card: {
      ...{ id, franchise: null, franchiseName: null, issuerName: null },
      ...{ lastDigits: null, validUntil: null },
    },
    installments: null,
  },
});

/** An attempt with this card, whose bank is deciding unless told otherwise. */
const charge = (given: Partial<CheckoutSession> = {}) =>
  session({ processUrl: null, ...usedBy('mine'), ...given });

const refused = charge({ status: 'REJECTED', transactions: [fact('REJECTED')] });
const held: Transaction = { ...fact('APPROVED'), type: 'HOLD' };
const lapsed = { ...held, date: minutes(-30 * 24 * 60) };
const hold = (...transactions: Transaction[]) =>
  order(charge({ status: 'APPROVED', kind: 'HOLD', transactions }));

test.each([
  ['a bank that decides', order(charge()), 'at_bank'],
  ['a call on its way', order(charge({ status: 'SENT', requestId: null })), 'unanswered'],
  ['a call without an answer', order(charge({ status: 'IN_DOUBT', requestId: null })), 'unanswered'],
  ['an attempt that was not sent', order(charge({ status: 'PREPARED', requestId: null })), 'unpaid'],
  ['a refusal, and nothing since', order(refused), 'unpaid'],
  ['a charge that never left', order(charge({ status: 'ABANDONED', requestId: null })), 'unpaid'],
  ['a refusal, then another card', order(refused, charge({ ...usedBy('other'), status: 'ABANDONED' })), null],
  ['another card that pends', order(refused, charge(usedBy('other'))), null],
  ['a hold', hold(held), 'held'],
  ['a hold that has lapsed', hold(lapsed), null],
  ['a hold that was captured', hold(held, step('CAPTURE', 1)), null],
  ['a hold that was released', hold(held, step('RELEASE', 1)), null],
  ['a charge', order(charge({ status: 'APPROVED', transactions: [fact('APPROVED')] })), null],
  ['an order that was cancelled', { ...order(refused), cancelledAt: now }, null],
  ['an order that no card was used for', order(), null],
] as const)('%s', (_what, of, dependence) => {
  expect(dependenceOn('mine', of, now)).toBe(dependence);
});
