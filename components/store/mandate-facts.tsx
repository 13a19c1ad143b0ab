import { Card } from '@/components/ui/card';
import { formatDateTime, formatDay } from '@/lib/dictionaries/format';
import { mandates } from '@/lib/dictionaries/mandates';
import { lastDayOf } from '@/lib/domain/card-validity';
import type { Locale } from '@/lib/domain/locale';
import type { Mandate } from '@/lib/domain/mandate';
import { Facts } from './facts';
import { amountWords, mandateCard, rhythmWords } from './mandate-words';

/** The terms as they were accepted, the card, and the number to ask PlacetoPay by. */
export function MandateFacts({ locale, mandate }: { locale: Locale; mandate: Mandate }) {
  const texts = mandates[locale].terms;
  const { terms, acceptedAt, autopayId, card } = mandate;
  const { dueDay, startOn, firstOn, lastOn, maxPeriods } = terms;
  const validUntil = lastDayOf(card.validUntil);
  return (
    <Card aria-labelledby="terms" className="my-6 min-w-0 self-start">
      <h2 id="terms" className="mb-3 text-2xl font-bold">
        {texts.title}
      </h2>
      <Facts
        facts={[
          [texts.what, amountWords(terms, locale)],
          [texts.rhythm, rhythmWords(terms, locale)],
          [texts.dueDay, texts.dueDayOf(dueDay)],
          [texts.starts, formatDay(startOn, locale)],
          [texts.first, formatDay(firstOn, locale)],
          [texts.last, lastOn === null ? texts.noLast : formatDay(lastOn, locale)],
          [texts.most, maxPeriods === -1 ? texts.noMost : maxPeriods],
          [texts.accepted, acceptedAt ? formatDateTime(acceptedAt, locale) : texts.notAccepted],
          [texts.card, mandateCard(mandate, locale)],
          [texts.validUntil, validUntil && formatDay(validUntil, locale)],
          [texts.id, autopayId],
        ]}
      />
      <p className="mt-3 text-sm opacity-85">{texts.frozen}</p>
    </Card>
  );
}
