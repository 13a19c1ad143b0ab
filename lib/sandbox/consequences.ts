import 'server-only';
import { settleMandate } from './autopay/mandates';
import { lockSession } from './bookkeeping';
import type { Tx } from './db';
import type { Transaction } from './generated/client';
import { keepInstrument } from './instruments';
import { beginRecurrence } from './recurrences';

/** A hold that nobody captures is given back. Source: https://docs.placetopay.dev/gateway/transaction-types */
const holdMs = 30 * 24 * 60 * 60 * 1000;

/** What an approval brings with it. */
export async function approve(tx: Tx, approved: Transaction, at: Date): Promise<Transaction> {
  const { internalReference, requestId, type, consents } = approved;
  const session = requestId === null ? null : await lockSession(tx, requestId);
  if (session) {
    if (type === 'TOKENIZE' || consents) await keepInstrument(tx, session, approved, at);
    if (session.kind === 'AUTOPAY') await settleMandate(tx, session, at);
    await beginRecurrence(tx, session, approved, at);
  }
  if (type !== 'HOLD') return approved;
  const lapsesAt = new Date(at.getTime() + holdMs);
  return tx.transaction.update({ where: { internalReference }, data: { lapsesAt } });
}
