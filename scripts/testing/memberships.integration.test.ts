/**
 * Memberships by the shop's use-cases and over real HTTP, both clocks in the test's hand, with the gateway's book as
 * the oracle.
 */
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Membership } from '@/lib/domain/membership';
import type { Viewer } from '@/lib/domain/viewer';
import { freezeClock } from '@/lib/sandbox/clock';
import { setStage } from '@/lib/sandbox/testing/stage';
import type { Owner } from './card-scene';
import { dying } from './dying';
import { testBooks } from './books';

const stage = await setStage();
const { buyer, createProduct, operator, visitor } = await import('./shop');
const { keptCard, newKey } = await import('./card-scene');
const { account } = await import('@/lib/data/testing/shop');
const { db, writeTx } = await import('@/lib/data/db');
const { findMembershipEvents } = await import('@/lib/data/membership-events');
const { findMembership, findMemberships } = await import('@/lib/data/memberships');
const { findWalletCard } = await import('@/lib/data/wallet');
const { findSuspects, clearSuspicion } = await import('@/lib/data/suspects');
const { advanceMembership } = await import('@/lib/use-cases/advance-membership');
const { beginMembership } = await import('@/lib/use-cases/begin-membership');
const { changeCard, changeMembership } = await import('@/lib/use-cases/change-membership');
const { forgetCard } = await import('@/lib/use-cases/forget-card');
const { resolveCharge } = await import('@/lib/use-cases/resolve-charge');
const { reconcile } = await import('@/lib/use-cases/reconcile');
const { whenIdle } = await import('@/lib/use-cases/background');

vi.setConfig({ testTimeout: 120_000 });

const start = '2027-01-31T17:00:00Z';
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

const rules: number[] = [];
const begun: { id: string; viewer: Owner }[] = [];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await travel(start);
});

afterEach(async () => {
  dying.at = '';
  await whenIdle();
  for (const id of rules.splice(0)) await stage.control('DELETE', `faults/${id}`);
  // The next test goes back in time: what is left of this one must not be renewed in its year.
  for (const { id, viewer } of begun.splice(0))
    await changeMembership({ wish: 'cancel', membershipId: id, viewer });
  vi.useRealTimers();
});

afterAll(async () => {
  await whenIdle();
  await stage.close();
});

/** Both houses' clocks stand there. */
async function travel(to: string | number) {
  const at = new Date(to);
  vi.setSystemTime(at);
  await freezeClock(at);
}

const later = (milliseconds: number) => travel(Date.now() + milliseconds);

/** A day of the shop: its clock stands at noon in Colombia, and its reconciler has swept. */
async function on(day: string) {
  await travel(`${day}T17:00:00Z`);
  await reconcile();
}

async function clubAt(priceMinor: bigint, renews = 'M'): Promise<string> {
  const slug = await createProduct({ priceMinor });
  await writeTx((tx) => tx.product.update({ where: { slug }, data: { renews } }));
  return slug;
}

/** Somebody with a card in front of the button that buys a membership of 45,000.50 COP a month. */
async function atTheForm(renews = 'M') {
  const viewer = await account();
  const card = await keptCard(viewer);
  const productSlug = await clubAt(4_500_050n, renews);
  const join = async (key = newKey(), cardId = card.id) => {
    const joined = await beginMembership({ key, productSlug, cardId, buyer, locale: 'es', viewer, visitor });
    if (joined.ok) begun.push({ id: joined.membershipId, viewer });
    return joined;
  };
  return { viewer, card, productSlug, join };
}

async function member(renews = 'M') {
  const form = await atTheForm(renews);
  const joined = await form.join();
  if (!joined.ok) throw new Error(joined.problem);
  const { membershipId } = joined;
  const now = () => membershipOf(membershipId, form.viewer);
  return { ...form, membershipId, now };
}

type Member = Awaited<ReturnType<typeof member>>;

