import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { inBackground } from './background';

/** Longer than a healthy gateway takes, shorter than a payer's patience. */
const patienceMs = 3_000;

/**
 * What came of it within 3 seconds, or `otherwise`. The work goes on after the payer was sent on, and a failure of it is
 * nothing the payer can help.
 */
export async function withPatience<Result>(
  work: Promise<Result>,
  otherwise: NoInfer<Result>,
): Promise<Result> {
  inBackground(async () => void (await work));
  const tooLate = wait(patienceMs, otherwise, { ref: false });
  return Promise.race([work.catch(() => otherwise), tooLate]);
}
