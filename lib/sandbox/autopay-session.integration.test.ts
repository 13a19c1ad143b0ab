import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptTerms } from './autopay/terms';
import { signWebhook } from './autopay/calls';
import { db } from './db';
import { openHosted } from './hosted';
import {
  agree,
  agreement,
  answers,
  days,
  edit,
  inDays,
  mandate,
  minutes,
  settle,
  toldOf,
} from './testing/autopay';
import { call, cards, demo, order, sign } from './testing/calls';
import { pay, setStage, type Stage } from './testing/stage';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  answers(stage);
});
afterAll(() => stage.close());

const post = (body: string) =>
  fetch(`${stage.base}/autopay/search`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });

const session = (changes: object) => order({ payment: undefined, ...changes });

describe('the session', () => {
  test('GW-AUTOPAY-01 is created with 00 at its own address and with PC at the session’s', async () => {
    const own = await stage.autopay('session', session(agreement()));
    expect(own).toMatchObject({ http: 200, status: { status: 'OK', reason: '00' } });
    expect(Object.keys(own).filter((key) => key !== 'http')).toEqual(['status', 'requestId', 'processUrl']);
    const shared = await stage.post('session', session(agreement()));
    expect(shared).toMatchObject({ http: 200, status: { status: 'OK', reason: 'PC' } });
  });

  test('GW-AUTOPAY-02 before its payer is done it has no autopay, and afterwards all of it', async () => {
    const request = {
      ...agreement({}, { startDate: inDays(1), maxPeriods: 12, notificationUrl: 'https://merchant.test/n' }),
      fields: [{ keyword: 'CustomerAccountNumber', value: '8815' }],
      buyer: { name: 'Ana' },
    };
    const { requestId, key } = await stage.open(request);
    const fresh = await stage.autopay(`session/${requestId}`, {});
    expect(fresh).toMatchObject({
      http: 200,
      status: { status: 'PENDING' },
      payment: null,
      subscription: null,
    });
    expect(fresh).toMatchObject({ autopay: [] });
    await acceptTerms({ requestId, key });
    await pay({ requestId, key }, cards.approved);
    const done = (await stage.query(requestId)) as unknown as { autopay: Record<string, unknown>[] };
    expect(done).toMatchObject({
      status: { status: 'APPROVED', reason: '00' },
      payment: null,
      subscription: null,
    });
    const [told] = done.autopay;
    expect(Object.keys(told ?? {})).toEqual([
      ...[
        'status',
        'siteId',
        'id',
        'buyer',
        'payer',
        'subscription',
        'instrument',
        'additional',
        'acceptedAt',
      ],
    ]);
    expect(told).toMatchObject({
      status: { status: 'APPROVED', reason: '00' },
      siteId: expect.stringMatching(/^\d+$/),
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      buyer: { name: 'Ana' },
      payer: { email: 'ana@example.com' },
      subscription: {
        description: 'Café de cada mes',
        amount: { currency: 'COP', total: 45000 },
        recurring: { type: 'FIXED', periodicity: 'M', interval: 1, nextPayment: inDays(1), maxPeriods: 12 },
      },
      instrument: {
        token: {
          token: expect.stringMatching(/^[0-9a-f]{64}$/),
          subtoken: expect.stringMatching(/^\d{16}$/),
          franchise: 'visa',
          franchiseName: 'Visa',
          lastDigits: '1111',
          validUntil: '2034-12-31',
        },
      },
      additional: { customerAccountNumber: '8815', dueDay: '15' },
    });
    expect(Object.keys(told?.status as object)).toEqual(['status', 'reason', 'date']);
  });

  // Days count from the gateway's: only once the stage is set is that today's.
  const created = (more: object = {}) => ({ autopay: { ...agreement().autopay, ...more } });
  const changed = (recurring: object) =>
    created({ recurring: { ...agreement().autopay.recurring, ...recurring } });

  test.each<[string, () => object, string]>([
    ['autopay', () => ({ autopay: undefined }), 'El campo autopay es obligatorio.'],
    ['action', () => created({ action: 'UPDATE' }), 'autopay.action seleccionado es inválido'],
    ['reference', () => created({ reference: undefined }), 'El campo autopay.reference es obligatorio.'],
    ['dueDay', () => created({ dueDay: undefined }), 'El campo autopay.dueDay es obligatorio.'],
    ['dueDay', () => created({ dueDay: 29 }), 'autopay.dueDay no debe ser mayor que 28'],
    ['dueDay', () => created({ dueDay: 0 }), 'autopay.dueDay debe ser de al menos 1'],
    ['recurring', () => created({ recurring: undefined }), 'El campo autopay.recurring es obligatorio.'],
    ['amount', () => created({ amount: undefined }), 'El campo autopay.amount es obligatorio.'],
    ['amount', () => created({ amount: { currency: 'COP', total: 0 } }), 'debe ser mayor que 0'],
    ['amount', () => created({ amount: { currency: 'HNL', total: 1 } }), 'autopay.amount.currency'],
    ['type', () => changed({ type: 'SOME' }), 'autopay.recurring.type seleccionado es inválido'],
    ['periodicity', () => changed({ periodicity: 'Q' }), 'autopay.recurring.periodicity'],
    ['interval', () => changed({ interval: 0 }), 'autopay.recurring.interval'],
    ['nextPayment', () => changed({ nextPayment: inDays(0) }), 'posterior a hoy'],
    ['nextPayment', () => changed({ nextPayment: undefined }), 'nextPayment es obligatorio'],
    ['dueDate', () => changed({ nextPayment: inDays(5), dueDate: inDays(4) }), 'recurring.dueDate'],
    ['id', () => created({ action: 'EDIT' }), 'El campo autopay.id es obligatorio.'],
    ['id', () => created({ action: 'EDIT', id: 'seven' }), 'autopay.id es inválido'],
    ['payment', () => ({ payment: order().payment }), 'autopay no se puede combinar con payment'],
  ])('GW-AUTOPAY-03 without the right %s it is refused by name', async (_field, changes, says) => {
    const answer = await stage.autopay('session', session({ type: 'autopay', ...created(), ...changes() }));
    expect(answer).toMatchObject({ http: 400, status: { status: 'FAILED', reason: 'request_not_valid' } });
    expect(answer.status.message).toContain(says);
  });

  test('GW-AUTOPAY-04 autopay without its type, or at another site, is refused', async () => {
    const { autopay } = agreement();
    const typeless = await stage.post('session', session({ autopay }));
    expect(typeless).toMatchObject({ http: 400, status: { message: 'El campo type es obligatorio.' } });
    const other = sign({ login: 'd7b89904f5a64c8dbec0f1a2b3c4d5e6', secretKey: 'sbx_Uruguay2026Dem' });
    const refused = await stage.autopay(
      'session',
      session(agreement({ amount: undefined }, { type: 'TOTAL_BALANCE' })),
      other,
    );
    expect(refused.status.message).toBe('El campo autopay no está habilitado para este sitio.');
  });

  test('GW-AUTOPAY-05 takes numbers as text, weeks, and amounts that only the merchant knows', async () => {
    const open = (more: object, recurring: object) =>
      stage.autopay('session', session(agreement(more, recurring)));
    expect((await open({ dueDay: '28' }, { periodicity: 'W', interval: '2', maxPeriods: '-1' })).http).toBe(
      200,
    );
    expect((await open({ amount: undefined }, { type: 'TOTAL_BALANCE' })).http).toBe(200);
    expect((await open({}, { type: 'MINIMUM_BALANCE' })).http).toBe(200);
    const weekly = await stage.post(
      'session',
      order({}, { recurring: { periodicity: 'W', interval: 1, maxPeriods: 1 } }),
    );
    expect(weekly.http).toBe(400);
  });

  test('GW-AUTOPAY-06 a failed authentication is HTTP 400: missing parts as text, a wrong proof as a number', async () => {
    const none = await stage.autopay('search', {}, {});
    expect(none).toMatchObject({ http: 400, status: { status: 'FAILED', reason: '400' } });
    expect(none.status.message).toBe(
      'la autenticación no contiene todos los parámetros requeridos (login, tranKey, seed, nonce)',
    );
    const wrong = await stage.autopay('session', {}, sign({ ...demo, secretKey: 'wrong' }));
    expect(wrong).toMatchObject({ http: 400, status: { reason: 400, message: 'Autenticación fallida 102' } });
    const text = await fetch(`${stage.base}/autopay/search`, { method: 'POST', body: '{}' });
    expect(text.status).toBe(400);
    const empty = await post('');
    expect(await empty.json()).toMatchObject({ status: { reason: '400' } });
    const shared = await call(`${stage.base}/api/session`, {}, {});
    expect(shared).toMatchObject({ http: 401, status: { reason: 401 } });
    const unknown = await fetch(`${stage.base}/autopay/nothing`, { method: 'POST', body: '{}' });
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toMatchObject({ status: { status: 'FAILED', reason: 'NA' } });
  });

  test('GW-AUTOPAY-47 JSON that cannot be read is 400 BR, and too much of it 413 BR', async () => {
    const message = 'El cuerpo de la petición no es un JSON válido.';
    const [unread, huge] = [await post('{'), await post(`"${'x'.repeat(1024 * 1024)}"`)];
    expect(unread.status).toBe(400);
    expect(await unread.json()).toMatchObject({ status: { status: 'FAILED', reason: 'BR', message } });
    expect(huge.status).toBe(413);
    expect(await huge.json()).toMatchObject({ status: { status: 'FAILED', reason: 'BR' } });
  });
});

