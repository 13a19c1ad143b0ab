import { Badge } from '@/components/ui/badge';
import { formatDay } from '@/lib/dictionaries/format';
import { mandates } from '@/lib/dictionaries/mandates';
import type { Locale } from '@/lib/domain/locale';
import type { Mandate } from '@/lib/domain/mandate';
import { amountWords, mandateCard, mandateTones, rhythmWords } from './mandate-words';

/** An agreement in a list: its reference leads to it. */
export function MandateItem({ locale, mandate }: { locale: Locale; mandate: Mandate }) {
  const texts = mandates[locale];
  const { id, reference, status, terms, nextOn } = mandate;
  const card = mandateCard(mandate, locale);
  return (
    <li className="border-mist hover:border-ink relative min-w-0 rounded-2xl border-2 p-5 transition-colors">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h3 className="text-xl font-bold">
          <a href={`/${locale}/mandates/${id}`} className="after:absolute after:inset-0">
            {texts.heading(reference)}
          </a>
        </h3>
        <Badge tone={mandateTones[status]}>{texts.statuses[status]}</Badge>
        <strong className="text-lg tabular-nums sm:ml-auto">{amountWords(terms, locale)}</strong>
      </div>
      <p className="mt-1 text-base">
        {rhythmWords(terms, locale)}
        {status === 'ACTIVE' && nextOn && <> · {texts.nextOn(formatDay(nextOn, locale))}</>}
      </p>
      {card && <p className="text-base opacity-85">{card}</p>}
    </li>
  );
}
