import { createHash } from 'node:crypto';
import { orders } from '@/lib/dictionaries/orders';
import { expect, test } from './fixtures';

const shopPages = [
  '/es',
  '/en',
  '/es/categories/goods',
  '/es/products/cafe-narino',
  '/es/search?q=cafe',
  '/es/cart',
  '/es/checkout',
  '/es/orders',
  '/es/orders/nobody-has-this-order',
  '/es/sign-in',
  '/es/register',
  '/es/operator',
  '/es/nowhere',
  '/nowhere',
  '/favicon.ico',
  '/api/nowhere',
];

test('every answer of the shop carries its headers, and no page lets inline scripts in', async ({
  place,
  request,
}) => {
  for (const path of shopPages) {
    const answer = await request.get(`${place.store}${path}`);
    const headers = answer.headers();
    const policy = directives(headers['content-security-policy']);
    expect.soft(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
    });
    expect.soft(headers['permissions-policy'], path).toContain('payment=()');
    expect.soft(headers['x-powered-by'], path).toBeUndefined();
    expect.soft(policy['default-src'], path).toBe("'none'");
    expect.soft(policy['script-src'], path).not.toMatch(/unsafe|\*|https?:/);
    expect.soft(policy['style-src'], path).not.toMatch(/unsafe/);
    expect.soft(policy['form-action'], path).toBe(`'self' ${place.gateway}`);
    expect.soft(policy['frame-ancestors'], path).toBe("'none'");
    expect.soft(policy['base-uri'], path).toBe("'none'");
    expect.soft(policy['object-src'], path).toBe("'none'");
  }
});

test('pages with money or personal data have a nonce of their own each time and are kept by nobody', async ({
  place,
  request,
}) => {
  for (const path of ['/es/cart', '/es/checkout', '/es/orders', '/es/sign-in', '/es/register']) {
    const [one, two] = [
      await request.get(`${place.store}${path}`),
      await request.get(`${place.store}${path}`),
    ];
    const nonces = [one, two].map((answer) => /'nonce-([^']+)'/.exec(policyOf(answer))?.[1]);
    expect.soft(nonces[0], path).toBeTruthy();
    expect.soft(nonces[0], path).not.toBe(nonces[1]);
    expect.soft(one.headers()['cache-control'], path).toMatch(/no-store/);
  }
});

test('the inline scripts of a prerendered page are the ones its policy names', async ({ place, request }) => {
  for (const path of ['/es', '/en/products/ruana-boyaca', '/es/categories/travel']) {
    const answer = await request.get(`${place.store}${path}`);
    const allowed = directives(policyOf(answer))['script-src'];
    const inline = [...(await answer.text()).matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi)];
    expect(inline.length).toBeGreaterThan(0);
    for (const [, text = ''] of inline) {
      const hash = createHash('sha256').update(text).digest('base64');
      expect.soft(allowed, path).toContain(`'sha256-${hash}'`);
    }
  }
});

test('the gateway’s answers carry their headers', async ({ place, request }) => {
  for (const path of ['/sandbox', `/sandbox/spa/session/1/${'0'.repeat(32)}`, '/sandbox/nowhere']) {
    const answer = await request.get(`${place.gateway}${path}`);
    const policy = directives(policyOf(answer));
    expect.soft(answer.headers()['x-content-type-options'], path).toBe('nosniff');
    expect.soft(policy['default-src'], path).toBe("'none'");
    expect.soft(policy['script-src'], path).not.toMatch(/unsafe|\*/);
    expect.soft(policy['base-uri'], path).toBe("'none'");
  }
});

test('each wing answers only for itself', async ({ place, request }) => {
  const foreign = [
    [place.store, '/sandbox'],
    [place.store, '/sandbox/health'],
    [place.store, '/sandbox/api/session'],
    [place.store, '/sandbox/__sandbox/ledger?reference=X'],
    [place.store, `/sandbox/spa/session/1/${'0'.repeat(32)}`],
    [place.store, '/%73andbox/health'],
    [place.gateway, '/es'],
    [place.gateway, '/es/cart'],
    [place.gateway, '/api/health'],
    [place.gateway, '/api/visitor'],
    [place.gateway, '/api/auth/session'],
    [place.gateway, '/api/placetopay/notification'],
  ] as const;
  for (const [origin, path] of foreign) {
    for (const method of ['GET', 'POST'] as const) {
      const answer = await request.fetch(`${origin}${path}`, { method, maxRedirects: 0 });
      expect.soft(answer.status(), `${method} ${origin}${path}`).toBe(404);
    }
  }
});

