import { add, compare, equals, isZero, zero, type Money } from './money';
import { agreedTotal, balance, givenBack, type Order } from './order';

/** What an order's bill says below its total, each null where there is nothing to say. */
export type OrderSums = {
  /** What the shop settled for instead of the total: what it captured of a hold, or the part it accepted. */
  readonly agreed: Money | null;
  /** Charged so far, whatever was given back since. */
  readonly paid: Money | null;
  readonly givenBack: Money | null;
  /** What the buyer has still to pay; what was given back is not asked for again. */
  readonly owed: Money | null;
};

/** The sums of an order of which anything was paid or settled. Pure; in the order's currency. */
export function orderSums(order: Order): OrderSums {
  const agreed = agreedTotal(order);
  const back = givenBack(order);
  const paid = add(order.paid, back);
  const isPartPaid = !isZero(order.paid) && isZero(back) && order.status !== 'CANCELLED';
  return {
    agreed: orNull(equals(agreed, order.total) ? zero(agreed.currency) : agreed),
    paid: orNull(paid),
    givenBack: orNull(back),
    owed: isPartPaid ? orNull(balance(order)) : null,
  };
}

function orNull(amount: Money): Money | null {
  return compare(amount, zero(amount.currency)) > 0 ? amount : null;
}
