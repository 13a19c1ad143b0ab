import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { sandboxEnv } from './env';
import { Prisma, PrismaClient } from './generated/client';

/** What a query needs: the client itself, or a transaction of it. */
export type Tx = Prisma.TransactionClient;

/** On `globalThis`, because a development server loads modules again and must not open connections again. */
const kept = globalThis as { sandboxClient?: PrismaClient };

/** One client per process, opened at the first use. Its search path is the schema `sandbox`. */
export function db(): PrismaClient {
  kept.sandboxClient ??= open();
  return kept.sandboxClient;
}

/** Writes that belong together. Whoever changes a session locks it first, so no two of them interleave. */
export function inTx<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
  return db().$transaction(run, { maxWait: 20_000, timeout: 20_000 });
}

/** Closes the pool: tests and scripts end with it. */
export async function closeDb(): Promise<void> {
  await kept.sandboxClient?.$disconnect();
  delete kept.sandboxClient;
}

function open(): PrismaClient {
  const adapter = new PrismaPg(
    { connectionString: sandboxEnv().databaseUrl, options: '-c search_path=sandbox' },
    { schema: 'sandbox' },
  );
  return new PrismaClient({ adapter });
}
