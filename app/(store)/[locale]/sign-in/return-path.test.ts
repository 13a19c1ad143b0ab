import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReturnPage, returnPath } from './return-path';

test.each(['cart', 'checkout', 'orders', 'mandates', 'flows/autopay', 'operator'] as const)(
  '%s is a page to come back to',
  (page) => {
    expect(readReturnPage(page)).toBe(page);
    expect(returnPath('es', page)).toBe(`/es/${page}`);
  },
);

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example/cart',
  'javascript:alert(1)',
  '/es/cart',
  'cart/../../evil',
  'CART',
  'cart\n',
  ['cart'],
  undefined,
])('%j leads to the orders', (asked) => {
  expect(readReturnPage(asked)).toBe('orders');
});

test('whatever is asked, the way back stays on this site', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.anything()), (asked) => {
      const path = returnPath('en', readReturnPage(asked));
      const url = new URL(path, 'https://shop.example');
      expect(url.origin).toBe('https://shop.example');
      expect(url.pathname).toBe(path);
    }),
  );
});
