/** The security headers of every answer, as values: proxy.ts decides which request gets which. */

/**
 * What may run in a page: a page rendered for one request carries that request's nonce; a prerendered page is the
 * same for everybody, so its inline scripts are named by their hashes.
 */
export type Scripts = { nonce: string } | { hashes: readonly string[] };

type Circumstances = {
  scripts: Scripts;
  /** True behind https: browsers are then told to stay there. */
  secure: boolean;
  /** True in `next dev`, whose tools need inline code, eval and a socket. Never in a build. */
  development: boolean;
};

/** The page that shows the payment page in a window above itself: no other page of the shop frames anything. */
const lightboxPage = /^\/[a-z]{2}\/checkout\/lightbox\/[^/]+$/;

/** Whether the page at this path may frame the gateway. */
export function framesGateway(path: string): boolean {
  return lightboxPage.test(path);
}

type OfStore = { gatewayOrigin: string; framesGateway?: boolean };

/** The shop: nobody may frame it, and its forms lead to itself or to the gateway. */
export function storeHeaders(input: Circumstances & OfStore): Record<string, string> {
  return {
    ...commonHeaders(input.secure),
    'Content-Security-Policy': policy({
      ...commonDirectives(input),
      // Chromium holds a form's redirects against this list too: without the gateway's origin the payer stays here.
      'form-action': `'self' ${input.gatewayOrigin}`,
      'frame-ancestors': "'none'",
      'frame-src': input.framesGateway ? input.gatewayOrigin : "'none'",
    }),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'payment=(), camera=(), microphone=(), geolocation=(), browsing-topics=()',
    'X-Frame-Options': 'DENY',
  };
}

/**
 * The gateway: any merchant may frame its page, as with the real one, so it says nothing about frames or openers.
 * After a payment the form's redirect leads to whatever https or http address the merchant named as return URL, and
 * Chromium holds redirects against `form-action`; what stays forbidden is every other scheme.
 */
export function gatewayHeaders(input: Circumstances): Record<string, string> {
  return {
    ...commonHeaders(input.secure),
    'Content-Security-Policy': policy({
      ...commonDirectives(input),
      'form-action': "'self' https: http:",
      'frame-src': "'none'",
    }),
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  };
}

function commonHeaders(secure: boolean): Record<string, string> {
  return {
    // Not no-referrer: forms would then send `Origin: null`, which server actions refuse.
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
    ...(secure ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}

function commonDirectives({ scripts, secure, development }: Circumstances): Record<string, string> {
  const directives = {
    'default-src': "'none'",
    'script-src': scriptSources(scripts),
    'style-src': 'nonce' in scripts ? `'self' 'nonce-${scripts.nonce}'` : "'self'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'manifest-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    // WebKit would upgrade localhost as well.
    ...(secure ? { 'upgrade-insecure-requests': '' } : {}),
  };
  if (!development) return directives;
  return {
    ...directives,
    'script-src': "'self' 'unsafe-inline' 'unsafe-eval'",
    'style-src': "'self' 'unsafe-inline'",
    'connect-src': "'self' ws: wss:",
  };
}

/** `strict-dynamic` makes a browser ignore 'self', which a prerendered page needs: its script tags carry no nonce. */
function scriptSources(scripts: Scripts): string {
  if ('nonce' in scripts) return `'self' 'nonce-${scripts.nonce}' 'strict-dynamic'`;
  return ["'self'", ...scripts.hashes.map((hash) => `'${hash}'`)].join(' ');
}

function policy(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ');
}

/** What scripts/csp-hashes.mjs learns from a build. */
export type PrerenderedScripts = {
  /** The hashes of each prerendered page, by path. */
  pages: Record<string, readonly string[]>;
  /** Every route, in the order in which Next tries them; a prerendered one has no page but those above. */
  routes: readonly { pattern: RegExp; prerendered: boolean }[];
  /** The hashes of the prerendered page for addresses that do not exist. */
  missing: readonly string[];
};

/** The hashes that a GET of this path needs, or null when the page is rendered for the request and gets a nonce. */
export function hashesFor(path: string, prerendered: PrerenderedScripts): readonly string[] | null {
  const page = Object.hasOwn(prerendered.pages, path) ? prerendered.pages[path] : undefined;
  if (page) return page;
  const route = prerendered.routes.find(({ pattern }) => pattern.test(path));
  return !route || route.prerendered ? prerendered.missing : null;
}
