import { afterAll, beforeAll, expect, test } from 'vitest';
import { advanceClock } from './clock';
import { db } from './db';
import { cards } from './testing/calls';
import { pay, setStage, type Stage } from './testing/stage';
import { tick } from './timers';

/** A round in which one kind of work fails. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const minutesMs = 60_000;

test('a card that cannot be resolved keeps no session open, and the round says that it failed', async () => {
  const [stuck, open] = [await stage.open(), await stage.open()];
  await pay(stuck, cards.pendingApproved);
  const { plan, internalReference } = await db().transaction.findFirstOrThrow({
    where: { requestId: stuck.requestId },
  });
  const where = { internalReference };
  await db().transaction.update({ where, data: { plan: { kind: 'of another version' } } });
  await advanceClock(60 * minutesMs);
  await expect(tick()).rejects.toThrow();
  // The row itself: a query would expire the session too.
  const { requestId } = open;
  expect(await db().session.findUnique({ where: { requestId } })).toMatchObject({
    status: 'REJECTED',
    reason: 'EX',
  });

  await db().transaction.update({ where, data: { plan: plan ?? {} } });
  await tick();
  expect((await stage.query(stuck.requestId)).status).toMatchObject({ status: 'APPROVED' });
});