test('no address of the shop leads anywhere else', async ({ place, request }) => {
  const tricks = [
    '//evil.example',
    '/\\evil.example',
    '/es//evil.example',
    '/%2f%2fevil.example',
    '/es/orders/x/open/https:%2f%2fevil.example',
    '/es/orders/%2f%2fevil.example/open/x',
    '/es/checkout/return/https:%2f%2fevil.example',
    '/es/sign-in?to=https://evil.example',
    '/api/auth/signin?callbackUrl=https://evil.example',
    '/api/auth/signout?callbackUrl=https://evil.example',
    '/api/auth/callback/credentials?callbackUrl=https://evil.example',
  ];
  for (const path of tricks) {
    const answer = await request.fetch(`${place.store}${path}`, {
      maxRedirects: 0,
      headers: { 'x-forwarded-host': 'evil.example' },
    });
    const to = answer.headers().location;
    expect.soft(answer.status(), path).toBeLessThan(500);
    if (to) expect.soft(new URL(to, place.store).origin, `${path} → ${to}`).toBe(place.store);
  }
});

test('a Host header of somebody else’s leads nowhere', async ({ place, request }) => {
  for (const path of ['/', '/es/checkout', '/es/orders/x/open/y', '/api/auth/signin']) {
    const answer = await request.get(`${place.store}${path}`, {
      maxRedirects: 0,
      headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    });
    expect.soft(answer.headers().location ?? '', path).not.toContain('evil.example');
    expect.soft(await answer.text(), path).not.toContain('evil.example');
  }
});

test('the health routes tell how things are, and no more', async ({ place, request }) => {
  for (const url of [`${place.store}/api/health`, `${place.gateway}/sandbox/health`]) {
    const answer = await request.get(url);
    expect(answer.ok(), url).toBe(true);
    const body: unknown = await answer.json();
    expect(body).toMatchObject({ status: expect.any(String), version: expect.any(String) });
    expect(JSON.stringify(body)).not.toMatch(/postgres(ql)?:\/\//);
  }
});

test('a server keeps an idle connection longer than whoever holds its other end', async ({
  place,
  request,
}) => {
  for (const url of [`${place.store}/api/health`, `${place.gateway}/sandbox/health`])
    expect((await request.get(url)).headers()['keep-alive'], url).toBe('timeout=75');
});

test('the gateway’s control needs its key, and takes no call from a page', async ({ place, request }) => {
  const url = `${place.gateway}/sandbox/__sandbox/ledger?reference=X`;
  const key = place.env.SANDBOX_CONTROL_KEY ?? '';
  expect((await request.get(url)).status()).toBe(403);
  expect((await request.get(url, { headers: { 'x-sandbox-key': 'wrong-key' } })).status()).toBe(403);
  const fromPage = { 'x-sandbox-key': key, origin: 'https://evil.example' };
  expect((await request.get(url, { headers: fromPage })).status()).toBe(403);
  expect((await request.get(url, { headers: { 'x-sandbox-key': key } })).status()).toBe(200);
});

test('the gateway’s API refuses whoever cannot sign', async ({ place, request }) => {
  for (const path of ['/sandbox/api/session', '/sandbox/api/session/1', '/sandbox/api/session/1/cancel']) {
    const answer = await request.post(`${place.gateway}${path}`, { data: { auth: { login: 'x' } } });
    expect.soft(answer.status(), path).toBe(401);
    expect.soft(await answer.json(), path).toMatchObject({ status: { status: 'FAILED' } });
  }
});

test('cookies of the shop are out of reach of scripts and of other sites', async ({ context, shopper }) => {
  await shopper.haveAccount();
  await shopper.haveOrder();
  const cookies = await context.cookies();
  expect(cookies.length).toBeGreaterThan(1);
  for (const { name, httpOnly, sameSite } of cookies) {
    expect.soft(httpOnly, name).toBe(true);
    expect.soft(sameSite, name).toBe('Lax');
  }
});

test('the link of a guest’s order leaves the address at once', async ({ page, shopper }) => {
  const orderId = await shopper.haveOrder();
  await shopper.openOrder(orderId);
  const link = await page.getByRole('textbox', { name: orders.es.keep.label }).inputValue();
  await page.goto(link);
  expect(page.url()).toBe(shopper.at(`/orders/${orderId}`));
});

function policyOf(answer: { headers(): Record<string, string> }): string {
  return answer.headers()['content-security-policy'] ?? '';
}

function directives(policy = ''): Record<string, string> {
  return Object.fromEntries(
    policy.split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(' ');
      return [name, values.join(' ')];
    }),
  );
}
