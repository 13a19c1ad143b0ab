import { expect, test } from 'vitest';
import { removed } from '@/lib/domain/redacted';
import { languages } from './languages';
import { php } from './php';
import { toRecipe } from './recipe';

const recorded = {
  path: '/api/session',
  requestRedacted: {
    auth: { login: 'a-login', tranKey: 'k3Jx…', nonce: 'Zm9v…', seed: '2026-11-20T02:20:00.000Z' },
    locale: 'es_CO',
    buyer: { document: removed, email: removed, name: "Ana O'Brien \\ $HOME `id`" },
    payment: {
      reference: 'LAD-1',
      amount: { currency: 'COP', total: 45000.5 },
      items: [],
      allowPartial: false,
    },
    expiration: '2026-11-20T02:50:00.000Z',
    returnUrl: removed,
    unknownField: removed,
  },
};

test('a recipe has no auth, no past expiry, and an example for all that was removed', () => {
  const recipe = toRecipe(recorded, 'https://gateway.example/base');
  expect(recipe).toMatchObject({ url: 'https://gateway.example/base/api/session', login: 'a-login' });
  expect(recipe.content).toEqual({
    locale: 'es_CO',
    buyer: { document: '1040035000', email: 'payer@example.com', name: "Ana O'Brien \\ $HOME `id`" },
    payment: {
      reference: 'LAD-1',
      amount: { currency: 'COP', total: 45000.5 },
      items: [],
      allowPartial: false,
    },
    returnUrl: 'https://shop.example/return',
    unknownField: 'FILL_IN',
  });
});

test.each(languages)('$name signs by itself and carries nothing of the recorded signature', ({ write }) => {
  const code = write(toRecipe(recorded, 'https://gateway.example'));
  expect(code).toContain('YOUR_SECRET_KEY');
  expect(code).toContain('https://gateway.example/api/session');
  for (const trace of ['k3Jx', 'Zm9v', '2026-11-20T02:20', removed]) expect(code).not.toContain(trace);
});

test.each([null, undefined, 'text', [], { auth: 'x' }])(
  'a request recorded as %j is still a recipe',
  (given) => {
    const recipe = toRecipe({ path: '/api/session/1', requestRedacted: given }, 'https://gateway.example');
    expect(recipe).toMatchObject({ login: 'YOUR_LOGIN', content: {} });
  },
);

test('PHP reads its texts as they are', () => {
  const code = php(toRecipe(recorded, 'https://gateway.example'));
  expect(code).toContain(String.raw`'name' => 'Ana O\'Brien \\ $HOME ${'`id`'}'`);
  expect(code).toContain("'items' => []");
  expect(code).toContain("'allowPartial' => false");
});
