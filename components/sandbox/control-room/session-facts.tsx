import type { Dossier } from '@/lib/sandbox/control-room/sessions';
import { controlRoomTexts } from '@/lib/sandbox/dictionaries/control-room';
import { formatAmount } from '../amount';
import { formatMoment } from '../moment';
import { ActForm, Fact, Literal, SmallButton, type Place } from './act-form';

type Props = { dossier: Dossier; place: Place };

/** What was asked, where it stands, and the end of its time by hand. */
export function SessionFacts({ dossier, place }: Props) {
  const { session, site, total } = dossier;
  const { language } = place;
  const texts = controlRoomTexts[language];
  return (
    <section className="mt-6">
      <h2 className="text-xl font-semibold">{texts.session.facts}</h2>
      <dl className="mt-3 grid grid-cols-1 gap-2">
        <Fact term={texts.sessions.status}>
          {session.status} {session.reason}
        </Fact>
        <Fact term={texts.session.since}>{formatMoment(session.statusAt, language)}</Fact>
        <Fact term={texts.sessions.reference}>{session.reference}</Fact>
        {total && session.currency && (
          <Fact term={texts.sessions.amount}>
            {formatAmount({ total, currency: session.currency }, language)}
          </Fact>
        )}
        <Fact term={texts.sessions.site}>
          {site.name} ({site.signature})
        </Fact>
        <Fact term={texts.sessions.created}>{formatMoment(session.createdAt, language)}</Fact>
        <Fact term={texts.session.expires}>{formatMoment(session.expiresAt, language)}</Fact>
      </dl>
      {session.dueAt && (
        <ActForm act="expire" place={place} about={{ requestId: session.requestId }} className="mt-4">
          <SmallButton>{texts.session.expire}</SmallButton>
        </ActForm>
      )}
      <details className="mt-4">
        <summary className="text-accent">{texts.session.request}</summary>
        <Literal label="JSON">{JSON.stringify(session.request, null, 2)}</Literal>
      </details>
    </section>
  );
}
