import { expect, test } from 'vitest';
import { meaningOfCall } from './call-meaning';

const answered = (status: object | null, problem: string | null = null) => ({
  responseRedacted: status && { status },
  problem,
});
const session = { path: '/api/session', requestRedacted: { auth: {} } };
const query = { path: '/api/session/83', requestRedacted: { auth: {} } };
const autopay = (path: string) => ({ path: `/autopay/${path}`, requestRedacted: { auth: {} } });
const transaction = (action: string) => ({ path: '/api/transaction', requestRedacted: { action } });

test.each([
  [session, answered({ status: 'OK', reason: 'PC' }), 'create', 'opened'],
  [session, answered({ status: 'FAILED', reason: 401 }, 'REFUSED'), 'create', 'REFUSED'],
  [session, answered(null, 'TIMEOUT'), 'create', 'TIMEOUT'],
  [query, answered({ status: 'PENDING', reason: 'PC' }), 'query', 'waiting'],
  [query, answered({ status: 'PENDING', reason: 'PT' }), 'query', 'processing'],
  [query, answered({ status: 'APPROVED', reason: '00' }), 'query', 'approved'],
  [query, answered({ status: 'APPROVED_PARTIAL', reason: 'P0' }), 'query', 'approved_part'],
  [query, answered({ status: 'PARTIAL_EXPIRED', reason: 'PX' }), 'query', 'ended_part'],
  [query, answered({ status: 'REJECTED', reason: '?C' }), 'query', 'ended_unpaid'],
  [query, answered({ status: 'MOON' }), 'query', 'unexplained'],
  [query, answered({ unreadable: 1 }, 'MALFORMED'), 'query', 'MALFORMED'],
  [{ ...query, path: '/api/session/83/cancel' }, answered({ status: 'OK' }), 'cancel', 'done'],
  [transaction('reverse'), answered({ status: 'APPROVED' }), 'reverse', 'done'],
  [transaction('checkout'), answered({ status: 'FAILED' }), 'checkout', 'declined'],
  [transaction('reauthorization'), answered({ status: 'APPROVED' }), 'reauthorization', 'done'],
  [transaction('confirm'), answered({ status: 'PENDING' }), 'confirm', 'processing'],
  [transaction('cancel'), answered({ status: 'REJECTED' }), 'decline', 'declined'],
  [transaction('explode'), answered(null, 'HTTP'), 'other', 'HTTP'],
  [autopay('session'), answered({ status: 'OK', reason: '00' }), 'agree', 'page_opened'],
  [autopay('session'), answered({ status: 'FAILED' }, 'REFUSED'), 'agree', 'REFUSED'],
  [autopay('session/83'), answered({ status: 'PENDING' }), 'agreed', 'page_waiting'],
  [autopay('session/83'), answered({ status: 'APPROVED' }), 'agreed', 'page_accepted'],
  [autopay('session/83'), answered({ status: 'REJECTED' }), 'agreed', 'page_left'],
  [autopay('session/83'), answered({ status: 'MOON' }), 'agreed', 'unexplained'],
  [autopay('search'), answered({ status: 'OK' }), 'find_agreement', 'told'],
  [autopay('transactions'), answered({ status: 'OK' }), 'list_charges', 'told'],
  [autopay('cancel'), answered({ status: 'OK' }), 'end_agreement', 'done'],
  [{ path: '/api/collect', requestRedacted: null }, answered({ status: 'APPROVED' }), 'collect', 'done'],
  [
    { path: '/api/collect', requestRedacted: { type: 'checkin' } },
    answered({ status: 'APPROVED' }),
    'hold',
    'done',
  ],
])('%j answered %j is %s, %s', (asked, told, operation, outcome) => {
  expect(meaningOfCall({ ...asked, ...told })).toMatchObject({ operation, outcome });
});

test('an authentication failure names its number, and nothing else does', () => {
  const status = { status: 'FAILED', reason: 401, message: 'Autenticación fallida 103' };
  expect(meaningOfCall({ ...session, ...answered(status, 'AUTHENTICATION') })).toMatchObject({
    authenticationCode: '103',
    reason: '401',
  });
  expect(meaningOfCall({ ...session, ...answered(status, 'REFUSED') }).authenticationCode).toBeNull();
});
