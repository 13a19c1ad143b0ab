import { afterAll, beforeAll, expect, test } from 'vitest';
import { call, demo, order, sign } from './testing/calls';
import { setStage, type Stage } from './testing/stage';
import { db } from './db';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

async function post(path: string, body: string | Buffer<ArrayBuffer>, contentType = 'application/json') {
  const response = await fetch(`${stage.base}${path}`, {
    method: 'POST',
    headers: { 'content-type': contentType },
    body,
  });
  return { http: response.status, type: response.headers.get('content-type'), body: await response.json() };
}

const failed = (reason: string | number, message: string) => ({
  status: {
    status: 'FAILED',
    reason,
    message,
    date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d-05:00$/),
  },
});

test.each(['text/plain', 'application/x-www-form-urlencoded', ''])(
  'GW-WIRE-01 a body of type "%s" is no authentication',
  async (contentType) => {
    const { http, body } = await post(
      '/api/session',
      JSON.stringify({ auth: sign(), ...order() }),
      contentType,
    );
    expect(http).toBe(401);
    expect(body).toEqual(failed(401, 'Autenticación mal formada'));
  },
);

test.each(['{', 'null}', '{"a":}', '['.repeat(5000)])('GW-WIRE-02 %s… is answered as JSON', async (text) => {
  const { http, type, body } = await post('/api/session', text.slice(0, 6000));
  expect(http).toBe(400);
  expect(type).toContain('application/json');
  expect(body).toEqual(failed('request_not_valid', 'El cuerpo de la petición no es un JSON válido.'));
});

test.each(['null', '[]', '"text"', '42', '{}', '', ' \n'])(
  'GW-WIRE-03 the JSON %j holds no authentication',
  async (text) => {
    expect(await post('/api/session', text)).toMatchObject({
      http: 401,
      body: failed(401, 'Autenticación fallida 100'),
    });
  },
);

test('GW-WIRE-04 more than a megabyte is refused', async () => {
  const { http, body } = await post('/api/session', JSON.stringify({ a: 'x'.repeat(1024 * 1024 + 1) }));
  expect(http).toBe(413);
  expect(body).toEqual(failed('request_not_valid', 'El cuerpo de la petición es muy grande.'));
});

test.each(['/api/nothing', '/api/session/1/unknown', '/api/a/b/c/d'])(
  'GW-WIRE-05 %s does not exist',
  async (path) => {
    const { http, body } = await post(path, '{}');
    expect(http).toBe(404);
    expect(body).toEqual(failed('NA', 'Pagina no encontrada'));
  },
);

test('GW-WIRE-06 a doubled slash is one', async () => {
  const answer = await call(`${stage.base}//api//session`, order());
  expect(answer).toMatchObject({ http: 200, status: { status: 'OK' } });
});

test('GW-WIRE-07 keys lose stray spaces, null counts as missing, unknown keys are ignored', async () => {
  const payment = {
    ...order().payment,
    'amount ': { 'currency ': 'COP', 'total ': '10000' },
    amount: undefined,
  };
  const answer = await call(`${stage.base}/api/session`, {
    ...order({
      'payment ': payment,
      payment: undefined,
      subscription: null,
      cancelUrl: null,
      attemptsLimit: 3,
    }),
  });
  expect(answer.http).toBe(200);
  const query = await stage.query(Number(answer.requestId));
  const { request } = query as unknown as { request: Record<string, unknown> };
  expect(request.payment).toMatchObject({ amount: { currency: 'COP', total: 10000 } });
  expect(Object.keys(request)).not.toContain('attemptsLimit');
  expect(Object.keys(request)).not.toContain('cancelUrl');
});

test('GW-WIRE-11 beside a key that is exact, one with stray spaces is not heard', async () => {
  const { payment, ...rest } = order({}, { 'reference ': 'OTHER', 'toString ': 1 });
  const body = { ...rest, payment, 'payment ': { ...payment, reference: 'OTHER' } };
  const { requestId } = await call(`${stage.base}/api/session`, body);
  const { request } = (await stage.query(Number(requestId))) as unknown as { request: { payment: object } };
  expect(request.payment).toMatchObject({ reference: payment.reference });
});

test('GW-WIRE-08 a NUL does no harm', async () => {
  const answer = await call(`${stage.base}/api/session`, order({}, { description: 'a\u0000b' }));
  expect(answer.http).toBe(200);
  expect((await stage.query(Number(answer.requestId))).http).toBe(200);
});

