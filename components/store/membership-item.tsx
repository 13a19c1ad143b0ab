import { Badge } from '@/components/ui/badge';
import { formatDay, formatMoney } from '@/lib/dictionaries/format';
import { memberships } from '@/lib/dictionaries/memberships';
import type { CalendarDay } from '@/lib/domain/calendar';
import type { Locale } from '@/lib/domain/locale';
import { nextChargeOn, paidUntil, type Membership } from '@/lib/domain/membership';
import { membershipStanding, needsOwner } from '@/lib/domain/membership-standing';
import { membershipTones } from './membership-words';

type Props = { locale: Locale; membership: Membership; today: CalendarDay };

/** A membership in the list of its owner's: its name leads to it. */
export function MembershipItem({ locale, membership, today }: Props) {
  const { id, name, status, price, cadence } = membership;
  const texts = memberships[locale];
  const standing = membershipStanding(membership, today);
  const [next, until] = [nextChargeOn(membership, today), paidUntil(membership)];
  const amount = formatMoney(price, locale);
  return (
    <li className="border-mist hover:border-ink relative min-w-0 rounded-2xl border-2 p-5 transition-colors">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="text-xl font-bold">
          <a href={`/${locale}/memberships/${id}`} className="after:absolute after:inset-0">
            {name[locale]}
          </a>
        </h2>
        <Badge tone={membershipTones[status]}>{texts.statuses[status]}</Badge>
        <strong className="ml-auto tabular-nums">{texts.priced(amount, texts.every[cadence])}</strong>
      </div>
      {needsOwner(standing) && (
        <p className="text-clay mt-1 font-semibold">{texts.standings[standing].title}</p>
      )}
      <p className="mt-1 text-base empty:hidden">
        {next && `${texts.facts.nextCharge}: ${texts.nextCharge(amount, formatDay(next, locale))}`}
        {!next && until && `${texts.facts.paidUntil} ${formatDay(until, locale)}`}
      </p>
    </li>
  );
}
