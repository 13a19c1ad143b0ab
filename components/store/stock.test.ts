import { expect, test } from 'vitest';
import { stockLevel, toStock } from './stock';

test('what is left is said as nothing, a number, or enough', () => {
  expect([0, 1, 5, 6, 500].map(stockLevel)).toEqual(['sold_out', 'few', 'few', 'plenty', 'plenty']);
});

test('an answer is believed product by product', () => {
  const stock = toStock({ 'cafe-narino': 3, ruana: '4', jarra: -1, mochila: 1.5, vajilla: 0 });
  expect([...stock]).toEqual([
    ['cafe-narino', 3],
    ['vajilla', 0],
  ]);
  expect(toStock(null).size).toBe(0);
  expect(toStock('<html>').size).toBe(0);
});
