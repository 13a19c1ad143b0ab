import 'server-only';
import { lockSession } from './bookkeeping';
import { readEmail } from './card-form';
import { now } from './clock';
import { inTx } from './db';
import { isOver } from './expiration';
import { lockedPerson } from './hosted-person';
import { isObject } from './json';
import { isSame } from './signature';

type Answer = { requestId: number; key: string; email: string };

export type Remembered = { ok: true } | { ok: false; problem: 'invalid' | 'not_found' | 'unavailable' };

/**
 * Keeps what the payer answered to the page's first step, so that the next one knows it in any window and
 * language. It is no attempt: nothing of the session changes that its merchant could see.
 */
export async function rememberEmail({ requestId, key, email: typed }: Answer): Promise<Remembered> {
  const email = readEmail(typed);
  if (email === null) return { ok: false, problem: 'invalid' };
  return inTx<Remembered>(async (tx) => {
    const session = await lockSession(tx, requestId);
    if (!session || !isSame(session.key, key)) return { ok: false, problem: 'not_found' };
    if (isOver(session, now())) return { ok: false, problem: 'unavailable' };
    if (lockedPerson(session).email !== undefined) return { ok: true };
    const before = isObject(session.payer) ? session.payer : {};
    await tx.session.update({ where: { requestId }, data: { payer: { ...before, email } as object } });
    return { ok: true };
  });
}
