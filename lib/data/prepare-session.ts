import 'server-only';
import { randomBytes } from 'node:crypto';
import type { CheckoutSession } from '@/lib/domain/checkout-session';
import { reference } from '@/lib/domain/ids';
import { compare, toDecimal, type Money } from '@/lib/domain/money';
import { balance, isConfirming, isSettled, unresolvedSession, type Order } from '@/lib/domain/order';
import type { Actor } from '@/lib/domain/order-event';
import type { SessionKind, SessionTerms } from '@/lib/domain/session-request';
import type { Viewer } from '@/lib/domain/viewer';
import { env } from '@/lib/env';
import { cardProblem, type CardProblem, type Charging } from './charged-card';
import { writeTx, type Tx } from './db';
import { addEvent } from './order-events';
import { toOrder, wholeOrder } from './order-row';
import { visibleTo } from './order-access';
import { hashKey, randomId } from './random';
import { toCheckoutSession, withFacts } from './session-row';
import { writeTerms } from './session-terms';
import { holdStock } from './stock';

export type Prepared =
  /** `returnToken` is known only to the call that made the session: it goes into the return URL, hashed into the row. */
  | {
      readonly ok: true;
      readonly created: true;
      readonly session: CheckoutSession;
      readonly returnToken: string;
    }
  /** The same attempt again, or the one that is still open: whoever asks is sent to it. */
  | { readonly ok: true; readonly created: false; readonly session: CheckoutSession }
  | {
      readonly ok: false;
      readonly problem:
        'unknown_order' | 'already_paid' | 'confirming' | 'out_of_stock' | 'reference_taken' | CardProblem;
    };

type Preparing = {
  readonly orderId: string;
  readonly viewer: Viewer;
  readonly flow: string;
  /** A sale on no special terms, unless said otherwise. */
  readonly kind?: SessionKind;
  readonly terms?: SessionTerms;
  /** Chosen by the merchant; otherwise one is made. Never one that was used before. */
  readonly reference?: string;
  /** Rendered into the form by the server: a double click is one attempt. */
  readonly attemptKey: string;
  readonly amount: Money;
  readonly allowPartial?: boolean;
  /** The kept card to charge, where no page is to be opened. */
  readonly charging?: Charging;
  /** Who begins it: the buyer, unless said otherwise. */
  readonly actor?: Actor;
  readonly expiresAt: Date;
  readonly now: Date;
};

/** Step 1 of an outgoing money call: the attempt, its reference and its stock are committed before anything is sent. */
export async function prepareSession(input: Preparing): Promise<Prepared> {
  return writeTx(async (tx) => {
    const row = await tx.order.findFirst({
      where: { id: input.orderId, ...visibleTo(input.viewer) },
      include: wholeOrder,
    });
    if (!row) return { ok: false, problem: 'unknown_order' };
    const order = toOrder(row);
    const again = await tx.checkoutSession.findUnique({ where: { attemptKey: input.attemptKey } });
    if (again && again.orderId !== order.id) return { ok: false, problem: 'unknown_order' };
    const session = order.sessions.find(({ id }) => id === again?.id) ?? unresolvedSession(order);
    if (session) return { ok: true, created: false, session };
    const problem = refusal(order, input.amount);
    if (problem) return { ok: false, problem };
    if (input.reference && (await isTaken(tx, input.reference)))
      return { ok: false, problem: 'reference_taken' };
    const unusable = input.charging && (await cardProblem(tx, order, input.charging, input.now));
    if (unusable) return { ok: false, problem: unusable };
    if (await holdStock(tx, order.id)) return { ok: false, problem: 'out_of_stock' };
    return insertSession(tx, order, input);
  });
}

function refusal(order: Order, amount: Money): 'already_paid' | 'confirming' | 'unknown_order' | null {
  if (order.status === 'CANCELLED') return 'unknown_order';
  if (isSettled(order.status)) return 'already_paid';
  if (order.sessions.some(isConfirming)) return 'confirming';
  // What was left to pay may have shrunk since the amount was computed.
  return compare(amount, balance(order)) > 0 ? 'already_paid' : null;
}

async function isTaken(tx: Tx, reference: string): Promise<boolean> {
  return (await tx.checkoutSession.count({ where: { environment: env.environment, reference } })) > 0;
}

async function insertSession(tx: Tx, order: Order, input: Preparing): Promise<Prepared> {
  const returnToken = randomId();
  const row = await tx.checkoutSession.create({
    data: {
      id: randomId(),
      orderId: order.id,
      environment: env.environment,
      flow: input.flow,
      kind: input.kind ?? 'SALE',
      terms: writeTerms(input.terms ?? {}),
      reference: input.reference ?? reference(order.number, order.sessions.length + 1, randomBytes(6)),
      attemptKey: input.attemptKey,
      amountMinor: input.amount.minor,
      currency: input.amount.currency,
      allowPartial: input.allowPartial ?? false,
      returnTokenHash: hashKey(returnToken),
      chargedCardId: input.charging?.cardId ?? null,
      installments: input.charging?.installments ?? null,
      expiresAt: input.expiresAt,
      createdAt: input.now,
      nextCheckAt: new Date(input.now.getTime() + 60_000),
    },
    include: withFacts,
  });
  const data = { reference: row.reference, flow: row.flow, amount: toDecimal(input.amount) };
  const actor = input.actor ?? 'buyer';
  await addEvent(tx, order.id, { type: 'CHECKOUT_PREPARED', actor, data, at: input.now });
  return { ok: true, created: true, session: toCheckoutSession(row), returnToken };
}
