import { flows as offered } from '..';
import type { Flow } from '../flow';
import { layaway } from './layaway';

/** The registry with one name more: what stands for `@/lib/flows` in the build of the browser tests, and in them. */
export const flows: readonly Flow[] = [...offered, layaway];

export function findFlow(slug: string): Flow | undefined {
  return flows.find((flow) => flow.slug === slug);
}
