import { expect, test } from 'vitest';
import { append, db, insideWriteTx, writeTx } from './db';
import { Prisma } from './generated/client';
import { product } from './testing/shop';

class Undone extends Error {}

test('twenty workers interleave: nothing acknowledged is lost, nothing undone stays, nobody reads another worker', async () => {
  const workers = 20;
  const rounds = 15;
  const counters = await Promise.all([1, 2, 3, 4, 5].map(() => product({ stock: 0 })));
  const acknowledged: string[] = [];
  const undone: string[] = [];

  async function work(worker: number) {
    for (let round = 0; round < rounds; round += 1) {
      const key = `${worker}-${round}`;
      const slug = counters[(worker + round) % counters.length] ?? '';
      const undo = (worker + round) % 5 === 0;
      try {
        await writeTx(async (tx) => {
          // A read and a write that depends on it: at a weaker isolation two workers would write the same number.
          const { stock } = await tx.product.findUniqueOrThrow({ where: { slug } });
          await tx.inbox.create({
            data: { id: key, channel: `worker ${worker}`, dedupeKey: key, requestId: slug },
          });
          await tx.product.update({ where: { slug }, data: { stock: stock + 1 } });
          const seen = await tx.inbox.findMany({ where: { channel: `worker ${worker}` } });
          expect(
            seen.map(({ dedupeKey }) => dedupeKey.split('-')[0]).every((owner) => owner === String(worker)),
          ).toBe(true);
          expect(seen.some(({ id }) => id === key)).toBe(true);
          if (undo) throw new Undone();
        });
        acknowledged.push(key);
      } catch (error) {
        if (!(error instanceof Undone)) throw error;
        undone.push(key);
      }
      const own = await db.inbox.findUnique({ where: { id: key } });
      expect(own?.channel).toBe(undo ? undefined : `worker ${worker}`);
    }
  }
  await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)));

  expect(undone).toHaveLength((workers * rounds) / 5);
  expect(acknowledged).toHaveLength((workers * rounds * 4) / 5);
  const rows = await db.inbox.findMany({ where: { channel: { startsWith: 'worker ' } } });
  expect(rows.map(({ id }) => id).sort()).toEqual([...acknowledged].sort());
  const stocks = await db.product.findMany({ where: { slug: { in: counters } } });
  for (const { slug, stock } of stocks) {
    expect(stock).toBe(rows.filter(({ requestId }) => requestId === slug).length);
  }
});

test('a conflict is tried again from the start, and each increment counts', async () => {
  const slug = await product({ stock: 0 });
  let runs = 0;
  await Promise.all(
    Array.from({ length: 6 }, () =>
      writeTx(async (tx) => {
        runs += 1;
        const { stock } = await tx.product.findUniqueOrThrow({ where: { slug } });
        await tx.product.update({ where: { slug }, data: { stock: stock + 1 } });
      }),
    ),
  );
  expect((await db.product.findUniqueOrThrow({ where: { slug } })).stock).toBe(6);
  expect(runs).toBeGreaterThan(6);
});

test('a mistake is thrown at once and not tried again', async () => {
  let runs = 0;
  const failing = writeTx(async () => {
    runs += 1;
    throw new Error('wrong');
  });
  await expect(failing).rejects.toThrow('wrong');
  expect(runs).toBe(1);
});

test('a unique key that is always taken is thrown in the end', async () => {
  const slug = await product();
  const copy = await db.product.findUniqueOrThrow({ where: { slug } });
  await expect(writeTx((tx) => tx.product.create({ data: copy }))).rejects.toThrow(/Unique constraint/);
});

test('whoever asks inside a write is told so, and a write inside a write is refused', async () => {
  expect(insideWriteTx()).toBe(false);
  await writeTx(async () => {
    await Promise.resolve();
    expect(insideWriteTx()).toBe(true);
    await expect(writeTx(async () => {})).rejects.toThrow('pass the tx');
  });
  expect(insideWriteTx()).toBe(false);
});

test('an append that is already there changes nothing', async () => {
  const insert = Prisma.sql`INSERT INTO "Inbox" ("id", "channel", "dedupeKey") VALUES ('once', 'append', 'k') ON CONFLICT DO NOTHING`;
  expect(await append(insert)).toBe(1);
  expect(await append(insert)).toBe(0);
});

test('the client that reads cannot write: the compiler refuses it', () => {
  // @ts-expect-error create belongs to the tx of writeTx
  void db.product.create;
  // @ts-expect-error and so does updateMany
  void db.order.updateMany;
  // @ts-expect-error and raw statements to append
  void db.$executeRaw;
  // @ts-expect-error and transactions to writeTx
  void db.$transaction;
});
