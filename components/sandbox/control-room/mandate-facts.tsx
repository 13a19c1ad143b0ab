import type { MandateDossier } from '@/lib/sandbox/control-room/mandates';
import { controlRoomTexts } from '@/lib/sandbox/dictionaries/control-room';
import { autopayTexts } from '@/lib/sandbox/dictionaries/control-room-autopay';
import { formatAmount } from '../amount';
import { formatDay, formatMoment } from '../moment';
import { Table } from '../table';
import { rhythmWords } from '../terms-words';
import { ActForm, Fact, SmallButton, type Place } from './act-form';
import { SessionLink } from './list-page';
import { howMuch, rhythmOf } from './mandate-words';

type Props = { dossier: MandateDossier; place: Place };

/** The terms, where it stands, and what may be done by hand. */
export function MandateFacts({ dossier: { mandate, sessions }, place }: Props) {
  const { language } = place;
  const t = autopayTexts[language];
  const texts = controlRoomTexts[language];
  const rhythm = rhythmWords(rhythmOf(mandate), language);
  return (
    <section className="mt-6">
      <h2 className="text-xl font-semibold">{texts.session.facts}</h2>
      <dl className="mt-3 grid grid-cols-1 gap-2">
        <Fact term={texts.sessions.status}>
          {mandate.status} {mandate.reason}
        </Fact>
        <Fact term={texts.session.since}>{formatMoment(mandate.statusAt, language)}</Fact>
        <Fact term={t.next}>{nextWords(mandate, place)}</Fact>
        <Fact term={t.amount}>
          {howMuch(mandate, language)} · {rhythm}
        </Fact>
        {mandate.lastOn && <Fact term={t.lastOn}>{formatDay(mandate.lastOn, language)}</Fact>}
        <Fact term={t.periods}>{t.periodsOf(mandate.periods, mandate.maxPeriods)}</Fact>
        <Fact term={t.dueDay}>{mandate.dueDay}</Fact>
        <Fact term={t.card}>{mandate.card}</Fact>
        <Fact term={t.concept}>{mandate.description}</Fact>
        <Fact term={texts.sessions.site}>{mandate.site}</Fact>
        <Fact term={t.id}>
          <code className="font-mono break-all">{mandate.id}</code>
        </Fact>
        <Fact term={t.accepted}>{formatMoment(mandate.acceptedAt, language)}</Fact>
        <Fact term={t.sessions}>
          {sessions.map((requestId) => (
            <span key={requestId} className="mr-3">
              <SessionLink requestId={requestId} language={language} />
            </span>
          ))}
        </Fact>
      </dl>
      <Buttons mandate={mandate} place={place} />
    </section>
  );
}

function nextWords({ status, opensAt }: MandateDossier['mandate'], { language }: Place): string {
  const t = autopayTexts[language];
  if (status !== 'APPROVED') return t.never;
  return opensAt ? formatMoment(opensAt, language) : t.inWork;
}

function Buttons({ mandate: { id, status }, place }: { mandate: MandateDossier['mandate']; place: Place }) {
  const t = autopayTexts[place.language];
  if (status === 'REJECTED') return null;
  return (
    <div className="mt-4 flex flex-wrap items-center gap-3">
      {status === 'APPROVED' && (
        <ActForm act="runAutopay" place={place} about={{ autopay: id }}>
          <SmallButton aria-describedby="run-why">{t.run}</SmallButton>
        </ActForm>
      )}
      <ActForm act="cancelAutopay" place={place} about={{ autopay: id }}>
        <SmallButton>{t.cancel}</SmallButton>
      </ActForm>
      {status === 'APPROVED' && (
        <p id="run-why" className="text-soft w-full text-sm">
          {t.runWhy}
        </p>
      )}
    </div>
  );
}

/** Every due date, newest first, with the tries at the card. */
export function MandateCharges({ dossier: { mandate, charges }, place }: Props) {
  const { language } = place;
  const t = autopayTexts[language];
  const { sessions } = controlRoomTexts[language];
  const states: Readonly<Record<string, string>> = t.states;
  return (
    <section className="mt-10">
      <h2 className="text-xl font-semibold">{t.charges}</h2>
      {charges.length === 0 ? (
        <p className="text-soft mt-2">{t.noCharges}</p>
      ) : (
        <Table
          caption={t.charges}
          columns={[t.dueOn, sessions.status, sessions.amount, t.tries, t.transactions]}
          rows={charges.map((one) => [
            formatDay(one.dueOn, language),
            states[one.state] ?? one.state,
            one.total && formatAmount({ total: one.total, currency: mandate.currency }, language),
            one.tries,
            one.transactions
              .map(({ internalReference, status, reason }) => `${internalReference} ${status} ${reason}`)
              .join(' · '),
          ])}
        />
      )}
    </section>
  );
}
