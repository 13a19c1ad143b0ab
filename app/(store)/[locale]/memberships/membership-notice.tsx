import { Notice } from '@/components/ui/notice';
import { findMemberships } from '@/lib/data/memberships';
import { memberships } from '@/lib/dictionaries/memberships';
import { dayOf } from '@/lib/domain/calendar';
import type { Locale } from '@/lib/domain/locale';
import { membershipStanding, needsOwner } from '@/lib/domain/membership-standing';
import type { Viewer } from '@/lib/domain/viewer';

/** Where an account begins: says that a membership will not be renewed without its owner. */
export async function MembershipNotice({ locale, viewer }: { locale: Locale; viewer: Viewer }) {
  if (viewer.kind === 'guest') return null;
  const today = dayOf(new Date());
  const waiting = (await findMemberships(viewer)).filter((one) => needsOwner(membershipStanding(one, today)));
  if (waiting.length === 0) return null;
  const [only] = waiting;
  const path = only && waiting.length === 1 ? `/${only.id}` : '';
  return (
    <Notice tone="bad" title={memberships[locale].notice(waiting.length)} className="my-6">
      <a
        href={`/${locale}/memberships${path}`}
        className="inline-flex min-h-11 items-center font-semibold underline decoration-2 underline-offset-4"
      >
        {only && waiting.length === 1
          ? memberships[locale].manage(only.name[locale])
          : memberships[locale].link}
      </a>
    </Notice>
  );
}
