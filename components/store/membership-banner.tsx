import { Notice, type NoticeTone } from '@/components/ui/notice';
import { memberships } from '@/lib/dictionaries/memberships';
import type { Locale } from '@/lib/domain/locale';
import { lastPeriod, type Membership } from '@/lib/domain/membership';
import type { MembershipStanding } from '@/lib/domain/membership-standing';
import { failureWords, refusalWords } from './membership-words';

type Props = {
  locale: Locale;
  membership: Membership;
  standing: MembershipStanding;
  /** What was told of the renewal that failed last. */
  failure: Readonly<Record<string, string>> | null;
};

const tones: Record<MembershipStanding, NoticeTone> = {
  unpaid: 'bad',
  confirming: 'info',
  under_review: 'info',
  past_due: 'bad',
  no_card: 'bad',
  card_ends: 'info',
  active: 'good',
  paused: 'info',
  cancelled: 'info',
};

/** How it stands: what happened, whether money moved, and what to do. */
export function MembershipBanner({ locale, membership, standing, failure }: Props) {
  const texts = memberships[locale];
  const { title, body } = texts.standings[standing];
  const last = lastPeriod(membership).order.sessions.at(-1);
  const refused = standing === 'unpaid' && last ? refusalWords(last, locale) : null;
  return (
    <Notice tone={tones[standing]} title={title} className="my-6">
      {membership.endReason && <p>{texts.ends[membership.endReason]}</p>}
      {refused && <p>{refused}</p>}
      {standing === 'past_due' && failure && <p>{failureWords(failure, locale)}</p>}
      <p>{body}</p>
    </Notice>
  );
}
