import { expect, test } from 'vitest';
import { toVisitor } from './visitor';

test('a visitor has a name or none, and a count', () => {
  expect(toVisitor({ name: 'Ana', cartCount: 3 })).toEqual({ name: 'Ana', cartCount: 3 });
  expect(toVisitor({ name: null, cartCount: 0 })).toEqual({ name: null, cartCount: 0 });
  expect(toVisitor({ name: '', cartCount: 0 })).toEqual({ name: null, cartCount: 0 });
});

test.each([
  null,
  'html',
  [],
  {},
  { name: 'Ana' },
  { name: 'Ana', cartCount: -1 },
  { name: 'Ana', cartCount: 1.5 },
])('an answer of another shape is no visitor: %j', (answer) => {
  expect(toVisitor(answer)).toBeNull();
});
