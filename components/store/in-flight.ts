import type { OrderEvent, OrderEventType } from '@/lib/domain/order-event';

/** What was asked of the gateway, and every way in which that ends. Requests and outcomes are lines of their own. */
const outcomes: Partial<Record<OrderEventType, readonly OrderEventType[]>> = {
  CHECKOUT_SENT: ['CHECKOUT_OPENED', 'CHECKOUT_IN_DOUBT', 'CHECKOUT_ABANDONED'],
  OPERATION_SENT: ['OPERATION_DONE', 'OPERATION_REFUSED', 'OPERATION_IN_DOUBT', 'OPERATION_RESOLVED'],
  CANCEL_ASKED: ['CANCEL_REFUSED', 'CHECKOUT_CHANGED'],
};

/** What says that two lines are about the same thing. */
const names = ['reference', 'operation', 'internalReference'] as const;

/** True for a request whose outcome is on no later line: it is under way. */
export function isInFlight(events: readonly OrderEvent[], request: OrderEvent): boolean {
  const ends = outcomes[request.type];
  if (!ends) return false;
  return !events.some(
    ({ seq, type, data }) =>
      seq > request.seq && ends.includes(type) && names.every((name) => data[name] === request.data[name]),
  );
}
