import { expect, test } from 'vitest';
import { money } from './money';
import { orderStatus, type Order } from './order';
import { orderSums } from './order-sums';
import { fact, now, order, session, step } from './testing/orders';

const cop = (minor: bigint) => money(minor, 'COP');
const whole = cop(4_800_000n);
const some = cop(2_000_000n);
const rest = cop(2_800_000n);
const held = { ...fact('APPROVED'), type: 'HOLD' as const };
const nothing = { agreed: null, paid: null, givenBack: null, owed: null };

const judged = (one: Order): Order => ({ ...one, status: orderStatus(one) });

test.each<[string, Order, Partial<ReturnType<typeof orderSums>>]>([
  ['not paid', order(), {}],
  ['paid', order(session({ status: 'APPROVED', transactions: [fact('APPROVED')] })), { paid: whole }],
  [
    'paid in part',
    order(session({ status: 'APPROVED_PARTIAL', transactions: [{ ...fact('APPROVED'), amount: some }] })),
    { paid: some, owed: rest },
  ],
  [
    'paid in part, and the shop settled for it',
    {
      ...order(session({ status: 'PARTIAL_EXPIRED', transactions: [{ ...fact('APPROVED'), amount: some }] })),
      accepted: some,
    },
    { agreed: some, paid: some },
  ],
  [
    'paid, and a part of it given back',
    order(
      session({
        status: 'APPROVED',
        transactions: [fact('APPROVED'), { ...step('REFUND', 1), amount: some }],
      }),
    ),
    { paid: whole, givenBack: some },
  ],
  [
    'paid and given back whole',
    order(session({ status: 'APPROVED', transactions: [fact('APPROVED'), step('REFUND', 1)] })),
    { paid: whole, givenBack: whole },
  ],
  ['held', order(session({ kind: 'HOLD', status: 'APPROVED', transactions: [held] })), {}],
  [
    'held and charged for less',
    order(
      session({
        kind: 'HOLD',
        status: 'APPROVED',
        transactions: [held, { ...step('CAPTURE', 1), amount: some }],
      }),
    ),
    { agreed: some, paid: some },
  ],
  ['cancelled', { ...order(), cancelledAt: now }, {}],
])('the bill of an order that is %s', (_standing, example, sums) => {
  expect(orderSums(judged(example))).toEqual({ ...nothing, ...sums });
});
