import { expect, test } from 'vitest';
import { lineStanding, mayCheckOut, mostOf, readQuantity } from './cart-standing';

test('a line stands by what is left in the shop', () => {
  expect(lineStanding({ quantity: 2, stock: 2 })).toBe('fine');
  expect(lineStanding({ quantity: 3, stock: 2 })).toBe('not_enough');
  expect(lineStanding({ quantity: 1, stock: 0 })).toBe('sold_out');
});

test('one line that cannot be bought holds up the cart, and an empty cart goes nowhere', () => {
  expect(mayCheckOut([{ quantity: 1, stock: 5 }])).toBe(true);
  expect(
    mayCheckOut([
      { quantity: 1, stock: 5 },
      { quantity: 2, stock: 1 },
    ]),
  ).toBe(false);
  expect(mayCheckOut([])).toBe(false);
});

test('the most of a line is what is left, and never above the bound of a cart', () => {
  expect([0, 3, 20, 500].map((stock) => mostOf({ stock }))).toEqual([0, 3, 20, 20]);
});

test.each([
  ['1', 1],
  [' 20 ', 20],
  ['0', 0],
  ['21', null],
  ['-1', null],
  ['1.5', null],
  ['1e1', null],
  ['', null],
  ['  ', null],
  ['٣', null],
  [null, null],
])('a typed quantity %j is %j', (typed, quantity) => {
  expect(readQuantity(typed)).toBe(quantity);
});
