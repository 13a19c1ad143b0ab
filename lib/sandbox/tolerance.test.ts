import { expect, test } from 'vitest';
import { judgeCreate, type Merchant } from './create-request';
import type { JsonObject } from './json';

/** Read tolerantly, write one shape: what SDKs and the documentation's own examples send, and how it is told back. */

const now = new Date('2026-11-20T12:00:00Z');

const merchant: Merchant = {
  locale: 'es_CO',
  currencies: ['COP', 'USD'],
  methods: ['visa', 'master'],
  maxDispersion: 3,
};

const basic = { returnUrl: 'https://shop.example/r', ipAddress: '127.0.0.1', userAgent: 'tests' };

const amount = { currency: 'COP', total: 45000 };

function judge(changes: object = {}, payment: object = {}) {
  const sent = { ...basic, payment: { reference: 'A-1', amount, ...payment }, ...changes };
  return judgeCreate(sent, merchant, now);
}

/** The request as a query tells it back. */
function told(changes: object = {}, payment: object = {}) {
  const judged = judge(changes, payment);
  if (!judged.ok) throw new Error(judged.refused.message);
  return JSON.parse(JSON.stringify(judged.request)) as JsonObject & { payment: JsonObject };
}

test('GW-READ-01 whole numbers and amounts come as numbers or as text, and are told as numbers', () => {
  const { payment } = told(
    {},
    {
      amount: { currency: 'COP', total: '45000', taxes: [{ kind: 'ice', amount: '10', base: '100.5' }] },
      recurring: { periodicity: 'M', interval: '1', nextPayment: '2026-12-20', maxPeriods: '-1' },
    },
  );
  expect(payment.amount).toEqual({ ...amount, taxes: [{ kind: 'ice', amount: 10, base: 100.5 }] });
  expect(payment.recurring).toEqual({
    ...{ periodicity: 'M', interval: 1, nextPayment: '2026-12-20', maxPeriods: -1 },
  });
  const { dispersion } = told({}, { dispersion: [{ amount, agreement: '29' }] }).payment;
  expect(dispersion).toMatchObject([{ agreement: 29 }]);
});

test('GW-READ-08 a text may come as a whole number, and is told as text', () => {
  const { payer, payment } = told({ payer: { name: 7, surname: 8, company: 9 } }, { description: 42 });
  expect(payer).toEqual({ name: '7', surname: '8', company: '9' });
  expect(payment.description).toBe('42');
  const { subscription } = told({
    payment: undefined,
    subscription: { reference: 'S-1', description: 42 },
  });
  expect(subscription).toMatchObject({ description: '42' });
  for (const description of [1.5, 1e21, true, {}]) expect(judge({}, { description }).ok).toBe(false);
});

test.each([
  [29, 29],
  ['29', 29],
  [0, 0],
  ['12345678901234567890', '12345678901234567890'],
])('GW-READ-09 the agreement %j is told as %j', (agreement, back) => {
  expect(told({}, { dispersion: [{ amount, agreement }] }).payment.dispersion).toMatchObject([
    { agreement: back },
  ]);
});

test.each([1.5, -1, 1e300, '1.5', '-1', 'mine', true, [], {}])(
  'GW-READ-09 %j is no agreement',
  (agreement) => {
    const judged = judge({}, { dispersion: [{ amount, agreement }] });
    const message = 'El campo payment.dispersion.0.agreement debe ser un número.';
    expect(judged).toMatchObject({ ok: false, refused: { reason: 'request_not_valid', message } });
  },
);

test.each([
  ['payment', { payment: 'all' }, {}],
  ['payment.amount', {}, { amount: [] }],
  ['buyer', { buyer: ['Ana'] }, {}],
])('GW-READ-10 of %s it is said that it must be an object', (field, changes, payment) => {
  const judged = judge(changes, payment);
  expect(judged).toMatchObject({ refused: { message: `El campo ${field} debe ser un objeto.` } });
});

test('GW-READ-10 of a list it is said that it must be one', () => {
  expect(judge({}, { items: 'all' })).toMatchObject({
    refused: { message: 'El campo payment.items debe ser un arreglo.' },
  });
});

test.each([
  [true, true],
  ['true', true],
  ['1', true],
  [1, true],
  ['0', false],
  ['yes', false],
  [0, false],
])('GW-FLAG-03 %j counts as %s', (sent, flag) => {
  const { noBuyerFill, payment } = told({ noBuyerFill: sent }, { subscribe: sent, allowPartial: sent });
  expect([noBuyerFill, payment.subscribe, payment.allowPartial]).toEqual([flag, flag, flag]);
});

