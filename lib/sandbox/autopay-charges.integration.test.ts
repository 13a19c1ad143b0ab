import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { acceptTerms } from './autopay/terms';
import { advanceClock, freezeClock } from './clock';
import { db } from './db';
import { agree, agreement, answers, charges, days, edit, mandate, settle, toldOf } from './testing/autopay';
import { cards, demo } from './testing/calls';
import { pay, setStage, type Stage } from './testing/stage';
import { tick } from './timers';

/** What AutoPay does by the clock. Every test begins on 20 January 2027. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
beforeEach(async () => {
  await freezeClock(new Date('2027-01-20T12:00:00-05:00'));
  answers(stage);
});
afterEach(() => stage.control('POST', 'reset', {}));
afterAll(() => stage.close());

const total = (recurring: object = {}, type = 'TOTAL_BALANCE') =>
  agreement({ amount: undefined }, { type, nextPayment: '2027-01-31', ...recurring });

const fixed = (recurring: object = {}) => agreement({}, { nextPayment: '2027-01-31', ...recurring });

const force = (reference: string, nth: number, status = 'REJECTED', reason = '51') =>
  stage.control('POST', 'faults', {
    op: 'charge',
    match: { reference, nth },
    do: { force: { status, reason } },
  });

const settled = (id: string) =>
  toldOf(stage, id, 'settlement').map(({ body }) => body.transaction as Record<string, unknown>);

const events = (id: string) => toldOf(stage, id, 'webhook').map(({ body }) => body.type);

const dates = async (id: string, state?: string) =>
  (await charges(id)).filter((one) => state === undefined || one.state === state).map(({ dueOn }) => dueOn);

const ledger = async (reference: string) =>
  (await stage.control('GET', `ledger?reference=${reference}`)).body as Record<string, unknown>;

const yearOfMonthEnds = [
  ...['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31', '2027-06-30'],
  ...['2027-07-31', '2027-08-31', '2027-09-30', '2027-10-31', '2027-11-30', '2027-12-31'],
];

describe('a fixed amount', () => {
  test('GW-AUTOPAY-19 a year of month ends, in one leap of the clock: charged without asking, settled once each, then finished', async () => {
    const { id, reference } = await agree(stage, fixed({ maxPeriods: 12 }));
    await days(400);
    expect(await dates(id, 'PAID')).toEqual(yearOfMonthEnds);
    expect(toldOf(stage, id, 'balance')).toEqual([]);
    expect(settled(id).map(({ date }) => String(date).slice(0, 10))).toEqual(yearOfMonthEnds);
    expect(events(id)).toEqual(['AUTOPAY_CREATED']);
    expect(await mandate(id)).toMatchObject({
      status: 'REJECTED',
      reason: 'AP',
      dueAt: null,
      nextOn: '2027-12-31',
    });
    expect(await ledger(reference)).toMatchObject({ approved: { COP: '540000.00' }, refused: {} });
  });

  test('GW-AUTOPAY-20 no charge after dueDate, and the next date is told as nextPayment', async () => {
    const { id, requestId } = await agree(stage, fixed({ dueDate: '2027-03-15', periodicity: 'M' }));
    await days(12);
    const told = (await stage.query(requestId)) as unknown as { autopay: object[] };
    expect(told.autopay[0]).toMatchObject({ subscription: { recurring: { nextPayment: '2027-02-28' } } });
    await days(60);
    expect(await dates(id)).toEqual(['2027-01-31', '2027-02-28']);
    expect(await mandate(id)).toMatchObject({ status: 'REJECTED', reason: 'AP' });
  });

  test('GW-AUTOPAY-21 a settlement tells the transaction as the list does, with service and brand changed over', async () => {
    const { id, reference } = await agree(stage, fixed({ notificationUrl: 'https://merchant.test/n' }));
    await days(12);
    const [told] = toldOf(stage, id, 'settlement');
    expect(Object.keys(told?.body ?? {})).toEqual(['reference', 'id', 'transaction']);
    const listed = (await stage.autopay('transactions', { id })) as unknown as { data: object[] };
    expect(listed.data).toEqual([told?.body.transaction]);
    expect(Object.keys(listed.data[0] ?? {})).toEqual([
      ...[
        'status',
        'date',
        'transactionDate',
        'internalReference',
        'reference',
        'paymentMethod',
        'franchise',
      ],
      ...[
        'franchiseName',
        'issuerName',
        'amount',
        'conversion',
        'authorization',
        'receipt',
        'type',
        'refunded',
      ],
      ...['lastDigits', 'provider', 'discount', 'processorFields', 'additional', 'notificationURL'],
    ]);
    const amount = { currency: 'COP', total: 45000 };
    expect(listed.data[0]).toMatchObject({
      status: { status: 'APPROVED', reason: '00', message: 'Aprobada', date: '2027-01-31T00:00:00-05:00' },
      reference,
      franchise: 'visa',
      paymentMethod: expect.stringMatching(/^[A-Z]{2}_[A-Z]{2}$/),
      amount,
      conversion: { from: amount, to: amount, factor: 1 },
      type: 'AUTH_ONLY',
      refunded: false,
      lastDigits: '1111',
      processorFields: { b24: '00' },
      notificationURL: 'https://merchant.test/n',
    });
  });

  test('GW-AUTOPAY-22 a settlement that is not taken is told again after 10 and 20 minutes, and the charge stands', async () => {
    stage.merchant.answer = (_request, response) => void response.writeHead(500).end();
    const { id } = await agree(stage, fixed());
    await days(12);
    expect(settled(id)).toHaveLength(3);
    const calls = await db().autopayCall.findMany({
      where: { autopayId: id, kind: 'SETTLEMENT' },
      orderBy: { attempt: 'asc' },
    });
    const minuteOf = (at: Date | undefined) =>
      ((at?.getTime() ?? 0) - (calls[0]?.dueAt.getTime() ?? 0)) / 60_000;
    expect(calls.map(({ dueAt }) => minuteOf(dueAt))).toEqual([0, 10, 30]);
    expect(await dates(id, 'PAID')).toEqual(['2027-01-31']);
    expect(await mandate(id)).toMatchObject({ status: 'APPROVED', nextOn: '2027-02-28' });
  });
});

describe('what the merchant says', () => {
  test('GW-AUTOPAY-23 a year of total balances: asked on each date after the last settlement, a zero is not charged', async () => {
    let owed = 10_000;
    answers(stage, () => ({ amount: owed, min_amount: 1 }));
    const { id, reference } = await agree(stage, total());
    for (const [month] of yearOfMonthEnds.entries()) {
      owed = month % 3 === 2 ? 0 : 10_000 + month;
      await freezeClock(new Date(`${yearOfMonthEnds[month]}T12:00:00-05:00`));
      await settle();
    }
    expect(await dates(id)).toEqual(yearOfMonthEnds);
    expect((await charges(id)).map(({ state }) => state)).toEqual(
      yearOfMonthEnds.map((_, month) => (month % 3 === 2 ? 'SKIPPED' : 'PAID')),
    );
    expect(toldOf(stage, id, 'balance').map(({ body }) => body)).toEqual(
      yearOfMonthEnds.map(() => ({ reference, id })),
    );
    expect(settled(id).map((one) => (one.amount as { total: number }).total)).toEqual(
      yearOfMonthEnds.map((_, month) => 10_000 + month).filter((_, month) => month % 3 !== 2),
    );
    expect(await mandate(id)).toMatchObject({ status: 'APPROVED', periods: 12, nextOn: '2028-01-31' });
  });

  test('GW-AUTOPAY-24 a year of minimum balances, in one leap: each is asked for after the one before was settled', async () => {
    let left = 60_000;
    stage.merchant.received.length = 0;
    answers(stage, () => ({ amount: left, min_amount: Math.min(left, 10_000) }));
    const answer = stage.merchant.answer;
    stage.merchant.answer = (request, response, body) => {
      if (request.url?.endsWith('/settlement')) left -= 10_000;
      answer(request, response, body);
    };
    const { id, reference } = await agree(stage, total({ maxPeriods: 12 }, 'MINIMUM_BALANCE'));
    await days(400);
    const states = (await charges(id)).map(({ state }) => state);
    expect(states).toEqual([...Array(6).fill('PAID'), ...Array(6).fill('SKIPPED')]);
    expect(await ledger(reference)).toMatchObject({ approved: { COP: '60000.00' } });
    expect(await mandate(id)).toMatchObject({ status: 'REJECTED', reason: 'AP' });
  });

  test('GW-AUTOPAY-25 a balance that cannot be had is asked for after 5 and 10 minutes; then charge and autopay are FAILED', async () => {
    answers(stage, () => ({ http: 400, status: 'FAILED' }));
    const { id } = await agree(stage, total());
    await days(20);
    const calls = await db().autopayCall.findMany({
      where: { autopayId: id, kind: 'BALANCE' },
      orderBy: { attempt: 'asc' },
    });
    expect(calls.map(({ dueAt }) => dueAt.toISOString().slice(11, 16))).toEqual(['05:00', '05:05', '05:15']);
    expect(await dates(id, 'FAILED')).toEqual(['2027-01-31']);
    expect(await mandate(id)).toMatchObject({ status: 'FAILED', reason: '?C', dueAt: null });
    expect(events(id)).toEqual(['AUTOPAY_CREATED', 'AUTOPAY_TRANSACTION_FAILED']);
    await days(60);
    expect(await dates(id)).toEqual(['2027-01-31']);
  });

  test('GW-AUTOPAY-26 a merchant that recovers in time is charged once', async () => {
    let asked = 0;
    answers(stage, () => ((asked += 1) < 3 ? { http: 503 } : { amount: 7000 }));
    const { id } = await agree(stage, total());
    await days(12);
    expect(asked).toBe(3);
    expect(settled(id)).toMatchObject([{ amount: { total: 7000 } }]);
  });

  test('GW-AUTOPAY-27 an answer that takes more than 3 seconds is none', async () => {
    const { id } = await agree(stage, total());
    await settle();
    const answer = stage.merchant.answer;
    stage.merchant.answer = () => {};
    // A minute after the first try, and before the second.
    await freezeClock(new Date('2027-01-31T00:01:00-05:00'));
    await tick();
    const [call] = await db().autopayCall.findMany({
      where: { autopayId: id, kind: 'BALANCE' },
      orderBy: { id: 'asc' },
    });
    expect(call).toMatchObject({ state: 'FAILED', httpStatus: null, error: 'no answer in 3 seconds' });
    stage.merchant.answer = answer;
  });
});

describe('refused charges', () => {
  test('GW-AUTOPAY-28 a refused charge is tried after 1 and 3 minutes without asking again, each told with its transaction', async () => {
    answers(stage, () => ({ amount: 8000 }));
    const { id, reference } = await agree(stage, total());
    await force(reference, 1);
    await force(reference, 2, 'FAILED', 'XH');
    await days(12);
    expect(toldOf(stage, id, 'balance')).toHaveLength(1);
    const tried = await db().transaction.findMany({
      where: { reference, type: 'AUTOPAY' },
      orderBy: { internalReference: 'asc' },
    });
    expect(tried.map(({ status, statusAt }) => [status, statusAt.toISOString().slice(11, 16)])).toEqual([
      ['REJECTED', '05:00'],
      ['FAILED', '05:01'],
      ['APPROVED', '05:04'],
    ]);
    const failures = toldOf(stage, id, 'webhook').filter(
      ({ body }) => body.type === 'AUTOPAY_TRANSACTION_FAILED',
    );
    expect(failures.map(({ body }) => body.additional)).toEqual(
      tried.slice(0, 2).map(({ internalReference }) => ({ transactionID: internalReference })),
    );
    expect(settled(id)).toHaveLength(1);
    expect(await mandate(id)).toMatchObject({ status: 'APPROVED', nextOn: '2027-02-28' });
    expect(await ledger(reference)).toMatchObject({
      approved: { COP: '8000.00' },
      refused: { COP: '16000.00' },
    });
  });

  test('GW-AUTOPAY-29 three refusals: charge and autopay are FAILED and nothing is charged any more', async () => {
    const { id, reference } = await agree(stage, fixed());
    for (const nth of [1, 2, 3]) await force(reference, nth);
    await days(100);
    expect(await db().transaction.count({ where: { reference, type: 'AUTOPAY' } })).toBe(3);
    expect(await dates(id, 'FAILED')).toEqual(['2027-01-31']);
    expect(await mandate(id)).toMatchObject({ status: 'FAILED', reason: '?C', dueAt: null });
    expect(settled(id)).toEqual([]);
  });

  test('GW-AUTOPAY-30 an expired card fails; a new one goes on with the next date, and the history stays', async () => {
    const request = fixed();
    const session = await stage.open(request);
    await acceptTerms(session);
    await pay(session, cards.approved, { expiry: '02/27' });
    const { autopayId: id, reference } = await db().session.findUniqueOrThrow({
      where: { requestId: session.requestId },
    });
    await days(75);
    expect(await mandate(id ?? '')).toMatchObject({ status: 'FAILED', periods: 2 });
    const opened = await stage.open(edit({ id: id ?? '', reference }));
    await acceptTerms(opened);
    await pay(opened, cards.approved);
    expect(await mandate(id ?? '')).toMatchObject({ status: 'APPROVED', reason: '00', nextOn: '2027-04-30' });
    await days(30);
    expect((await charges(id ?? '')).map(({ dueOn, state }) => `${dueOn} ${state}`)).toEqual([
      '2027-01-31 PAID',
      '2027-02-28 PAID',
      '2027-03-31 FAILED',
      '2027-04-30 PAID',
    ]);
    const listed = (await stage.autopay('transactions', { id })) as unknown as {
      data: { status: { reason: string } }[];
    };
    expect(listed.data.map(({ status }) => status.reason)).toEqual(['00', '54', '54', '54', '00', '00']);
  });

  test('GW-AUTOPAY-31 a token that was given up is not charged', async () => {
    const { id, requestId, reference } = await agree(stage, fixed());
    const { token } = await db().instrument.findUniqueOrThrow({ where: { requestId } });
    await stage.post('instrument/invalidate', { instrument: { token: { token } } });
    await days(12);
    expect(await db().transaction.findMany({ where: { reference, type: 'AUTOPAY' } })).toMatchObject(
      Array(3).fill({ status: 'REJECTED', reason: 'XN' }),
    );
    expect(await mandate(id)).toMatchObject({ status: 'FAILED' });
  });
});

describe('the merchant’s calls', () => {
  test('GW-AUTOPAY-32 search finds by reference, id, kind, status and day, a page at a time, and only one’s own', async () => {
    const [one, two] = [await agree(stage, fixed()), await agree(stage, total())];
    await stage.autopay('cancel', { id: two.id });
    const search = async (filters: object, pagination: object = {}) =>
      (await stage.autopay('search', { filters, pagination })) as unknown as {
        http: number;
        data: Record<string, unknown>[];
        pagination: object;
      };
    const ids = async (filters: object) => (await search(filters)).data.map(({ id }) => id);
    expect(await ids({ reference: one.reference })).toEqual([one.id]);
    expect(await ids({ id: two.id })).toEqual([two.id]);
    expect(await ids({ chargeTypes: ['TOTAL_BALANCE'] })).toEqual([two.id]);
    expect(await ids({ status: ['APPROVED'] })).toEqual([one.id]);
    expect(await ids({ createdAt: { from: '2027-01-20', to: '2027-01-20' } })).toEqual([two.id, one.id]);
    expect(await ids({ createdAt: { from: '2027-01-21' } })).toEqual([]);
    // What PHP writes of an empty object.
    expect((await search([], [])).data.map(({ id }) => id)).toEqual([two.id, one.id]);
    expect(await ids({ createdAt: [] })).toEqual([two.id, one.id]);
    const page = await search({}, { perPage: 1, currentPage: 2 });
    expect(page).toMatchObject({ pagination: { total: 2, perPage: 1, currentPage: 2, lastPage: 2 } });
    expect(Object.keys(page.data[0] ?? {})).toEqual([
      ...['status', 'id', 'payer', 'subscription', 'additional', 'createdAt', 'updatedAt'],
    ]);
    expect(page.data[0]).toMatchObject({
      id: one.id,
      additional: { dueDay: '15', sessionId: one.requestId },
    });
    await db().autopay.updateMany({ data: { siteLogin: 'd7b89904f5a64c8dbec0f1a2b3c4d5e6' } });
    expect(await ids({})).toEqual([]);
    expect(await stage.autopay('transactions', { id: one.id })).toMatchObject({
      http: 404,
      status: { reason: 'NF' },
    });
    expect(await stage.autopay('cancel', { id: one.id })).toMatchObject({
      http: 404,
      status: { reason: 'NF' },
    });
  });

  test('GW-AUTOPAY-33 transactions are filtered by reference, status, amount and day', async () => {
    const { id, reference } = await agree(stage, fixed());
    await force(reference, 1);
    await days(40);
    const list = async (filters: object) =>
      (
        (await stage.autopay('transactions', { id, filters })) as unknown as {
          data: { internalReference: number; status: { status: string } }[];
        }
      ).data;
    const all = await list({});
    expect(all.map(({ status }) => status.status)).toEqual(['APPROVED', 'APPROVED', 'REJECTED']);
    const [newest] = all;
    expect(await list({ internalReference: newest?.internalReference })).toEqual([newest]);
    expect(await list({ internalReference: String(newest?.internalReference) })).toEqual([newest]);
    expect(await list({ status: ['REJECTED'] })).toHaveLength(1);
    expect(await list({ amount: { total: 45000, currency: 'COP' } })).toHaveLength(3);
    expect(await list({ amount: { total: 1, currency: 'COP' } })).toEqual([]);
    expect(await list({ createdAt: { from: '2027-02-01', to: '2027-02-28' } })).toEqual([newest]);
  });

  test.each([
    ['cancel', {}, 'El campo id es obligatorio.'],
    ['transactions', {}, 'El campo id es obligatorio.'],
    ['cancel', { id: 7 }, 'El campo id debe ser una cadena de caracteres.'],
    [
      'search',
      { filters: { chargeTypes: ['SOME'] } },
      'El campo filters.chargeTypes.0 seleccionado es inválido.',
    ],
    ['search', { filters: { createdAt: { from: 'soon' } } }, 'filters.createdAt.from'],
    ['search', { pagination: { perPage: 0 } }, 'pagination.perPage'],
  ])('GW-AUTOPAY-34 what is wrong for %s is 400 BR by name', async (path, body, says) => {
    const answer = await stage.autopay(path, body);
    expect(answer).toMatchObject({ http: 400, status: { status: 'FAILED', reason: 'BR' } });
    expect(answer.status.message).toContain(says);
  });

  test('GW-AUTOPAY-32 a reference to search for may be a whole number', async () => {
    expect((await stage.autopay('search', { filters: { reference: 42 } })).http).toBe(200);
    expect((await stage.autopay('search', { filters: { reference: 1.5 } })).http).toBe(400);
  });

  test.each(['0000-01-01', '0000-01-01T00:00:00Z', '0001-01-01T00:00:00+14:00'])(
    'GW-AUTOPAY-34 %s is no day to search from or to',
    async (day) => {
      for (const end of ['from', 'to']) {
        const answer = await stage.autopay('search', { filters: { createdAt: { [end]: day } } });
        expect(answer).toMatchObject({ http: 400, status: { reason: 'BR' } });
        const says = `El campo filters.createdAt.${end} no corresponde con una fecha válida.`;
        expect(answer.status.message).toBe(says);
      }
    },
  );

  test('GW-AUTOPAY-32 a period may reach from the first day to the last', async () => {
    const createdAt = { from: '0001-01-01', to: '9999-12-31' };
    expect((await stage.autopay('search', { filters: { createdAt } })).http).toBe(200);
  });

  test('GW-AUTOPAY-35 a cancellation is for ever, also in the middle of a charge: no try follows, and it is told', async () => {
    const { id, reference } = await agree(stage, fixed());
    await force(reference, 1);
    await advanceClock(11 * 86_400_000 - 43_200_000 + 1000);
    await settle();
    expect(await charges(id)).toMatchObject([{ state: 'PROCESSING', tries: 1 }]);
    expect(await stage.autopay('cancel', { id })).toMatchObject({
      http: 200,
      status: { status: 'OK', reason: '00' },
      id,
    });
    expect(await stage.autopay('cancel', { id })).toMatchObject({ http: 400, status: { reason: 'BR' } });
    await days(100);
    expect(await charges(id)).toMatchObject([{ state: 'CANCELLED', tries: 1 }]);
    expect(await mandate(id)).toMatchObject({ status: 'REJECTED', reason: '?C', dueAt: null });
    expect(events(id)).toEqual(['AUTOPAY_CREATED', 'AUTOPAY_TRANSACTION_FAILED', 'AUTOPAY_CANCELED']);
  });

  test('GW-AUTOPAY-36 a charge may be reversed, and the list shows it', async () => {
    const { id } = await agree(stage, fixed());
    await days(12);
    const [charged] = settled(id);
    const reversed = await stage.post('transaction', {
      action: 'reverse',
      internalReference: charged?.internalReference,
    });
    expect(reversed).toMatchObject({ http: 200, status: { status: 'APPROVED' } });
    expect(await stage.autopay('transactions', { id })).toMatchObject({ data: [{ refunded: true }] });
  });
});

describe('many at once', () => {
  test('GW-AUTOPAY-37 however many processes run the clock, each date is charged and settled once', async () => {
    const agreed = await Promise.all(Array.from({ length: 6 }, () => agree(stage, fixed())));
    await advanceClock(100 * 86_400_000);
    await Promise.all(Array.from({ length: 8 }, () => tick()));
    await settle();
    for (const { id } of agreed) {
      expect(await dates(id, 'PAID')).toEqual(yearOfMonthEnds.slice(0, 4));
      expect(settled(id)).toHaveLength(4);
    }
  });

  test('GW-AUTOPAY-38 a process that died while it asked is followed by another, which asks again and charges once', async () => {
    answers(stage, () => ({ amount: 5000 }));
    const { id, reference } = await agree(stage, total());
    await settle();
    await advanceClock(12 * 86_400_000);
    const dead = { claimedAt: new Date(Date.now() - 60_000) };
    const opened = { autopayId: id, dueOn: '2027-01-31', state: 'GENERATING', createdAt: new Date() };
    const { id: chargeId } = await db().autopayCharge.create({ data: opened });
    const dueAt = new Date('2027-01-31T05:00:00Z');
    const call = { autopayId: id, chargeId, kind: 'BALANCE', state: 'SENDING', dueAt, createdAt: dueAt };
    const url = `${new URL('/shop', stage.merchant.url).href}/autopay/balance`;
    await db().autopayCall.create({ data: { ...call, url, body: JSON.stringify({ reference, id }) } });
    await db().autopay.update({ where: { id }, data: { ...dead, opensAt: null, dueAt } });
    await settle();
    const calls = await db().autopayCall.findMany({
      where: { autopayId: id, kind: 'BALANCE' },
      orderBy: { id: 'asc' },
    });
    expect(calls.map(({ state, attempt }) => `${state} ${attempt}`)).toEqual(['UNKNOWN 1', 'DELIVERED 2']);
    expect(settled(id)).toMatchObject([{ amount: { total: 5000 } }]);
  });

  test('GW-AUTOPAY-39 what another process is at work on is left alone until its claim is half a minute old', async () => {
    const { id } = await agree(stage, fixed());
    await settle();
    await db().autopay.update({ where: { id }, data: { claimedAt: new Date() } });
    await advanceClock(12 * 86_400_000);
    await tick();
    expect(await charges(id)).toEqual([]);
    await db().autopay.update({ where: { id }, data: { claimedAt: new Date(Date.now() - 31_000) } });
    await settle();
    expect(await charges(id)).toMatchObject([{ state: 'PAID' }]);
  });

  test('GW-AUTOPAY-40 of a cancellation and a charge at the same time either the charge stands or it was not made', async () => {
    const { id, reference } = await agree(stage, fixed());
    await settle();
    await advanceClock(12 * 86_400_000);
    await Promise.all([tick(), stage.autopay('cancel', { id })]);
    await settle();
    const paid = await db().transaction.count({ where: { reference, type: 'AUTOPAY', status: 'APPROVED' } });
    expect(settled(id)).toHaveLength(paid);
    expect(await dates(id, 'PAID')).toHaveLength(paid);
    expect(await mandate(id)).toMatchObject({ status: 'REJECTED', reason: '?C' });
  });

  test('GW-AUTOPAY-41 calls to the merchant leave for the list of origins alone', async () => {
    await stage.control('POST', 'sites', { login: demo.login, autopayUrl: 'http://merchant.example' });
    const { id } = await agree(stage, total());
    await days(12);
    const calls = await db().autopayCall.findMany({ where: { autopayId: id } });
    expect(calls.every(({ state }) => state === 'FAILED')).toBe(true);
    expect(calls[0]?.error).toContain('SANDBOX_NOTIFY_ORIGINS');
    await stage.control('POST', 'sites', { login: demo.login, restore: true });
  });

  test('GW-AUTOPAY-42 a rule loses, delays or repeats what the merchant is told', async () => {
    const { id, reference } = await agree(stage, fixed());
    await settle();
    const rule = (op: string, action: object) =>
      stage.control('POST', 'faults', { op, match: { reference, nth: 1 }, do: action });
    await rule('settlement', { duplicate: 2 });
    await rule('webhook', { drop: true });
    await days(12);
    expect(settled(id)).toHaveLength(3);
    await stage.autopay('cancel', { id });
    await settle();
    expect(events(id)).toEqual(['AUTOPAY_CREATED']);
  });

  test.each([
    ['badSignature', { signature: `sha256:${'0'.repeat(64)}` }],
    ['noSignature', { signature: undefined }],
    ['otherReference', { reference: expect.stringMatching(/^X/), signature: expect.any(String) }],
  ])(
    'GW-AUTOPAY-46 a rule forges a webhook: %s, sent once and in place of the honest one',
    async (forge, lie) => {
      const { id, reference } = await agree(stage, fixed());
      await settle();
      const rule = (op: string, kind: string) =>
        stage.control('POST', 'faults', { op, match: { reference }, do: { forge: kind } });
      expect((await rule('webhook', forge)).http).toBe(201);
      expect((await rule('webhook', 'approved')).http).toBe(400);
      for (const unsigned of ['balance', 'settlement'])
        expect((await rule(unsigned, 'badSignature')).http).toBe(400);
      // A merchant that looks closely refuses it, and is not told again.
      stage.merchant.answer = (_request, response) => void response.writeHead(401).end();
      await stage.autopay('cancel', { id });
      await days(1);
      const [honest, ...forged] = toldOf(stage, id, 'webhook').map(({ body }) => body);
      expect(forged).toEqual([{ ...honest, type: 'AUTOPAY_CANCELED', date: expect.any(String), ...lie }]);
    },
  );
});
