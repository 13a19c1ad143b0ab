import { z } from 'zod';
import { waits, type Plan } from './acquirer';
import type { Transaction } from './generated/client';

const verdict = z.object({ status: z.enum(['APPROVED', 'REJECTED', 'FAILED']), reason: z.string() });

export type Verdict = z.infer<typeof verdict>;

const asked = [
  z.object({ kind: z.literal('now'), verdict }),
  z.object({ kind: z.literal('later'), waitsFor: z.enum(waits), verdict }),
] as const;

const storedPlan = z.discriminatedUnion('kind', [
  ...asked,
  z.object({ kind: z.literal('confirm'), then: z.discriminatedUnion('kind', asked) }),
]);

/** What was decided when the attempt began, as it was stored. Throws for a plan of another version. */
export function planOf({ plan }: Transaction): Plan {
  return storedPlan.parse(plan);
}

/** What the clock brings to an attempt that pends. */
export function verdictOf(attempt: Transaction): Verdict {
  const plan = planOf(attempt);
  return plan.kind === 'confirm' ? plan.then.verdict : plan.verdict;
}