test('GW-DROP-07 a field of the merchant’s own does not stand in the way of the page’s address', () => {
  const fields = [
    { keyword: '_processUrl_', value: 'https://shop.example', displayOn: 'none' },
    { keyword: 'mine', value: 'x', displayOn: 'none' },
  ];
  const request = told({ fields }, { fields });
  expect(request.fields).toEqual(fields.slice(1));
  expect(request.payment.fields).toEqual(fields.slice(1));
});

test('GW-READ-02 the misspelt keys of the guides are ignored', () => {
  const { payment } = told(
    {},
    { dispersión: [{}], dispersion: [{ amount, aggreement: '1', aggrementType: 'x' }] },
  );
  expect(Object.keys(payment)).not.toContain('dispersión');
  expect(payment.dispersion).toEqual([{ reference: 'A-1', allowPartial: false, subscribe: false, amount }]);
});

test('GW-READ-03 a list may come as one object, or wrapped as {item}, as older SDKs send it', () => {
  const one = { keyword: 'mine', value: 'x', displayOn: 'both' };
  expect(told({ fields: one }).fields).toEqual([one]);
  expect(told({ fields: { item: [one] } }).fields).toEqual([one]);
  expect(told({ fields: { item: one } }).fields).toEqual([one]);
  const item = { sku: '1', name: 'Café', qty: '1', price: 45000 };
  expect(told({}, { items: { item: [item] } }).payment.items).toEqual([item]);
  const tax = { kind: 'ice', amount: 1, base: 10 };
  expect(told({}, { amount: { ...amount, taxes: { item: tax } } }).payment.amount).toMatchObject({
    taxes: [tax],
  });
  expect(
    told({ payment: undefined, subscription: { reference: 'S-1', fields: one } }).subscription,
  ).toMatchObject({ fields: [one] });
});

test('GW-READ-04 a state may be a name, and the address of the page may be asked for', () => {
  const { buyer, captureAddress } = told({
    buyer: { name: 'Ana', address: { state: 'Norte de Santander', country: 'CO' } },
    captureAddress: true,
  });
  expect(buyer).toEqual({ name: 'Ana', address: { state: 'Norte de Santander', country: 'CO' } });
  expect(captureAddress).toBe(true);
});

test('GW-READ-05 taxes and details need not add up to the total, and a description need not be sent', () => {
  const more = {
    taxes: [{ kind: 'ice', amount: 99_999, base: 1 }],
    details: [{ kind: 'subtotal', amount: 1 }],
  };
  const { payment } = told({}, { amount: { ...amount, ...more } });
  expect(payment.amount).toEqual({ ...amount, ...more });
  expect(payment).not.toHaveProperty('description');
});

test('GW-READ-06 a phone is told back as the type that came', () => {
  expect(told({ buyer: { mobile: 3001112233 } }).buyer).toEqual({ mobile: 3001112233 });
  expect(told({ buyer: { mobile: '+573001112233' } }).buyer).toEqual({ mobile: '+573001112233' });
});

test('GW-READ-07 an empty list where an object belongs was not sent, and an empty object is an empty list', () => {
  const nobody = { payer: [], buyer: [], metadata: [], subscription: [], autopay: [] };
  const request = told(nobody, { shipping: [], recurring: [], items: {}, dispersion: {} });
  for (const name of Object.keys(nobody)) expect(request).not.toHaveProperty(name);
  expect(request.payment).not.toHaveProperty('shipping');
  expect(request.payment).not.toHaveProperty('recurring');
  expect(request.payment).toMatchObject({ items: [], dispersion: [] });
  expect(told({ fields: {}, payer: { name: 'Ana', address: [] } })).toMatchObject({
    payer: { name: 'Ana' },
    fields: [],
  });
  expect(told({}, { amount: { ...amount, taxes: {}, details: {} } }).payment.amount).toEqual({
    ...amount,
    taxes: [],
    details: [],
  });
  expect(judge({ payer: ['Ana'] }).ok).toBe(false);
});

test('GW-KIND-01 every documented kind of tax and detail is kept', () => {
  const taxes = [
    ...['valueAddedTax', 'exciseDuty', 'ice', 'airportTax', 'stateTax', 'municipalTax', 'reducedStateTax'],
  ].map((kind) => ({ kind, amount: 1, base: 10 }));
  const details = [
    ...['discount', 'additional', 'vatDevolutionBase', 'shipping', 'handlingFee', 'insurance', 'giftWrap'],
    ...['subtotal', 'fee', 'tip', 'airline', 'interests'],
  ].map((kind) => ({ kind, amount: 1 }));
  expect(told({}, { amount: { ...amount, taxes, details } }).payment.amount).toEqual({
    ...amount,
    taxes,
    details,
  });
});

