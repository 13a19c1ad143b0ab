import 'server-only';
import { db } from './db';
import { oldestDueWork } from './due-work';
import { version } from '@/package.json';

export type Health = {
  status: 'ok' | 'unavailable';
  version: string;
  database: 'ok' | 'unreachable';
  /**
   * When the oldest work was due that nobody has done, in ISO 8601; null when nothing is late. Counted are the ends of
   * sessions, transactions that pend, holds that lapse, repetitions, automatic payments and notifications.
   */
  oldestDueWork: string | null;
};

/** How the gateway is. Never throws: a database that does not answer is told as such. */
export async function health(): Promise<Health> {
  try {
    await db().$queryRaw`SELECT 1`;
    const oldest = await oldestDueWork();
    return { status: 'ok', version, database: 'ok', oldestDueWork: oldest?.toISOString() ?? null };
  } catch {
    return { status: 'unavailable', version, database: 'unreachable', oldestDueWork: null };
  }
}
