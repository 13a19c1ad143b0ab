import { expect, test } from 'vitest';
import { agrees, brokenRules, type Rule } from './books';
import { money } from './money';
import { orderStatus, type Order } from './order';
import type { SessionReport } from './report';
import { fact, now, order, session, step } from './testing/orders';

const cop = (minor: bigint) => money(minor, 'COP');
const paid = session({ status: 'APPROVED', transactions: [fact('APPROVED')] });
const held = { ...fact('APPROVED'), type: 'HOLD' as const };
const captured = (minor: bigint) =>
  session({
    kind: 'HOLD',
    status: 'APPROVED',
    transactions: [held, { ...step('CAPTURE', 1), amount: cop(minor) }],
  });
const givenBack = (minor: bigint) =>
  session({
    status: 'APPROVED',
    transactions: [fact('APPROVED'), { ...step('REFUND', 1), amount: cop(minor) }],
  });

const broken = (one: Order, written: string = orderStatus(one)) => brokenRules(one, { written });

test.each<[string, Order]>([
  ['not paid', order()],
  ['open', order(session({ status: 'PENDING' }))],
  ['paid', order(paid)],
  ['paid after a refusal', order(session({ status: 'REJECTED', transactions: [fact('REJECTED')] }), paid)],
  ['captured for less', order(captured(100n))],
  ['given back in part', order(givenBack(100n))],
])('an order that is %s breaks no rule', (_standing, one) => {
  expect(broken(one)).toEqual([]);
});

test.each<[Rule, Order, string?]>([
  ['paid_is_proved', { ...order(paid), paid: cop(4_700_000n), accepted: cop(4_700_000n) }],
  ['status_is_proved', order(paid), 'AWAITING_PAYMENT'],
  ['one_open_attempt', order(session({ status: 'PENDING' }), session({ status: 'IN_DOUBT' }))],
  ['given_back_was_charged', order(givenBack(4_800_001n))],
  ['captured_was_held', order(captured(4_800_001n))],
])('%s', (rule, one, written) => {
  expect(broken(one, written)).toEqual([rule]);
});

const told = (status: 'APPROVED' | 'REJECTED') => ({ status, reason: '00', message: null, date: now });

const report = (status: 'APPROVED' | 'REJECTED', changes: Partial<SessionReport> = {}): SessionReport => ({
  requestId: '1',
  reference: paid.reference,
  status: told(status),
  transactions: [{ ...fact('APPROVED'), reference: paid.reference, status: told(status) }],
  ...changes,
});

test('an attempt that is over has to be what the gateway says; an open or a suspected one not yet', () => {
  expect(agrees(paid, report('APPROVED'), now)).toBe(true);
  expect(agrees(paid, report('REJECTED'), now)).toBe(false);
  expect(agrees(paid, report('APPROVED', { transactions: [] }), now)).toBe(false);
  expect(agrees(paid, report('APPROVED', { reference: 'ANOTHER' }), now)).toBe(false);
  expect(agrees({ ...paid, suspectedAt: now }, report('REJECTED'), now)).toBe(true);
  expect(agrees(session({ status: 'PENDING' }), report('REJECTED'), now)).toBe(true);
});