test('GW-ITEM-01 an item keeps a documented category and loses another; how many there are is told as text', () => {
  const item = { sku: '1', name: 'Café', price: 45000 };
  const items = [
    { ...item, category: 'physical', qty: 2 },
    { ...item, category: 'digital', qty: '2.5' },
    { ...item, category: 'imaginary', qty: '1' },
  ];
  expect(told({}, { items }).payment.items).toEqual([
    { ...item, category: 'physical', qty: '2' },
    { ...item, category: 'digital', qty: '2.5' },
    { ...item, qty: '1' },
  ]);
});

test('GW-META-02 every documented initiator and delivery is taken', () => {
  const initiators = [
    ...['AGENT', 'CARDHOLDER_COF', 'MERCHANT_COF'],
    ...['CARDHOLDER', 'MERCHANT'].flatMap((who) => [
      `${who}_RECURRING_VARIABLE_AMOUNT`,
      `${who}_RECURRING_FIXED_AMOUNT`,
      `${who}_WITH_INSTALLMENTS`,
    ]),
  ];
  const deliveries = ['DIRECT_DELIVERY', 'CUSTOMER_PICKUP', 'COMMERCIAL_SHIPPING', 'OTHER', 'NOT_AVAILABLE'];
  for (const initiatorIndicator of initiators)
    expect(told({ metadata: { initiatorIndicator } }).metadata).toEqual({ initiatorIndicator });
  for (const EBTDeliveryIndicator of deliveries)
    expect(told({ metadata: { EBTDeliveryIndicator } }).metadata).toEqual({ EBTDeliveryIndicator });
});

test('GW-META-03 requiresConfirmation that is neither true nor false is refused as such', () => {
  for (const requiresConfirmation of ['true', 1, {}])
    expect(judge({ metadata: { requiresConfirmation } })).toMatchObject({
      refused: {
        reason: 'request_not_valid',
        message: 'El campo metadata.requiresConfirmation debe ser verdadero o falso.',
      },
    });
});

test('GW-DROP-05 a field’s text is cut at 255, a value may be missing, an unknown displayOn is none', () => {
  const fields = [
    { keyword: 'long', value: 'x'.repeat(300), displayOn: 'receipt' },
    { keyword: 'empty' },
    { keyword: 'odd', value: { a: 1 }, displayOn: 'everywhere' },
  ];
  expect(told({ fields }).fields).toEqual([
    { keyword: 'long', value: 'x'.repeat(255), displayOn: 'receipt' },
    { keyword: 'empty', value: null, displayOn: 'none' },
    { keyword: 'odd', value: { a: 1 }, displayOn: 'none' },
  ]);
  expect(judge({ fields: [{ keyword: 'k'.repeat(51) }] }).ok).toBe(false);
});

test('GW-DROP-06 what is cut is cut between characters', () => {
  const buyer = { address: { city: `${'c'.repeat(29)}🎉🎉` } };
  const fields = [{ keyword: 'long', value: `${'y'.repeat(254)}🎉🎉` }];
  const items = [{ name: `${'n'.repeat(119)}🎉🎉` }];
  const request = told({ buyer, fields }, { items });
  expect(request.buyer).toEqual({ address: { city: `${'c'.repeat(29)}🎉` } });
  expect(request.fields).toMatchObject([{ value: `${'y'.repeat(254)}🎉` }]);
  expect(request.payment.items).toEqual([{ name: `${'n'.repeat(119)}🎉` }]);
});

test('GW-EXPIRE-06 no expiration is too far away', () => {
  expect(judge({ expiration: '2036-11-20T12:00:00Z' })).toMatchObject({
    ok: true,
    expiresAt: new Date('2036-11-20T12:00:00Z'),
  });
});

test.each(['true', 1, 'yes', {}, []])('GW-FLAG-02 for skipResult %j is not true', (skipResult) => {
  expect(told({ skipResult }).skipResult).toBe(false);
});

test.each([
  ['address.country', { address: { country: 'COL' } }],
  ['documentType', { documentType: 'PASSPORT' }],
  ['mobile', { mobile: '3'.repeat(31) }],
  ['company', { company: 'x'.repeat(61) }],
  ['address.phone', { address: { phone: '3'.repeat(21) } }],
])('GW-PERSON-02 a person’s %s has its limit', (field, person) => {
  const judged = judge({ payer: person });
  expect(judged).toMatchObject({ ok: false, refused: { reason: 'request_not_valid' } });
  expect(!judged.ok && judged.refused.message).toContain(`payer.${field} `);
});