async function membershipOf(id: string, viewer: Owner): Promise<Membership> {
  const membership = await findMembership(id, viewer);
  if (!membership) throw new Error('The membership is gone.');
  return membership;
}

/** What the gateway has approved of each period, by the references of its order. */
async function charged({ now }: Pick<Member, 'now'>): Promise<string[][]> {
  const { periods } = await now();
  return Promise.all(
    periods.map(async ({ order }) => {
      const books = await Promise.all(
        order.sessions.map(
          async ({ reference }) => (await stage.control('GET', `ledger?reference=${reference}`)).body,
        ),
      );
      return books.flatMap(({ approved }) => Object.values(approved as Record<string, string>));
    }),
  );
}

const notices = async ({ membershipId, viewer }: Pick<Member, 'membershipId' | 'viewer'>) =>
  (await findMembershipEvents(membershipId, viewer)).toReversed();

const failures = async (of: Member) =>
  (await notices(of))
    .filter(({ type }) => type === 'RENEWAL_FAILED')
    .map(({ data }) => [data.why, data.reason ?? null, data.nextOn ?? null]);

async function arrange(rule: object) {
  const { http, body } = await stage.control('POST', 'faults', rule);
  expect(http).toBe(201);
  rules.push(Number(body.id));
  return async () => void (await stage.control('DELETE', `faults/${rules.pop()}`));
}

/** Every charge is refused, for want of money, until it is lifted. */
const refuse = () =>
  arrange({
    op: 'charge',
    match: { referencePrefix: 'LAD-' },
    do: { force: { status: 'REJECTED', reason: '51' } },
  });

/** The next charge breaks off, before the gateway has acted or after. */
const lose = (at: string) =>
  arrange({ op: 'collect', match: { referencePrefix: 'LAD-', nth: 1 }, at, do: { reset: true } });

