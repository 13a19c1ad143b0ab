import { basic } from './basic';
import { confirmation } from './confirmation';
import { dispersion } from './dispersion';
import type { Flow } from './flow';
import { partial } from './partial';
import { payAndSubscribe } from './pay-and-subscribe';
import { preauthorization } from './preauthorization';
import { recurring } from './recurring';
import { subscription } from './subscription';

/** In the order the shopper sees them. To add a flow: write its file, name it here. */
export const flows: readonly Flow[] = [
  basic,
  partial,
  recurring,
  subscription,
  payAndSubscribe,
  dispersion,
  preauthorization,
  confirmation,
];

/** By the name that stands in addresses and rows. */
export function findFlow(slug: string): Flow | undefined {
  return flows.find((flow) => flow.slug === slug);
}
