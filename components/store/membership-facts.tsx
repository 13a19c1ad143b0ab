import { formatDate, formatDay, formatMoney } from '@/lib/dictionaries/format';
import { memberships } from '@/lib/dictionaries/memberships';
import type { CalendarDay } from '@/lib/domain/calendar';
import { cardName } from '@/lib/domain/instrument';
import type { Locale } from '@/lib/domain/locale';
import { nextChargeOn, paidUntil, type Membership } from '@/lib/domain/membership';
import { Facts } from './facts';

type Props = { locale: Locale; membership: Membership; today: CalendarDay };

/** What was bought, what it is renewed with, and when the shop charges next. */
export function MembershipFacts({ locale, membership, today }: Props) {
  const texts = memberships[locale];
  const { price, cadence, card, status, createdAt } = membership;
  const [next, until] = [nextChargeOn(membership, today), paidUntil(membership)];
  const amount = formatMoney(price, locale);
  return (
    <section aria-labelledby="facts" className="my-8">
      <h2 id="facts" className="mb-3 text-2xl font-bold">
        {texts.facts.title}
      </h2>
      <Facts
        facts={[
          [texts.facts.price, texts.priced(amount, texts.every[cadence])],
          [
            status === 'PAST_DUE' ? texts.facts.nextTry : texts.facts.nextCharge,
            next && texts.nextCharge(amount, formatDay(next, locale)),
          ],
          [texts.facts.paidUntil, until && formatDay(until, locale)],
          [texts.facts.card, status === 'CANCELLED' ? null : card ? cardName(card) : texts.facts.noCard],
          [texts.facts.since, formatDate(createdAt, locale)],
        ]}
      />
    </section>
  );
}
