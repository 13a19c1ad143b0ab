import 'server-only';
import { db } from '../db';
import { notificationOf } from '../notification';
import { isSame } from '../signature';

/** What the page tells a shop that frames it: the session's notification. */
export type NotifyData = ReturnType<typeof notificationOf>;

/** Null for a wrong key and for a session that does not exist. */
export async function findNotifyData(requestId: number, key: string): Promise<NotifyData | null> {
  const session = await db().session.findUnique({ where: { requestId }, include: { site: true } });
  return session && isSame(session.key, key) ? notificationOf(session, session.site) : null;
}