describe('the page', () => {
  test('GW-AUTOPAY-07 shows the terms, and takes no card before they are accepted', async () => {
    const opened = await stage.open(agreement({}, { maxPeriods: 6, dueDate: inDays(400) }));
    const view = await openHosted(opened.requestId, opened.key);
    expect(view).toMatchObject({
      kind: 'open',
      session: {
        amount: null,
        keepsCardOnly: true,
        terms: {
          edits: false,
          accepted: false,
          chargeType: 'FIXED',
          amount: { currency: 'COP', total: '45000.00' },
          periodicity: 'M',
          interval: 1,
          nextOn: inDays(1),
          lastOn: inDays(400),
          maxPeriods: 6,
          dueDay: 15,
        },
      },
    });
    expect(await pay(opened, cards.approved)).toEqual({ ok: false, problem: 'stale' });
    expect(await acceptTerms({ ...opened, key: '0'.repeat(32) })).toEqual({
      ok: false,
      problem: 'not_found',
    });
    expect(await acceptTerms(opened)).toEqual({ ok: true });
    expect(await acceptTerms(opened)).toEqual({ ok: true });
    expect(await pay(opened, cards.refused)).toMatchObject({ ok: true, kind: 'refused' });
    expect(await db().autopay.count({ where: { requestId: opened.requestId } })).toBe(0);
    expect(await pay(opened, cards.approved)).toMatchObject({ ok: true, kind: 'approved' });
    expect(await db().autopay.count({ where: { requestId: opened.requestId } })).toBe(1);
  });

  test('GW-AUTOPAY-08 an edit shows the accepted terms whatever is sent, and changes the card alone', async () => {
    const agreed = await agree(stage);
    const before = await mandate(agreed.id);
    const sent = edit(agreed);
    const opened = await stage.open({
      ...sent,
      autopay: {
        ...sent.autopay,
        recurring: { type: 'TOTAL_BALANCE', periodicity: 'D', interval: 1, nextPayment: inDays(9) },
      },
    });
    const view = await openHosted(opened.requestId, opened.key);
    expect(view).toMatchObject({
      session: { terms: { edits: true, accepted: false, chargeType: 'FIXED', nextOn: inDays(1) } },
    });
    await acceptTerms(opened);
    await pay(opened, '5424000000000015');
    const after = await mandate(agreed.id);
    expect(after.instrumentId).not.toBe(before.instrumentId);
    const { chargeType, totalMinor, periodicity, interval, firstOn, nextOn, periods, status } = after;
    const same = { chargeType, totalMinor, periodicity, interval, firstOn, nextOn, periods, status };
    expect(before).toMatchObject(same);
    expect(await stage.query(opened.requestId)).toMatchObject({
      status: { status: 'APPROVED' },
      autopay: [{ id: agreed.id, instrument: { token: { franchise: 'master', lastDigits: '0015' } } }],
    });
    await days(1);
    const [charged] = await db().transaction.findMany({
      where: { reference: agreed.reference, type: 'AUTOPAY' },
    });
    expect(charged).toMatchObject({ status: 'APPROVED', lastDigits: '0015' });
  });

  test('GW-AUTOPAY-09 what is over, unknown or another site’s cannot be edited', async () => {
    const agreed = await agree(stage);
    await stage.autopay('cancel', { id: agreed.id });
    const unknown = { ...agreed, id: '2972c13d-6315-4da3-80d7-64c24eb232ad' };
    for (const which of [agreed, unknown]) {
      const refused = await stage.autopay('session', session(edit(which)));
      expect(refused).toMatchObject({ http: 400, status: { reason: 'request_not_valid' } });
      expect(refused.status.message).toBe('El campo autopay.id seleccionado es inválido.');
    }
  });
});

