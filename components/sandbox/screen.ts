import type { Hosted } from '@/lib/sandbox/hosted-view';
import type { Way } from '@/lib/sandbox/other-methods';

export type Screen =
  | 'unavailable'
  | 'email'
  | 'terms'
  | 'method'
  | Way
  | 'refusal'
  | 'leave'
  | 'otp'
  | 'challenge'
  | 'processing'
  | 'pending'
  | 'bank'
  | 'push'
  | 'order'
  | 'result';

const settled: Partial<Record<Hosted['kind'], Screen>> = {
  not_found: 'unavailable',
  unavailable: 'unavailable',
  processing: 'processing',
  pending: 'pending',
  bank: 'bank',
  push: 'push',
  order: 'order',
  finished: 'result',
};

/**
 * Which screen a session stands on. The address may ask for a step (`?step=`), and is obeyed only where the
 * session allows it: a finished one shows its result whatever the address says.
 */
export function screenOf(hosted: Hosted, step: unknown): Screen {
  // Every attempt was refused: that is a result, not a page that never was.
  if (hosted.kind === 'unavailable' && hosted.why === 'ATTEMPTS') return 'result';
  const fixed = settled[hosted.kind];
  if (fixed) return fixed;
  if (step === 'leave') return 'leave';
  if (hosted.kind === 'otp' || hosted.kind === 'challenge') return hosted.kind;
  if (hosted.kind !== 'open') return 'unavailable';
  const { person, lockedFields, attempts, ways, terms } = hosted.session;
  if (person.email === '') return 'email';
  if (step === 'email' && !lockedFields.includes('email')) return 'email';
  if (terms && !terms.accepted) return 'terms';
  const asked = ways.find((way) => way === step);
  if (asked) return asked;
  const last = attempts[0];
  // After an approved part the payer goes on with the next one.
  const refused = last !== undefined && last.status !== 'APPROVED';
  if (refused && step !== 'method' && step !== 'card') return 'refusal';
  // With one way to pay there is nothing to choose.
  return ways.length === 1 ? (ways[0] ?? 'method') : 'method';
}
