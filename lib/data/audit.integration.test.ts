import pg from 'pg';
import { expect, test } from 'vitest';
import { stranger } from '@/lib/domain/viewer';
import { addAudit, findAudit, verifyAudit } from './audit';
import { db, writeTx } from './db';
import {
  confirmOperatorSession,
  endOperatorSession,
  isConfirmed,
  openOperatorSession,
  touchOperatorSession,
} from './operator-sessions';
import { saveSettlement } from './settlements';
import { clearSuspicion, findSuspects } from './suspects';
import { findSuspense, resolveSuspense } from './suspense';
import { account, after, now, openedSession, placedOrder } from './testing/shop';

const deed = { action: 'TEST', orderId: null, target: 'x', reason: 'Because', detail: { b: '2', a: '1' } };

test('deeds at the same time are one chain, and nobody but an operator has any', async () => {
  const operator = await account('OPERATOR');
  const before = await verifyAudit();
  await Promise.all(
    Array.from({ length: 8 }, () => writeTx((tx) => addAudit(tx, deed, { viewer: operator, now }))),
  );
  expect(await verifyAudit()).toMatchObject({ entries: before.entries + 8, brokenAt: null });
  expect((await findAudit(operator, { limit: 1 }))[0]).toMatchObject({
    operatorId: operator.userId,
    ...deed,
  });
  expect(await findAudit(await account())).toEqual([]);
  await expect(writeTx((tx) => addAudit(tx, deed, { viewer: stranger, now }))).rejects.toThrow(/operator/);
});

test('the database refuses to change or remove what was written, and a change by force is noticed', async () => {
  const operator = await account('OPERATOR');
  await writeTx((tx) => addAudit(tx, deed, { viewer: operator, now }));
  const { seq, reason } = await db.auditEntry.findFirstOrThrow({ orderBy: { seq: 'asc' } });
  const client = new pg.Client({
    connectionString: process.env.DATABASE_URL,
    options: '-c search_path=store',
  });
  await client.connect();
  try {
    for (const statement of [
      `UPDATE "AuditEntry" SET "reason" = 'x'`,
      'DELETE FROM "AuditEntry"',
      'TRUNCATE "AuditEntry"',
    ])
      await expect(client.query(statement)).rejects.toThrow(/append-only/);
    await client.query('SET session_replication_role = replica');
    const forge = (text: string) =>
      client.query('UPDATE "AuditEntry" SET "reason" = $1 WHERE "seq" = $2', [text, seq.toString()]);
    await forge('Another reason');
    expect((await verifyAudit()).brokenAt).toBe(seq);
    await forge(reason);
    expect((await verifyAudit()).brokenAt).toBeNull();
  } finally {
    await client.end();
  }
});

test('what did not fit is let go by an operator with a reason, once, and its rows with it', async () => {
  const { order, owner } = await placedOrder();
  const session = await openedSession(order.id, owner, order.total);
  await saveSettlement(session, { kind: 'suspect', problems: ['wrong_amount'] }, { source: 'return', now });
  const operator = await account('OPERATOR');
  const clear = (who: typeof operator) =>
    clearSuspicion({ sessionId: session.id, reason: 'The bank confirms' }, who, now);
  expect(await clear(await account())).toBe(false);
  expect((await Promise.all([clear(operator), clear(operator)])).sort()).toEqual([false, true]);
  const suspects = await findSuspects(operator, { now });
  expect(suspects.map((one) => one.session.id)).not.toContain(session.id);
  const rows = (await findSuspense(operator)).filter(({ sessionId }) => sessionId === session.id);
  expect(rows).toMatchObject([{ resolvedAt: now, resolution: 'The bank confirms' }]);
  expect(await findAudit(operator, { orderId: order.id })).toMatchObject([
    { action: 'CLEAR_SUSPICION', target: session.reference, reason: 'The bank confirms' },
  ]);
  expect(await resolveSuspense({ id: rows[0]?.id ?? '', reason: 'Again' }, operator, now)).toBe(false);
});

test('a session that should be over waits for a person', async () => {
  const { order, owner } = await placedOrder();
  const session = await openedSession(order.id, owner, order.total);
  const operator = await account('OPERATOR');
  const seen = async (at: Date) => (await findSuspects(operator, { now: at })).map((one) => one.session.id);
  expect(await seen(now)).not.toContain(session.id);
  expect(await seen(after(46 * 60_000))).toContain(session.id);
});

test('a sign-in of an operator ends after half an hour without use, and a password stands for five minutes', async () => {
  const { userId } = await account('OPERATOR');
  const id = await openOperatorSession(userId, now);
  expect(await isConfirmed(id, after(5 * 60_000))).toBe(true);
  expect(await isConfirmed(id, after(5 * 60_000 + 1))).toBe(false);
  expect(await touchOperatorSession(id, userId, after(29 * 60_000))).toBe(true);
  expect(await touchOperatorSession(id, userId, after(58 * 60_000))).toBe(true);
  expect(await touchOperatorSession(id, 'another', after(58 * 60_000))).toBe(false);
  expect(await touchOperatorSession(id, userId, after(89 * 60_000))).toBe(false);
  await confirmOperatorSession(id, after(58 * 60_000));
  expect(await isConfirmed(id, after(60 * 60_000))).toBe(true);
  await endOperatorSession(id, after(60 * 60_000));
  expect(await isConfirmed(id, after(60 * 60_000))).toBe(false);
  expect(await touchOperatorSession(id, userId, after(60 * 60_000))).toBe(false);
});
