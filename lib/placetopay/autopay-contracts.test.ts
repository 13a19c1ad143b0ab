import { describe, expect, test } from 'vitest';
import { money } from '@/lib/domain/money';
import {
  balanceAnswer,
  readBalanceQuestion,
  readSettlement,
  readWebhook,
  showsPassword,
  webhookDigest,
} from './autopay-contracts';

const id = '6f1c2b8e-0a4d-4c57-9b7e-3a1d5f2c9e10';
const pair = { user: 'placetopay', password: 'a:b ñ' };
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

test('the agreed user and password open, also with a colon and ñ in the password', () => {
  expect(showsPassword(basic('placetopay:a:b ñ'), pair)).toBe(true);
});

test.each([
  null,
  '',
  'Basic ',
  'Basic !!!',
  basic(''),
  basic(':'),
  basic('placetopay'),
  basic('placetopay:'),
  basic('placetopay:a:b'),
  basic('Placetopay:a:b ñ'),
  basic(':a:b ñ'),
  basic('placetopay:a:b ñ '),
  `Bearer ${Buffer.from('placetopay:a:b ñ').toString('base64')}`,
])('%s does not', (header) => expect(showsPassword(header, pair)).toBe(false));

test('a balance question has reference and id, and nothing else', () => {
  const asked = { reference: 'AUT-1', id };
  expect(readBalanceQuestion(JSON.stringify(asked))).toEqual(asked);
  for (const wrong of [
    {},
    { id },
    { ...asked, id: '1' },
    { ...asked, extra: 1 },
    [asked],
    { ...asked, reference: '' },
  ])
    expect(readBalanceQuestion(JSON.stringify(wrong))).toBeNull();
  expect(readBalanceQuestion('{')).toBeNull();
});

describe('a settlement', () => {
  const transaction = {
    status: { status: 'APPROVED', reason: '00', message: 'Aprobada', date: '2027-01-31T00:00:00-05:00' },
    date: '2027-01-31T00:00:00-05:00',
    transactionDate: '2027-01-31T00:00:00-05:00',
    internalReference: 1_500_000_001,
    reference: 'AUT-1',
    paymentMethod: 'ID_DN',
    franchise: 'diners',
    amount: { currency: 'COP', total: 45000.5 },
    authorization: '000123',
    receipt: 9_876,
    refunded: false,
    lastDigits: '1111',
  };
  const body = (changes: object) =>
    JSON.stringify({ reference: 'AUT-1', id, transaction: { ...transaction, ...changes } });

  test('is read with its exact amount, and with the brand where AutoPay writes it', () => {
    expect(readSettlement(body({}))).toMatchObject({
      reference: 'AUT-1',
      id,
      charge: {
        internalReference: '1500000001',
        amount: { minor: 4_500_050n, currency: 'COP' },
        franchise: 'diners',
        receipt: '9876',
        chargedOn: '2027-01-31',
      },
    });
  });

  test.each([
    { status: { ...transaction.status, status: 'REJECTED' } },
    { status: undefined },
    { amount: { currency: 'COP', total: 0.001 } },
    { amount: { currency: 'XXX', total: 1 } },
    { amount: { currency: 'COP', total: -1 } },
    { internalReference: 'DROP TABLE' },
    { transactionDate: 'yesterday' },
  ])('is nothing with %j', (changes) => expect(readSettlement(body(changes))).toBeNull());
});

describe('a webhook', () => {
  const secretKey = 'ABC123example456trankey+789abc012def3456ABC=';
  const signed = { id, reference: 'AUT-1', type: 'AUTOPAY_CREATED', date: '2023-01-19 15:57:23' };

  test('has the signature of the documented example', () => {
    const text = '111111-2222-3333-4444-555555555555AUTOPAY_TRANSACTION_FAILED2023-01-01 12:00:00';
    expect(webhookDigest(text, secretKey).toString('hex')).toBe(
      'aa377ba8f50af6c86b07b2a2935eec205243feb0a79120c8cf9f3700e013cb6e',
    );
  });

  test('is signed over id, type, date and secretKey', () => {
    const digest = webhookDigest(`${signed.id}${signed.type}${signed.date}`, secretKey).toString('hex');
    const body = { ...signed, signature: `sha256:${digest}`, additional: { transactionID: 77 } };
    expect(readWebhook(JSON.stringify(body), secretKey)).toEqual({
      kind: 'webhook',
      webhook: { id, reference: 'AUT-1', type: signed.type, date: signed.date, transactionId: '77' },
    });
    for (const changes of [
      { type: 'AUTOPAY_CANCELED' },
      { date: '2023-01-19 15:57:24' },
      { signature: digest },
      { signature: `sha256:${'0'.repeat(64)}` },
      { signature: `sha1:${digest}` },
    ])
      expect(readWebhook(JSON.stringify({ ...body, ...changes }), secretKey)).toEqual({
        kind: 'unauthorized',
      });
    expect(readWebhook(JSON.stringify(body), 'another')).toEqual({ kind: 'unauthorized' });
  });

  test.each([
    { type: 'AUTOPAY_PAID' },
    { date: '2023-01-19T15:57:23-05:00' },
    { id: '111111-2222-3333-4444-555555555555' },
    { surprise: 1 },
    { signature: undefined },
  ])('is malformed with %j', (changes) => {
    expect(readWebhook(JSON.stringify({ ...signed, ...changes }), secretKey)).toEqual({ kind: 'malformed' });
  });
});

test('a balance is answered with both amounts as exact numbers', () => {
  const said = { ok: true, reason: '00', message: 'OK', now: new Date('2027-01-01T00:00:00Z') };
  const owed = { amount: money(12_345_678n, 'COP'), minimum: money(5_000n, 'COP') };
  expect(balanceAnswer(said, id, owed)).toEqual({
    status: { status: 'OK', reason: '00', message: 'OK', date: '2027-01-01T00:00:00.000Z' },
    id,
    amount: { currency: 'COP', total: 123456.78 },
    min_amount: { currency: 'COP', total: 50 },
  });
});
