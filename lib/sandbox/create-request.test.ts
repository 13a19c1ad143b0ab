import { describe, expect, test } from 'vitest';
import { judgeCreate, type Judged, type Merchant } from './create-request';
import { isObject } from './json';

const now = new Date('2026-11-20T12:00:00Z');

const merchant: Merchant = {
  locale: 'es_CO',
  currencies: ['COP', 'USD', 'CLP'],
  methods: ['visa', 'master'],
  maxDispersion: 3,
};

const payment = { reference: 'A-1', description: 'Café', amount: { currency: 'COP', total: 45000 } };

const basic = { payment, returnUrl: 'https://shop.example/r', ipAddress: '127.0.0.1', userAgent: 'tests' };

const judge = (changes: object = {}, payments: object = {}): Judged =>
  judgeCreate({ ...basic, payment: { ...payment, ...payments }, ...changes }, merchant, now);

const refused = (judged: Judged) => (judged.ok ? null : judged.refused);

const told = (judged: Judged) => {
  if (!judged.ok) throw new Error(String(judged.refused.message));
  return JSON.parse(JSON.stringify(judged.request)) as Record<string, unknown>;
};

const toldPayment = (judged: Judged) => {
  const { payment: back } = told(judged);
  return isObject(back) ? back : {};
};

