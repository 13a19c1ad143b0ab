/** The wallet by the shop's use-cases and over real HTTP: cards are kept and given up, with the gateway as the oracle. */
import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, expect, test } from 'vitest';
import { cards, payer } from '@/lib/sandbox/testing/calls';
import { pay, setStage } from '@/lib/sandbox/testing/stage';
import { dying } from './dying';

const stage = await setStage();
const { operator, orderNow, visitor } = await import('./shop');
const { account } = await import('@/lib/data/testing/shop');
const { db, writeTx } = await import('@/lib/data/db');
const { openToken } = await import('@/lib/data/instruments');
const { findWallet, findWalletCard, nameCard, preferCard } = await import('@/lib/data/wallet');
const { addCard } = await import('@/lib/use-cases/add-card');
const { forgetCard } = await import('@/lib/use-cases/forget-card');
const { reconcile } = await import('@/lib/use-cases/reconcile');
const { settleCheckout } = await import('@/lib/use-cases/settle-checkout');
const { whenIdle } = await import('@/lib/use-cases/background');

afterEach(() => void (dying.at = ''));
afterAll(async () => {
  await whenIdle();
  await stage.close();
});

type Owner = Awaited<ReturnType<typeof account>>;

const newKey = () => randomBytes(16).toString('base64url');

async function atTheGateway(viewer: Owner, key = newKey()) {
  const started = await addCard({ key, locale: 'es', viewer, visitor });
  if (!started.ok) throw new Error(started.problem);
  const [requestId = '', pageKey = ''] = started.processUrl.split('/').slice(-2);
  const order = await db.order.findUniqueOrThrow({
    where: { checkoutKey: key },
    include: { sessions: true },
  });
  return {
    orderId: order.id,
    sessionId: order.sessions[0]?.id ?? '',
    page: { requestId: Number(requestId), key: pageKey },
  };
}

async function kept(viewer: Owner, number: string = cards.approved) {
  const { page, sessionId } = await atTheGateway(viewer);
  await pay(page, number);
  await settleCheckout({ sessionId, source: 'return' });
  return db.cardToken.findUniqueOrThrow({ where: { sessionId } });
}

/** What the gateway says when it is asked for the token. */
async function atGateway(card: { id: string; userId: string; tokenEncrypted: string }) {
  const { http } = await stage.post('gateway/token', { instrument: { token: { token: openToken(card) } } });
  return http === 200 ? 'known' : 'unknown';
}

/** The next call about this card's end breaks off. */
async function loseInvalidation({ sessionId }: { sessionId: string }, at: string) {
  const { requestId } = await db.checkoutSession.findUniqueOrThrow({ where: { id: sessionId } });
  const match = { requestId: Number(requestId), nth: 1 };
  const rule = { op: 'invalidate', match, at, do: { reset: true } };
  expect((await stage.control('POST', 'faults', rule)).http).toBe(201);
}

test('a card is kept with an order of nothing, for its owner alone, and no page is given anything to charge it with', async () => {
  const [owner, other] = [await account(), await account()];
  const key = newKey();
  const [first, again] = [await atTheGateway(owner, key), await atTheGateway(owner, key)];
  expect(again).toEqual(first);
  await pay(first.page, cards.approved);
  await settleCheckout({ sessionId: first.sessionId, source: 'return' });
  const [card] = await findWallet(owner);
  expect(card).toMatchObject({ isDefault: true, state: 'ACTIVE', origin: { orderId: first.orderId } });
  const row = await db.cardToken.findUniqueOrThrow({ where: { sessionId: first.sessionId } });
  expect(await orderNow(first.orderId)).toMatchObject({ status: 'PAID', lines: [], paid: { minor: 0n } });
  expect(await findWallet(other)).toEqual([]);
  expect(await findWalletCard(row.id, other)).toBeNull();
  expect(await nameCard(row.id, 'Mine', other)).toBe(false);
  expect(await preferCard(row.id, other, new Date())).toBe('unknown_card');
  expect(await forgetCard({ cardId: row.id, viewer: other })).toEqual({ ok: false, problem: 'unknown_card' });
  expect(JSON.stringify(card)).not.toContain(openToken(row));
  expect(() => openToken({ ...row, userId: other.userId })).toThrow();
  expect(() => openToken({ ...row, id: newKey() })).toThrow();
});

test('a card has the holder that the gateway named, for its owner’s eyes alone, until it is gone', async () => {
  const [owner, other] = [await account(), await account()];
  const { id, sessionId } = await kept(owner);
  const [card] = await findWallet(owner);
  // Who typed it in at the gateway, and not the account's own name.
  expect(card).toMatchObject({ holder: `${payer.name} ${payer.surname}` });
  expect(await findWalletCard(id, other)).toBeNull();
  expect(await findWalletCard(id, operator)).toBeNull();
  const { orderId } = await db.checkoutSession.findUniqueOrThrow({ where: { id: sessionId } });
  expect((await orderNow(orderId)).sessions[0]?.keptCard).not.toHaveProperty('holder');
  const rename = (holder: string | null) =>
    writeTx((tx) => tx.cardToken.update({ where: { id }, data: { holder } }));
  await expect(rename('Somebody Else')).rejects.toThrow(/who the gateway named/);
  await forgetCard({ cardId: id, viewer: owner });
  expect(await db.cardToken.findUnique({ where: { id } })).toMatchObject({ state: 'INVALID', holder: null });
  await expect(rename('Ana Rojas')).rejects.toThrow(/who the gateway named/);
});

