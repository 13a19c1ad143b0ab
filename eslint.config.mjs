import { existsSync, readdirSync } from 'node:fs';
import next from 'eslint-config-next/core-web-vitals';
import typescript from 'eslint-config-next/typescript';

/** Who may import whom. Every wing sees itself, what is listed here, and nothing else. */
const mayImport = {
  'lib/env.ts': ['lib/env-advice.ts', 'lib/env-shape.ts'],
  'lib/env-advice.ts': [],
  'lib/env-shape.ts': ['lib/env-advice.ts'],
  'lib/security-headers.ts': [],
  'lib/trusted-proxies.ts': [],
  'lib/log.ts': ['lib/env.ts'],
  'lib/domain': [],
  'lib/flows': ['lib/domain'],
  'lib/dictionaries': ['lib/domain'],
  'lib/recipes': ['lib/domain'],
  'lib/placetopay': ['lib/domain'],
  'lib/cart-cookie.ts': ['lib/env.ts'],
  'lib/data': ['lib/domain', 'lib/env.ts', 'lib/log.ts'],
  'lib/orders-cookie.ts': ['lib/env.ts'],
  'lib/passwords.ts': ['lib/data'],
  'lib/auth.ts': [
    'lib/cart-cookie.ts',
    'lib/orders-cookie.ts',
    'lib/passwords.ts',
    'lib/data',
    'lib/domain',
    'lib/env.ts',
  ],
  'lib/action.ts': ['lib/auth.ts', 'lib/domain', 'lib/env.ts', 'lib/log.ts'],
  'lib/use-cases': ['lib/domain', 'lib/flows', 'lib/placetopay', 'lib/data', 'lib/env.ts', 'lib/log.ts'],
  'lib/sandbox': [],
  'components/ui': [],
  'components/store': ['components/ui', 'lib/domain', 'lib/flows', 'lib/dictionaries', 'lib/recipes'],
  'components/sandbox': ['lib/sandbox'],
  'app/(store)': [
    'components/ui',
    'components/store',
    'lib/dictionaries',
    'lib/domain',
    'lib/flows',
    'lib/data',
    'lib/auth.ts',
    'lib/passwords.ts',
    'lib/action.ts',
    'lib/cart-cookie.ts',
    'lib/orders-cookie.ts',
    'lib/env.ts',
    'lib/use-cases',
  ],
  'app/(sandbox)': ['components/sandbox', 'lib/sandbox'],
  'app/api': [
    'lib/use-cases',
    'lib/auth.ts',
    'lib/cart-cookie.ts',
    'lib/data',
    'lib/domain',
    'lib/env.ts',
    'lib/log.ts',
  ],
  e2e: ['lib/domain', 'lib/flows', 'lib/dictionaries'],
};

const wings = Object.keys(mayImport);

const zones = Object.entries(mayImport).map(([wing, friends]) => ({
  target: `./${wing}`,
  from: wings.filter((other) => other !== wing && !friends.includes(other)).map((other) => `./${other}`),
  message: `${wing} may import only ${[wing, ...friends].join(', ')}.`,
}));

const homeless = ['lib', 'components', 'app']
  .filter((root) => existsSync(root))
  .flatMap((root) => readdirSync(root).map((name) => `${root}/${name}`))
  .filter((path) => !wings.includes(path) && !/\.(css|ico|png|svg|test\.ts)$|global-not-found/.test(path));
if (homeless.length > 0) throw new Error(`Give ${homeless.join(', ')} a line in mayImport.`);

/** Money is BigInt minor units: what would turn it into a float is refused by name. */
const noFloatMoney = [
  {
    selector:
      'CallExpression[callee.name=/^(parseFloat|Number)$/] > MemberExpression[property.name=/[mM]inor$/]',
    message: 'Money stays in BigInt minor units: use lib/domain/money.ts.',
  },
  {
    selector: "CallExpression[callee.property.name='toFixed']",
    message: 'toFixed is float formatting: use formatMoney or toWireNumber.',
  },
  {
    selector: "CallExpression[callee.name='parseFloat'], CallExpression[callee.property.name='parseFloat']",
    message: 'parseFloat reads money wrong: use fromDecimal.',
  },
  {
    selector:
      'BinaryExpression[operator=/^[*\\/+-]$/] > MemberExpression[property.name=/^(total|amount|price|subtotal)$/]',
    message: 'No float arithmetic on money: use add, subtract, multiply or split of lib/domain/money.ts.',
  },
];

const everywhere = [
  ...noFloatMoney,
  { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Text only: React escapes it.' },
  {
    selector: 'MemberExpression[property.name=/^\\$(query|execute)RawUnsafe$/]',
    message: 'Use the tagged $queryRaw: it binds its values.',
  },
  {
    selector: "Property[key.name='rejectUnauthorized']",
    message: 'TLS stays on.',
  },
];

const pure = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time is an argument here.' },
  { selector: ':function[async=true]', message: 'The core waits for nothing.' },
  { selector: 'AwaitExpression', message: 'The core waits for nothing.' },
];

const aboutComponents = Object.fromEntries(
  [...next, ...typescript]
    .flatMap(({ rules }) => Object.keys(rules ?? {}))
    .filter((name) => /^(react|react-hooks|jsx-a11y|@next\/next)\//.test(name))
    .map((name) => [name, 'off']),
);

const config = [
  {
    ignores: [
      '**/generated/**',
      '**/.next*/**',
      '.data/**',
      'next-env.d.ts',
      'test-results/**',
      'playwright-report/**',
    ],
  },
  ...next,
  ...typescript,
  {
    files: ['**/*.{js,mjs,ts,tsx}'],
    rules: {
      'import/no-restricted-paths': ['error', { zones }],
      'max-lines': ['error', { max: 200, skipComments: true, skipBlankLines: true }],
      'no-restricted-syntax': ['error', ...everywhere],
      'no-eval': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {
    files: ['lib/domain/**/*.ts', 'lib/flows/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', 'fetch', 'process', 'crypto', 'console'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is an argument here.' },
        { object: 'Math', property: 'random', message: 'Randomness is an argument here.' },
      ],
      'no-restricted-syntax': ['error', ...everywhere, ...pure],
      'no-restricted-imports': [
        'error',
        { patterns: ['node:*', 'next', 'next/*', 'react', 'react/*', '@prisma/*', 'server-only'] },
      ],
    },
  },
  { files: ['**/*.config.{js,mjs,ts}'], rules: { 'import/no-anonymous-default-export': 'off' } },
  // Nothing is drawn here, and the rules about components read a file as slowly as all others together.
  { files: ['{lib,e2e,prisma,scripts}/**/*.{ts,mjs}'], rules: aboutComponents },
  {
    files: [
      '**/*.test.{ts,tsx,mjs}',
      'lib/dictionaries/**',
      'lib/sandbox/dictionaries/**',
      'e2e/**',
      'prisma/**',
    ],
    rules: { 'max-lines': 'off' },
  },
];

export default config;
