import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { findOperation } from '@/lib/data/operations';
import { findOrder } from '@/lib/data/orders';
import { prepareOperation } from '@/lib/data/prepare-operation';
import { compare, type Money } from '@/lib/domain/money';
import { isOpen, type Operation, type OperationName } from '@/lib/domain/operation';
import type { Order } from '@/lib/domain/order';
import { readAmount } from '@/lib/domain/typed-amount';
import { isOperator, type Viewer } from '@/lib/domain/viewer';
import { followUps, stakeOf, targetsOf } from '@/lib/flows/follow-ups';
import { rootReference, type FollowUp, type Target } from '@/lib/flows/follow-up';
import { sendOperation } from './send-operation';

export type FollowedUp =
  | { ok: true; operation: Operation }
  | {
      ok: false;
      problem:
        | 'not_allowed'
        | 'unknown_order'
        | 'unknown_transaction'
        | 'not_possible_now'
        | 'operation_running'
        | 'operation_in_doubt'
        | 'operation_refused'
        | 'operation_not_sent'
        | 'daily_limit'
        | 'own_operation'
        | 'invalid_input';
      /** The gateway's own words for a refusal. */
      message?: string;
      /** Which answer is wrong, as problem keys. */
      fields?: Readonly<Record<string, string>>;
    };

export type FollowUpInput = {
  orderId: string;
  /** The internalReference of an attempt, or of a part of a dispersed one. */
  transaction: string;
  name: OperationName;
  /** As typed; the whole where it is empty and the follow-up takes an amount. */
  amount?: string;
  /** Rendered into the form by the server: a double click is one operation. */
  idemKey: string;
  /** Why, for the audit. */
  reason: string;
  viewer: Viewer;
};

const mostTurns = 5;

/**
 * Does one thing with a transaction after it was made: refund, capture, reauthorise, release, confirm, decline. Only for
 * operators, and above a limit only for two of them: the first one's wish waits as PROPOSED. Of two at once on one
 * transaction one is sent. What nobody knows the end of freezes the transaction; it is
 * brought to its end by the reconciler where that is safe, and by an operator where it is not.
 *
 * Source: https://docs.placetopay.dev/checkout/api/reference/payment
 */
export async function followUp(input: FollowUpInput): Promise<FollowedUp> {
  const { viewer, orderId, idemKey, reason } = input;
  if (!isOperator(viewer)) return { ok: false, problem: 'not_allowed' };
  if (reason.trim() === '') return { ok: false, problem: 'invalid_input', fields: { reason: 'required' } };
  for (let turn = 1; turn <= mostTurns; turn += 1) {
    const order = await findOrder(orderId, viewer);
    if (!order) return { ok: false, problem: 'unknown_order' };
    const now = new Date();
    const known = order.sessions.flatMap(({ operations }) => operations);
    const planned = planOperation(order, input, now);
    // A click that comes again finds its own operation, whatever has become possible or impossible since.
    if (!planned.ok && known.length === 0) return planned;
    const target = planned.ok ? planned.target : targetOf(order, input.transaction);
    if (!target) return { ok: false, problem: 'unknown_transaction' };
    const asked = planned.ok ? planned.asked : noneOf(target);
    const prepared = await prepareOperation(
      target.session,
      { ...asked, name: input.name, idemKey, reason: reason.trim(), viewer, now },
      { onlyKnown: !planned.ok },
    );
    if (prepared.kind === 'stale') continue;
    if (prepared.kind === 'running') return { ok: false, problem: 'operation_running' };
    if (prepared.kind === 'unknown') return planned.ok ? { ok: false, problem: 'not_possible_now' } : planned;
    if (prepared.kind === 'not_today') return { ok: false, problem: 'daily_limit' };
    if (prepared.kind === 'proposed') return { ok: true, operation: prepared.operation };
    if (prepared.kind === 'known') return told(await whenEnded(prepared.operation));
    return told(await sendOperation(prepared.operation));
  }
  return { ok: false, problem: 'not_possible_now' };
}

type Planned =
  | {
      ok: true;
      target: Target;
      asked: { targetReference: string; sentReference: string; amount: Money | null; stake: Money };
    }
  | Exclude<FollowedUp, { ok: true }>;

/** What would be sent, or why it cannot be. It decides from what it is given and calls nobody. */
function planOperation(
  order: Order,
  { transaction, name, amount: typed = '' }: Pick<FollowUpInput, 'transaction' | 'name' | 'amount'>,
  now: Date,
): Planned {
  const target = targetOf(order, transaction);
  const followUp = followUps.find((one) => one.name === name);
  if (!target || !followUp) return { ok: false, problem: 'unknown_transaction' };
  const open = target.session.operations.find(
    ({ state, targetReference }) => isOpen(state) && targetReference === rootReference(target.transaction),
  );
  if (open)
    return { ok: false, problem: open.state === 'IN_DOUBT' ? 'operation_in_doubt' : 'operation_running' };
  if (!followUp.appliesTo(target, now)) return { ok: false, problem: 'not_possible_now' };
  const amount = amountOf(followUp, target, typed);
  if (amount === 'invalid_amount' || amount === 'out_of_bounds')
    return { ok: false, problem: 'invalid_input', fields: { amount } };
  const command = followUp.command(target, amount ?? undefined);
  const isNothing = command.amount?.minor === 0n;
  return {
    ok: true,
    target,
    asked: {
      targetReference: rootReference(target.transaction),
      sentReference: command.internalReference,
      amount: command.amount && !isNothing ? command.amount : null,
      stake: stakeOf(followUp, target, amount),
    },
  };
}

function amountOf(
  followUp: FollowUp,
  target: Target,
  typed: string,
): Money | null | 'invalid_amount' | 'out_of_bounds' {
  const bounds = followUp.bounds(target);
  if (!bounds) return null;
  if (typed.trim() === '') return bounds.max;
  const amount = readAmount(typed, bounds.max.currency);
  if (!amount) return 'invalid_amount';
  return compare(amount, bounds.min) < 0 || compare(amount, bounds.max) > 0 ? 'out_of_bounds' : amount;
}

function targetOf(order: Order, internalReference: string): Target | undefined {
  return order.sessions
    .flatMap((session) => targetsOf(order, session))
    .find(({ transaction }) => transaction.internalReference === internalReference);
}

function noneOf({ transaction }: Target) {
  const targetReference = rootReference(transaction);
  const { internalReference: sentReference, amount: stake } = transaction;
  return { targetReference, sentReference, amount: null, stake };
}

const glanceMs = 100;
const patienceMs = 25_000;

/** The other half of a double click is talking to the gateway: its answer is ours too. */
async function whenEnded(operation: Operation): Promise<Operation> {
  const givenUp = Date.now() + patienceMs;
  let seen = operation;
  while ((seen.state === 'PREPARED' || seen.state === 'SENT') && Date.now() < givenUp) {
    await wait(glanceMs);
    seen = (await findOperation(seen.id)) ?? seen;
  }
  return seen;
}

const problems = {
  PREPARED: 'operation_running',
  SENT: 'operation_running',
  IN_DOUBT: 'operation_in_doubt',
  REFUSED: 'operation_refused',
  ABANDONED: 'operation_not_sent',
} as const;

/**
 * What whoever asked is told of an operation: done or waiting for a second operator is well, the rest is a problem.
 */
export function told(operation: Operation): FollowedUp {
  const { state, message } = operation;
  if (state === 'DONE' || state === 'PROPOSED') return { ok: true, operation };
  return { ok: false, problem: problems[state], ...(message && { message }) };
}