test('a card whose payer the gateway does not name has no holder', async () => {
  const owner = await account();
  const { page, sessionId } = await atTheGateway(owner);
  await pay(page, cards.approved);
  const match = { requestId: page.requestId, nth: 1 };
  const rule = { op: 'query', match, do: { mutate: { path: 'request.payer', value: null } } };
  expect((await stage.control('POST', 'faults', rule)).http).toBe(201);
  await settleCheckout({ sessionId, source: 'return' });
  expect(await findWallet(owner)).toMatchObject([{ holder: null }]);
});

test('the first card is the default, another can be, and an expired one cannot', async () => {
  const owner = await account();
  const [one, two] = [await kept(owner), await kept(owner)];
  expect((await findWallet(owner)).map(({ id }) => id)).toEqual([one.id, two.id]);
  expect(await preferCard(two.id, owner, new Date())).toBe('preferred');
  expect((await findWallet(owner)).map(({ id, isDefault }) => [id, isDefault])).toEqual([
    [two.id, true],
    [one.id, false],
  ]);
  await writeTx((tx) => tx.cardToken.update({ where: { id: one.id }, data: { validUntil: '2026-10-31' } }));
  expect(await preferCard(one.id, owner, new Date())).toBe('card_expired');
  expect(await nameCard(one.id, 'La vieja', owner)).toBe(true);
  expect(await findWalletCard(one.id, owner)).toMatchObject({ nickname: 'La vieja' });
});

test('a card that is given up is worthless in both houses', async () => {
  const owner = await account();
  const card = await kept(owner);
  expect(await atGateway(card)).toBe('known');
  const answers = await Promise.all([1, 2, 3].map(() => forgetCard({ cardId: card.id, viewer: owner })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await findWallet(owner)).toEqual([]);
  expect(await atGateway(card)).toBe('unknown');
  const revive = { where: { id: card.id }, data: { state: 'ACTIVE' } };
  await expect(writeTx((tx) => tx.cardToken.update(revive))).rejects.toThrow(/given up/);
});

test.each(['beforeCommit', 'afterCommit'] as const)(
  'an invalidation that is lost %s leaves the card unusable at once, and is repeated until it is confirmed',
  async (at) => {
    const owner = await account();
    const card = await kept(owner);
    await loseInvalidation(card, at);
    expect(await forgetCard({ cardId: card.id, viewer: owner })).toEqual({ ok: true, confirmed: false });
    expect(await findWalletCard(card.id, owner)).toBeNull();
    expect(await findWallet(owner)).toMatchObject([{ state: 'INVALIDATING', isDefault: false }]);
    expect(await atGateway(card)).toBe(at === 'beforeCommit' ? 'known' : 'unknown');
    const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
    if (at === 'beforeCommit') {
      await loseInvalidation(card, at);
      expect((await reconcile({ now: later(1) })).cards).toBe(1);
      expect(await findWallet(owner)).toMatchObject([{ state: 'INVALIDATING' }]);
    }
    expect((await reconcile({ now: later(5) })).cards).toBe(1);
    expect(await findWallet(owner)).toEqual([]);
    expect(await atGateway(card)).toBe('unknown');
    expect((await reconcile({ now: later(90) })).cards).toBe(0);
  },
);

test.each(['card.given_up', 'card.told'])(
  'a process that dies at %s leaves the card unusable, and the next one tells the gateway',
  async (point) => {
    const owner = await account();
    const card = await kept(owner);
    dying.at = point;
    await expect(forgetCard({ cardId: card.id, viewer: owner })).rejects.toThrow('died');
    dying.at = '';
    expect(await findWallet(owner)).toMatchObject([{ state: 'INVALIDATING', isDefault: false }]);
    expect(await findWalletCard(card.id, owner)).toBeNull();
    expect(await atGateway(card)).toBe(point === 'card.told' ? 'unknown' : 'known');
    expect((await reconcile({ now: new Date(Date.now() + 60_000) })).cards).toBe(1);
    expect(await findWallet(owner)).toEqual([]);
    expect(await atGateway(card)).toBe('unknown');
  },
);

test('a card whose key left the keyring holds up no other card and no payment', async () => {
  const owner = await account();
  const [lost, other] = [await kept(owner), await kept(owner)];
  for (const card of [lost, other]) {
    await loseInvalidation(card, 'beforeCommit');
    expect(await forgetCard({ cardId: card.id, viewer: owner })).toMatchObject({ confirmed: false });
  }
  const unreadable = lost.tokenEncrypted.replace(/^[^.]+/, 'gone');
  const where = { id: lost.id };
  await writeTx((tx) => tx.cardToken.update({ where, data: { tokenEncrypted: unreadable } }));
  const { page, sessionId } = await atTheGateway(owner);
  await pay(page, cards.approved);
  await expect(reconcile({ now: new Date(Date.now() + 60_000) })).rejects.toThrow(/keep old keys/);
  expect(await db.cardToken.findUnique({ where: { id: other.id } })).toMatchObject({ state: 'INVALID' });
  expect(await db.checkoutSession.findUnique({ where: { id: sessionId } })).toMatchObject({
    status: 'APPROVED',
  });
  // It comes back later each time, as if the gateway had not answered, and no other sweep meets it before.
  expect(await db.cardToken.findUnique({ where: { id: lost.id } })).toMatchObject({
    state: 'INVALIDATING',
    invalidationTries: 2,
  });
  await expect(reconcile({ now: new Date(Date.now() + 61_000) })).resolves.toMatchObject({ cards: 0 });
});

test('a refused registration keeps nothing', async () => {
  const owner = await account();
  const { page, sessionId } = await atTheGateway(owner);
  await pay(page, cards.refused);
  await settleCheckout({ sessionId, source: 'return' });
  expect(await findWallet(owner)).toEqual([]);
});
