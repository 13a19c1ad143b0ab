import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from './db';
import { cards, order, sign } from './testing/calls';
import { keepCard, pay, setStage, type Kept, type Stage } from './testing/stage';

/** Whatever a caller sends to an endpoint that moves money is answered with the documented body, never with a 500. */

let stage: Stage;
let kept: Kept;
let internalReference: number;
beforeAll(async () => {
  stage = await setStage();
  kept = await keepCard(stage, cards.approved);
  const session = await stage.open({ type: 'checkin' });
  await pay(session, cards.approved);
  const { requestId } = session;
  ({ internalReference } = await db().transaction.findFirstOrThrow({ where: { requestId } }));
});
afterAll(() => stage.close());

const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, 0, 1e21, 0.1, '', ' ', '\u0000', '\ud800', 'NaN', '-0', '1e9'),
  fc.constantFrom<unknown>([], {}, [[]], { $ne: 1 }, '9'.repeat(40), 'á'.repeat(5000), { __proto__: null }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);

const token = () => ({ token: { token: kept.token } });

/** Bodies that are right, and one place at a time in which they are spoiled. */
const bodies: Readonly<Record<string, () => object>> = {
  collect: () => ({ ...order(), instrument: token() }),
  'gateway/token': () => ({ locale: 'es_CO', instrument: token() }),
  'gateway/information': () => ({ ...order(), instrument: { card: { number: cards.approved } } }),
  transaction: () => ({ action: 'checkout', internalReference, amount: { currency: 'COP', total: 1 } }),
  'instrument/invalidate': () => ({ locale: 'es_CO', instrument: token() }),
  reverse: () => ({ internalReference, amount: { currency: 'COP', total: 1 } }),
};

function places(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    ...(path.length > 0 ? [path] : []),
    ...Object.entries(value).flatMap(([key, member]) => places(member, [...path, key])),
  ];
}

function spoiled(body: object, [first = '', ...rest]: string[], value: unknown): object {
  const member = (body as Record<string, unknown>)[first];
  const isLast = rest.length === 0 || typeof member !== 'object' || member === null;
  return { ...body, [first]: isLast ? value : spoiled(member, rest, value) };
}

test.each(Object.keys(bodies))('GW-HOSTILE-01 %s answers every spoiled body as documented', async (path) => {
  const right = bodies[path]?.() ?? {};
  const place = fc.constantFrom(...places(right));
  await fc.assert(
    fc.asyncProperty(place, odd, async (where, value) => {
      const body = { auth: sign(), ...spoiled(bodies[path]?.() ?? {}, where, value) };
      const response = await fetch(`${stage.base}/api/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect([200, 400]).toContain(response.status);
      const { status } = (await response.json()) as { status: Record<string, unknown> };
      expect(Object.keys(status)).toEqual(['status', 'reason', 'message', 'date']);
      expect(status.message).not.toBe('');
      expect(typeof status.reason === 'string' || typeof status.reason === 'number').toBe(true);
    }),
    { numRuns: 60, seed: 20261120 },
  );
});
