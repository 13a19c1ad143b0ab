import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWayBack } from './way-back';

test.each(['memberships/join/taller-cafe', 'memberships/aB3_-aB3_-aB3_-aB3_-aB'])(
  '%s is a way back',
  (asked) => {
    expect(readWayBack(asked)).toBe(asked);
  },
);

test.each([
  'memberships',
  'memberships/join',
  'memberships/join/',
  'memberships/join/../../evil',
  'memberships/join/a?b',
  'memberships/join/a\n',
  '/memberships/join/a',
  '//evil.example/memberships/join/a',
  'https://evil.example',
  'orders',
  ['memberships/join/a'],
  undefined,
])('%j leads nowhere', (asked) => {
  expect(readWayBack(asked)).toBeNull();
});

test('whatever is asked, the way back stays among the memberships', () => {
  const asked = fc.oneof(
    fc.anything(),
    fc.webUrl(),
    fc.string().map((end) => `memberships/join/${end}`),
  );
  fc.assert(
    fc.property(asked, (to) => {
      const way = readWayBack(to);
      if (way === null) return;
      const url = new URL(`/en/${way}`, 'https://shop.example');
      expect(url.href).toBe(`https://shop.example/en/${way}`);
    }),
  );
});
