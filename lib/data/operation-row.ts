import 'server-only';
import { isOperationState, operationNames, type Operation } from '@/lib/domain/operation';
import type { Operation as Row } from './generated/client';
import { toMoney } from './products';

/** A row as the domain knows it; a word that the database should not hold is a bug, and throws. */
export function toOperation(row: Row): Operation {
  const { id, sessionId, state, targetReference, sentReference, reason, message } = row;
  const name = operationNames.find((known) => known === row.name);
  if (!name || !isOperationState(state))
    throw new Error(`The database names an operation we do not know: ${row.name} ${state}.`);
  return {
    ...{ id, sessionId, name, targetReference, sentReference, state, reason, message },
    amount: row.amountMinor === null ? null : toMoney(row.amountMinor, row.currency),
    askedBy: row.askedBy,
    tries: row.tries,
    step: row.step,
    version: row.version,
    createdAt: row.createdAt,
    endedAt: row.endedAt,
  };
}
