import { formatDateTime } from '@/lib/dictionaries/format';
import { orders } from '@/lib/dictionaries/orders';
import type { Locale } from '@/lib/domain/locale';
import type { Order, OrderEvent } from '@/lib/domain/order';
import { Badge } from '@/components/ui/badge';
import { isInFlight } from './in-flight';
import { eventDetails } from './event-details';

/** What happened to the order and who said so, newest first. */
export function OrderTimeline({ locale, order }: { locale: Locale; order: Order }) {
  const texts = orders[locale].timeline;
  const newestFirst = order.events.toSorted((a, b) => b.seq - a.seq);
  return (
    <section aria-labelledby="timeline" className="my-10 print:hidden">
      <h2 id="timeline" className="mb-4 text-2xl font-bold">
        {texts.title}
      </h2>
      <ol reversed className="border-moss ml-2 border-l-2">
        {newestFirst.map((event) => (
          <Moment key={event.seq} locale={locale} order={order} event={event} />
        ))}
      </ol>
    </section>
  );
}

function Moment({ locale, order, event }: { locale: Locale; order: Order; event: OrderEvent }) {
  const texts = orders[locale].timeline;
  const details = eventDetails(order, event, locale);
  return (
    <li className="relative pb-5 pl-6 last:pb-0">
      <span
        aria-hidden="true"
        className="border-moss bg-paper absolute top-2 -left-[9px] size-4 rounded-full border-4"
      />
      <p className="flex flex-wrap items-center gap-x-3 font-semibold">
        {texts.events[event.type]}
        {isInFlight(order.events, event) && <Badge tone="waiting">{texts.inFlight}</Badge>}
      </p>
      {details && <p className="text-base break-words">{details}</p>}
      <p className="text-sm opacity-85">
        <time dateTime={event.at.toISOString()}>{formatDateTime(event.at, locale)}</time> ·{' '}
        {texts.actors[event.actor]}
      </p>
    </li>
  );
}
