import { expect, test } from 'vitest';
import type { OrderEvent, OrderEventType } from '@/lib/domain/order-event';
import { isInFlight } from './in-flight';

function event(seq: number, type: OrderEventType, data: Record<string, string> = {}): OrderEvent {
  return { seq, type, actor: 'store', data, at: new Date(0) };
}
const refund = { operation: 'refund', internalReference: '1' };

test('a request is under way until its own outcome is told', () => {
  const sent = event(1, 'OPERATION_SENT', refund);
  expect(isInFlight([sent], sent)).toBe(true);
  expect(isInFlight([sent, event(2, 'OPERATION_DONE', { ...refund, internalReference: '2' })], sent)).toBe(
    true,
  );
  expect(isInFlight([sent, event(2, 'OPERATION_IN_DOUBT', { ...refund, reason: 'TIMEOUT' })], sent)).toBe(
    false,
  );
});

test('an outcome before the request is of another one', () => {
  const again = event(3, 'CHECKOUT_SENT', { reference: 'B' });
  const opened = event(2, 'CHECKOUT_OPENED', { reference: 'B' });
  expect(isInFlight([opened, again], again)).toBe(true);
});

test('what asks for nothing is never under way', () => {
  const placed = event(1, 'ORDER_PLACED');
  expect(isInFlight([placed], placed)).toBe(false);
});
