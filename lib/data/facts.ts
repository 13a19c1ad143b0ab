import 'server-only';
import type { Actor } from '@/lib/domain/order-event';
import type { Transaction } from '@/lib/domain/transaction';
import { env } from '@/lib/env';
import type { Tx } from './db';
import { randomId } from './random';

/** Facts of a session, added to those it has. The order's money is to be computed again in the same transaction. */
export async function addFacts(
  tx: Tx,
  sessionId: string,
  facts: readonly Transaction[],
  { source, now }: { source: Actor; now: Date },
): Promise<void> {
  await tx.gatewayTransaction.createMany({
    data: facts.map(({ amount, date, discount, ...rest }) => ({
      ...rest,
      id: randomId(),
      sessionId,
      environment: env.environment,
      amountMinor: amount.minor,
      currency: amount.currency,
      discountCode: discount?.code ?? null,
      discountType: discount?.type ?? null,
      discountMinor: discount?.amount.minor ?? null,
      gatewayDate: date,
      source,
      firstSeenAt: now,
    })),
  });
}
