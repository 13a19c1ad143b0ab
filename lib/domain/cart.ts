import { multiply, sum, zero, type Money } from './money';
import type { Words } from './product';

/** The most of one thing in a cart; the database holds the same bound. */
export const MAX_QUANTITY = 20;

export type CartLine = {
  readonly productSlug: string;
  readonly name: Words;
  readonly image: string;
  readonly picture: Words;
  readonly unit: Money;
  readonly quantity: number;
  /** Units left in the shop: a line with more than this cannot be ordered. */
  readonly stock: number;
};

export type Cart = { readonly id: string; readonly lines: readonly CartLine[] };

/** The unit price times the quantity, in the currency of the price. */
export function lineTotal({ unit, quantity }: Pick<CartLine, 'unit' | 'quantity'>): Money {
  return multiply(unit, quantity);
}

/** What the lines come to: zero COP for an empty cart. Throws MoneyError when they are in different currencies. */
export function cartTotal(lines: readonly CartLine[]): Money {
  const currency = lines[0]?.unit.currency;
  return currency ? sum(lines.map(lineTotal), currency) : zero('COP');
}

/** How many pieces, over all lines. */
export function cartCount(lines: readonly CartLine[]): number {
  return lines.reduce((count, { quantity }) => count + quantity, 0);
}

/** What a visitor sees before the server has answered: 0 removes the line, the bounds hold, other lines stay as they are. */
export function changeQuantity(
  lines: readonly CartLine[],
  { productSlug, quantity }: { productSlug: string; quantity: number },
): readonly CartLine[] {
  const bounded = boundQuantity(quantity);
  if (bounded === 0) return lines.filter((line) => line.productSlug !== productSlug);
  return lines.map((line) => (line.productSlug === productSlug ? { ...line, quantity: bounded } : line));
}

/** A whole number from 0 to MAX_QUANTITY; nonsense is 0. */
export function boundQuantity(quantity: number): number {
  if (Number.isNaN(quantity)) return 0;
  return Math.min(MAX_QUANTITY, Math.max(0, Math.trunc(quantity)));
}
