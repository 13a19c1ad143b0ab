import { formatDateTime } from '@/lib/dictionaries/format';
import { memberships } from '@/lib/dictionaries/memberships';
import type { Locale } from '@/lib/domain/locale';
import type { MembershipEventType } from '@/lib/domain/membership';
import { failureWords } from './membership-words';

type Event = {
  readonly seq: number;
  readonly type: MembershipEventType;
  readonly data: Readonly<Record<string, string>>;
  readonly at: Date;
};

/** What its owner was told, newest first. */
export function MembershipHistory({ locale, events }: { locale: Locale; events: readonly Event[] }) {
  const texts = memberships[locale].history;
  return (
    <section aria-labelledby="history" className="my-10">
      <h2 id="history" className="mb-4 text-2xl font-bold">
        {texts.title}
      </h2>
      <ol reversed className="grid grid-cols-1 gap-3">
        {events.map(({ seq, type, data, at }) => (
          <li key={seq} className="border-mist border-l-4 pl-4">
            <p className="font-semibold">{texts.types[type]}</p>
            {type === 'RENEWAL_FAILED' && <p>{failureWords(data, locale)}</p>}
            {type === 'CARD_CHANGED' && data.lastDigits && (
              <p>{texts.cardEnding(data.lastDigits.replace(/\D/g, '').slice(-4))}</p>
            )}
            <p className="text-base opacity-85">{formatDateTime(at, locale)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
