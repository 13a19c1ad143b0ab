import { expect, test } from 'vitest';
import { answerStep, brandCodeOf, decide, isPayable, type Plan } from './acquirer';
import { brandOf, issuerOf, passesLuhn } from './brands';
import { testCards } from './cards';
import { toMethod } from './methods';

const amount = { minor: 4_500_000n, currency: 'COP' };
const present = (number: string, more = {}) =>
  decide({ number, expiry: '12/34', cvv: '123', amount, ...more });

test('GW-CARD-01 the documented list and the older one are there, and one of our own, each card once', () => {
  expect(testCards).toHaveLength(90);
  expect(new Set(testCards.map(({ number }) => number)).size).toBe(90);
  for (const { number, brand } of testCards) expect(brandOf(number)?.code, number).toBe(brand);
});

const plans: Record<string, (final: string | null) => unknown> = {
  APPROVED: () => ({ kind: 'now', verdict: { status: 'APPROVED', reason: '00' } }),
  REJECTED: () => ({ kind: 'now', verdict: { status: 'REJECTED', reason: '05' } }),
  ERROR: () => ({ kind: 'now', verdict: { status: 'FAILED', reason: 'XH' } }),
  PENDING: (status) =>
    expect.objectContaining({ waitsFor: 'DELAY', verdict: expect.objectContaining({ status }) }),
  SILENCE: (status) =>
    expect.objectContaining({ waitsFor: 'SILENCE', verdict: expect.objectContaining({ status }) }),
  MANUAL: () => expect.objectContaining({ waitsFor: 'OPERATOR' }),
};

test.each(testCards.filter(({ first }) => first in plans).map((card) => [card.number, card] as const))(
  'GW-CARD-02 %s does what its row says',
  (number, card) => {
    const step = card.otp ? 'OTP' : card.threeDS === 'C' ? 'CHALLENGE' : null;
    expect(present(number)).toEqual({ step, plan: plans[card.first]?.(card.final) });
  },
);

test('GW-CARD-11 only a card of our own asks for a one-time password; no documented one does', () => {
  expect(testCards.filter(({ otp }) => otp).map(({ number }) => number)).toEqual(['36545400123453']);
  expect(passesLuhn('36545400123453')).toBe(true);
  expect(present('36545407032848')).toMatchObject({ step: null, plan: { verdict: { status: 'APPROVED' } } });
});

test.each(testCards.filter(({ first }) => first === 'BY_AMOUNT').map(({ number }) => [number]))(
  'GW-CARD-03 %s approves under 200 USD and refuses from there on',
  (number) => {
    const at = (minor: bigint) => present(number, { amount: { minor, currency: 'USD' } }).plan;
    expect(at(19_999n)).toMatchObject({ verdict: { status: 'APPROVED' } });
    expect(at(20_000n)).toMatchObject({ verdict: { status: 'REJECTED' } });
  },
);

test.each([
  ['4012888888881881', '11/28', '917'],
  ['376651001281274', '06/34', '4637'],
])('GW-CARD-04 %s approves only with %s and %s', (number, expiry, cvv) => {
  expect(present(number, { expiry, cvv }).plan).toMatchObject({ verdict: { status: 'APPROVED' } });
  expect(present(number, { expiry: '12/34', cvv }).plan).toMatchObject({ verdict: { status: 'REJECTED' } });
  expect(present(number, { expiry, cvv: '000' }).plan).toMatchObject({ verdict: { status: 'REJECTED' } });
});

test('GW-CARD-05 twelve documented cards fail the Luhn check, and pay', () => {
  const official = testCards.slice(0, 78);
  const failing = official.filter(({ number }) => !passesLuhn(number));
  expect(failing).toHaveLength(12);
  for (const { number } of testCards) expect(isPayable(number)).toBe(true);
});

test.each([['4242424242424242'], ['5555555555554444'], ['4242424242424241'], ['9999999999999995']])(
  'GW-CARD-06 %s is not on the list and pays nothing, whatever its check digit says',
  (number) => {
    expect(isPayable(number)).toBe(false);
    expect(brandCodeOf(number)).toBeNull();
    expect(present(number).plan).toMatchObject({ verdict: { status: 'REJECTED' } });
  },
);

test.each([
  ['OTP', '123456', true],
  ['OTP', ' 000000 ', true],
  ['OTP', '111111', false],
  ['CHALLENGE', '12345', true],
  ['CHALLENGE', '54321', false],
] as const)('GW-CARD-07 %s %s goes on: %s', (step, code, passes) => {
  const plan: Plan = { kind: 'now', verdict: { status: 'APPROVED', reason: '00' } };
  const wrong = { kind: 'now', verdict: { status: 'REJECTED', reason: step === 'OTP' ? 'OT1' : '05' } };
  expect(answerStep(step, code, plan)).toEqual(passes ? plan : wrong);
});

test.each([
  ['visa', 'visa'],
  [' VISA ', 'visa'],
  ['CR_VS', 'visa'],
  ['PS_VS', 'visa'],
  ['RM_MC', 'master'],
  ['ID_DN', 'diners'],
  ['SOMOS', 'somos'],
  ['_PSE_', 'pse'],
  [' PSE ', 'pse'],
  ['psenq', 'PSENQ'],
  ['_ATH_', 'ath'],
  ['ath_card', 'ath_card'],
  ['BBVAC', 'ath'],
  ['EFCTY', 'efecty'],
  ['paypal', null],
])('GW-METHOD-01 the filter code %s means %s', (code, method) => expect(toMethod(code)).toBe(method));

test.each([
  ['4111111111111111', 'JPMORGAN CHASE BANK, N.A.'],
  ['5180300000000005', 'Banco del Pacifico, S.A.'],
  ['4110760000000016', 'BANCO DE GUAYAQUIL, S.A.'],
  ['36545407032848', 'Diners'],
  ['377222581193005', null],
])('GW-CARD-10 the issuer of %s is %s', (number, issuer) => expect(issuerOf(number)).toBe(issuer));
