import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** How the gateway's own tests speak to it: over HTTP, with a signer of their own. */

export const demo = { login: '5a1e7c3b9d2f4e6081c7a9b3d5f20e64', secretKey: 'sbx_Ladera2026Demo' };

export function sign(
  { login, secretKey }: { login: string; secretKey: string } = demo,
  { algorithm = 'sha256', nonce = randomBytes(16), seed = new Date().toISOString() } = {},
) {
  const tranKey = createHash(algorithm).update(nonce).update(seed).update(secretKey).digest('base64');
  return { login, tranKey, nonce: nonce.toString('base64'), seed };
}

const reply = z.looseObject({
  status: z.object({
    status: z.string(),
    reason: z.union([z.string(), z.number()]),
    message: z.string(),
    date: z.string(),
  }),
});

export type Reply = z.infer<typeof reply> & { http: number };

export async function call(url: string, body: object, auth: unknown = sign()): Promise<Reply> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ auth, ...body }),
  });
  const answered: unknown = await response.json();
  // The body itself and not what zod makes of it: the order of its keys is under test.
  return { ...inOrderOf(answered, reply.parse(answered)), http: response.status };
}

function inOrderOf<T extends object>(body: unknown, parsed: T): T {
  return Object.assign({}, body, parsed);
}

let counted = 0;

/** A request that the gateway accepts. References differ, so that tests never meet. */
export function order(changes: object = {}, payment: object = {}) {
  counted += 1;
  return {
    locale: 'es_CO',
    payment: {
      reference: `T-${process.pid}-${Date.now()}-${counted}`.slice(0, 32),
      description: 'Café de altura',
      amount: { currency: 'COP', total: 45000 },
      ...payment,
    },
    returnUrl: 'http://localhost:3000/es/checkout/return/x',
    cancelUrl: 'http://localhost:3000/es/cart',
    ipAddress: '127.0.0.1',
    userAgent: 'tests',
    ...changes,
  };
}

const created = z.object({ requestId: z.number().int(), processUrl: z.string() });

/** Opens a session and knows its page's key. */
export async function open(base: string, request: object = order()) {
  const answer = await call(`${base}/api/session`, request);
  if (answer.http !== 200) throw new Error(`${answer.http} ${JSON.stringify(answer.status)}`);
  const { requestId, processUrl } = created.parse(answer);
  return { requestId, processUrl, key: processUrl.split('/').at(-1) ?? '' };
}

export const payer = {
  document: '1122334455',
  documentType: 'CC',
  name: 'Ana',
  surname: 'Rojas',
  email: 'ana@example.com',
  mobile: '+573111111111',
};

export const cards = {
  approved: '4111111111111111',
  refused: '4110760000000016',
  pendingApproved: '4110760000000073',
  pendingRejected: '4048370000000037',
  challenge: '4110760000000008',
  otp: '36545400123453',
  silent: '4110760000000024',
  manual: '36545400000701',
  broken: '4110760000000065',
};

export function cardForm(
  number: string,
  more: { expiry?: string; cvv?: string; installments?: string; zip?: string } = {},
) {
  return { number, expiry: '12/34', cvv: '123', installments: '1', zip: '55555', ...more };
}
