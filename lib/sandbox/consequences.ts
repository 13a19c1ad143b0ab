import 'server-only';
import { lockSession } from './bookkeeping';
import type { Tx } from './db';
import type { Transaction } from './generated/client';
import { keepInstrument } from './instruments';

/** What an approval brings with it. */
export async function approve(tx: Tx, approved: Transaction, at: Date): Promise<Transaction> {
  const { requestId, type, consents } = approved;
  if (requestId === null) return approved;
  if (type === 'TOKENIZE' || consents) {
    const session = await lockSession(tx, requestId);
    if (session) await keepInstrument(tx, session, approved, at);
  }
  return approved;
}
