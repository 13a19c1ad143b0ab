import type { Hosted } from '@/lib/sandbox/hosted-view';
import type { Screen } from './screen';

/**
 * Where a payer in a shop's frame leaves to at once: he said that he does not want to go on, or the shop skips the
 * result. Null where he still has something to read or to do.
 */
export function leavingFor(hosted: Exclude<Hosted, { kind: 'not_found' }>, screen: Screen): string | null {
  const { cancelUrl, returnUrl, skipResult } = hosted.session;
  if (hosted.kind === 'unavailable' && hosted.why === 'PAYER') return cancelUrl;
  return skipResult && (screen === 'result' || screen === 'pending') ? returnUrl : null;
}

/** Has the session its result? Only then is there something to tell a shop. */
export function isOver({ session }: Exclude<Hosted, { kind: 'not_found' }>): boolean {
  return ['APPROVED', 'REJECTED', 'PARTIAL_EXPIRED'].includes(session.status.status);
}
