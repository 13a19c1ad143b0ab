import { basic } from './basic';
import type { Flow } from './flow';

/** In the order the shopper sees them. To add a flow: write its file, name it here. */
export const flows: readonly Flow[] = [basic];

export function findFlow(slug: string): Flow | undefined {
  return flows.find((flow) => flow.slug === slug);
}
