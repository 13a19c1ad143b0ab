/**
 * What tests of kept cards begin with: an owner, a card kept at the gateway, an order, and the click that uses the one for
 * the other. Import it only after the environment is complete, like `shop.ts`.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { db, writeTx } from '@/lib/data/db';
import { account, cartWith } from '@/lib/data/testing/shop';
import { cards } from '@/lib/sandbox/testing/calls';
import { pay, type Stage } from '@/lib/sandbox/testing/stage';
import { addCard } from '@/lib/use-cases/add-card';
import { chargeCard } from '@/lib/use-cases/charge-card';
import { placeOrder } from '@/lib/use-cases/place-order';
import { settleCheckout } from '@/lib/use-cases/settle-checkout';
import { buyer, createProduct, orderNow, visitor } from './shop';

export type Owner = Awaited<ReturnType<typeof account>>;
export type Scene = Awaited<ReturnType<typeof scene>>;
type Placed = Pick<Scene, 'orderId'>;

export const newKey = () => randomBytes(16).toString('base64url');

/** A card that its owner keeps, by the gateway's own page. */
export async function keptCard(viewer: Owner, number: string = cards.approved) {
  const key = newKey();
  const started = await addCard({ key, locale: 'es', viewer, visitor });
  if (!started.ok) throw new Error(started.problem);
  const [requestId = '', pageKey = ''] = started.processUrl.split('/').slice(-2);
  await pay({ requestId: Number(requestId), key: pageKey }, number);
  const session = await db.checkoutSession.findUniqueOrThrow({ where: { attemptKey: key } });
  await settleCheckout({ sessionId: session.id, source: 'return' });
  return db.cardToken.findUniqueOrThrow({ where: { sessionId: session.id } });
}

export async function placed(viewer: Owner): Promise<string> {
  const cartId = await cartWith(await createProduct());
  const order = await placeOrder({ cartId, checkoutKey: randomUUID(), buyer, locale: 'es', viewer });
  if (!order.ok) throw new Error(order.problem);
  return order.orderId;
}

/** An owner with a card and an order of 45,000.50 COP. `click` pays it by that flow as the button does. */
export async function scene({ number = cards.approved as string, flow = 'basic' } = {}) {
  const viewer = await account();
  const card = await keptCard(viewer, number);
  const orderId = await placed(viewer);
  const click = (attemptKey = newKey(), more: object = {}) =>
    chargeCard({ orderId, flow, cardId: card.id, installments: null, attemptKey, viewer, visitor, ...more });
  return { viewer, card, orderId, click };
}

export async function lastOf({ orderId }: Placed) {
  const session = (await orderNow(orderId)).sessions.at(-1);
  if (!session) throw new Error('Nothing was attempted.');
  return session;
}

export const sentCollects = ({ orderId }: Placed) =>
  db.gatewayCall.count({ where: { path: '/api/collect', session: { orderId } } });

/** So much time goes by for the attempts of the order. */
export async function age({ orderId }: Placed, minutes: number) {
  const rows = await db.checkoutSession.findMany({ where: { orderId } });
  for (const { id, createdAt } of rows) {
    const earlier = new Date(createdAt.getTime() - minutes * 60_000);
    await writeTx((tx) => tx.checkoutSession.update({ where: { id }, data: { createdAt: earlier } }));
  }
}

/** The reconciler's look at every attempt of the order. */
export async function sweep({ orderId }: Placed) {
  for (const { id } of (await orderNow(orderId)).sessions)
    await settleCheckout({ sessionId: id, source: 'reconciler' });
}

/** What is asked of the gateway's control room. */
export function gatewayOf(stage: Stage) {
  const amounts = async ({ orderId }: Placed, column: 'approved' | 'held' | 'refunded') => {
    const { sessions } = await orderNow(orderId);
    const books = await Promise.all(
      sessions.map(
        async ({ reference }) => (await stage.control('GET', `ledger?reference=${reference}`)).body,
      ),
    );
    return books.flatMap((book) => Object.values(book[column] as Record<string, string>));
  };
  const rule = async ({ orderId }: Placed, asked: object) => {
    const match = { referencePrefix: (await orderNow(orderId)).number, nth: 1 };
    expect((await stage.control('POST', 'faults', { match, ...asked })).http).toBe(201);
  };
  return {
    /** Every approved charge, every open hold, everything given back of any attempt of the order. */
    charged: (of: Placed) => amounts(of, 'approved'),
    held: (of: Placed) => amounts(of, 'held'),
    refunded: (of: Placed) => amounts(of, 'refunded'),
    /** The next collect about this order breaks off, before the gateway has acted or after. */
    lose: (of: Placed, at: 'beforeCommit' | 'afterCommit') =>
      rule(of, { op: 'collect', at, do: { reset: true } }),
    /** The bank refuses the next attempt. */
    refuse: (of: Placed, reason: string) =>
      rule(of, { op: 'charge', do: { force: { status: 'REJECTED', reason } } }),
    /** Whatever waits for a bank is decided. */
    async decide() {
      await stage.control('POST', 'clock', { advanceMs: 61_000 });
      await stage.control('POST', 'tick', {});
    },
  };
}
