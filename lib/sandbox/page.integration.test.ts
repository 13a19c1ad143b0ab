import { afterAll, beforeAll, expect, test } from 'vitest';
import { advanceClock } from './clock';
import { db } from './db';
import { abandon, answerChallenge, answerOtp, openHosted } from './hosted';
import type { SessionView } from './hosted-view';
import { call, cards, demo, order, sign } from './testing/calls';
import { findEndpoints } from './testing/endpoints';
import { keepCard, pay, setStage, until, type Stage } from './testing/stage';
import { tick } from './timers';

/** What the payment page knows of a session, from its opening to long after its end. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

type Opened = { requestId: number; key: string };

async function viewOf({ requestId, key }: Opened): Promise<SessionView> {
  const opened = await openHosted(requestId, key);
  if (!('session' in opened)) throw new Error(opened.kind);
  return opened.session;
}

const fieldsFor = (...displays: string[]) =>
  displays.map((displayOn) => ({ keyword: `on ${displayOn}`, value: displayOn, displayOn }));

const shown = (fields: SessionView['fields']['payment']) => fields.map(({ keyword }) => keyword);

test('GW-FIELD-01 each field is shown where its displayOn says, and `approved` after an approval only', async () => {
  const fields = fieldsFor('none', 'payment', 'receipt', 'both', 'approved');
  const [paid, refused] = [await stage.open({ fields }), await stage.open({ fields })];
  const open = (await viewOf(paid)).fields;
  expect(shown(open.payment)).toEqual(['on payment', 'on both']);
  await pay(paid, cards.approved);
  await pay(refused, cards.refused);
  expect(shown((await viewOf(paid)).fields.result)).toEqual(['on receipt', 'on both', 'on approved']);
  expect(shown((await viewOf(refused)).fields.result)).toEqual(['on receipt', 'on both']);
});

test('GW-FIELD-02 scalars and lists of them are drawn, objects are not; fields of payment and subscription too', async () => {
  const field = (keyword: string, value: unknown) => ({ keyword, value, displayOn: 'payment' });
  const session = await stage.open(
    {
      fields: [
        field('text', 'Ventana'),
        field('number', 7),
        field('yes', true),
        field('list', ['a', 2, false]),
        field('object', { a: 1 }),
        field('mixed', [1, { a: 1 }, 'b']),
      ],
    },
    { fields: [field('seat', '12F')] },
  );
  expect((await viewOf(session)).fields.payment).toEqual([
    { keyword: 'text', text: 'Ventana' },
    { keyword: 'number', text: '7' },
    { keyword: 'yes', text: 'true' },
    { keyword: 'list', text: 'a, 2, false' },
    { keyword: 'mixed', text: '1, b' },
    { keyword: 'seat', text: '12F' },
  ]);
  const subscription = { reference: 'S-1', fields: [field('club', 'Montaña')] };
  const kept = await stage.open({ payment: undefined, subscription });
  expect((await viewOf(kept)).fields.payment).toEqual([{ keyword: 'club', text: 'Montaña' }]);
});

test('GW-PAGE-05 after its end the page tells the result, or why nobody can pay any more', async () => {
  const [paid, left, cancelled, expired] = [
    await stage.open(),
    await stage.open(),
    await stage.open(),
    await stage.open(),
  ];
  const kindOf = async ({ requestId, key }: Opened) => {
    const { kind, ...more } = await openHosted(requestId, key);
    return 'why' in more ? `${kind} ${more.why}` : kind;
  };
  await pay(paid, cards.approved);
  await abandon(left);
  await stage.cancel(cancelled.requestId);
  await advanceClock(31 * 60_000);
  expect(await kindOf(paid)).toBe('finished');
  expect(await kindOf(left)).toBe('unavailable PAYER');
  expect(await kindOf(cancelled)).toBe('unavailable MERCHANT');
  expect(await kindOf(expired)).toBe('unavailable EXPIRED');
  expect(await pay(cancelled, cards.approved)).toMatchObject({ ok: false, problem: 'unavailable' });
});

test('GW-PAGE-06 the payer goes back to the very address that was sent; without cancelUrl, to returnUrl', async () => {
  const returnUrl = 'https://shop.example/return/7?order=A-1#top';
  const session = await stage.open({ returnUrl, cancelUrl: undefined, skipResult: true });
  const paid = await stage.open({ returnUrl, skipResult: true });
  expect((await viewOf(session)).returnUrl).toBe(returnUrl);
  expect(await abandon(session)).toEqual({ ok: true, leaveTo: returnUrl });
  expect(await pay(paid, cards.approved)).toMatchObject({ leaveTo: returnUrl });
});

test('GW-PAGE-07 the page knows its code, the time left, the items, taxes and details', async () => {
  const session = await stage.open(
    {},
    {
      items: [{ sku: 'C1', name: 'Café', qty: '2', price: 20000 }],
      amount: {
        currency: 'COP',
        total: 45000,
        taxes: [{ kind: 'valueAddedTax', amount: 5000, base: 40000 }],
        details: [{ kind: 'shipping', amount: 3000 }],
      },
    },
  );
  const view = await viewOf(session);
  expect(view).toMatchObject({
    code: `S${session.requestId}-T1`,
    items: [{ sku: 'C1', name: 'Café', quantity: '2', price: '20000.00' }],
    taxes: [{ kind: 'valueAddedTax', amount: { total: '5000.00', currency: 'COP' } }],
    details: [{ kind: 'shipping', amount: { total: '3000.00' } }],
  });
  expect(view.expiresAt.getTime() - view.now.getTime()).toBeGreaterThan(29 * 60_000);
  await pay(session, cards.refused);
  await pay(session, cards.refused);
  expect((await viewOf(session)).code).toBe(`S${session.requestId}-T2`);
});

test('GW-SHIP-01 where the goods go is kept and told by the query, and shown nowhere on the page', async () => {
  const address = { street: 'Carrera 7 # 71-21', city: 'Barichara', country: 'CO' };
  const shipping = { name: 'Débora', surname: 'Arango', mobile: '+573009998877', address };
  const session = await stage.open({}, { shipping });
  const { request } = await stage.query(session.requestId);
  expect(request).toMatchObject({ payment: { shipping } });
  await pay(session, cards.approved);
  const view = JSON.stringify(await viewOf(session));
  for (const word of ['Débora', 'Carrera 7', 'Barichara', '9998877']) expect(view).not.toContain(word);
});

test('GW-LOCALE-03 what is answered about a session is in its own language, whoever asks', async () => {
  const session = await stage.open({ locale: 'en_US' });
  expect((await stage.query(session.requestId)).status.message).toBe('The request is active');
  await pay(session, cards.approved);
  const answer = await stage.query(session.requestId);
  expect(answer).toMatchObject({
    status: { message: 'The request has been successfully approved' },
    payment: [{ status: { message: 'Approved' } }],
  });
});

test('GW-QUERY-08 an attempt has digits for receipt, an authorization of its own, and what the processor said', async () => {
  const session = await stage.open();
  await pay(session, cards.refused);
  await pay(session, cards.approved);
  const { payment } = (await stage.query(session.requestId)) as unknown as { payment: object[] };
  const field = (keyword: string, value: unknown) => ({ keyword, value, displayOn: 'none' });
  expect(payment).toMatchObject([
    {
      authorization: expect.stringMatching(/^(?!000000)\d{6}$/),
      receipt: expect.stringMatching(/^\d+$/),
      processorFields: [
        field('bin', '411111'),
        field('expiration', '1234'),
        field('lastDigits', '1111'),
        field('installments', 1),
        field('b24', '00'),
      ],
    },
    { authorization: '000000', issuerName: 'BANCO DE GUAYAQUIL, S.A.' },
  ]);
});

test('GW-NOTIFY-10 a subscription is told by its own reference', async () => {
  const { requestId } = await keepCard(stage, cards.approved);
  await until('it is told', () => stage.merchant.toldOf(requestId).length === 1);
  expect(stage.merchant.toldOf(requestId)).toMatchObject([{ requestId, reference: 'SUB-1' }]);
});

test('GW-NOTIFY-11 a refund is not told', async () => {
  const session = await stage.open();
  await pay(session, cards.approved);
  await until('the payment is told', () => stage.merchant.toldOf(session.requestId).length === 1);
  const { internalReference } = await db().transaction.findFirstOrThrow({
    where: { requestId: session.requestId },
  });
  expect((await stage.post('transaction', { action: 'reverse', internalReference })).http).toBe(200);
  await tick();
  expect(await db().delivery.count({ where: { requestId: session.requestId } })).toBe(1);
  expect(stage.merchant.toldOf(session.requestId)).toHaveLength(1);
});

test.each(['GET', 'PUT', 'PATCH', 'DELETE'])(
  'GW-WIRE-09 %s is no call of the API, is answered as an unknown path and changes nothing',
  async (method) => {
    const { requestId } = await stage.open();
    const paths = findEndpoints().map((path) => path.replace('{requestId}', String(requestId)));
    expect(paths.length).toBeGreaterThan(10);
    for (const path of paths) {
      const body = method === 'GET' ? {} : { body: JSON.stringify({ auth: sign() }) };
      const response = await fetch(`${stage.base}/${path}`, { method, ...body });
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.json()).toMatchObject({
        status: { status: 'FAILED', reason: 'NA', message: 'Pagina no encontrada' },
      });
    }
    expect((await stage.query(requestId)).status).toMatchObject({ status: 'PENDING', reason: 'PC' });
  },
);

test('GW-COLLECT-11 a collect may name a provider, a pocket and a code; an unknown token is 400 XN and charges nothing', async () => {
  const kept = await keepCard(stage, cards.approved);
  const { payment } = order();
  const token = { token: kept.token, cvv: '123', installments: '0' };
  const answer = await stage.post('collect', {
    payment,
    provider: null,
    instrument: { token, pocket: 10 },
    returnUrl: 'https://shop.example/r',
    expiration: new Date(Date.now() + 40 * 60_000).toISOString(),
  });
  expect(answer).toMatchObject({ http: 200, status: { status: 'APPROVED' }, subscription: null });
  expect(JSON.stringify(answer)).not.toContain('"cvv"');
  const [told] = answer.payment as object[];
  for (const name of ['dispersion', 'agreement', 'agreementType', 'discount', 'subscription'])
    expect(told).not.toHaveProperty(name);
  const { payment: other } = order();
  const unknown = { payment: other, instrument: { token: { token: 'f'.repeat(64) } } };
  expect(await stage.post('collect', unknown)).toMatchObject({
    http: 400,
    status: { status: 'FAILED', reason: 'XN', message: 'El token usado es inválido' },
  });
  expect(await db().session.count({ where: { reference: other.reference } })).toBe(0);
});

test('GW-SWITCH-09 an invalidated token is answered OK, where a site says so', async () => {
  const where = { login: demo.login };
  const invalidate = async () => {
    const { token } = await keepCard(stage, cards.approved);
    return call(`${stage.base}/api/instrument/invalidate`, { instrument: { token: { token } } });
  };
  const message = 'La petición ha sido aprobada exitosamente';
  expect((await invalidate()).status).toMatchObject({ status: 'APPROVED', reason: '00', message });
  await db().site.update({ where, data: { switches: { invalidateAnswer: 'OK' } } });
  expect((await invalidate()).status).toMatchObject({ status: 'OK', reason: '00' });
  await db().site.update({ where, data: { switches: {} } });
});

test('the page knows when a payment is charged again, and of one that is not', async () => {
  const recurring = { periodicity: 'M', interval: '2', maxPeriods: '12', nextPayment: '2099-01-31' };
  const repeated = await stage.open({}, { recurring: { ...recurring, dueDate: '2099-12-31' } });
  expect((await viewOf(repeated)).repetition).toEqual({
    periodicity: 'M',
    interval: 2,
    maxPeriods: 12,
    firstOn: '2099-01-31',
    lastOn: '2099-12-31',
  });
  const endless = await stage.open({}, { recurring: { ...recurring, maxPeriods: '-1' } });
  expect((await viewOf(endless)).repetition).toMatchObject({ maxPeriods: -1, lastOn: null });
  const never = await stage.open({}, { recurring: { ...recurring, maxPeriods: '0' } });
  expect((await viewOf(never)).repetition).toBeNull();
  expect((await viewOf(await stage.open())).repetition).toBeNull();
});

test('the page knows whether a hold still stands', async () => {
  const session = await stage.open({ type: 'checkin' });
  await pay(session, cards.approved);
  expect(await viewOf(session)).toMatchObject({ holds: true, attempts: [{ isHeld: true }] });
  const { payment } = (await stage.query(session.requestId)) as unknown as {
    payment: { internalReference: number }[];
  };
  const amount = { currency: 'COP', total: 45000 };
  const internalReference = payment[0]?.internalReference;
  await stage.post('transaction', { action: 'checkout', internalReference, amount });
  expect((await viewOf(session)).attempts).toMatchObject([{ isHeld: false }]);
  const paid = await stage.open();
  await pay(paid, cards.approved);
  expect((await viewOf(paid)).attempts).toMatchObject([{ isHeld: false }]);
});

test.each([
  ['a wrong 3-D Secure code', cards.challenge, answerChallenge],
  ['a wrong one-time password', cards.otp, answerOtp],
])('the page knows that an attempt was refused for %s', async (_what, number, answer) => {
  const session = await stage.open();
  await pay(session, number);
  await answer({ ...session, code: '999' });
  await pay(session, cards.refused);
  expect((await viewOf(session)).attempts).toMatchObject([
    { status: 'REJECTED', hasWrongCode: false },
    { status: 'REJECTED', hasWrongCode: true },
  ]);
});
