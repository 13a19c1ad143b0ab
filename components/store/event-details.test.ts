import { expect, test } from 'vitest';
import { orders } from '@/lib/dictionaries/orders';
import { sessionStatuses } from '@/lib/domain/checkout-session';
import type { OrderEvent } from '@/lib/domain/order-event';
import { reportedStatuses } from '@/lib/domain/status';
import { eventDetails } from './event-details';

const order = {
  total: { currency: 'COP' as const },
  sessions: ['LAD-A-1-X', 'LAD-A-2-Y'].map((reference) => ({ reference })),
};

function event(type: OrderEvent['type'], data: OrderEvent['data']): OrderEvent {
  return { seq: 1, type, actor: 'return', data, at: new Date('2026-11-20T15:00:00Z') };
}

test('an event says which attempt, the status in words and the code', () => {
  const seen = event('TRANSACTION_SEEN', { reference: 'LAD-A-2-Y', status: 'REJECTED', reason: '61' });
  expect(eventDetails(order, seen, 'es')).toBe('Intento 2 · Rechazada · 61');
  expect(eventDetails(order, seen, 'en')).toBe('Attempt 2 · Refused · 61');
});

test('an attempt’s status is not read as a transaction’s', () => {
  const changed = event('CHECKOUT_CHANGED', { reference: 'LAD-A-1-X', status: 'REJECTED' });
  expect(eventDetails(order, changed, 'en')).toBe('Attempt 1 · Ended without payment');
});

test('nothing is said of what nobody knows', () => {
  expect(eventDetails(order, event('ORDER_PLACED', {}), 'es')).toBe('');
  const odd = event('CHECKOUT_CHANGED', { reference: 'LAD-B-1-Z', status: 'toString' });
  expect(eventDetails(order, odd, 'es')).toBe('');
});

test('why a page was closed is said where nobody asked for it', () => {
  const closed = (why: string) => event('CANCEL_ASKED', { reference: 'LAD-A-1-X', why });
  expect(eventDetails(order, closed('cart_changed'), 'es')).toBe(
    `Intento 1 · ${orders.es.timeline.cartChanged}`,
  );
  expect(eventDetails(order, closed('asked'), 'en')).toBe('Attempt 1');
});

test.each(sessionStatuses)('an attempt that is %s has its word', (status) => {
  const changed = event('CHECKOUT_CHANGED', { status });
  expect(eventDetails(order, changed, 'es')).toBe(orders.es.attempts.sessions[status]);
});

test.each(reportedStatuses)('a transaction that is %s has its word', (status) => {
  expect(eventDetails(order, event('TRANSACTION_SEEN', { status }), 'en')).toBe(
    orders.en.attempts.transactions[status],
  );
});
