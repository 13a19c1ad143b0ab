import { describe, expect, test } from 'vitest';
import { framesGateway, gatewayHeaders, hashesFor, storeHeaders } from './security-headers';

const production = { secure: true, development: false };
const nonce = { scripts: { nonce: 'abc' }, ...production };
const gatewayOrigin = 'https://checkout.example';

function directives(headers: Record<string, string>) {
  const parts = (headers['Content-Security-Policy'] ?? '').split('; ').map((part) => part.split(' '));
  return Object.fromEntries(parts.map(([name = '', ...values]) => [name, values.join(' ')]));
}

describe('the shop', () => {
  test('runs only scripts with the nonce of the request', () => {
    const found = directives(storeHeaders({ ...nonce, gatewayOrigin }));
    expect(found['script-src']).toBe("'self' 'nonce-abc' 'strict-dynamic'");
    expect(found['style-src']).toBe("'self' 'nonce-abc'");
    expect(found['default-src']).toBe("'none'");
  });

  test('names the inline scripts of a prerendered page by their hashes', () => {
    const scripts = { hashes: ['sha256-one', 'sha256-two'] };
    const found = directives(storeHeaders({ ...production, scripts, gatewayOrigin }));
    expect(found['script-src']).toBe("'self' 'sha256-one' 'sha256-two'");
    expect(found['style-src']).toBe("'self'");
  });

  test('lets forms lead to itself and to the gateway only, and nobody frame it', () => {
    const headers = storeHeaders({ ...nonce, gatewayOrigin });
    expect(directives(headers)['form-action']).toBe("'self' https://checkout.example");
    expect(directives(headers)['frame-ancestors']).toBe("'none'");
    expect(headers['X-Frame-Options']).toBe('DENY');
  });

  test('frames nothing, but for the gateway on the one page that shows it in a window', () => {
    const policyAt = (path: string) =>
      directives(storeHeaders({ ...nonce, gatewayOrigin, framesGateway: framesGateway(path) }))['frame-src'];
    expect(policyAt('/es/checkout/lightbox/Ab-1_c')).toBe('https://checkout.example');
    for (const path of [
      '/es',
      '/es/checkout/Ab-1_c/basic',
      '/es/checkout/lightbox',
      '/es/checkout/lightbox/Ab/finish',
      '/x/es/checkout/lightbox/Ab',
      '/es/flows/basic',
    ])
      expect(policyAt(path), path).toBe("'none'");
  });

  test('asks for https only where it is served by https', () => {
    const plain = storeHeaders({ ...nonce, secure: false, gatewayOrigin });
    expect(plain['Strict-Transport-Security']).toBeUndefined();
    expect(plain['Content-Security-Policy']).not.toContain('upgrade-insecure-requests');
    expect(storeHeaders({ ...nonce, gatewayOrigin })['Strict-Transport-Security']).toContain('max-age=');
  });
});

describe('the gateway', () => {
  test('may be framed by a merchant', () => {
    const headers = gatewayHeaders(nonce);
    expect(headers['X-Frame-Options']).toBeUndefined();
    expect(directives(headers)['frame-ancestors']).toBeUndefined();
    expect(headers['Cross-Origin-Opener-Policy']).toBeUndefined();
  });
});

test('no policy of a build allows inline code or eval', () => {
  const built = [
    storeHeaders({ ...nonce, gatewayOrigin }),
    storeHeaders({ ...production, scripts: { hashes: [] }, gatewayOrigin }),
    gatewayHeaders(nonce),
  ];
  for (const headers of built) expect(headers['Content-Security-Policy']).not.toMatch(/unsafe/);
});

test('a prerendered page gets its hashes, a rendered one its nonce, an unknown address the hashes of the 404 page', () => {
  const prerendered = {
    pages: { '/es': ['sha256-home'] },
    routes: [
      { pattern: /^\/([^/]+?)\/cart$/, prerendered: false },
      { pattern: /^\/([^/]+?)$/, prerendered: true },
    ],
    missing: ['sha256-404'],
  };
  expect(hashesFor('/es', prerendered)).toEqual(['sha256-home']);
  expect(hashesFor('/es/cart', prerendered)).toBeNull();
  expect(hashesFor('/fr', prerendered)).toEqual(['sha256-404']);
  expect(hashesFor('/no/such/page', prerendered)).toEqual(['sha256-404']);
  expect(hashesFor('__proto__', prerendered)).toEqual(['sha256-404']);
});
