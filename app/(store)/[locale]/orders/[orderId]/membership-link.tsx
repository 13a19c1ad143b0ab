import { findPeriodOf } from '@/lib/data/memberships';
import { memberships } from '@/lib/dictionaries/memberships';
import type { Locale } from '@/lib/domain/locale';
import type { Viewer } from '@/lib/domain/viewer';

type Props = { locale: Locale; orderId: string; viewer: Viewer };

/** The way from an order to the membership that it is a period of. */
export async function MembershipLink({ locale, orderId, viewer }: Props) {
  const period = await findPeriodOf(orderId, viewer);
  if (!period) return null;
  return (
    <a
      href={`/${locale}/memberships/${period.membershipId}`}
      className="my-4 inline-flex min-h-11 items-center underline decoration-2 underline-offset-4 print:hidden"
    >
      {memberships[locale].periodOf(period.name[locale], period.number)}
    </a>
  );
}
