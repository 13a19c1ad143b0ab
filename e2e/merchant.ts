import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { sandboxSites } from '../scripts/environment.mjs';
import type { Place } from './servers';

/** A merchant that is not our shop: it opens sessions itself, and its page stands on an origin of its own. */
export type Merchant = { origin: string; close: () => Promise<void> };

const sdk = join(process.cwd(), 'node_modules/@placetopay/lightbox-sdk/dist');

/** Serves `page` at `/`, PlacetoPay's npm package under `/sdk/`, and "Back in the shop" everywhere else. */
export async function openMerchant(page: string): Promise<Merchant> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://merchant').pathname;
    const send = (type: string, body: string) => response.writeHead(200, { 'content-type': type }).end(body);
    if (path === '/') return send('text/html; charset=utf-8', page);
    if (!path.startsWith('/sdk/')) return send('text/html; charset=utf-8', '<h1>Back in the shop</h1>');
    // The package's modules name each other without an ending; a redirect tells the browser which file is meant.
    if (!path.endsWith('.js')) return response.writeHead(302, { location: moduleAt(path) }).end();
    send('text/javascript', readFileSync(join(sdk, path.slice(5)), 'utf8'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => closeServer(server) };
}

/** Opens a session as any merchant's server does. Source: https://docs.placetopay.dev/checkout/create-session */
export async function createSession(
  place: Place,
  {
    origin,
    payment,
    ...changes
  }: {
    origin: string;
    skipResult?: boolean;
    payment?: object;
    type?: string;
    autopay?: object;
    /** A card is only kept: nothing is paid. */
    subscription?: object;
    payer?: object;
    locale?: string;
    paymentMethod?: string;
    expiration?: string;
  },
): Promise<{ requestId: number; reference: string; processUrl: string }> {
  const reference = `M-${randomBytes(6).toString('hex')}`;
  const response = await fetch(`${place.gateway}/sandbox/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      auth: authFor(place),
      locale: 'en_CO',
      ...(!changes.autopay &&
        !changes.subscription && {
          payment: {
            reference,
            description: 'Lightbox',
            amount: { currency: 'COP', total: 45000 },
            ...payment,
          },
        }),
      payer: {
        document: '1122334455',
        documentType: 'CC',
        name: 'Ana',
        surname: 'Rojas',
        email: 'ana@example.com',
        mobile: '+573111111111',
      },
      // Cards alone, unless the test says otherwise: the page then goes straight on to them.
      paymentMethod: 'visa,master,diners,amex',
      returnUrl: `${origin}/return`,
      cancelUrl: `${origin}/cancelled`,
      ipAddress: '127.0.0.1',
      userAgent: 'tests',
      ...changes,
    }),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  const { requestId, processUrl } = (await response.json()) as { requestId: number; processUrl: string };
  return { requestId, reference, processUrl };
}

/** The same gateway as another merchant of the demo asks it: `Ecuador`, `Puerto Rico`, … */
export function asMerchantOf(place: Place, site: string): Place {
  const found = sandboxSites.find((one) => one.site === site);
  if (!found) throw new Error(`No merchant of the demo is called ${site}.`);
  const theirs = { PLACETOPAY_LOGIN: found.login, PLACETOPAY_SECRET_KEY: found.secretKey };
  return { ...place, env: { ...place.env, ...theirs } };
}

/** What the gateway says of a session now. Source: https://docs.placetopay.dev/checkout/query-session */
export async function querySession(place: Place, requestId: number): Promise<unknown> {
  const response = await fetch(`${place.gateway}/sandbox/api/session/${requestId}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ auth: authFor(place) }),
  });
  return response.json();
}

/** What the merchant does with a transaction at the gateway itself. Source: https://docs.placetopay.dev/checkout/confirmation-flow */
export async function act(place: Place, action: string, internalReference: number): Promise<void> {
  const response = await fetch(`${place.gateway}/sandbox/api/transaction`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ auth: authFor(place), action, internalReference }),
  });
  if (!response.ok) throw new Error(`${action}: ${response.status} ${await response.text()}`);
}

function authFor({ env }: Place) {
  const nonce = randomBytes(16);
  const seed = new Date().toISOString();
  const hash = createHash('sha256')
    .update(nonce)
    .update(seed + env.PLACETOPAY_SECRET_KEY);
  return {
    login: env.PLACETOPAY_LOGIN,
    tranKey: hash.digest('base64'),
    nonce: nonce.toString('base64'),
    seed,
  };
}

function moduleAt(path: string): string {
  return path === '/sdk/core' ? '/sdk/core/index.js' : `${path}.js`;
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => void server.close(() => resolve()));
}
