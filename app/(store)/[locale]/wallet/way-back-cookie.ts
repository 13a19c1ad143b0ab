import 'server-only';
import { cookies } from 'next/headers';
import { env } from '@/lib/env';
import { readWayBack, type WayBack } from './way-back';

const name = env.secureCookies ? '__Host-card-for' : 'card-for';
const anHour = 60 * 60;
const attributes = { httpOnly: true, secure: env.secureCookies, sameSite: 'lax', path: '/' } as const;

/** What the card is for that somebody leaves for the gateway to save: they come back by an address that does not say. */
export async function keepWayBack(way: WayBack | null): Promise<void> {
  (await cookies()).set(name, way ?? '', { ...attributes, maxAge: way ? anHour : 0 });
}

/** What the card was for, once: whoever comes back again has been told. */
export async function takeWayBack(): Promise<WayBack | null> {
  const way = readWayBack((await cookies()).get(name)?.value);
  if (way) await keepWayBack(null);
  return way;
}
