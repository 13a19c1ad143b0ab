import type { Order } from './order';

/** Colombia's banks let a purchase be paid in instalments. https://docs.placetopay.dev/checkout/api/reference/token */
const colombian = [1, 2, 3, 6, 12, 24, 36] as const;

/** In how many instalments an order may be paid with a kept card, as its buyer is asked; none where nobody is asked. */
export function installmentsFor({ buyer, total }: Pick<Order, 'buyer' | 'total'>): readonly number[] {
  return buyer.country === 'CO' && total.currency === 'COP' ? colombian : [];
}
