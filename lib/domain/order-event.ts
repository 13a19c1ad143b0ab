/** Who brought the news. */
export const actors = ['buyer', 'return', 'notification', 'reconciler', 'operator', 'store'] as const;

export type Actor = (typeof actors)[number];

export const orderEventTypes = [
  'ORDER_PLACED',
  'CHECKOUT_PREPARED',
  'CHECKOUT_SENT',
  'CHECKOUT_OPENED',
  'CHECKOUT_IN_DOUBT',
  'CHECKOUT_ABANDONED',
  'TRANSACTION_SEEN',
  'CHECKOUT_CHANGED',
  'CHARGE_SENT',
  'CHARGE_RECEIVED',
  'CHARGE_UNKNOWN',
  'ORDER_PAID',
  'ORDER_OVERPAID',
  'ORDER_CANCELLED',
  'ANSWER_SUSPECTED',
  'STOCK_SHORT',
  'CANCEL_ASKED',
  'CANCEL_REFUSED',
  'OPERATION_PROPOSED',
  'OPERATION_APPROVED',
  'OPERATION_PREPARED',
  'OPERATION_SENT',
  'OPERATION_DONE',
  'OPERATION_REFUSED',
  'OPERATION_IN_DOUBT',
  'OPERATION_ABANDONED',
  'OPERATION_RESOLVED',
  'PART_ACCEPTED',
  'CARD_KEPT',
  'CARD_NOT_KEPT',
  'RECURRING_CHARGE_TOLD',
] as const;

export type OrderEventType = (typeof orderEventTypes)[number];

export type OrderEvent = {
  readonly seq: number;
  readonly type: OrderEventType;
  readonly actor: Actor;
  /** Plain words and numbers for the timeline: statuses, references, amounts as decimals. Never a secret. */
  readonly data: Readonly<Record<string, string>>;
  readonly at: Date;
};
