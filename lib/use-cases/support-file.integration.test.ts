import { expect, test } from 'vitest';
import { recordCall } from '@/lib/data/calls';
import { findExchanges } from '@/lib/data/exchanges';
import { account, buyer, now, openedSession, placedOrder } from '@/lib/data/testing/shop';
import { env } from '@/lib/env';
import { stranger } from '@/lib/domain/viewer';
import { noteNotification } from './note-notification';
import { readSupportFile } from './support-file';

async function talkedAbout() {
  const placed = await placedOrder();
  const session = await openedSession(placed.order.id, placed.owner, placed.order.total);
  const call = { sessionId: session.id, method: 'POST', httpStatus: 200, problem: null, durationMs: 12 };
  for (let second = 0; second < 5; second += 1) {
    const at = new Date(now.getTime() + second * 1000);
    const told = { requestRedacted: { auth: {} }, responseRedacted: { status: { status: 'PENDING' } } };
    await recordCall({ ...call, ...told, path: `/api/session/${session.requestId}`, at });
  }
  return { ...placed, session };
}

const notice = (requestId: string | null) =>
  JSON.stringify({
    requestId: Number(requestId),
    status: { status: 'APPROVED', date: '2026-03-02T10:00:00-05:00' },
    signature: `sha256:${'ab'.repeat(32)}`,
  });

test('what was said is read newest first, a page at a time, by those who may see the order', async () => {
  const { order, owner } = await talkedAbout();
  const first = await findExchanges(order.id, owner, { limit: 2 });
  expect(first).toMatchObject({ more: true, list: [{ kind: 'call' }, { kind: 'call' }] });
  const before = first.list.at(-1) ?? { at: now, id: '' };
  expect(await findExchanges(order.id, owner, { limit: 5, before })).toMatchObject({ more: false });
  expect((await findExchanges(order.id, owner, { limit: 5, before })).list).toHaveLength(3);
  expect((await findExchanges(order.id, await account('OPERATOR'))).list).toHaveLength(5);
  for (const other of [stranger, await account()]) {
    expect(await findExchanges(order.id, other)).toEqual({ list: [], more: false });
    expect(await readSupportFile(order.id, other)).toBeNull();
  }
});

test('where only operators are shown what was said, its own buyer is not', async () => {
  const { order, owner } = await talkedAbout();
  const before = env.inspectorFor;
  Object.assign(env, { inspectorFor: 'operators' });
  try {
    expect(await findExchanges(order.id, owner)).toEqual({ list: [], more: false });
    expect(await readSupportFile(order.id, owner)).toBeNull();
    expect((await findExchanges(order.id, await account('OPERATOR'))).list).toHaveLength(5);
  } finally {
    Object.assign(env, { inspectorFor: before });
  }
});

test('notifications stand among the calls, and only so many of a flood', async () => {
  const { order, owner, session } = await talkedAbout();
  for (let count = 0; count < 13; count += 1)
    await noteNotification(notice(session.requestId), { accepted: false, now: new Date() });
  await noteNotification(notice(session.requestId), { accepted: true, now: new Date() });
  await noteNotification(notice('999999'), { accepted: false, now: new Date() });
  const { list } = await findExchanges(order.id, owner, { limit: 50 });
  const notes = list.filter(({ kind }) => kind === 'notification');
  expect(notes.map(({ httpStatus }) => httpStatus)).toEqual([200, ...Array<number>(10).fill(401)]);
});

test('the file for support has everything but what must not leave', async () => {
  const { order, owner, session } = await talkedAbout();
  const file = await readSupportFile(order.id, owner);
  expect(file?.name).toBe(`${order.number}.json`);
  const told: unknown = JSON.parse(file?.json ?? '');
  expect(told).toMatchObject({
    order: { number: order.number, total: { total: '10000.00', currency: 'COP' } },
    attempts: [{ reference: session.reference, requestId: session.requestId, status: 'PENDING' }],
    timeline: [{ type: 'ORDER_PLACED' }, {}, {}, {}],
    messages: [{ kind: 'call' }, {}, {}, {}, {}],
    olderMessagesLeftOut: false,
  });
  const secrets = [buyer.document, buyer.email, buyer.phone, buyer.street, session.processUrl ?? '-'];
  for (const secret of [...secrets, process.env.PLACETOPAY_SECRET_KEY ?? '-'])
    expect(file?.json).not.toContain(secret);
  for (const key of owner.accessKeys) expect(file?.json).not.toContain(key);
});
