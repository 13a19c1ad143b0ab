import { createHmac } from 'node:crypto';
import { isLoopback, sandboxEnv } from '../env';
import { isSame } from '../signature';

/**
 * Who may be in the control room: whoever typed its key, for twelve hours, in a cookie that no script reads and that
 * does not hold the key. What changes something comes from the room's own pages and to its own address.
 */
export const cookieName = 'sandbox_control';

const twelveHours = 12 * 3600;

/** A Set-Cookie for whoever knows the key. `at` is real time. Null for a wrong key. */
export function openRoom(key: string, at: Date): string | null {
  if (!isSame(key, sandboxEnv().controlKey)) return null;
  const until = Math.floor(at.getTime() / 1000) + twelveHours;
  return cookie(`${until}.${seal(String(until))}`, twelveHours);
}

/** The `Set-Cookie` that takes the key away. */
export function closeRoom(): string {
  return cookie('', 0);
}

/** `value` is what the cookie holds. A key that was changed closes every room it opened. */
export function isInside(value: string | undefined, at: Date): boolean {
  const [until = '', sealed = ''] = (value ?? '').split('.');
  if (!/^\d{1,12}$/.test(until) || !isSame(sealed, seal(until))) return false;
  return Number(until) * 1000 > at.getTime();
}

/** The value of the room's cookie in a request that Next has not read for us. */
export function cookieOf(request: Request): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(/;\s*/).map((pair) => pair.split('='));
  return pairs.find(([name]) => name === cookieName)?.[1];
}

/** A page elsewhere can post a form to this machine, but not with our Origin, and not under our Host. */
export function isFromHere(request: Request): boolean {
  const { host: ownHost, origin: ownOrigin } = new URL(sandboxEnv().baseUrl);
  if (request.headers.get('origin') !== ownOrigin) return false;
  const host = request.headers.get('host') ?? '';
  if (!URL.canParse(`http://${host}`)) return false;
  return host === ownHost || isLoopback(new URL(`http://${host}`).hostname);
}

function seal(until: string): string {
  return createHmac('sha256', sandboxEnv().controlKey).update(`control room until ${until}`).digest('hex');
}

function cookie(value: string, maxAge: number): string {
  const secure = sandboxEnv().baseUrl.startsWith('https:') ? '; Secure' : '';
  return `${cookieName}=${value}; Path=/sandbox; Max-Age=${maxAge}; HttpOnly; SameSite=Strict${secure}`;
}
