import fc from 'fast-check';
import { expect, test } from 'vitest';
import { money, toDecimal } from '@/lib/domain/money';
import { GatewayError } from './error';
import { judgeCancelledSession, judgeCreatedSession, judgeQueriedSession } from './judge';

const origin = 'https://checkout-test.placetopay.com';
const day = '2026-11-20T02:20:00-05:00';

const answer = (body: unknown, httpStatus = 200) => ({ httpStatus, text: JSON.stringify(body) });

const problemOf = (judge: () => unknown) => {
  try {
    judge();
  } catch (error) {
    if (error instanceof GatewayError) return error;
    throw error;
  }
  throw new Error('It was believed.');
};

const created = {
  status: { status: 'OK', reason: 'PC', message: 'La petición se ha procesado correctamente', date: day },
  requestId: 30,
  processUrl: `${origin}/spa/session/30/e807b2849e4c8bcb334331964927b048`,
};

const transaction = {
  status: { status: 'APPROVED', reason: '00', message: 'Aprobada', date: day },
  internalReference: 1519104649,
  paymentMethod: 'visa',
  paymentMethodName: 'Visa',
  issuerName: 'JPMORGAN CHASE BANK, N.A.',
  amount: { from: { currency: 'COP', total: 6000 }, to: { currency: 'COP', total: 6000 }, factor: 1 },
  authorization: '614761',
  reference: '3210',
  receipt: '99975915',
  franchise: 'CR_VS',
  refunded: false,
  processorFields: [
    { keyword: 'bin', value: '411111', displayOn: 'none' },
    { keyword: 'lastDigits', value: '1111', displayOn: 'none' },
  ],
  dispersion: null,
  discount: null,
};

const queried = {
  requestId: 750,
  status: { status: 'APPROVED', reason: '00', message: 'Aprobada', date: day },
  request: { locale: 'es_CO', payment: { reference: '3210', amount: { currency: 'COP', total: 6000 } } },
  payment: [transaction],
  subscription: null,
};

const read = (body: unknown) => judgeQueriedSession(answer(body));
const readPayment = (payment: unknown) => read({ ...queried, payment }).transactions;

test('a created session is its requestId and its page', () => {
  const expected = { requestId: '30', processUrl: created.processUrl };
  expect(judgeCreatedSession(answer(created), origin)).toEqual(expected);
  expect(judgeCreatedSession(answer({ ...created, requestId: '30' }, 201), origin)).toEqual(expected);
  const older = { ...created.status, reason: '00' };
  expect(judgeCreatedSession(answer({ ...created, status: older }), origin)).toEqual(expected);
});

test.each([
  'https://evil.example/spa/session/30/e8',
  'http://checkout-test.placetopay.com/spa',
  'https://checkout-test.placetopay.com.evil.example/',
  'https://checkout-test.placetopay.com@evil.example/',
  'https://user:key@checkout-test.placetopay.com/',
  'https://checkout-test.placetopay.com:8443/',
  '//checkout-test.placetopay.com/',
  '/spa/session/30',
  'javascript:alert(1)',
  'data:text/html,x',
  '',
])('the payer is never sent to %j', (processUrl) => {
  const problem = problemOf(() => judgeCreatedSession(answer({ ...created, processUrl }), origin));
  expect(problem).toMatchObject({ code: 'MALFORMED', sent: true });
});

const failed = (reason: unknown, message: string | null, httpStatus = 200) =>
  answer({ status: { status: 'FAILED', reason, message, date: day } }, httpStatus);

test.each([
  [
    'a refusal with a 200',
    failed(0, 'El tiempo para realizar el pago es muy poco'),
    { code: 'REFUSED', gatewayReason: '0' },
  ],
  [
    'a refusal with a 400',
    failed('request_not_valid', 'El campo x es obligatorio.', 400),
    { code: 'REFUSED' },
  ],
  ['a refusal without a reason', failed(null, null, 400), { code: 'REFUSED' }],
  [
    'our credentials',
    failed(401, 'Autenticación fallida 102', 401),
    { code: 'AUTHENTICATION', authenticationCode: '102' },
  ],
  [
    'our clock, in English',
    failed('401', 'Failed authentication 103', 400),
    { code: 'AUTHENTICATION', authenticationCode: '103' },
  ],
  [
    'an old number',
    failed(401, 'Authentication failed 10001', 200),
    { code: 'AUTHENTICATION', authenticationCode: '10001' },
  ],
  [
    'no number at all',
    failed(401, 'Autenticación mal formada', 401),
    { code: 'AUTHENTICATION', authenticationCode: undefined },
  ],
])('a FAILED answer is definitive: %s', (_name, reply, expected) => {
  expect(problemOf(() => judgeCreatedSession(reply, origin))).toMatchObject({ ...expected, sent: false });
});

