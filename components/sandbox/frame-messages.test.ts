import { expect, test } from 'vitest';
import type { Hosted, SessionView } from '@/lib/sandbox/hosted-view';
import { isSafariOrIOS } from './frame-messages';
import { isOver, leavingFor } from './leaving';

const agents = {
  safari:
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
  iphoneChrome:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0 Mobile/15E148 Safari/604.1',
  chrome:
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
  edge: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0',
  android:
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
  firefox: 'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0',
};

test('GW-LIGHTBOX-08 only Safari, and every browser of iOS, has no lightbox', () => {
  const without = Object.entries(agents).filter(([, agent]) => isSafariOrIOS(agent));
  expect(without.map(([name]) => name)).toEqual(['safari', 'iphoneChrome']);
});

const session = (changes: object) =>
  ({
    cancelUrl: 'https://shop.example/cart',
    returnUrl: 'https://shop.example/return',
    skipResult: false,
    status: { status: 'PENDING' },
    ...changes,
  }) as SessionView;

test('GW-LIGHTBOX-09 in a frame, who gave up goes to the cancelUrl, and who skips the result to the returnUrl', () => {
  const left: Hosted = { kind: 'unavailable', why: 'PAYER', session: session({}) };
  const finished: Hosted = { kind: 'finished', session: session({ skipResult: true }) };
  expect(leavingFor(left, 'unavailable')).toBe('https://shop.example/cart');
  expect(leavingFor(finished, 'result')).toBe('https://shop.example/return');
  expect(leavingFor({ kind: 'pending', session: finished.session }, 'pending')).toBe(
    'https://shop.example/return',
  );
});

test('GW-LIGHTBOX-10 in a frame, whoever has something to read or to do stays', () => {
  const skips = session({ skipResult: true });
  expect(leavingFor({ kind: 'finished', session: session({}) }, 'result')).toBeNull();
  expect(leavingFor({ kind: 'open', session: skips }, 'card')).toBeNull();
  expect(leavingFor({ kind: 'otp', session: skips }, 'otp')).toBeNull();
  expect(leavingFor({ kind: 'unavailable', why: 'EXPIRED', session: skips }, 'unavailable')).toBeNull();
});

test.each([
  ['PENDING', false],
  ['APPROVED_PARTIAL', false],
  ['APPROVED', true],
  ['REJECTED', true],
  ['PARTIAL_EXPIRED', true],
])('a session that is %s has its result: %s', (status, over) => {
  expect(isOver({ kind: 'finished', session: session({ status: { status } }) })).toBe(over);
});
