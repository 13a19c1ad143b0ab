import { afterAll, beforeAll, expect, test } from 'vitest';
import { testCards, type TestCard } from './cards';
import { advanceClock } from './clock';
import { db } from './db';
import { demoSites } from './demo-sites';
import { answerChallenge, answerOtp, openHosted, payWithCard } from './hosted';
import { call, cards, order, sign } from './testing/calls';
import { formFor, pay, setStage, type Stage } from './testing/stage';
import { tick } from './timers';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

type At = { requestId: number; key: string };

/** A session of the site in this country, and how to ask about it. */
async function openIn(country: string, currency: string, total = 100) {
  const site = demoSites.find((one) => one.country === country);
  if (!site) throw new Error(country);
  const request = order({ locale: undefined }, { amount: { currency, total } });
  const answer = await call(`${stage.base}/api/session`, request, sign(site));
  const { requestId, processUrl } = answer as unknown as { requestId: number; processUrl: string };
  const session: At = { requestId, key: processUrl.split('/').at(-1) ?? '' };
  type Answered = { status: object; payment: { status: object; processorFields: Told[] }[] | null };
  const query = async () =>
    (await call(`${stage.base}/api/session/${requestId}`, {}, sign(site))) as unknown as Answered;
  return { session, query };
}

type Told = { keyword: string; value: unknown };

/** Foreigners' document, good in every country. */
const person = { documentType: 'PPN', document: 'AB1234' };

async function payWith({ requestId, key }: At, number: string, card: object) {
  const form = await formFor({ requestId, key }, number, { person });
  return payWithCard({ ...form, card: { ...form.card, ...card } });
}

/** How the last attempt of each session stands. */
async function lastOf(sessions: readonly At[]): Promise<string[]> {
  const opened = await Promise.all(sessions.map(({ requestId, key }) => openHosted(requestId, key)));
  return opened.map((one) => ('session' in one ? (one.session.attempts[0]?.status ?? 'NONE') : 'NONE'));
}

/** First at once, then after a minute, after three, and after an operator's word; of 45000 COP, under 200 USD. */
function courseOf({ first, final }: TestCard): string[] {
  const end = final ?? 'FAILED';
  if (first === 'PENDING') return ['PENDING', end, end];
  if (first === 'SILENCE') return ['PENDING', 'PENDING', end];
  if (first === 'MANUAL') return ['PENDING', 'PENDING', 'PENDING'];
  const now = first === 'BY_AMOUNT' ? 'APPROVED' : first === 'BY_DATA' ? 'REJECTED' : end;
  return [now, now, now];
}

test('GW-CARD-08 on the page every listed card goes its documented way, the slow ones by the clock', async () => {
  const sessions: At[] = [];
  for (const card of testCards) {
    const session = await stage.open();
    sessions.push(session);
    const paid = await pay(session, card.number);
    if ('kind' in paid && paid.kind === 'otp') await answerOtp({ ...session, code: '123456' });
    if ('kind' in paid && paid.kind === 'challenge') await answerChallenge({ ...session, code: '12345' });
  }
  const course = [await lastOf(sessions)];
  for (const ms of [61_000, 120_000]) {
    await advanceClock(ms);
    await tick();
    course.push(await lastOf(sessions));
  }
  const went = testCards.map(({ number }, at) => [number, ...course.map((moment) => moment[at])]);
  expect(went).toEqual(testCards.map((card) => [card.number, ...courseOf(card)]));
});

test('GW-CARD-09 a number that is on no list begins nothing and is found in no table afterwards', async () => {
  const number = '4242424242424242';
  const session = await stage.open();
  const refused = await pay(session, number);
  expect(refused).toMatchObject({
    ok: false,
    problem: 'invalid',
    fields: { number: 'not_a_test_card' },
    values: { number: '', name: 'Ana' },
  });
  const asked = { ...order(), instrument: { card: { number } } };
  const told = await stage.post('gateway/information', asked);
  expect(told).toMatchObject({
    http: 400,
    status: { reason: 'XN', message: expect.stringMatching(/no se guardó/) },
  });
  expect(JSON.stringify(told)).not.toContain(number);
  const tables = await Promise.all([
    db().session.findMany(),
    db().transaction.findMany(),
    db().instrument.findMany(),
    db().delivery.findMany(),
    db().nonce.findMany(),
    db().fault.findMany(),
  ]);
  const kept = JSON.stringify(tables, (_key, value) => (typeof value === 'bigint' ? String(value) : value));
  expect(kept).toContain(String(session.requestId));
  expect(kept.replaceAll(/[\s-]/g, '')).not.toContain(number);
});