describe('what the merchant is told', () => {
  test('GW-AUTOPAY-10 the signature of a webhook is SHA-256 of id, type, date and secret', () => {
    const signed = {
      id: '111111-2222-3333-4444-555555555555',
      type: 'AUTOPAY_TRANSACTION_FAILED',
      date: '2023-01-01 12:00:00',
    };
    expect(signWebhook(signed, 'ABC123example456trankey+789abc012def3456ABC=')).toBe(
      'sha256:aa377ba8f50af6c86b07b2a2935eec205243feb0a79120c8cf9f3700e013cb6e',
    );
  });

  test('GW-AUTOPAY-11 creation, edit and cancellation are told with Basic auth, signed, each once', async () => {
    const agreed = await agree(stage);
    await settle();
    const opened = await stage.open(edit(agreed));
    await acceptTerms(opened);
    await pay(opened, cards.approved);
    await settle();
    await stage.autopay('cancel', { id: agreed.id });
    await settle();
    const told = toldOf(stage, agreed.id, 'webhook');
    expect(told.map(({ body }) => body.type)).toEqual([
      'AUTOPAY_CREATED',
      'AUTOPAY_UPDATED',
      'AUTOPAY_CANCELED',
    ]);
    for (const { body, authorization } of told) {
      expect(authorization).toBe(
        `Basic ${Buffer.from(`placetopay:${process.env.SANDBOX_AUTOPAY_PASSWORD}`).toString('base64')}`,
      );
      expect(Object.keys(body)).toEqual(['id', 'reference', 'type', 'date', 'signature']);
      expect(body.date).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/);
      const text = `${body.id as string}${body.type as string}${body.date as string}${demo.secretKey}`;
      expect(body.signature).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
    }
  });

  test('GW-AUTOPAY-12 a webhook that is not taken is sent again after 1 and 5 minutes, the same bytes', async () => {
    stage.merchant.answer = (_request, response) => void response.writeHead(503).end();
    // Its first charge is far from this hour of waiting, also shortly before midnight.
    const agreed = await agree(stage, agreement({}, { nextPayment: inDays(3) }));
    const bodies = async () => {
      await settle();
      return toldOf(stage, agreed.id, 'webhook').map(({ body }) => JSON.stringify(body));
    };
    expect(await bodies()).toHaveLength(1);
    await minutes(1);
    expect(await bodies()).toHaveLength(2);
    await minutes(4);
    expect(await bodies()).toHaveLength(2);
    await minutes(1);
    await minutes(60);
    const all = await bodies();
    expect(all).toHaveLength(3);
    expect(new Set(all).size).toBe(1);
    const calls = await db().autopayCall.findMany({
      where: { autopayId: agreed.id },
      orderBy: { id: 'asc' },
    });
    expect(calls.map(({ state, attempt, httpStatus }) => ({ state, attempt, httpStatus }))).toEqual(
      [1, 2, 3].map((attempt) => ({ state: 'REFUSED', attempt, httpStatus: 503 })),
    );
    answers(stage);
  });
});
