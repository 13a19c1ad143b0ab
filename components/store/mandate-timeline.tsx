import { mandates } from '@/lib/dictionaries/mandates';
import { orders } from '@/lib/dictionaries/orders';
import type { Locale } from '@/lib/domain/locale';
import type { MandateEvent } from '@/lib/domain/mandate-history';
import { Timeline } from './timeline';

/** What happened to an agreement and who said so, newest first. */
export function MandateTimeline({ locale, events }: { locale: Locale; events: readonly MandateEvent[] }) {
  const texts = mandates[locale].timeline;
  const { actors } = orders[locale].timeline;
  const moments = events.map(({ id, type, actor, data, at }) => ({
    ...{ key: id, at, title: texts.events[type] },
    details: data.lastDigits
      ? texts.card(data.lastDigits.slice(-4))
      : (data.number ?? data.internalReference),
    who: actor === 'buyer' ? texts.buyer : actors[actor],
  }));
  return <Timeline locale={locale} title={texts.title} moments={moments} />;
}
