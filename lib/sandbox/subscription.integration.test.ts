import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoSites } from './demo-sites';
import { openHosted } from './hosted';
import { call, cards, order, payer, sign } from './testing/calls';
import { keepCard, pay, setStage, type Stage } from './testing/stage';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const subscription = () => ({
  payment: undefined,
  subscription: { reference: 'SUB-1', description: 'Mensual' },
});

const invalid = {
  http: 400,
  status: { status: 'FAILED', reason: 'XN', message: 'El token usado es inválido' },
};

test('GW-SUB-01 a subscription keeps a card and charges nothing', async () => {
  const session = await stage.open(subscription());
  expect(await openHosted(session.requestId, session.key)).toMatchObject({
    kind: 'open',
    session: { amount: null, keepsCardOnly: true, asksConsent: false, description: 'Mensual' },
  });
  expect(await pay(session, cards.approved)).toMatchObject({ ok: true, kind: 'approved' });
  const answer = await stage.query(session.requestId);
  expect(answer).toMatchObject({
    status: { status: 'APPROVED', reason: '00' },
    request: { subscription: { reference: 'SUB-1', description: 'Mensual' } },
    payment: null,
    subscription: {
      status: { status: 'OK', reason: '00', message: 'Token generado exitosamente' },
      type: 'token',
      instrument: [
        { keyword: 'token', value: expect.stringMatching(/^[0-9a-f]{64}$/), displayOn: 'none' },
        { keyword: 'subtoken', value: expect.stringMatching(/^\d{12}1111$/), displayOn: 'none' },
        { keyword: 'franchise', value: 'visa', displayOn: 'none' },
        { keyword: 'franchiseName', value: 'Visa', displayOn: 'none' },
        { keyword: 'issuerName', value: 'JPMORGAN CHASE BANK, N.A.', displayOn: 'none' },
        { keyword: 'lastDigits', value: '1111', displayOn: 'none' },
        { keyword: 'validUntil', value: '2034-12-31', displayOn: 'none' },
        { keyword: 'installments', value: null, displayOn: 'none' },
      ],
    },
  });
  expect(answer.request).not.toHaveProperty('payment');
});

test('GW-SUB-02 a refused tokenisation counts as a refusal, and the payer may try another card', async () => {
  const session = await stage.open(subscription());
  expect(await pay(session, cards.refused)).toMatchObject({ kind: 'refused' });
  expect(await openHosted(session.requestId, session.key)).toMatchObject({
    kind: 'open',
    session: { attemptsLeft: 9 },
  });
  expect(await stage.query(session.requestId)).toMatchObject({
    status: { status: 'PENDING', reason: 'PT' },
    payment: null,
    subscription: null,
  });
  expect(await pay(session, cards.pendingRejected)).toMatchObject({ kind: 'approved' });
});

test('GW-SUB-03 a subscription asks for the challenge', async () => {
  const session = await stage.open(subscription());
  expect(await pay(session, cards.challenge)).toMatchObject({ kind: 'challenge' });
  expect((await stage.query(session.requestId)).subscription).toBeNull();
});

test('GW-SUB-04 pay and subscribe: without consent a payment alone, with it both', async () => {
  const [alone, both] = [
    await stage.open({}, { subscribe: true }),
    await stage.open({}, { subscribe: true }),
  ];
  expect(await openHosted(alone.requestId, alone.key)).toMatchObject({ session: { asksConsent: true } });
  await pay(alone, cards.approved);
  expect(await stage.query(alone.requestId)).toMatchObject({
    status: { status: 'APPROVED' },
    subscription: null,
  });
  await pay(both, cards.refused, { consent: true });
  expect((await stage.query(both.requestId)).subscription).toBeNull();
  await pay(both, cards.approved, { consent: true });
  expect(await stage.query(both.requestId)).toMatchObject({
    payment: [{ status: { status: 'APPROVED' } }, {}],
    subscription: { type: 'token' },
  });
});

test('GW-SUB-05 consent that was not asked for keeps nothing', async () => {
  const session = await stage.open();
  await pay(session, cards.approved, { consent: true });
  expect((await stage.query(session.requestId)).subscription).toBeNull();
});

test('GW-SUB-06 who consents at a check-in has a card held and kept', async () => {
  for (const number of [cards.approved, cards.pendingApproved]) {
    const session = await stage.open({ type: 'checkin' }, { subscribe: true });
    await pay(session, number, { consent: true });
    if (number === cards.pendingApproved)
      await stage.control('POST', `sessions/${session.requestId}/approve`);
    expect(await stage.query(session.requestId)).toMatchObject({
      status: { status: 'APPROVED' },
      payment: [{ status: { status: 'APPROVED' } }],
      subscription: { status: { status: 'OK', reason: '00' }, type: 'token' },
    });
  }
});

test.each([
  ['token', (kept: { token: string; subtoken: string }) => ({ token: { token: kept.token } })],
  ['subtoken', (kept: { token: string; subtoken: string }) => ({ token: { subtoken: kept.subtoken } })],
  ['both', (kept: { token: string; subtoken: string }) => ({ token: kept })],
  ['both, not nested', (kept: { token: string; subtoken: string }) => kept],
])('GW-TOKEN-01 a token is looked up by %s', async (_how, named) => {
  const { token, subtoken } = await keepCard(stage, cards.approved);
  const kept = { token, subtoken };
  expect(await stage.post('gateway/token', { instrument: named(kept) })).toMatchObject({
    http: 200,
    status: { status: 'OK', reason: '00' },
    data: {
      id: expect.any(Number),
      type: 'card',
      ...kept,
      franchise: 'visa',
      franchiseName: 'Visa',
      lastDigits: '1111',
      validUntil: '12/34',
      owner: `${payer.name} ${payer.surname}`,
      bin: '411111',
      accountType: null,
    },
  });
});