describe('a request to create a session', () => {
  test('GW-CREATE-02 is told back in the documented order, with allowPartial and subscribe', () => {
    const request = told(
      judge({ buyer: { name: 'Ana' }, locale: 'en_US', cancelUrl: 'https://shop.example/c' }),
    );
    expect(Object.keys(request)).toEqual([
      ...[
        'locale',
        'buyer',
        'payment',
        'fields',
        'returnUrl',
        'cancelUrl',
        'ipAddress',
        'userAgent',
        'expiration',
      ],
    ]);
    expect(request.payment).toEqual({ ...payment, allowPartial: false, subscribe: false });
  });

  test.each([
    ['payment.reference', {}, { reference: undefined }],
    ['payment.amount', {}, { amount: undefined }],
    ['payment.amount.total', {}, { amount: { currency: 'COP' } }],
    ['payment.amount.currency', {}, { amount: { total: 1 } }],
    ['returnUrl', { returnUrl: undefined }, {}],
    ['ipAddress', { ipAddress: undefined }, {}],
    ['userAgent', { userAgent: undefined }, {}],
  ])('GW-VALID-01 without %s it is refused by name', (field, changes, payments) => {
    const es = { reason: 'request_not_valid', message: `El campo ${field} es obligatorio.` };
    const en = { reason: 'request_not_valid', message: `The ${field} field is required.` };
    expect(refused(judge(changes, payments))).toEqual(es);
    expect(refused(judge({ ...changes, locale: 'en_US' }, payments))).toEqual(en);
  });

  test('GW-VALID-02 without payment, subscription and autopay there is nothing to do', () => {
    expect(refused(judge({ payment: undefined }))?.message).toBe('El campo payment es obligatorio.');
  });

  test.each([
    ['payment.reference', {}, { reference: 'x'.repeat(33) }, 32],
    ['payment.description', {}, { description: 'x'.repeat(256) }, 255],
    ['returnUrl', { returnUrl: `https://a.example/${'x'.repeat(255)}` }, {}, 255],
    ['ipAddress', { ipAddress: '1'.repeat(47) }, {}, 46],
    ['userAgent', { userAgent: 'x'.repeat(256) }, {}, 255],
    ['buyer.name', { buyer: { name: 'x'.repeat(61) } }, {}, 60],
    ['payer.document', { payer: { document: '1'.repeat(26) } }, {}, 25],
  ])('GW-VALID-03 %s has a limit', (field, changes, payments, limit) => {
    const message = `El campo ${field} no debe ser mayor que ${limit} caracteres.`;
    expect(refused(judge(changes, payments))).toEqual({ reason: 'request_not_valid', message });
  });

  test.each([
    ['payment.amount.total', { amount: { currency: 'COP', total: -1 } }],
    ['payment.amount.total', { amount: { currency: 'COP', total: '1e9' } }],
    ['payment.amount.total', { amount: { currency: 'COP', total: 0 } }],
    ['payment.amount.currency', { amount: { currency: 'pesos', total: 1 } }],
    ['payment.amount.currency', { amount: { currency: 'EUR', total: 1 } }],
    ['payment.reference', { reference: ['a'] }],
    ['payment.reference', { reference: { a: 1 } }],
    ['payment.reference', { reference: 12345678901234567890 }],
    ['payment.reference', { reference: 1e21 }],
    ['payment.reference', { reference: 1.5 }],
  ])('GW-VALID-04 a wrong %s is refused by name', (field, payments) => {
    expect(refused(judge({}, payments))?.message).toContain(` ${field} `);
  });

  test.each([
    'javascript:alert(1)',
    'javascript://x%0aalert(1)',
    'data:text/html,x',
    '/relative',
    'shop.example',
    'file:///etc/passwd',
  ])('GW-VALID-05 %s is no address to send a payer to', (address) => {
    expect(refused(judge({ returnUrl: address }))?.message).toContain(' returnUrl ');
    expect(refused(judge({ cancelUrl: address }))?.message).toContain(' cancelUrl ');
  });

  test('GW-VALID-06 an app may be returned to', () => {
    expect(judge({ returnUrl: 'ladera://order/1' }).ok).toBe(true);
  });

  test.each(['PAYMENT_0001_ABC', 'Venta_1234-ABCD#2024/03/15$500', 'Ord: 1001/2023', '< > = : # % & @', 42])(
    'GW-VALID-07 %s is a reference',
    (reference) => expect(toldPayment(judge({}, { reference })).reference).toBe(String(reference)),
  );

  test('GW-ROUND-01 totals are rounded half up to the currency’s digits, also from text', () => {
    const total = (currency: string, sent: unknown) =>
      toldPayment(judge({}, { amount: { currency, total: sent } })).amount;
    expect(total('USD', 576.9875)).toEqual({ currency: 'USD', total: 576.99 });
    expect(total('CLP', 576.9875)).toEqual({ currency: 'CLP', total: 577 });
    expect(total('COP', '10000')).toEqual({ currency: 'COP', total: 10000 });
  });

  test('GW-DROP-01 taxes and details of an unknown kind are ignored, a missing base is 0', () => {
    const amount = {
      currency: 'COP',
      total: 100,
      taxes: [
        { kind: 'valueAddedTax', amount: 19 },
        { kind: 'moonTax', amount: 1, base: 1 },
        { kind: 'sunTax' },
        { kind: 'windTax', amount: 'a breeze' },
      ],
      details: [{ kind: 'interest', amount: 1 }, { kind: 'bribe', amount: 2 }, { kind: 'favour' }],
    };
    expect(toldPayment(judge({}, { amount })).amount).toEqual({
      currency: 'COP',
      total: 100,
      taxes: [{ kind: 'valueAddedTax', amount: 19, base: 0 }],
      details: [{ kind: 'interests', amount: 1 }],
    });
  });

  test.each([null, 'valueAddedTax', 19])(
    'GW-DROP-01 %j is no tax of an unknown kind: it is no tax',
    (tax) => {
      const amount = { currency: 'COP', total: 100, taxes: [tax] };
      expect(refused(judge({}, { amount }))).not.toBeNull();
    },
  );

  test('GW-DROP-02 fifty items stay, and their texts are cut', () => {
    const items = Array.from({ length: 60 }, () => ({ sku: 's'.repeat(40), name: 'n'.repeat(130), qty: 1 }));
    const kept = toldPayment(judge({}, { items })).items;
    expect(kept).toHaveLength(50);
    expect(kept).toContainEqual({ sku: 's'.repeat(30), name: 'n'.repeat(120), qty: '1' });
  });

  test('GW-DROP-03 fifty fields stay, the request’s first, and the first of a keyword wins', () => {
    const list = (prefix: string, length: number) =>
      Array.from({ length }, (_, at) => ({ keyword: `${prefix}${at}`, value: at }));
    const twice = [{ keyword: 'a0', value: 'second' }];
    const request = told(judge({ fields: [...list('a', 40), ...twice] }, { fields: list('b', 20) }));
    expect(request.fields).toHaveLength(40);
    expect(request.fields).toContainEqual({ keyword: 'a0', value: 0, displayOn: 'none' });
    expect(isObject(request.payment) && request.payment.fields).toHaveLength(10);
  });

  test('GW-DROP-04 city, postal code and street are cut', () => {
    const address = {
      city: 'c'.repeat(40),
      postalCode: '1'.repeat(20),
      street: 's'.repeat(200),
      country: 'CO',
    };
    const { buyer } = told(judge({ buyer: { name: 'Ana', address } })) as { buyer: { address: object } };
    const cut = { city: 'c'.repeat(30), postalCode: '1'.repeat(10), street: 's'.repeat(128), country: 'CO' };
    expect(buyer.address).toMatchObject(cut);
  });

  test.each([
    { email: `${'x'.repeat(80)}@a.co` },
    { email: `${'x'.repeat(600)}@a.co` },
    { name: 'Ana 4111 1111 1111 1111' },
    { surname: '4111-1111-1111-1111' },
  ])('GW-PERSON-01 in a payer %o is refused, in a buyer it is dropped', (wrong) => {
    expect(refused(judge({ payer: wrong }))).toMatchObject({ reason: 'payer_data_not_valid' });
    expect(told(judge({ buyer: { ...wrong, mobile: 3001234567 } })).buyer).toEqual({ mobile: 3001234567 });
  });

  test.each([
    ['es-CO', 'es_CO'],
    ['EN_us', 'es_CO'],
    ['EN_US', 'en_US'],
    [42, 'es_CO'],
    ['en_US', 'en_US'],
    ['pt_BR', 'pt_BR'],
  ])('GW-LOCALE-01 the locale %s counts as %s', (sent, locale) => {
    expect(told(judge({ locale: sent })).locale).toBe(locale);
  });

  test('GW-EXPIRE-01 nearer than five minutes is too little, 30 minutes are the default', () => {
    const tooSoon = { reason: 0, message: 'El tiempo para realizar el pago es muy poco' };
    expect(refused(judge({ expiration: '2026-11-20T07:04:59-05:00' }))).toEqual(tooSoon);
    expect(judge({ expiration: '2026-11-20T07:05:30-05:00' })).toMatchObject({ ok: true });
    expect(judge()).toMatchObject({ expiresAt: new Date('2026-11-20T12:30:00Z') });
    expect(told(judge()).expiration).toBe('2026-11-20T07:30:00-05:00');
    expect(refused(judge({ expiration: 'soon' }))?.message).toContain(' expiration ');
  });

  test('GW-EXPIRE-02 the expiration is told back as it was sent', () => {
    expect(told(judge({ expiration: '2026-11-20T13:00:43.775Z' })).expiration).toBe(
      '2026-11-20T13:00:43.775Z',
    );
  });

  test('GW-EXPIRE-07 a day is an expiration: its beginning in Colombia', () => {
    expect(judge({ expiration: '2026-11-21' })).toMatchObject({
      ok: true,
      expiresAt: new Date('2026-11-21T05:00:00Z'),
      request: { expiration: '2026-11-21' },
    });
    expect(refused(judge({ expiration: '2026-11-20' }))).toMatchObject({ reason: 0 });
  });

  test('GW-EXPIRE-08 with its clock moved on, what is far enough away by the world’s time is so by its own', () => {
    const moved = new Date(now.getTime() + 90 * 24 * 3_600_000);
    const at = (expiration: string) => judgeCreate({ ...basic, expiration }, merchant, moved, now);
    expect(at('2026-11-20T07:20:00-05:00')).toMatchObject({
      ok: true,
      expiresAt: new Date(moved.getTime() + 20 * 60_000),
      request: { expiration: '2026-11-20T07:20:00-05:00' },
    });
    expect(refused(at('2026-11-20T07:04:00-05:00'))).toMatchObject({ reason: 0 });
    // Who goes by the gateway's own time is taken at their word.
    const own = new Date(moved.getTime() + 10 * 60_000);
    expect(at(own.toISOString())).toMatchObject({ ok: true, expiresAt: own });
  });

  const part = (total: number, more = {}) => ({ amount: { currency: 'COP', total }, ...more });
  test.each([
    [
      'payment.allowPartial',
      'payment.recurring',
      {},
      { allowPartial: true, recurring: { periodicity: 'M', interval: '1', maxPeriods: '12' } },
    ],
    ['payment.allowPartial', 'payment.dispersion', {}, { allowPartial: true, dispersion: [part(45000)] }],
    ['payment.allowPartial', 'type', { type: 'checkin' }, { allowPartial: true }],
    ['payment.dispersion', 'type', { type: 'checkin' }, { dispersion: [part(45000)] }],
    [
      'payment.allowPartial',
      'payment.amount.taxes',
      {},
      { allowPartial: true, amount: { ...payment.amount, taxes: [{ kind: 'ice', amount: 1 }] } },
    ],
    [
      'payment.allowPartial',
      'payment.amount.details',
      {},
      { allowPartial: true, amount: { ...payment.amount, details: [{ kind: 'tip', amount: 1 }] } },
    ],
    ['subscription', 'payment', { subscription: { reference: 'S-1' } }, {}],
  ])('GW-EXCLUDE-01 %s does not go with %s', (field, other, changes, payments) => {
    const message = `El campo ${field} no se puede combinar con ${other}.`;
    expect(refused(judge(changes, payments))).toEqual({ reason: 'request_not_valid', message });
  });

  test('GW-EXCLUDE-02 dispersion: at most three parts, one sum, one currency, numeric agreements', () => {
    const parts = (...dispersion: object[]) => refused(judge({}, { dispersion }));
    expect(parts(part(1), part(1), part(1), part(1))?.reason).toBe('max_dispersion_error');
    expect(parts(part(44000), part(999))?.message).toContain('payment.dispersion debe sumar');
    expect(parts({ amount: { currency: 'USD', total: 45000 } })?.message).toContain(
      'payment.dispersion debe sumar',
    );
    expect(parts(part(45000, { agreement: 'mine' }))?.message).toContain('payment.dispersion.0.agreement');
  });

  test.each([{ initiatorIndicator: 'ROBOT' }, { EBTDeliveryIndicator: 'DRONE' }])(
    'GW-META-01 metadata %o is refused, unknown keys are not',
    (metadata) => {
      expect(refused(judge({ metadata }))).toMatchObject({ reason: 'request_not_valid' });
      expect(refused(judge({ metadata }))?.message).toContain('metadata.');
      expect(told(judge({ metadata: { mine: 1, initiatorIndicator: 'AGENT' } })).metadata).toMatchObject({
        mine: 1,
      });
    },
  );

  test('GW-METHOD-02 a filter that leaves no method of the site is refused', () => {
    expect(refused(judge({ paymentMethod: 'pse,diners' }))?.message).toContain('paymentMethod');
    expect(judge({ paymentMethod: 'pse, CR_VS' }).ok).toBe(true);
  });

  test('GW-FLAG-01 anything but true counts as false for skipResult', () => {
    expect(told(judge({ skipResult: 'yes' })).skipResult).toBe(false);
    expect(told(judge({ skipResult: true })).skipResult).toBe(true);
  });
});
