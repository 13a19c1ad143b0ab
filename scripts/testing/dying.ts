/**
 * A process that dies where a test says: for the integration tests this stands in the place of
 * `lib/use-cases/crash-point` (vitest.config.ts).
 */

/** The crash point at which to die; none while it is empty. `once`: it is started again, and gets past it. */
export const dying = { at: '', once: false };

/** What dies does nothing any more: neither what follows nor an answer. */
export function crashPoint(name: string): void {
  if (name !== dying.at) return;
  if (dying.once) dying.at = '';
  throw new Error(`The process died at ${name}.`);
}
