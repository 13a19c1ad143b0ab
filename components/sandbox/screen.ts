import type { Hosted } from '@/lib/sandbox/hosted-view';

export type Screen =
  | 'unavailable'
  | 'email'
  | 'terms'
  | 'card'
  | 'refusal'
  | 'leave'
  | 'otp'
  | 'challenge'
  | 'processing'
  | 'pending'
  | 'result';

const settled: Partial<Record<Hosted['kind'], Screen>> = {
  not_found: 'unavailable',
  unavailable: 'unavailable',
  processing: 'processing',
  pending: 'pending',
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
  const { person, lockedFields, attempts, terms } = hosted.session;
  if (person.email === '') return 'email';
  if (step === 'email' && !lockedFields.includes('email')) return 'email';
  if (terms && !terms.accepted) return 'terms';
  const last = attempts[0];
  // After an approved part the payer goes on with the next one.
  const refused = last !== undefined && last.status !== 'APPROVED';
  return refused && step !== 'card' ? 'refusal' : 'card';
}
