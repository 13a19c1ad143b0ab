import { formatTime } from '@/lib/dictionaries/format';
import { orders } from '@/lib/dictionaries/orders';
import type { Locale } from '@/lib/domain/locale';
import { Countdown } from './countdown';

/** Until when the shop may confirm or decline: the hour for everybody, and what is left of it by the reader's clock. */
export function DecideBy({ locale, at }: { locale: Locale; at: Date }) {
  const { until, remains, over } = orders[locale].decideBy;
  return (
    <p className="basis-full text-base">
      {until(formatTime(at, locale))} <Countdown until={at.getTime()} texts={{ remains, over }} />
    </p>
  );
}
