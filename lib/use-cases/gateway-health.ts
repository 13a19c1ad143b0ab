import 'server-only';
import type { RecordedCall } from '@/lib/placetopay/client';

/** How the gateway has been lately, as this process saw it: for the health route, and for not asking in vain. */
type Health = { failures: number; quietUntil: number; clockSkewMs: number | null };

const holder = globalThis as typeof globalThis & { laderaGatewayHealth?: Health };
const health: Health = (holder.laderaGatewayHealth ??= { failures: 0, quietUntil: 0, clockSkewMs: null });

const mostFailures = 5;
const pauseMs = 5_000;

/** No answer, or one that says "later": after five in a row the reconciler pauses, then asks with one session first. */
export function noteCall({
  problem,
  httpStatus,
  at,
  durationMs,
  gatewayDate,
  retryAfterSeconds,
}: RecordedCall): void {
  const failed = problem !== null && problem !== 'REFUSED' && problem !== 'NOT_FOUND';
  health.failures = failed ? health.failures + 1 : 0;
  if (health.failures >= mostFailures) health.quietUntil = Date.now() + pauseMs;
  if (httpStatus === 429 || httpStatus === 503) {
    health.quietUntil = Math.max(health.quietUntil, Date.now() + (retryAfterSeconds ?? 1) * 1000);
  }
  if (gatewayDate) health.clockSkewMs = gatewayDate.getTime() - (at.getTime() + durationMs);
}

/** True while the reconciler had better not ask anything. What a shopper waits for is asked all the same. */
export function isGatewayQuiet(now = Date.now()): boolean {
  return now < health.quietUntil;
}

/** How many sessions to ask about at once: one, as a probe, while the gateway has been failing. */
export function askingRoom(limit: number): number {
  return health.failures >= mostFailures ? 1 : limit;
}

/** Consecutive failures, and the gateway's clock minus ours in milliseconds (its `Date` header has whole seconds). */
export function gatewayHealth(): { failures: number; clockSkewMs: number | null } {
  return { failures: health.failures, clockSkewMs: health.clockSkewMs };
}
