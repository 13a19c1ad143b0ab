import { orders } from '@/lib/dictionaries/orders';
import type { Locale } from '@/lib/domain/locale';
import type { Order } from '@/lib/domain/order';
import { Badge } from '@/components/ui/badge';
import { isInFlight } from './in-flight';
import { eventDetails } from './event-details';
import { Timeline } from './timeline';

/** What happened to the order and who said so, newest first. */
export function OrderTimeline({ locale, order }: { locale: Locale; order: Order }) {
  const texts = orders[locale].timeline;
  const newestFirst = order.events.toSorted((a, b) => b.seq - a.seq);
  const moments = newestFirst.map((event) => ({
    key: event.seq,
    title: (
      <>
        {texts.events[event.type]}
        {isInFlight(order.events, event) && <Badge tone="waiting">{texts.inFlight}</Badge>}
      </>
    ),
    details: eventDetails(order, event, locale),
    at: event.at,
    who: texts.actors[event.actor],
  }));
  return <Timeline locale={locale} title={texts.title} moments={moments} />;
}
