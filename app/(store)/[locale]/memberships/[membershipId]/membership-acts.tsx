import { ActForm } from '@/components/store/act-form';
import { buttonStyle } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { formatDay, formatMoney } from '@/lib/dictionaries/format';
import { memberships } from '@/lib/dictionaries/memberships';
import { problems } from '@/lib/dictionaries/problems';
import { dayOf } from '@/lib/domain/calendar';
import type { Locale } from '@/lib/domain/locale';
import {
  anchorAfterPause,
  lastPeriod,
  mayPause,
  nextPeriod,
  paidUntil,
  periodStanding,
  type Membership,
} from '@/lib/domain/membership';
import type { Viewer } from '@/lib/domain/viewer';
import { cancel, pause, resume } from '../actions';
import { CardChoice } from './card-choice';

type Props = { locale: Locale; membership: Membership };

/** What its owner may do with a membership that is not over. Everything works without JavaScript. */
export function MembershipActs({ viewer, ...props }: Props & { viewer: Viewer }) {
  const { status } = props.membership;
  if (status === 'CANCELLED') return null;
  return (
    <div className="my-8 grid content-start gap-5">
      <CardChoice {...props} viewer={viewer} />
      {status === 'PAUSED' && <Resume {...props} />}
      {(status === 'ACTIVE' || status === 'PAST_DUE') && <Pause {...props} />}
      <Cancel {...props} />
    </div>
  );
}

const hiddenOf = ({ locale, membership }: Props) => ({ locale, membershipId: membership.id });

function Pause({ locale, membership }: Props) {
  const texts = memberships[locale].pause;
  return (
    <Card aria-labelledby="pause">
      <h2 id="pause" className="text-xl font-bold">
        {texts.title}
      </h2>
      <p className="mt-1 mb-3">{mayPause(membership) ? texts.text : texts.notNow}</p>
      {mayPause(membership) && (
        <ActForm
          act={pause}
          hidden={hiddenOf({ locale, membership })}
          button={texts.button}
          doing={texts.doing}
          tone="secondary"
          problems={problems[locale]}
        />
      )}
    </Card>
  );
}

function Resume({ locale, membership }: Props) {
  const texts = memberships[locale].resume;
  const today = dayOf(new Date());
  const { startsOn } = nextPeriod({ ...membership, anchor: anchorAfterPause(membership, today) }, today);
  const amount = formatMoney(membership.price, locale);
  return (
    <Card aria-labelledby="resume">
      <h2 id="resume" className="text-xl font-bold">
        {texts.title}
      </h2>
      <p className="mt-1 mb-3">
        {startsOn <= today ? texts.now(amount) : texts.later(amount, formatDay(startsOn, locale))}
      </p>
      <ActForm
        act={resume}
        hidden={hiddenOf({ locale, membership })}
        button={texts.button}
        doing={texts.doing}
        problems={problems[locale]}
      />
    </Card>
  );
}

/** Asks first, and says what stays. */
function Cancel({ locale, membership }: Props) {
  const texts = memberships[locale].cancel;
  const until = paidUntil(membership);
  return (
    <Card aria-labelledby="cancel">
      <h2 id="cancel" className="text-xl font-bold">
        {texts.title}
      </h2>
      <details className="mt-1">
        <summary className="min-h-11 cursor-pointer py-2 font-semibold">{texts.ask}</summary>
        <p className="mt-2">{until ? texts.until(formatDay(until, locale)) : texts.text}</p>
        {periodStanding(lastPeriod(membership)) === 'undecided' && <p className="mt-2">{texts.confirming}</p>}
        <div className="mt-4">
          <ActForm
            act={cancel}
            hidden={hiddenOf({ locale, membership })}
            button={texts.button}
            doing={texts.doing}
            problems={problems[locale]}
          >
            <a href={`/${locale}/memberships/${membership.id}`} className={buttonStyle('secondary')}>
              {texts.keep}
            </a>
          </ActForm>
        </div>
      </details>
    </Card>
  );
}
