import { expect, test } from 'vitest';
import { attemptText, authenticationText, languageOf, refusals, sessionText } from './messages';

/** What the gateway says, code by code, as PlacetoPay's documentation and recordings have it. */

test.each([
  ['OK', 'PC', 'La petición se ha procesado correctamente', 'The request has been processed successfully'],
  ['OK', '00', 'La petición se ha procesado correctamente', 'The request has been processed successfully'],
  ['PENDING', 'PC', 'La petición se encuentra activa', 'The request is active'],
  ['PENDING', 'PT', 'La petición se encuentra pendiente', 'The request is pending'],
  [
    'APPROVED',
    '00',
    'La petición ha sido aprobada exitosamente',
    'The request has been successfully approved',
  ],
  ['REJECTED', 'XN', 'Se ha rechazado la petición', 'The request has been rejected'],
  [
    'REJECTED',
    '?C',
    'La petición ha sido cancelada por el usuario',
    'The request has been cancelled by the user',
  ],
  [
    'REJECTED',
    'MC',
    'La petición ha sido cancelada por el comercio',
    'The request has been cancelled by the merchant',
  ],
  ['REJECTED', 'EX', 'La petición ha expirado', 'The request has expired'],
  [
    'APPROVED_PARTIAL',
    'P0',
    'La petición ha sido aprobada parcialmente',
    'The request has been partially approved',
  ],
  [
    'PARTIAL_EXPIRED',
    'PX',
    'La petición esta expirada o cancelada y se han realizado pagos',
    'The request has been expired or cancelled and it contains payments',
  ],
])('GW-TEXT-01 a session that is %s %s says so in both languages', (status, reason, es, en) => {
  expect(sessionText(status, reason, 'es')).toBe(es);
  expect(sessionText(status, reason, 'en')).toBe(en);
});

test.each([
  ['00', 'Aprobada', 'Approved'],
  [
    '?-',
    'Transacción pendiente. Por favor consulte con su entidad financiera si el débito fue realizado',
    'Pending transaction. Please check with your financial institution if the debit was made',
  ],
  ['?C', 'Pago abortado por el usuario', 'Payment aborted by the user'],
  ['MC', 'Cancelada por el comercio', 'Cancelled by merchant'],
  ['PT', 'Transacción pendiente de confirmación', 'Pending confirmation transaction'],
  ['BR', 'La petición no puede ser procesada', 'The request could not be processed'],
  [
    'XH',
    'Falla en la comunicación con el servidor de transacciones, por favor intente más tarde.',
    'Communication with the transaction server failed, please try again later.',
  ],
  [
    'OT1',
    'El OTP ingresado no coincide con el que se te ha provisto',
    'The OTP entered does not match the one provided to you',
  ],
])('GW-TEXT-02 a transaction with %s says so in both languages', (reason, es, en) => {
  expect(attemptText(reason, 'es')).toBe(es);
  expect(attemptText(reason, 'en')).toBe(en);
});

test('GW-TEXT-02 a code without words of its own is told as it is', () => {
  expect(attemptText('65', 'es')).toBe('65');
});

test.each([
  ['notFound', 'No existe la sesión que busca', 'The requested session does not exist'],
  ['noRoute', 'Pagina no encontrada', 'Page not found'],
  ['tooSoon', 'El tiempo para realizar el pago es muy poco', null],
  [
    'notPending',
    'No se pueden cancelar sesiones que no están pendientes.',
    'Sessions that are not pending cannot be cancelled',
  ],
  ['refunded', 'La transacción ya ha sido reembolsada', 'Transaction already refunded'],
  ['lapsed', 'La transacción ya ha sido expirada', 'The transaction has already expired'],
  ['reference', 'Referencia inválida, debe ser de 1 a 32 caracteres', null],
  ['badToken', 'El token usado es inválido', 'The token used is invalid'],
  ['unknownToken', 'El token usado es inválido', 'Invalid token provided'],
] as const)('GW-TEXT-03 the refusal %s has the documented words', (why, es, en) => {
  expect(refusals[why].es).toBe(es);
  if (en !== null) expect(refusals[why].en).toBe(en);
});

test('GW-TEXT-03 a failed authentication has its code inside the words', () => {
  expect(authenticationText(102, 'es')).toBe('Autenticación fallida 102');
  expect(authenticationText(102, 'en')).toBe('Authentication failed 102');
});

test.each([
  ['es_CO', 'es'],
  ['en_US', 'en'],
  ['pt_BR', 'es'],
  ['it_IT', 'es'],
])('GW-TEXT-04 the locale %s is answered in %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});
