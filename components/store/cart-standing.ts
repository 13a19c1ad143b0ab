import { MAX_QUANTITY, type CartLine } from '@/lib/domain/cart';

export type LineStanding = 'fine' | 'sold_out' | 'not_enough';

/** Whether the shop still has what a line asks for. */
export function lineStanding({ quantity, stock }: Pick<CartLine, 'quantity' | 'stock'>): LineStanding {
  if (stock === 0) return 'sold_out';
  return quantity > stock ? 'not_enough' : 'fine';
}

/** A cart goes on to the checkout when all of its lines can. */
export function mayCheckOut(lines: readonly Pick<CartLine, 'quantity' | 'stock'>[]): boolean {
  return lines.length > 0 && lines.every((line) => lineStanding(line) === 'fine');
}

/** The most of a line that can be asked for now. */
export function mostOf({ stock }: Pick<CartLine, 'stock'>): number {
  return Math.min(MAX_QUANTITY, stock);
}

/** A quantity as typed, or null for what is not a whole number from 0 to the most of a cart line. */
export function readQuantity(typed: unknown): number | null {
  if (typeof typed !== 'string' || !/^\s*\d{1,4}\s*$/.test(typed)) return null;
  const quantity = Number(typed);
  return quantity <= MAX_QUANTITY ? quantity : null;
}
