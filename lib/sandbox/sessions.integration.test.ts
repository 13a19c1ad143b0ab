import { afterAll, beforeAll, expect, test } from 'vitest';
import { startGateway } from '@/scripts/testing/gateway';
import { closeDb } from './db';
import { abandon, openHosted, payWithCard } from './hosted';
import { call, cardForm, cards, open, order, payer } from './testing/calls';

let gateway: Awaited<ReturnType<typeof startGateway>>;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(async () => {
  await gateway.close();
  await closeDb();
});

const query = (requestId: number) => call(`${gateway.url}/api/session/${requestId}`, {});

async function pay(session: { requestId: number; key: string }, number: string) {
  const opened = await openHosted(session.requestId, session.key);
  const attemptToken = 'session' in opened ? opened.session.attemptToken : '';
  const form = { ...session, attemptToken, card: cardForm(number), person: payer, ipAddress: '127.0.0.1' };
  return { form, paid: await payWithCard(form) };
}

test('GW-CREATE-01 a request is answered with a number, an address and PC', async () => {
  const answer = await call(`${gateway.url}/api/session`, order());
  expect(answer).toMatchObject({ http: 200, status: { status: 'OK', reason: 'PC' } });
  expect(Object.keys(answer).slice(0, 3)).toEqual(['status', 'requestId', 'processUrl']);
  expect(answer.processUrl).toMatch(
    new RegExp(`^${gateway.url}/spa/session/${answer.requestId}/[0-9a-f]{32}$`),
  );
});

test('GW-QUERY-01 a fresh session is PENDING PC with payment null', async () => {
  const session = await open(gateway.url);
  expect(await query(session.requestId)).toMatchObject({
    status: { status: 'PENDING', reason: 'PC', message: 'La petición se encuentra activa' },
    payment: null,
    subscription: null,
  });
});

test('GW-PAGE-01 a card pays the session', async () => {
  const session = await open(gateway.url);
  expect((await pay(session, cards.approved)).paid).toEqual({ ok: true, kind: 'approved', leaveTo: null });
  const answer = await query(session.requestId);
  expect(answer.status).toMatchObject({ status: 'APPROVED', reason: '00' });
  expect(answer.payment).toMatchObject([
    { status: { status: 'APPROVED' }, franchise: 'CR_VS', refunded: false },
  ]);
});

test('GW-CANCEL-01 the merchant cancels a session that nobody paid', async () => {
  const session = await open(gateway.url);
  const answer = await call(`${gateway.url}/api/session/${session.requestId}/cancel`, {});
  expect(answer).toMatchObject({
    status: { status: 'OK', reason: '00' },
    session: { status: { status: 'REJECTED', reason: 'MC' }, payment: null },
  });
  expect(await openHosted(session.requestId, session.key)).toMatchObject({
    kind: 'unavailable',
    why: 'MERCHANT',
  });
});

test('GW-PAGE-02 the payer leaves for the cancelUrl', async () => {
  const session = await open(gateway.url);
  expect(await abandon(session)).toEqual({ ok: true, leaveTo: 'http://localhost:3000/es/cart' });
  expect((await query(session.requestId)).status).toMatchObject({ status: 'REJECTED', reason: '?C' });
});
