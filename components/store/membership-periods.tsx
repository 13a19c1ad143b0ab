import { Badge, type BadgeTone } from '@/components/ui/badge';
import { formatDateTime, formatDay, formatMoney } from '@/lib/dictionaries/format';
import { memberships } from '@/lib/dictionaries/memberships';
import { orders } from '@/lib/dictionaries/orders';
import type { CheckoutSession } from '@/lib/domain/checkout-session';
import type { Locale } from '@/lib/domain/locale';
import { periodStanding, type MembershipPeriod } from '@/lib/domain/membership';
import { Facts } from './facts';
import { refusalWords } from './membership-words';
import { sessionTones } from './order-tones';

type Props = { locale: Locale; periods: readonly MembershipPeriod[] };

/** Every period, newest first, with its reference and each attempt to charge it. */
export function MembershipPeriods({ locale, periods }: Props) {
  return (
    <section aria-labelledby="periods" className="my-10">
      <h2 id="periods" className="mb-4 text-2xl font-bold">
        {memberships[locale].periods.title}
      </h2>
      <ol reversed className="grid grid-cols-1 gap-4">
        {periods.toReversed().map((period) => (
          <Period key={period.number} locale={locale} period={period} />
        ))}
      </ol>
    </section>
  );
}

function Period({ locale, period }: { locale: Locale; period: MembershipPeriod }) {
  const texts = memberships[locale].periods;
  const { order, number, startsOn, endsOn } = period;
  const [word, tone] = wordOf(period, locale);
  return (
    <li className="border-mist min-w-0 rounded-2xl border-2 p-5">
      <h3 className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-lg font-bold">
        <span className="mr-auto">{texts.one(number)}</span>
        <span className="tabular-nums">{formatMoney(order.total, locale)}</span>
        <Badge tone={tone}>{word}</Badge>
      </h3>
      <p>{texts.days(formatDay(startsOn, locale), formatDay(endsOn, locale))}</p>
      <p className="mb-2">
        {texts.order}:{' '}
        <a
          href={`/${locale}/orders/${order.id}`}
          className="font-semibold underline decoration-2 underline-offset-4"
        >
          {order.number}
        </a>
      </p>
      {order.sessions.length === 0 && <p className="text-base">{texts.noAttempts}</p>}
      <ul className="grid gap-3 empty:hidden">
        {order.sessions.toReversed().map((session) => (
          <Attempt key={session.id} locale={locale} session={session} />
        ))}
      </ul>
    </li>
  );
}

function Attempt({ locale, session }: { locale: Locale; session: CheckoutSession }) {
  const words = orders[locale].attempts;
  const refused = refusalWords(session, locale);
  return (
    <li className="border-mist border-t-2 pt-3">
      <p className="mb-2 flex flex-wrap items-center gap-3">
        <Badge tone={sessionTones[session.status]}>{words.sessions[session.status]}</Badge>
        {refused && <span className="min-w-0 font-semibold">{refused}</span>}
      </p>
      <Facts
        facts={[
          [words.facts.reference, session.reference],
          [words.facts.date, formatDateTime(session.createdAt, locale)],
        ]}
      />
    </li>
  );
}

function wordOf(period: MembershipPeriod, locale: Locale): readonly [string, BadgeTone] {
  const texts = memberships[locale].periods;
  const { status } = period.order;
  if (status === 'REFUNDED') return [texts.given, 'plain'];
  if (status === 'CANCELLED') return [texts.cancelled, 'plain'];
  const standing = periodStanding(period);
  return [texts.standings[standing], tones[standing]];
}

const tones = { paid: 'good', undecided: 'waiting', owed: 'bad' } as const;
