import 'server-only';
import { findSession } from '@/lib/data/checkout-sessions';
import { endOperation, findOperation, markOperationInDoubt, markOperationSent } from '@/lib/data/operations';
import { zero } from '@/lib/domain/money';
import type { GatewayAction, Operation, OperationName } from '@/lib/domain/operation';
import { factOf, outcomeOf, type OperationOutcome } from '@/lib/domain/operation-outcome';
import { log } from '@/lib/log';
import { GatewayError } from '@/lib/placetopay/error';
import { crashPoint } from './crash-point';
import { gatewayFor } from './gateway';
import { settleCheckout } from './settle-checkout';

const actions: Record<OperationName, GatewayAction> = {
  refund: 'reverse',
  capture: 'checkout',
  reauthorize: 'reauthorization',
  release: 'checkout',
  confirm: 'confirm',
  decline: 'cancel',
};

/**
 * Sends a prepared operation and writes down what became of it. Each step is committed before the next one begins, so that
 * whatever dies in between, the row tells how far it came. The operation as it is afterwards.
 *
 * One that is sent again because its answer was lost is in doubt until it is known to be done: that the second sending was
 * refused, or never arrived, says nothing of the first.
 */
export async function sendOperation(prepared: Operation): Promise<Operation> {
  const again = prepared.state === 'IN_DOUBT';
  const operation = await markOperationSent(prepared, new Date());
  // Somebody gave it up, or took it over, while this process slept. Then nothing may be sent.
  if (!operation) return (await findOperation(prepared.id)) ?? prepared;
  crashPoint('operation.sent');
  // Read before the call, so that the amount of "the whole" is what was left when it was asked for.
  const session = await findSession(operation.sessionId);
  if (!session) return operation;
  const { name, sentReference } = operation;
  const amount = name === 'release' ? zero(session.amount.currency) : operation.amount;
  let outcome: OperationOutcome;
  try {
    const answer = await gatewayFor(session.id).transaction({
      action: actions[name],
      internalReference: sentReference,
      ...(amount && { amount }),
    });
    crashPoint('operation.answered');
    outcome = outcomeOf(operation, session, answer);
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    const { code, sent, gatewayReason, gatewayMessage } = error;
    log.warn(
      { operationId: operation.id, name, code, sent, gatewayReason },
      'An operation was not confirmed',
    );
    const told = { reason: gatewayReason ?? code, message: gatewayMessage ?? null };
    if (sent || (again && code !== 'REFUSED')) return inDoubt(operation, told);
    const isBack = name === 'refund' && operation.amount === null && isAlreadyRefunded(error);
    outcome = isBack
      ? { ...told, state: 'DONE', fact: factOf(operation, session, null) }
      : { ...told, state: 'REFUSED', fact: null };
  }
  if (outcome.state === 'IN_DOUBT') return inDoubt(operation, outcome);
  if (again && outcome.state === 'REFUSED') return inDoubt(operation, { ...outcome, forOperator: true });
  const ended = await endOperation(operation, outcome, { actor: 'store', now: new Date() });
  crashPoint('operation.ended');
  if (name === 'confirm' || name === 'decline')
    await settleCheckout({ sessionId: session.id, source: 'operator' });
  return ended ?? (await findOperation(operation.id)) ?? operation;
}

async function inDoubt(
  operation: Operation,
  {
    reason,
    message,
    forOperator = false,
  }: { reason: string | null; message: string | null; forOperator?: boolean },
): Promise<Operation> {
  const why = { reason: reason ?? 'UNEXPLAINED', message, forOperator };
  const doubted = await markOperationInDoubt(operation, { ...why, now: new Date() });
  crashPoint('operation.in_doubt');
  return doubted ?? (await findOperation(operation.id)) ?? operation;
}

/**
 * A whole refund that was done before: the money is back, which is all that was asked for.
 * https://docs.placetopay.dev/checkout/refund
 */
function isAlreadyRefunded({ gatewayReason, gatewayMessage = '' }: GatewayError): boolean {
  return gatewayReason === 'BR' && /ya ha sido reembolsada|already refunded/i.test(gatewayMessage);
}