test('GW-TOKEN-02 unknown names, names of two cards and another site’s token are invalid', async () => {
  const [one, other] = [await keepCard(stage, cards.approved), await keepCard(stage, cards.approved)];
  const mixed = { token: one.token, subtoken: other.subtoken };
  for (const token of [{ token: '0'.repeat(64) }, { subtoken: '1' }, mixed, {}, { token: { a: 1 } }])
    expect(await stage.post('gateway/token', { instrument: { token } })).toMatchObject(invalid);
  const chile = demoSites.find(({ country }) => country === 'CL');
  const elsewhere = { instrument: { token: one } };
  const signed = sign(chile);
  expect(await call(`${stage.base}/api/gateway/token`, elsewhere, signed)).toMatchObject(invalid);
});

test('GW-TOKEN-05 in English the two lookups have their own words for an unusable token', async () => {
  const instrument = { token: { token: '0'.repeat(64) } };
  const said = async (path: string) => {
    const answer = await stage.post(path, { ...order({ locale: 'en_US' }), instrument });
    expect(answer).toMatchObject({ http: 400, status: { status: 'FAILED', reason: 'XN' } });
    return answer.status.message;
  };
  expect(await said('gateway/token')).toBe('Invalid token provided');
  expect(await said('gateway/information')).toBe('Invalid token provided');
  expect(await said('instrument/invalidate')).toBe('The token used is invalid');
  expect(await said('collect')).toBe('The token used is invalid');
});

test('GW-TOKEN-03 an invalidated token is gone by both its names, and cannot be invalidated again', async () => {
  const kept = await keepCard(stage, cards.approved);
  expect(await stage.post('instrument/invalidate', { instrument: { token: { token: kept.token } } })).toEqual(
    {
      http: 200,
      status: {
        status: 'APPROVED',
        reason: '00',
        message: 'La petición ha sido aprobada exitosamente',
        date: expect.any(String),
      },
    },
  );
  for (const token of [{ token: kept.token }, { subtoken: kept.subtoken }]) {
    expect(await stage.post('gateway/token', { instrument: { token } })).toMatchObject(invalid);
    expect(await stage.post('instrument/invalidate', { instrument: { token } })).toMatchObject(invalid);
    expect(await stage.post('collect', { ...order(), instrument: { token } })).toMatchObject(invalid);
  }
});

test('GW-TOKEN-04 the session goes on telling the token that was given up', async () => {
  const { requestId, ...kept } = await keepCard(stage, cards.approved);
  await stage.post('instrument/invalidate', { instrument: { token: kept } });
  expect(await stage.query(requestId)).toMatchObject({ subscription: { type: 'token' } });
});

test('GW-INFO-01 a card and its token are told what they need', async () => {
  const ask = (instrument: object) => stage.post('gateway/information', { ...order(), instrument });
  const answer = await ask({ card: { number: cards.challenge } });
  expect(answer).toMatchObject({
    http: 200,
    status: { status: 'OK', reason: '00' },
    provider: 'CREDIBANCO',
    serviceCode: 'CR_VS',
    cardType: 'C',
    cardTypes: ['C'],
    requireOtp: false,
    requireCvv2: true,
    threeDS: 'required',
    credits: [{ groupCode: 'C', installments: expect.arrayContaining([1, 36]) }],
  });
  expect(await ask({ card: { number: cards.otp } })).toMatchObject({ requireOtp: true });
  const { subtoken } = await keepCard(stage, cards.approved);
  expect(await ask({ token: { subtoken } })).toMatchObject({
    http: 200,
    threeDS: 'optional',
    serviceCode: 'CR_VS',
  });
});

test('GW-INFO-02 Ecuador has credit groups, Puerto Rico asks for the address', async () => {
  const ask = async (country: string) => {
    const body = { ...order(), instrument: { card: { number: cards.approved } } };
    const signed = sign(demoSites.find((site) => site.country === country));
    return call(`${stage.base}/api/gateway/information`, body, signed);
  };
  expect(await ask('EC')).toMatchObject({
    provider: 'INTERDIN',
    displayInterest: true,
    credits: [{ groupCode: 'C' }, { groupCode: 'D' }, { groupCode: 'P' }, { groupCode: 'M' }],
  });
  expect(await ask('PR')).toMatchObject({ requireAvs: true, zipCodeFormat: '00000', credits: [] });
});

test('GW-INFO-03 an unknown token or card is refused, and so is a brand that the site does not take', async () => {
  const ask = (instrument: object) => stage.post('gateway/information', { ...order(), instrument });
  expect(await ask({ token: { token: 'f'.repeat(64) } })).toMatchObject(invalid);
  expect(await ask({})).toMatchObject(invalid);
  expect(await ask({ card: { number: '4111111111111112' } })).toMatchObject({
    http: 400,
    status: { reason: 'XN' },
  });
  const chile = sign(demoSites.find(({ country }) => country === 'CL'));
  const card = { ...order(), instrument: { card: { number: '8810060001592705' } } };
  expect(await call(`${stage.base}/api/gateway/information`, card, chile)).toMatchObject({
    http: 400,
    status: { reason: 'request_not_valid' },
  });
});
