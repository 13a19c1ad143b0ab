import { expect, test } from 'vitest';
import { GatewayError } from './error';
import { judgeInvalidated } from './judge';

const date = '2026-11-20T02:20:00-05:00';

const told = (status: object | null, httpStatus = 200) => ({ httpStatus, text: JSON.stringify({ status }) });

function codeOf(answer: { httpStatus: number; text: string }): string {
  try {
    judgeInvalidated(answer);
    return 'believed';
  } catch (error) {
    if (error instanceof GatewayError) return error.code;
    throw error;
  }
}

test.each([
  ['OK', '00', 'La petición se ha procesado correctamente'],
  ['APPROVED', '00', 'La petición ha sido aprobada exitosamente'],
])('%s is the end of a token', (status, reason, message) => {
  expect(codeOf(told({ status, reason, message, date }))).toBe('believed');
});

test.each(['El token usado es inválido', 'The token used is invalid', 'Invalid token provided'])(
  'a token that the gateway does not know is as worthless: %s',
  (message) => {
    expect(codeOf(told({ status: 'FAILED', reason: 'XN', message, date }, 400))).toBe('believed');
  },
);

test.each([
  [{ status: 'FAILED', reason: 'XN', message: 'Se ha rechazado la petición', date }, 400, 'REFUSED'],
  [{ status: 'FAILED', reason: 401, message: 'Autenticación fallida 103', date }, 401, 'AUTHENTICATION'],
  [{ status: 'PENDING', reason: 'PT', message: '', date }, 200, 'MALFORMED'],
  [null, 200, 'MALFORMED'],
  [null, 503, 'HTTP'],
])('%j with HTTP %d leaves it uncertain: %s', (status, httpStatus, code) => {
  expect(codeOf(told(status, httpStatus))).toBe(code);
});
