import { expect, test } from 'vitest';
import { meaningOfContract, type Contract } from './contract-meaning';

const answer = (status: 'OK' | 'FAILED', reason: string, more = {}) => ({
  status: { status, reason, message: 'Said' },
  ...more,
});

test.each([
  ['balance', 200, answer('OK', '00', { amount: { currency: 'COP', total: 10 } }), 'balance_said'],
  ['balance', 200, answer('OK', '00', { amount: { currency: 'COP', total: 0 } }), 'nothing_owed'],
  ['settlement', 200, answer('OK', '00'), 'charge_kept'],
  ['webhook', 200, answer('OK', '00'), 'hint_kept'],
  ['balance', 400, answer('FAILED', '404'), 'not_ours'],
  ['settlement', 400, answer('FAILED', 'BR'), 'not_taken'],
  ['webhook', 401, answer('FAILED', 'BR'), 'wrong_signature'],
  ['settlement', 503, answer('FAILED', '503'), 'later'],
  ['webhook', 200, null, 'hint_kept'],
] as const)('%s answered with %i means %j', (contract: Contract, httpStatus, answerRedacted, outcome) => {
  const call = { contract, httpStatus, answerRedacted };
  expect(meaningOfContract({ ...call, password: 'FITS' }).outcome).toBe(outcome);
  for (const password of ['DIFFERS', 'MISSING'] as const)
    expect(meaningOfContract({ ...call, password }).outcome).toBe('wrong_password');
});

test('the shop\u2019s own words are kept beside the meaning', () => {
  const call = { contract: 'balance', password: 'FITS', httpStatus: 400 } as const;
  const { status, message } = meaningOfContract({ ...call, answerRedacted: answer('FAILED', '404') });
  expect({ status, message }).toEqual({ status: 'FAILED', message: 'Said' });
});
