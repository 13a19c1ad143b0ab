import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { Prisma, PrismaClient } from './generated/client';

/** What reads may call: everything that changes a row needs the `tx` of writeTx, and the compiler says so. */
type Reading =
  | 'findUnique'
  | 'findUniqueOrThrow'
  | 'findFirst'
  | 'findFirstOrThrow'
  | 'findMany'
  | 'count'
  | 'aggregate'
  | 'groupBy';
type ReadOnly = {
  readonly [Model in Uncapitalize<Prisma.ModelName>]: Pick<
    PrismaClient[Model],
    Reading & keyof PrismaClient[Model]
  >;
} & Pick<PrismaClient, '$queryRaw' | '$disconnect'>;

/**
 * Writers at a time, in this process. Conflicts are found by page, and a young table has few pages: of 40 checkouts at once
 * 12 used up their tries with four writers, none with two, in the same total time. Readers keep the other connections.
 */
const mostWriters = 2;
const mostTries = 8;
const firstWait = 8;

export type Tx = Prisma.TransactionClient;

/**
 * PostgreSQL watches what a serializable transaction read; a sequential scan makes that the whole table, and everybody
 * conflicts with everybody while tables are small. So index scans are preferred.
 */
const options = '-c search_path=store -c enable_seqscan=off';

/** One client and one flag per process, however often a bundler copies this module. */
type Shared = { client: PrismaClient; writing: AsyncLocalStorage<true>; turns: Turns };
const holder = globalThis as typeof globalThis & { laderaDatabase?: Shared };
const shared = (holder.laderaDatabase ??= {
  client: new PrismaClient({
    adapter: new PrismaPg(
      {
        connectionString: env.databaseUrl,
        options,
        max: 16,
        connectionTimeoutMillis: 10_000,
      },
      { schema: 'store', onPoolError: (error) => log.warn({ err: error }, 'A database connection was lost') },
    ),
  }),
  writing: new AsyncLocalStorage<true>(),
  turns: { free: mostWriters, waiting: [] },
});

export const db: ReadOnly = shared.client;

/**
 * The only way to write more than one row. Serializable, and run again from the start when PostgreSQL or a unique key
 * says that somebody else was there first: so `run` must do nothing but read and write through its `tx`, check what it
 * finds, and never call the gateway. What it returns is committed; after the last try the conflict is thrown.
 */
export async function writeTx<T>(
  run: (tx: Tx) => Promise<T>,
  { isolationLevel = 'Serializable' }: { isolationLevel?: 'Serializable' | 'ReadCommitted' } = {},
): Promise<T> {
  if (insideWriteTx()) throw new Error('A writeTx inside a writeTx: pass the tx instead.');
  for (let tries = 1; ; tries += 1) {
    try {
      return await inTurn(() =>
        shared.writing.run(true, () =>
          shared.client.$transaction(run, { isolationLevel, maxWait: 10_000, timeout: 15_000 }),
        ),
      );
    } catch (error) {
      if (tries >= mostTries || !isConflict(error)) throw error;
      await wait(Math.random() * firstWait * 2 ** tries);
    }
  }
}

/** One statement that is safe to repeat, such as INSERT ... ON CONFLICT DO NOTHING. The number of rows it changed. */
export async function append(statement: Prisma.Sql): Promise<number> {
  return shared.client.$executeRaw(statement);
}

/** True while the code runs inside writeTx: whoever talks to the gateway refuses then. */
export function insideWriteTx(): boolean {
  return shared.writing.getStore() === true;
}

/** P2034, P2002, SQLSTATE 40001, 40P01 and 23505, and the adapter's own word at COMMIT, which comes without a code. */
const conflicts = new Set([
  'P2034',
  'P2002',
  '40001',
  '40P01',
  '23505',
  'TransactionWriteConflict',
  'UniqueConstraintViolation',
]);

/** Drivers wrap each other: the sign of a conflict may be on the error, in its `cause` or in its `meta`. */
function isConflict(error: unknown, depth = 0): boolean {
  if (typeof error === 'string') return conflicts.has(error);
  if (typeof error !== 'object' || error === null || depth > 4) return false;
  const { code, kind, message, originalCode, cause, meta, driverAdapterError } = error as Record<
    string,
    unknown
  >;
  return [code, kind, message, originalCode, cause, meta, driverAdapterError].some((part) =>
    isConflict(part, depth + 1),
  );
}

type Turns = { free: number; readonly waiting: (() => void)[] };

/** First come, first served. A retry goes to the end of the queue. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const { turns } = shared;
  if (turns.free > 0) turns.free -= 1;
  else await new Promise<void>((resolve) => turns.waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = turns.waiting.shift();
    if (next) next();
    else turns.free += 1;
  }
}