test.each([
  ['55555', cards.approved, 'APPROVED', 'APPROVED'],
  ['00901', cards.approved, 'APPROVED', 'APPROVED'],
  ['44444', cards.approved, 'REJECTED', 'REJECTED'],
  ['33333', cards.approved, 'PENDING', 'REJECTED'],
  ['44444', cards.refused, 'REJECTED', 'REJECTED'],
  ['44444', cards.pendingApproved, 'PENDING', 'REJECTED'],
])('GW-AVS-01 in Puerto Rico zip %s with %s is first %s and then %s', async (zip, number, first, final) => {
  const { session } = await openIn('PR', 'USD');
  expect(await payWith(session, number, { zip })).toMatchObject({ ok: true });
  expect(await lastOf([session])).toEqual([first]);
  await advanceClock(61_000);
  await tick();
  expect(await lastOf([session])).toEqual([final]);
});

test('GW-AVS-02 the address is asked in Puerto Rico alone, and not of debit cards', async () => {
  const { session } = await openIn('PR', 'USD');
  expect(await openHosted(session.requestId, session.key)).toMatchObject({ session: { asksZip: true } });
  for (const [zip, problem] of [
    ['', 'required'],
    ['1234', 'malformed'],
    ['San Juan', 'malformed'],
  ])
    expect(await payWith(session, cards.approved, { zip })).toMatchObject({ fields: { zip: problem } });
  expect(await payWith(session, '0215020177972730', { zip: '' })).toMatchObject({ kind: 'approved' });
  const chile = await openIn('CL', 'CLP');
  expect(await openHosted(chile.session.requestId, chile.session.key)).toMatchObject({
    session: { asksZip: false },
  });
  expect(await payWith(chile.session, cards.approved, { zip: '44444' })).toMatchObject({ kind: 'approved' });
});

test.each([
  ['C:1', { code: 1, type: '00', groupCode: 'C', installments: 1 }, 100, 0, 100],
  ['D:3', { code: 3, type: '03', groupCode: 'D', installments: 3 }, 100, 0, 33.34],
  ['P:12', { code: 2, type: '02', groupCode: 'P', installments: 12 }, 114.4, 14.4, 9.54],
  ['', { code: 1, type: '00', groupCode: 'C', installments: 1 }, 100, 0, 100],
])(
  'GW-CREDIT-01 Ecuador’s credit %s is told with its group and its cost',
  async (typed, credit, total, interest, each) => {
    const { session, query } = await openIn('EC', 'USD');
    expect(await payWith(session, cards.approved, { installments: typed })).toMatchObject({
      kind: 'approved',
    });
    const [{ processorFields } = { processorFields: [] }] = (await query()).payment ?? [];
    const told = Object.fromEntries(processorFields.map(({ keyword, value }) => [keyword, value]));
    expect(told).toMatchObject({
      credit,
      installments: credit.installments,
      totalAmount: total,
      interestAmount: interest,
      installmentAmount: each,
      iceAmount: 0,
    });
  },
);

test.each([['C:2'], ['D:5'], ['Z:3'], ['P'], ['6']])(
  'GW-CREDIT-02 Ecuador offers no credit %s',
  async (installments) => {
    const { session } = await openIn('EC', 'USD');
    expect(await payWith(session, cards.approved, { installments })).toMatchObject({
      fields: { installments: 'malformed' },
    });
  },
);

test('GW-CREDIT-03 Ecuador has groups, Colombia up to 36 instalments in pesos, the others neither', async () => {
  const shown = async (country: string, currency: string) => {
    const { session } = await openIn(country, currency);
    const opened = await openHosted(session.requestId, session.key);
    if (!('session' in opened)) throw new Error(country);
    const { installments, credits } = opened.session;
    return [credits.map(({ groupCode }) => groupCode).join(''), installments.length];
  };
  expect(await shown('EC', 'USD')).toEqual(['CDPM', 0]);
  expect(await shown('CO', 'COP')).toEqual(['', 36]);
  expect(await shown('CO', 'USD')).toEqual(['', 0]);
  for (const [country, currency] of [
    ['PR', 'USD'],
    ['CL', 'CLP'],
    ['CR', 'CRC'],
    ['UY', 'UYU'],
  ] as const)
    expect(await shown(country, currency)).toEqual(['', 0]);
});