test.each([
  failed('request_not_valid', 'No existe la sesión que busca', 404),
  failed(0, 'La sesión que busca no existe'),
  failed('request_not_valid', 'The requested session does not exist', 404),
])('a session the gateway does not know is NOT_FOUND', (reply) => {
  expect(problemOf(() => judgeQueriedSession(reply)).code).toBe('NOT_FOUND');
});

test('an unknown path is our base URL, not the session', () => {
  expect(problemOf(() => judgeQueriedSession(failed('NA', 'Pagina no encontrada', 404))).code).toBe(
    'REFUSED',
  );
});

test.each([
  ['', 200, 'MALFORMED'],
  ['', 503, 'HTTP'],
  ['{}', 500, 'HTTP'],
  ['null', 200, 'MALFORMED'],
  ['[]', 200, 'MALFORMED'],
  ['{"status":"OK"}', 200, 'MALFORMED'],
  ['{"status":{"status":"OK"}}', 200, 'MALFORMED'],
  [
    '{"status":{"status":"OK"},"requestId":0,"processUrl":"https://checkout-test.placetopay.com/"}',
    200,
    'MALFORMED',
  ],
  [
    '{"status":{"status":"PENDING"},"requestId":30,"processUrl":"https://checkout-test.placetopay.com/"}',
    200,
    'MALFORMED',
  ],
])('what cannot be read leaves the session in doubt: %s with %i', (text, httpStatus, code) => {
  const problem = problemOf(() => judgeCreatedSession({ text, httpStatus }, origin));
  expect(problem).toMatchObject({ code, sent: true });
});

test('every cut of a good reply is refused', () => {
  const { text } = answer(queried);
  for (let length = 0; length < text.length; length += 1) {
    expect(problemOf(() => judgeQueriedSession({ httpStatus: 200, text: text.slice(0, length) })).code).toBe(
      'MALFORMED',
    );
  }
});

test('a query is read with every field of the attempt', () => {
  expect(read(queried)).toEqual({
    requestId: '750',
    reference: '3210',
    status: { status: 'APPROVED', reason: '00', message: 'Aprobada', date: new Date(day) },
    transactions: [
      {
        internalReference: '1519104649',
        reference: '3210',
        status: { status: 'APPROVED', reason: '00', message: 'Aprobada', date: new Date(day) },
        amount: money(600_000n, 'COP'),
        paymentMethod: 'visa',
        paymentMethodName: 'Visa',
        issuerName: 'JPMORGAN CHASE BANK, N.A.',
        lastDigits: '1111',
        authorization: '614761',
        receipt: '99975915',
        franchise: 'CR_VS',
        refunded: false,
      },
    ],
  });
});

test('payments come as a list, one object, nothing, or in old wrappers', () => {
  expect(readPayment(null)).toEqual([]);
  expect(readPayment(undefined)).toEqual([]);
  expect(readPayment([])).toEqual([]);
  for (const payment of [
    transaction,
    { transaction: [transaction] },
    { transaction },
    { item: [transaction] },
  ]) {
    expect(readPayment(payment)).toEqual(readPayment([transaction]));
  }
  for (const payment of ['none', 0, false, {}, [[]], { transaction: 'x' }]) {
    expect(problemOf(() => readPayment(payment)).code).toBe('MALFORMED');
  }
});

test('keys with trailing spaces, numbers as texts and missing texts are the same reply', () => {
  const spaced = {
    ...transaction,
    internalReference: '1519104649',
    receipt: 99975915,
    amount: {
      from: { 'currency ': 'COP', 'total ': '6000.00' },
      to: { 'currency ': 'COP', 'total ': '6000' },
      factor: '1',
    },
  };
  expect(readPayment([spaced])).toEqual(readPayment([transaction]));
  const bare = { ...transaction, issuerName: undefined, processorFields: undefined };
  expect(readPayment([{ ...bare, status: { status: 'PENDING' } }])[0]).toMatchObject({
    issuerName: null,
    lastDigits: null,
    status: { status: 'PENDING', reason: null, message: null, date: null },
  });
});

test('a status nobody documented is UNKNOWN, for the session and for the attempt', () => {
  const odd = {
    ...queried,
    status: { status: 'SETTLED_LATER' },
    payment: [{ ...transaction, status: { status: 'approved' } }],
  };
  expect(read(odd).status.status).toBe('UNKNOWN');
  expect(read(odd).transactions[0]?.status.status).toBe('UNKNOWN');
});

