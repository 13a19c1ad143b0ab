import 'server-only';
import type { OrderCreated } from '@/lib/data/orders';
import { createSampleOrder } from '@/lib/data/sample-orders';
import type { Locale } from '@/lib/domain/locale';
import { sampleBuyer, type SampleCurrency } from '@/lib/domain/sample';
import type { Viewer } from '@/lib/domain/viewer';
import type { Flow } from '@/lib/flows/flow';

type Input = {
  flow: Pick<Flow, 'sample'>;
  currency: SampleCurrency;
  /** The same key again is the same order: a double click tries a flow once. */
  key: string;
  locale: Locale;
  viewer: Viewer;
};

/** An ordinary order of what the flow shows best, bought by nobody, for whoever wants to see it paid. */
export async function placeSampleOrder({
  flow,
  currency,
  key,
  locale,
  viewer,
}: Input): Promise<OrderCreated> {
  return createSampleOrder({
    lines: flow.sample.lines,
    currency,
    checkoutKey: key,
    buyer: sampleBuyer,
    locale,
    viewer,
    now: new Date(),
  });
}
