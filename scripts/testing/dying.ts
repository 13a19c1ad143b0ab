/**
 * A process that dies where a test says. Its file begins with
 * `vi.mock('@/lib/use-cases/crash-point', () => import('./dying'))`.
 */

/** The crash point at which to die; none while it is empty. */
export const dying = { at: '' };

/** What dies does nothing any more: neither what follows nor an answer. */
export function crashPoint(name: string): void {
  if (name === dying.at) throw new Error(`The process died at ${name}.`);
}