test.each([
  ...['6e3', '6,000', ' 6000', '6000.001', 'NaN', 'Infinity', '', '0x10', '-6000', '6000 COP', '１０'],
  ...[-6000, 6000.001, 1e300, null, true, [], {}, [6000]],
])('an amount of %j is refused, never rounded', (total) => {
  const payment = [{ ...transaction, amount: { from: { currency: 'COP', total } } }];
  expect(problemOf(() => readPayment(payment)).code).toBe('MALFORMED');
});

test('an amount JSON cannot hold exactly is refused', () => {
  const text = answer(queried)
    .text.replace('"total":6000}', '"total":9007199254740993}')
    .replace('"total":6000}', '"total":9007199254740993}');
  expect(problemOf(() => judgeQueriedSession({ httpStatus: 200, text })).code).toBe('MALFORMED');
});

test.each(['cop', 'XXX', 'toString', '__proto__', '', 170, null])(
  'a currency of %j is refused',
  (currency) => {
    const payment = [{ ...transaction, amount: { from: { currency, total: 6000 } } }];
    expect(problemOf(() => readPayment(payment)).code).toBe('MALFORMED');
  },
);

test('a cancelled session is read like a queried one', () => {
  const body = {
    status: { status: 'OK', reason: '00', message: 'x', date: day },
    session: { ...queried, payment: null },
  };
  expect(judgeCancelledSession(answer(body)).transactions).toEqual([]);
  const refusal = failed(
    'action_not_allowed',
    'No se pueden cancelar sesiones que no están pendientes.',
    400,
  );
  expect(problemOf(() => judgeCancelledSession(refusal)).code).toBe('REFUSED');
});

test('a mutated reply is refused or says exactly what stands in it', () => {
  const paths = pathsOf(queried);
  const strange = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom<unknown>(
      '__proto__',
      '1e3',
      '-1',
      1e21,
      0.1 + 0.2,
      '6000.00',
      '6000.0000001',
      999_999_999_999_999,
      { item: null },
    ),
    fc.double(),
    fc.string(),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...paths), strange), { minLength: 1, maxLength: 3 }),
      (changes) => {
        const body: unknown = changes.reduce<unknown>(
          (value, [path, put]) => replaced(value, path, put),
          queried,
        );
        const text = JSON.stringify(body);
        try {
          const report = judgeQueriedSession({ httpStatus: 200, text });
          const told = amountsIn(JSON.parse(text));
          expect(
            report.transactions.map(({ amount }) => `${trimmed(toDecimal(amount))} ${amount.currency}`),
          ).toEqual(told);
          expect(report.transactions.every(({ refunded }) => typeof refunded === 'boolean')).toBe(true);
        } catch (error) {
          if (!(error instanceof GatewayError)) throw error;
          expect(['MALFORMED', 'REFUSED', 'NOT_FOUND', 'AUTHENTICATION']).toContain(error.code);
        }
      },
    ),
    { numRuns: 5_000 },
  );
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, item]) =>
    pathsOf(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length > 0 ? [path, ...inner] : inner;
}

function replaced(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put;
  if (Array.isArray(value))
    return value.map((item, index) => (index === key ? replaced(item, rest, put) : item));
  if (typeof value !== 'object' || value === null) return value;
  return { ...value, [key]: replaced((value as Record<string, unknown>)[key], rest, put) };
}

/** What the text itself says was asked for, read without the code under test. */
function amountsIn(body: unknown): string[] {
  const { payment } = body as { payment?: unknown };
  if (payment === null || payment === undefined) return [];
  const wrapped = payment as { transaction?: unknown; item?: unknown };
  const list = Array.isArray(payment)
    ? payment
    : 'transaction' in wrapped
      ? wrapped.transaction
      : 'item' in wrapped
        ? wrapped.item
        : payment;
  const all: unknown[] = Array.isArray(list) ? list : list === null ? [] : [list];
  return all.map((one) => {
    const { amount } = one as {
      amount: { from?: { total: unknown; currency: unknown }; total?: unknown; currency?: unknown };
    };
    const { total, currency } = amount.from ?? amount;
    return `${trimmed(String(total))} ${String(currency)}`;
  });
}

function trimmed(decimal: string) {
  const [units = '', decimals = ''] = decimal.split('.');
  const rest = decimals.replace(/0+$/, '');
  return `${units.replace(/^0+(?=\d)/, '')}${rest && `.${rest}`}`;
}