test('the first period is charged at once, and a double click and two windows are one membership', async () => {
  const { join, viewer } = await atTheForm();
  const key = newKey();
  const answers = await Promise.all([join(key), join(key), join(), join()]);
  expect(answers.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(1);
  expect(answers.every((one) => one.ok || one.problem === 'already_member')).toBe(true);
  const [only, ...others] = await findMemberships(viewer);
  expect([only?.status, only?.periods.length, others]).toEqual(['ACTIVE', 1, []]);
  expect(await charged({ now: () => membershipOf(only?.id ?? '', viewer) })).toEqual([['45000.50']]);
});

test('a year of renewals: twelve months on their days, one charge each, at the price of the purchase, and both books are equal', async () => {
  const at = await member();
  const days = [
    '02-28',
    '03-31',
    '04-30',
    '05-31',
    '06-30',
    '07-31',
    '08-31',
    '09-30',
    '10-31',
    '11-30',
    '12-31',
  ];
  for (const [index, day] of days.entries()) {
    await travel(Date.parse(`2027-${day}T17:00:00Z`) - dayMs);
    await reconcile();
    expect((await at.now()).periods).toHaveLength(index + 1);
    // In the middle of the year the catalogue gets dearer, and this member does not notice.
    if (index === 5) {
      const dearer = { where: { slug: at.productSlug }, data: { priceMinor: 9_900_000n } };
      await writeTx((tx) => tx.product.update(dearer));
    }
    await on(`2027-${day}`);
    await reconcile();
  }
  const { periods, status } = await at.now();
  expect(status).toBe('ACTIVE');
  expect(periods.map(({ startsOn }) => startsOn.slice(5))).toEqual(['01-31', ...days]);
  expect(new Set(periods.map(({ order }) => order.number)).size).toBe(12);
  expect(await charged(at)).toEqual(periods.map(() => ['45000.50']));
  const paid = await db.order.aggregate({ where: { userId: at.viewer.userId }, _sum: { paidMinor: true } });
  expect(paid._sum.paidMinor).toBe(12n * 4_500_050n);
  expect(await failures(at)).toEqual([]);
  expect(await db.suspense.count({ where: { kind: 'overpaid' } })).toBe(0);
});

test('a yearly one is charged a year later and not before', async () => {
  const at = await member('Y');
  await on('2028-01-30');
  expect((await at.now()).periods).toHaveLength(1);
  await on('2028-01-31');
  expect(await charged(at)).toEqual([['45000.50'], ['45000.50']]);
});

test('any number of instances renew at once: one order and one charge', async () => {
  const at = await member();
  await travel('2027-02-28T17:00:00Z');
  await Promise.all([
    ...Array.from({ length: 3 }, () => reconcile()),
    ...Array.from({ length: 3 }, () => advanceMembership(at.membershipId)),
  ]);
  expect(await charged(at)).toEqual([['45000.50'], ['45000.50']]);
  expect((await at.now()).periods.at(-1)?.order.sessions).toHaveLength(1);
});

test('a shop that was away for months charges one period, which begins today', async () => {
  const at = await member();
  await on('2027-06-10');
  const { periods } = await at.now();
  expect(periods.map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([
    ['2027-01-31', '2027-02-28'],
    ['2027-06-10', '2027-07-10'],
  ]);
  expect(await charged(at)).toEqual([['45000.50'], ['45000.50']]);
});

test.each(['beforeCommit', 'afterCommit'])(
  'a renewal whose answer is lost %s is sent again as it was, and is one charge',
  async (moment) => {
    const at = await member();
    await lose(moment);
    await on('2027-02-28');
    expect((await at.now()).periods.at(-1)?.order.status).toBe('CONFIRMING');
    expect(await failures(at)).toEqual([]);
    await later(10 * minuteMs);
    await reconcile();
    await reconcile();
    expect((await at.now()).status).toBe('ACTIVE');
    expect(await charged(at)).toEqual([['45000.50'], ['45000.50']]);
  },
);

describe('the process dies', () => {
  test('at "membership.begun": nothing is charged by itself, and the same click again is one charge', async () => {
    const { join, viewer } = await atTheForm();
    const key = newKey();
    dying.at = 'membership.begun';
    await expect(join(key)).rejects.toThrow('died');
    dying.at = '';
    await later(2 * minuteMs);
    await reconcile();
    const [before] = await findMemberships(viewer);
    const now = () => membershipOf(before?.id ?? '', viewer);
    expect([before?.status, await charged({ now })]).toEqual(['STARTING', [[]]]);
    await Promise.all([join(key), join(key)]);
    expect([(await now()).status, await charged({ now })]).toEqual(['ACTIVE', [['45000.50']]]);
  });

  test.each([
    ...['membership.opened', 'membership.charged'],
    ...['charge.prepared', 'charge.sent', 'charge.answered', 'charge.received', 'charge.saved'],
  ])('at "%s" of a renewal: one order, one charge', async (point) => {
    const at = await member();
    dying.at = point;
    await travel('2027-02-28T17:00:00Z');
    await expect(reconcile()).rejects.toThrow('died');
    dying.at = '';
    for (let turn = 0; turn < 3; turn += 1) {
      await later(61 * minuteMs);
      await reconcile();
    }
    expect((await at.now()).status).toBe('ACTIVE');
    expect(await charged(at)).toEqual([['45000.50'], ['45000.50']]);
    expect(await failures(at)).toEqual([]);
  });

  test('at "membership.noted" of a refusal: it is told once, and tried again on its day', async () => {
    const at = await member();
    const lift = await refuse();
    dying.at = 'membership.noted';
    await travel('2027-02-28T17:00:00Z');
    await expect(reconcile()).rejects.toThrow('died');
    dying.at = '';
    await later(2 * minuteMs);
    await reconcile();
    expect(await failures(at)).toEqual([['refused', '51', '2027-03-01']]);
    await lift();
    await on('2027-03-01');
    expect((await at.now()).status).toBe('ACTIVE');
    expect(await charged(at)).toEqual([['45000.50'], ['45000.50']]);
  });
});

describe('a renewal that nobody knows the end of is never sent again after a day', () => {
  async function inDoubt(moment: string) {
    const at = await member();
    await lose(moment);
    await on('2027-02-28');
    for (const hours of [24, 1]) {
      await later(hours * 60 * minuteMs);
      await reconcile();
    }
    const session = (await at.now()).periods.at(-1)?.order.sessions.at(-1);
    if (!session) throw new Error('Nothing was attempted.');
    expect([session.status, session.suspectedAt === null]).toEqual(['IN_DOUBT', false]);
    expect(await db.gatewayCall.count({ where: { path: '/api/collect', sessionId: session.id } })).toBe(1);
    const evidence = 'The console, by reference';
    const tell = (outcome: 'charged' | 'not_charged', requestId = '', viewer: Viewer = operator) =>
      resolveCharge({ sessionId: session.id, outcome, requestId, evidence, reason: 'Looked up', viewer });
    const doubted = async () =>
      (await findSuspects(operator, { limit: 1000 })).filter((one) => one.session.id === session.id).length;
    return { at, session, tell, doubted };
  }

  test.each(['', 'charge.resolved'])(
    'that it was charged is recorded from what PlacetoPay answers, and from nothing else%s',
    async (point) => {
      const { at, session, tell, doubted } = await inDoubt('afterCommit');
      const [first] = (await at.now()).periods;
      const differs = { ok: false, problem: 'evidence_differs' };
      expect(await tell('charged', '9', at.viewer)).toEqual({ ok: false, problem: 'not_allowed' });
      expect(await tell('charged', '')).toMatchObject({ problem: 'invalid_input' });
      expect(await tell('charged', '999999999')).toEqual(differs);
      expect(await tell('charged', first?.order.sessions[0]?.requestId ?? '')).toEqual(differs);
      expect(await clearSuspicion({ sessionId: session.id, reason: 'x' }, operator, new Date())).toBe(false);
      expect(await doubted()).toBe(1);
      const { body } = await stage.control('GET', `ledger?reference=${session.reference}`);
      const [known] = body.sessions as { requestId: number }[];
      dying.at = point;
      const told = await tell('charged', String(known?.requestId)).catch(() => 'died');
      expect(told).toEqual(point === '' ? { ok: true } : 'died');
      dying.at = '';
      await later(10 * minuteMs);
      await reconcile();
      await reconcile();
      expect(await tell('not_charged')).toEqual({ ok: false, problem: 'not_possible_now' });
      expect([await doubted(), (await at.now()).status]).toEqual([0, 'ACTIVE']);
      expect(await charged(at)).toEqual([['45000.50'], ['45000.50']]);
      expect(await failures(at)).toEqual([]);
      const suspense = { sessionId: session.id, kind: 'charge_in_doubt' };
      expect(await db.suspense.findMany({ where: suspense })).toMatchObject([{ resolution: 'Looked up' }]);
      const audit = await db.auditEntry.findMany({ where: { target: session.reference } });
      expect(audit).toMatchObject([{ action: 'RESOLVE_CHARGE', detail: { outcome: 'charged' } }]);
    },
  );

  test('that it was not charged frees the order, and it is tried again on another day', async () => {
    const { at, tell, doubted } = await inDoubt('beforeCommit');
    const answers = await Promise.all([tell('not_charged'), tell('not_charged')]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    await reconcile();
    expect([await doubted(), (await at.now()).status]).toEqual([0, 'PAST_DUE']);
    expect(await failures(at)).toEqual([['not_charged', 'OPERATOR', '2027-03-02']]);
    await on('2027-03-02');
    expect((await at.now()).status).toBe('ACTIVE');
    expect(await charged(at)).toEqual([['45000.50'], ['45000.50']]);
  });
});

test('a refused renewal is tried on its days, told each time, and ends the membership after the last', async () => {
  const at = await member();
  await refuse();
  for (const day of ['02-28', '03-01', '03-02', '03-03', '03-05']) await on(`2027-${day}`);
  const late = await at.now();
  expect([late.status, late.periods.at(-1)?.tries, late.periods.at(-1)?.order.sessions.length]).toEqual([
    'PAST_DUE',
    3,
    3,
  ]);
  await on('2027-03-07');
  expect(await failures(at)).toEqual([
    ['refused', '51', '2027-03-01'],
    ['refused', '51', '2027-03-03'],
    ['refused', '51', '2027-03-07'],
    ['refused', '51', null],
  ]);
  expect(await at.now()).toMatchObject({ status: 'CANCELLED', endReason: 'UNPAID' });
  expect((await at.now()).periods.at(-1)?.order.status).toBe('CANCELLED');
  await on('2027-05-01');
  expect(await charged(at)).toEqual([['45000.50'], []]);
});

test('another card pays what is overdue at once, and renewals go on with it', async () => {
  const at = await member();
  const lift = await refuse();
  await on('2027-02-28');
  await lift();
  const other = await keptCard(at.viewer);
  const attemptKey = newKey();
  const again = () =>
    changeCard({ membershipId: at.membershipId, cardId: other.id, attemptKey, viewer: at.viewer, visitor });
  expect(await Promise.all([again(), again()])).toContainEqual({ ok: true });
  expect(await at.now()).toMatchObject({ status: 'ACTIVE', card: { id: other.id } });
  expect(await charged(at)).toEqual([['45000.50'], ['45000.50']]);
  await on('2027-03-31');
  expect((await at.now()).periods.at(-1)?.order.sessions.at(-1)?.charge?.card.id).toBe(other.id);
});

test('a first payment that is refused begins nothing: another card may, and after three days nobody tries any more', async () => {
  const form = await atTheForm();
  const lift = await refuse();
  const joined = await form.join();
  if (!joined.ok) throw new Error(joined.problem);
  const now = () => membershipOf(joined.membershipId, form.viewer);
  expect((await now()).status).toBe('STARTING');
  await on('2027-02-02');
  expect((await now()).periods[0]?.order.sessions).toHaveLength(1);
  await lift();
  await on('2027-02-03');
  expect(await now()).toMatchObject({ status: 'CANCELLED', endReason: 'NEVER_PAID' });
  expect(await charged({ now })).toEqual([[]]);
  const card = { membershipId: joined.membershipId, cardId: form.card.id, attemptKey: newKey() };
  expect(await changeCard({ ...card, viewer: form.viewer, visitor })).toEqual({
    ok: false,
    problem: 'not_possible_now',
  });
});

test('what is paused is not charged; resumed it goes on, on its day or today', async () => {
  const at = await member();
  const wish = (one: 'pause' | 'resume') =>
    changeMembership({ wish: one, membershipId: at.membershipId, viewer: at.viewer });
  await on('2027-02-10');
  expect(await Promise.all([wish('pause'), wish('pause')])).toEqual([{ ok: true }, { ok: true }]);
  await wish('resume');
  await on('2027-02-28');
  expect(await charged(at)).toHaveLength(2);
  await wish('pause');
  await on('2027-06-15');
  expect(await charged(at)).toHaveLength(2);
  expect(await wish('resume')).toEqual({ ok: true });
  await reconcile();
  const { periods } = await at.now();
  expect(periods.map(({ startsOn }) => startsOn)).toEqual(['2027-01-31', '2027-02-28', '2027-06-15']);
  await on('2027-07-15');
  expect(await charged(at)).toEqual([['45000.50'], ['45000.50'], ['45000.50'], ['45000.50']]);
});

test('cancelled is for ever, and a renewal that was being decided on at that moment charges nothing', async () => {
  const at = await member();
  await travel('2027-02-28T17:00:00Z');
  dying.at = 'membership.opened';
  await expect(reconcile()).rejects.toThrow('died');
  dying.at = '';
  await changeMembership({ wish: 'cancel', membershipId: at.membershipId, viewer: at.viewer });
  await on('2027-03-05');
  expect(await at.now()).toMatchObject({ status: 'CANCELLED', endReason: 'ASKED' });
  expect(await charged(at)).toEqual([['45000.50'], []]);
  const revive = { where: { id: at.membershipId }, data: { status: 'ACTIVE' } };
  await expect(writeTx((tx) => tx.membership.update(revive))).rejects.toThrow(/is over|watched|reason/);
});

test('a cancellation and a renewal at once: both are written down, and never more than one charge', async () => {
  const at = await member();
  await travel('2027-02-28T17:00:00Z');
  const cancel = () => changeMembership({ wish: 'cancel', membershipId: at.membershipId, viewer: at.viewer });
  await Promise.all([reconcile(), cancel(), reconcile()]);
  await on('2027-03-01');
  await on('2027-03-31');
  const { status, periods } = await at.now();
  expect(status).toBe('CANCELLED');
  const books = await charged(at);
  expect(books.flat().length).toBe(periods.filter(({ order }) => order.paidAt !== null).length);
  expect(books.flat().length).toBeLessThanOrEqual(2);
});

test('a deleted card hands its memberships to another one, or leaves them without and says so', async () => {
  const at = await member();
  const other = await keptCard(at.viewer);
  expect((await findWalletCard(at.card.id, at.viewer))?.memberships).toMatchObject([
    { membershipId: at.membershipId },
  ]);
  const stranger = await keptCard(await account());
  const asked = { cardId: at.card.id, viewer: at.viewer };
  expect(await forgetCard({ ...asked, replacement: stranger.id })).toEqual({
    ok: false,
    problem: 'unknown_card',
  });
  expect(await forgetCard({ ...asked, replacement: other.id })).toMatchObject({ ok: true });
  await on('2027-02-28');
  const renewed = (await at.now()).periods.at(-1)?.order.sessions.at(-1);
  expect([renewed?.status, renewed?.charge?.card.id]).toEqual(['APPROVED', other.id]);
  await forgetCard({ cardId: other.id, viewer: at.viewer });
  expect((await at.now()).card).toBeNull();
  expect((await notices(at)).map(({ type }) => type)).toEqual([
    'BEGUN',
    'PERIOD_PAID',
    'CARD_CHANGED',
    'CARD_GONE',
  ]);
  await on('2027-03-31');
  expect(await failures(at)).toEqual([['no_card', null, '2027-04-01']]);
  expect(await charged(at)).toEqual([['45000.50'], ['45000.50'], []]);
});

test('an expired card is told and not even sent', async () => {
  const at = await member();
  const { id: where } = at.card;
  await writeTx((tx) => tx.cardToken.update({ where: { id: where }, data: { validUntil: '02/27' } }));
  await on('2027-03-02');
  expect(await failures(at)).toEqual([['card_expired', null, '2027-03-03']]);
  expect((await at.now()).periods.at(-1)?.order.sessions).toEqual([]);
});

test('nobody sees, pauses, cancels or pays the membership of somebody else', async () => {
  const [at, other] = [await member(), await account()];
  const { membershipId } = at;
  for (const viewer of [other, operator]) {
    expect(await findMembership(membershipId, viewer)).toBeNull();
    expect(await findMembershipEvents(membershipId, viewer)).toEqual([]);
    for (const wish of ['pause', 'resume', 'cancel'] as const)
      expect(await changeMembership({ wish, membershipId, viewer })).toEqual({
        ...{ ok: false, problem: 'unknown_membership' },
      });
    const card = { membershipId, cardId: at.card.id, attemptKey: newKey(), viewer, visitor };
    expect(await changeCard(card)).toEqual({ ok: false, problem: 'unknown_membership' });
  }
});

testBooks();
