import { expect, test } from 'vitest';
import { redact } from './redact';

const canaries = [
  'CANARY-KEY',
  'CANARY-NONCE',
  'CANARY-TOKEN',
  '4111111111111111',
  '4111 1111 1111 1111',
  '1040035000',
  'CANARY-RETURN',
  'ana@example.com',
];

test('no secret, card or document survives, wherever it stands', () => {
  const text = JSON.stringify(
    redact({
      auth: { login: 'public', tranKey: 'CANARY-KEY', nonce: 'CANARY-NONCE', 'nonce ': 'CANARY-NONCE' },
      buyer: {
        document: 1040035000,
        documentType: 'CC',
        email: 'ana@example.com',
        name: 'paid by 4111111111111111',
      },
      returnUrl: 'https://shop/CANARY-RETURN',
      instrument: [
        { keyword: 'token', value: 'CANARY-TOKEN' },
        { keyword: 'franchise', value: 'visa' },
      ],
      deep: [{ list: [{ card: { number: '4111111111111111' }, note: 'my card 4111 1111 1111 1111.' }] }],
      amount: 4111111111111111,
    }),
  );
  for (const canary of canaries) expect(text).not.toContain(canary);
  expect(text).toContain('"login":"public"');
  expect(text).toContain('"documentType":"CC"');
  expect(text).toContain('"value":"visa"');
});

test('what an operator needs stays readable', () => {
  const reply = {
    requestId: 4111111111111111,
    status: { status: 'APPROVED', date: '2026-11-20T02:20:00-05:00' },
    amount: 45000.5,
  };
  expect(redact(reply)).toEqual(reply);
});

test('nothing at all is null', () => {
  expect(redact(undefined)).toBeNull();
  expect(redact({ token: null })).toEqual({ token: null });
});
