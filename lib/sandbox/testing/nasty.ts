export const missing = Symbol('missing');

/** What no member should be. `missing` takes the member away. */
export const nasty: readonly unknown[] = [
  ...[
    missing,
    null,
    true,
    false,
    0,
    -1,
    1e308,
    -0.001,
    9_007_199_254_740_993,
    1.005,
    '',
    ' ',
    '0',
    '-1',
    '1e400',
  ],
  ...[
    'NaN',
    'null',
    '\u0000',
    '\u0007\u001b[2J',
    '\ud800',
    '\u202Etxt',
    '🧉'.repeat(40),
    'a'.repeat(300),
    'javascript:alert(1)',
  ],
  ...[
    '4110760000000081',
    '\'; DROP TABLE "Session"; --',
    '<script>alert(1)</script>',
    '{{7*7}}',
    '../../etc/passwd',
  ],
  ...[
    'http://169.254.169.254/',
    'file:///etc/passwd',
    'COP ',
    'XXX',
    '2026-02-30T99:99:99Z',
    '2021-06-31',
    '%00',
    '%s%n',
  ],
  ...[
    [],
    [[]],
    [null],
    [1, 'a', {}],
    Array(60).fill({ sku: 'x' }),
    {},
    { a: { b: { c: 1 } } },
    { __proto: 1 },
  ],
  ...[
    JSON.parse('{"__proto__":{"polluted":true}}'),
    { constructor: { prototype: { polluted: true } } },
    nested(20),
  ],
  ...[{ currency: 'COP', total: {} }, { token: [] }, { toString: 1 }, { length: -1 }, { then: 1 }],
];

/** An object in an object, and so on. */
export function nested(depth: number): unknown {
  return depth === 0 ? 1 : { a: nested(depth - 1) };
}