const notJson = {
  http: 400,
  body: failed('request_not_valid', 'El cuerpo de la petición no es un JSON válido.'),
};

const withReference = (reference: string) => JSON.stringify({ auth: sign(), ...order({}, { reference }) });

test.each([
  ['bytes of another encoding', Buffer.from(withReference('Peña-1'), 'latin1')],
  ['half a surrogate', withReference('COL-\ud83d')],
  ['the other half', withReference('COL-\udf89')],
  ['halves in the wrong order', withReference('COL-\udf89\ud83d')],
  ['half a surrogate in a key', JSON.stringify({ auth: sign(), ...order({ ['\ud83d']: 1 }) })],
])('GW-WIRE-10 %s would make two references one, and is no JSON', async (_what, body) => {
  expect(await post('/api/session', body)).toMatchObject(notJson);
});

test('GW-WIRE-10 UTF-8 is read with its mark and beyond the first plane, and told back as it came', async () => {
  const { http, body } = await post('/api/session', `\ufeff${withReference('Peña 🎉')}`);
  expect(http).toBe(200);
  const { requestId } = body as { requestId: number };
  expect(await stage.query(requestId)).toMatchObject({ request: { payment: { reference: 'Peña 🎉' } } });
});

test.each(['0', '-1', 'abc', '99999999999', '2147483647', '1%00'])(
  'GW-QUERY-02 the session %s does not exist',
  async (id) => {
    const { http, body } = await post(`/api/session/${id}`, JSON.stringify({ auth: sign() }));
    expect(http).toBe(404);
    expect(body).toEqual(failed('request_not_valid', 'No existe la sesión que busca'));
  },
);

test.each(['0', '99999999999', 'abc'])(
  'GW-CANCEL-04 the session %s does not exist, and is not cancelled',
  async (id) => {
    const { http, body } = await post(`/api/session/${id}/cancel`, JSON.stringify({ auth: sign() }));
    expect(http).toBe(404);
    expect(body).toEqual(failed('request_not_valid', 'No existe la sesión que busca'));
  },
);

test('GW-QUERY-03 another site’s session does not exist', async () => {
  const other = { login: 'e'.repeat(32), secretKey: 'sbx_other' };
  const site = await db().site.findUniqueOrThrow({ where: { login: demo.login } });
  await db().site.create({ data: { ...site, ...other, switches: {}, changes: {} } });
  const { requestId } = await stage.open();
  expect((await call(`${stage.base}/api/session/${requestId}`, {}, sign(other))).http).toBe(404);
  expect((await call(`${stage.base}/api/session/${requestId}/cancel`, {}, sign(other))).http).toBe(404);
  expect((await stage.query(requestId)).status).toMatchObject({ status: 'PENDING', reason: 'PC' });
});

test('GW-QUERY-04 the query tells the request without auth, and the page’s address in the fields', async () => {
  const session = await stage.open({ fields: [{ keyword: 'mine', value: 'x', displayOn: 'both' }] });
  const answer = await stage.query(session.requestId);
  expect(Object.keys(answer).slice(0, 5)).toEqual([
    'requestId',
    'status',
    'request',
    'payment',
    'subscription',
  ]);
  expect(answer.request).not.toHaveProperty('auth');
  expect(answer.request).toMatchObject({
    fields: [
      { keyword: 'mine', value: 'x', displayOn: 'both' },
      { keyword: '_processUrl_', value: session.processUrl, displayOn: 'none' },
    ],
  });
});

test('GW-QUERY-05 the date is the status’s and not the query’s', async () => {
  const { requestId } = await stage.open();
  const first = await stage.query(requestId);
  const later = await stage.query(requestId);
  expect(later.status.date).toBe(first.status.date);
});

test('GW-OLD-01 the older address of the page leads to the new one', async () => {
  const session = await stage.open();
  const response = await fetch(`${stage.base}/session/${session.requestId}/${session.key}`, {
    redirect: 'manual',
  });
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toBe(session.processUrl);
});

test('GW-HEALTH-01 the health route tells version, database and what is late', async () => {
  const response = await fetch(`${stage.base}/health`);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    status: 'ok',
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    database: 'ok',
    oldestDueWork: null,
  });
});
