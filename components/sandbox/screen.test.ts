import { describe, expect, test } from 'vitest';
import type { Hosted, SessionView } from '@/lib/sandbox/hosted-view';
import type { Way } from '@/lib/sandbox/other-methods';
import { joinPhone, splitPhone } from './phone';
import { screenOf } from './screen';

const nobody = { document: '', documentType: '', name: '', surname: '', email: '', mobile: '' };

function hosted(
  kind: Hosted['kind'],
  about: { email?: string; locked?: boolean; attempts?: number; ways?: Way[] } = {},
) {
  const { email = '', locked = false, attempts = 0, ways = ['card'] } = about;
  const session = {
    person: { ...nobody, email },
    lockedFields: locked ? ['email'] : [],
    attempts: Array.from({ length: attempts }, () => ({})),
    ways,
  } as unknown as SessionView;
  return { kind, session } as Hosted;
}

const email = 'ana@example.com';
const ways: Way[] = ['card', 'pse', 'nequi', 'cash'];

describe('the screen a session stands on', () => {
  test.each([
    ['asks for the e-mail first', hosted('open'), undefined, 'email'],
    ['asks for the e-mail even if the address says card', hosted('open'), 'card', 'email'],
    ['lets the payer choose where there is a choice', hosted('open', { email, ways }), undefined, 'method'],
    ['obeys the choice', hosted('open', { email, ways }), 'nequi', 'nequi'],
    ['knows no way that the session does not offer', hosted('open', { email }), 'cash', 'card'],
    ['asks for the e-mail before the choice', hosted('open', { ways }), 'pse', 'email'],
    ['chooses again after a refusal', hosted('open', { email, ways, attempts: 1 }), 'method', 'method'],
    [
      'tells the refusal before the choice',
      hosted('open', { email, ways, attempts: 1 }),
      undefined,
      'refusal',
    ],
    ['shows the bank that waits', hosted('bank', { email, ways, attempts: 1 }), 'card', 'bank'],
    ['shows the phone that waits', hosted('push', { email, ways, attempts: 1 }), 'leave', 'push'],
    ['shows the order that waits', hosted('order', { email, ways, attempts: 1 }), 'card', 'order'],
    ['lets the payer change the e-mail', hosted('open', { email }), 'email', 'email'],
    ['keeps an e-mail the merchant sent', hosted('open', { email, locked: true }), 'email', 'card'],
    ['tells a refusal before anything else', hosted('open', { email, attempts: 1 }), undefined, 'refusal'],
    ['tries again when asked', hosted('open', { email, attempts: 1 }), 'card', 'card'],
    ['asks before it cancels', hosted('open', { email }), 'leave', 'leave'],
    ['ignores a step nobody knows', hosted('open', { email }), 'approve', 'card'],
    ['asks for the code of the issuer', hosted('otp', { email, attempts: 1 }), 'card', 'otp'],
    ['asks for the 3-D Secure code', hosted('challenge', { email, attempts: 1 }), undefined, 'challenge'],
    ['offers no second payment while one is processed', hosted('processing'), 'card', 'processing'],
    ['offers no second payment while one is pending', hosted('pending'), 'card', 'pending'],
    ['cannot leave a pending payment', hosted('pending'), 'leave', 'pending'],
    ['shows the result of a finished one whatever is asked', hosted('finished'), 'card', 'result'],
    ['knows nothing of a wrong key', { kind: 'not_found' } as Hosted, 'card', 'unavailable'],
    [
      'tells the last refusal when no attempts are left',
      { ...hosted('unavailable'), why: 'ATTEMPTS' } as Hosted,
      'card',
      'result',
    ],
    ['is closed after a cancellation', hosted('unavailable'), undefined, 'unavailable'],
  ])('GW-SCREEN-01 the page %s', (_sentence, session, step, screen) =>
    expect(screenOf(session, step)).toBe(screen),
  );
});

test.each([
  ['card', undefined],
  ['pse', undefined],
  ['nequi', 'method'],
  ['cash', 'card'],
] as const)('GW-METHOD-04 where only %s pays, nobody is asked how (the address says %s)', (way, step) => {
  const only: Way[] = [way];
  expect(screenOf(hosted('open', { email, ways: only }), step)).toBe(way);
  expect(screenOf(hosted('open', { ways: only }), step)).toBe('email');
});

describe('the phone', () => {
  test.each([
    ['+573001112233', 'CO', '+57', '3001112233'],
    ['+593 98 111 2233', 'CO', '+593', '981112233'],
    ['+5063111', 'CO', '+506', '3111'],
    ['3001112233', 'EC', '+593', '3001112233'],
    ['', 'CO', '+57', ''],
    ['123', 'XX', '+57', '123'],
  ])('%s of a site in %s is %s and %s', (mobile, country, code, number) =>
    expect(splitPhone(mobile, country)).toEqual({ code, number }),
  );

  test.each([
    ['+57', '3001112233', '+573001112233'],
    ['+57', '  ', ''],
    ['', '+573001112233', '+573001112233'],
  ])('%s and %s are %s', (code, number, mobile) => expect(joinPhone(code, number)).toBe(mobile));
});
