import { expect, test, vi } from 'vitest';
import { addAudit, verifyAudit } from '@/lib/data/audit';
import { writeTx } from '@/lib/data/db';
import { log } from '@/lib/log';
import { operator } from '@/scripts/testing/shop';
import { tellAuditHead } from './tell-audit-head';

const deed = { action: 'TEST', orderId: null, target: 'x', reason: 'Because', detail: {} };
const write = (reason: string) =>
  writeTx((tx) => addAudit(tx, { ...deed, reason }, { viewer: operator, now: new Date() }));

test('the head of the audit goes to the log once a day, and says when somebody changed what was written', async () => {
  const [info, error] = [vi.spyOn(log, 'info'), vi.spyOn(log, 'error')];
  await write('First');
  const { head } = await verifyAudit();
  // Ten at night in Colombia, and three hours later.
  const [evening, night] = [new Date('2031-03-02T03:00:00Z'), new Date('2031-03-02T06:00:00Z')];
  expect(await tellAuditHead(evening)).toMatchObject({ brokenAt: null, head });
  expect(info.mock.calls).toEqual([[{ day: '2031-03-01', entries: 1, head }, 'The head of the audit']]);
  await write('Second');
  expect(await tellAuditHead(evening)).toBeNull();
  expect(info).toHaveBeenCalledOnce();

  await writeTx(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRaw`UPDATE "AuditEntry" SET "reason" = 'Another' WHERE "seq" = 2`;
  });
  expect(await tellAuditHead(night)).toMatchObject({ entries: 1, brokenAt: 2n, head });
  expect(error.mock.calls[0]?.[0]).toMatchObject({ day: '2031-03-02', entries: 1, brokenAt: '2' });
});
