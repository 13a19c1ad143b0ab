import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { MembershipBanner } from '@/components/store/membership-banner';
import { MembershipFacts } from '@/components/store/membership-facts';
import { MembershipHistory } from '@/components/store/membership-history';
import { MembershipPeriods } from '@/components/store/membership-periods';
import { membershipTones } from '@/components/store/membership-words';
import { OrderRefresh } from '@/components/store/order-refresh';
import { Badge } from '@/components/ui/badge';
import { viewer } from '@/lib/auth';
import { findMembershipEvents } from '@/lib/data/membership-events';
import { findMembership } from '@/lib/data/memberships';
import { memberships } from '@/lib/dictionaries/memberships';
import { dayOf } from '@/lib/domain/calendar';
import { isLocale } from '@/lib/domain/locale';
import { membershipStanding } from '@/lib/domain/membership-standing';
import { MembershipActs } from './membership-acts';

type Props = PageProps<'/[locale]/memberships/[membershipId]'>;

/** Somebody else's membership and none at all look the same from here. */
const readMembership = cache(async (id: string) => findMembership(id, await viewer()));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, membershipId } = await params;
  const membership = await readMembership(membershipId);
  if (!isLocale(locale) || !membership) return {};
  return { title: membership.name[locale], robots: { index: false } };
}

export default async function MembershipPage({ params }: Props) {
  const { locale, membershipId } = await params;
  if (!isLocale(locale)) notFound();
  const membership = (await readMembership(membershipId)) ?? notFound();
  const seen = await viewer();
  const events = await findMembershipEvents(membershipId, seen);
  const texts = memberships[locale];
  const today = dayOf(new Date());
  const standing = membershipStanding(membership, today);
  const failure = events.find(({ type }) => type === 'RENEWAL_FAILED')?.data ?? null;
  return (
    <>
      <a
        href={`/${locale}/memberships`}
        className="mt-6 inline-flex min-h-11 items-center underline decoration-2 underline-offset-4"
      >
        {texts.back}
      </a>
      <h1 className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 text-3xl leading-tight font-bold sm:text-4xl">
        {membership.name[locale]}
        <Badge tone={membershipTones[membership.status]}>{texts.statuses[membership.status]}</Badge>
      </h1>
      <MembershipBanner {...{ locale, membership, standing, failure }} />
      {standing === 'confirming' && (
        <OrderRefresh {...{ locale, standing }} path={`/${locale}/memberships/${membershipId}`} />
      )}
      <div className="gap-x-12 lg:grid lg:grid-cols-2">
        <MembershipFacts locale={locale} membership={membership} today={today} />
        <MembershipActs locale={locale} membership={membership} viewer={seen} />
      </div>
      <MembershipPeriods locale={locale} periods={membership.periods} />
      <MembershipHistory locale={locale} events={events} />
    </>
  );
}
