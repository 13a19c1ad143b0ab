import { expect, test } from 'vitest';
import { readCardForm, type Terms } from './card-form';
import { documentTypesOf } from './documents';
import { cardForm, cards, payer } from './testing/calls';

const terms: Terms = {
  country: 'CO',
  methods: ['visa', 'diners'],
  locked: {},
  installments: [1, 2, 3],
  credits: [],
  now: new Date('2026-11-20T12:00:00Z'),
};

const read = (card: object = {}, person: object = {}, more: Partial<Terms> = {}) =>
  readCardForm(
    {
      requestId: 1,
      key: '',
      attemptToken: '',
      ipAddress: '127.0.0.1',
      card: { ...cardForm(cards.approved), ...card },
      person: { ...payer, ...person },
    },
    { ...terms, ...more },
  );

test('GW-FORM-01 spaces, dashes and a long year are read as meant', () => {
  const card = { number: ' 4111 1111-1111 1111', expiry: '12 / 2034', cvv: ' 123 ', installments: '3' };
  expect(read(card)).toMatchObject({
    ok: true,
    card: { number: cards.approved, expiry: '12/34', cvv: '123', installments: 3, method: 'visa' },
  });
});

test.each([
  ['number', 'required', { number: ' ' }],
  ['number', 'not_a_test_card', { number: '4111111111111112' }],
  ['number', 'not_a_test_card', { number: '4242424242424242' }],
  ['number', 'invalid_card', { number: '41111111111' }],
  ['number', 'invalid_card', { number: 'four' }],
  ['number', 'brand_not_offered', { number: '5367680000000005' }],
  ['expiry', 'required', { expiry: '' }],
  ['expiry', 'malformed', { expiry: '13/30' }],
  ['expiry', 'expired_card', { expiry: '10/26' }],
  ['cvv', 'required', { cvv: '' }],
  ['cvv', 'malformed', { cvv: '12' }],
  ['installments', 'malformed', { installments: '37' }],
])('GW-FORM-02 the card’s %s may be %s', (field, problem, card) => {
  expect(read(card)).toEqual({ ok: false, fields: { [field]: problem } });
});

test('GW-FORM-03 a card is good to the end of its month', () => {
  expect(read({ expiry: '11/26' }).ok).toBe(true);
  expect(read({ expiry: '11/26' }, {}, { now: new Date('2026-12-01T04:59:59Z') }).ok).toBe(true);
  expect(read({ expiry: '11/26' }, {}, { now: new Date('2026-12-01T05:00:00Z') }).ok).toBe(false);
});

test.each([
  ['email', 'malformed', { email: 'ana' }],
  ['email', 'required', { email: '  ' }],
  ['name', 'too_long', { name: 'x'.repeat(61) }],
  ['surname', 'required', { surname: '' }],
  ['document', 'malformed', { document: '0123' }],
  ['document', 'required', { document: '' }],
  ['documentType', 'unknown_type', { documentType: 'CI' }],
  ['mobile', 'malformed', { mobile: 'call me' }],
])('GW-FORM-04 the payer’s %s may be %s', (field, problem, person) => {
  expect(read({}, person)).toMatchObject({ ok: false, fields: { [field]: problem } });
});

test('GW-FORM-05 a company has no surname, Puerto Rico asks for no document, a locked field is not judged', () => {
  expect(read({}, { surname: '', documentType: 'NIT', document: '900123456' }).ok).toBe(true);
  expect(read({}, { document: '', documentType: '' }, { country: 'PR', installments: [] }).ok).toBe(true);
  expect(read({}, { name: '' }, { locked: { name: 'Sol' } })).toMatchObject({
    ok: true,
    card: { person: { name: 'Sol' } },
  });
});

test.each([
  ['CO', ['CC', 'CE', 'TI', 'NIT', 'RUT', 'PPN', 'TAX', 'LIC']],
  ['EC', ['CI', 'RUC', 'PPN', 'TAX', 'LIC']],
  ['UY', ['UYCI', 'UYRUT', 'PPN', 'TAX', 'LIC']],
])('GW-DOC-01 %s offers its own documents and the three of everywhere', (country, codes) => {
  expect(documentTypesOf(country).map(({ code }) => code)).toEqual(codes);
});
