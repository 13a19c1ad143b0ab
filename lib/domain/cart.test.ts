import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundQuantity, cartCount, cartTotal, changeQuantity, MAX_QUANTITY, type CartLine } from './cart';
import { isReference, orderNumber, reference } from './ids';
import { money } from './money';

const line = (productSlug: string, quantity = 1): CartLine => ({
  productSlug,
  quantity,
  name: { es: 'a', en: 'a' },
  picture: { es: '', en: '' },
  image: '',
  unit: money(150n, 'COP'),
  stock: 9,
});

test('a quantity changes its own line, stays in bounds, and zero removes it', () => {
  const slugs = fc.constantFrom('a', 'b', 'c', 'z');
  const quantity = fc.oneof(
    fc.integer({ min: -5, max: 40 }),
    fc.constantFrom(NaN, 1.9, -0.5, Infinity, -Infinity),
  );
  fc.assert(
    fc.property(fc.array(fc.record({ productSlug: slugs, quantity })), (changes) => {
      let lines: readonly CartLine[] = [line('a'), line('b', 20), line('c', 3)];
      for (const change of changes) {
        const before = lines;
        lines = changeQuantity(lines, change);
        expect(lines.filter((one) => one.productSlug !== change.productSlug)).toEqual(
          before.filter((one) => one.productSlug !== change.productSlug),
        );
        const changed = lines.find((one) => one.productSlug === change.productSlug);
        expect(changed?.quantity ?? 0).toBe(
          before.some((one) => one.productSlug === change.productSlug) ? boundQuantity(change.quantity) : 0,
        );
      }
      expect(
        lines.every(
          (one) => Number.isInteger(one.quantity) && one.quantity >= 1 && one.quantity <= MAX_QUANTITY,
        ),
      ).toBe(true);
      expect(cartTotal(lines).minor).toBe(150n * BigInt(cartCount(lines)));
    }),
  );
});

test('an empty cart costs nothing', () => expect(cartTotal([])).toEqual(money(0n, 'COP')));

test('numbers and references fit the gateway, whatever the dice say', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 8, maxLength: 8 }),
      fc.integer({ min: 1, max: 9999 }),
      (bytes, attempt) => {
        const number = orderNumber(bytes);
        expect(number).toMatch(/^LAD-[2-9A-HJKMNP-TV-Z]{8}$/);
        expect(isReference(reference(number, attempt, bytes))).toBe(true);
      },
    ),
  );
  expect(() => reference('LAD-AAAAAAAA', 10 ** 12, new Uint8Array(6))).toThrow(RangeError);
  expect(() => orderNumber(new Uint8Array(7))).toThrow(RangeError);
});
