import type { Dossier } from '@/lib/sandbox/control-room/sessions';
import { controlRoomTexts } from '@/lib/sandbox/dictionaries/control-room';
import { ActForm, SmallButton, type Place } from './act-form';
import { SentMessage, word } from './sent-message';

type Props = { dossier: Dossier; place: Place };

/** Everything the merchant was told about a session, and the ways to tell it something else. */
export function Deliveries({ dossier: { session, site, deliveries }, place }: Props) {
  const t = controlRoomTexts[place.language].deliveries;
  const about = { requestId: session.requestId };
  return (
    <section className="mt-10">
      <h2 className="text-xl font-semibold">{t.heading}</h2>
      {deliveries.length === 0 && <p className="text-soft mt-2">{t.none}</p>}
      {site.notificationUrl === null ? (
        <p className="mt-2">{t.noUrl}</p>
      ) : (
        <div className="mt-4 flex flex-wrap items-center gap-3">
          <ActForm act="resend" place={place} about={about}>
            <SmallButton>{t.resend}</SmallButton>
          </ActForm>
          <ActForm act="tamper" place={place} about={about} className="flex flex-wrap gap-2">
            <select
              name="forge"
              aria-label={t.forge}
              className="border-edge bg-field text-ink min-h-11 max-w-full rounded-lg border px-3"
            >
              {Object.entries(t.forgeries).map(([kind, words]) => (
                <option key={kind} value={kind}>
                  {words}
                </option>
              ))}
            </select>
            <SmallButton>{t.forge}</SmallButton>
          </ActForm>
        </div>
      )}
      <ol className="mt-4 grid grid-cols-1 gap-4">
        {deliveries.map((delivery) => (
          <li key={delivery.id}>
            <OneDelivery delivery={delivery} place={place} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function OneDelivery({ delivery, place }: { delivery: Dossier['deliveries'][number]; place: Place }) {
  const { language } = place;
  const t = controlRoomTexts[language].deliveries;
  const { id, state, origin } = delivery;
  const headingId = `delivery-${id}`;
  return (
    <SentMessage
      headingId={headingId}
      heading={`${t.delivery(id)}: ${word(t.states, state)}, ${word(t.origins, origin)}`}
      message={delivery}
      language={language}
    >
      <div className="mt-3 flex flex-wrap gap-3">
        <ActForm act="replay" place={place} about={{ delivery: id }}>
          <SmallButton aria-describedby={headingId}>{t.replay}</SmallButton>
        </ActForm>
        <ActForm act="duplicate" place={place} about={{ delivery: id }}>
          <SmallButton aria-describedby={headingId}>{t.duplicate}</SmallButton>
        </ActForm>
      </div>
    </SentMessage>
  );
}
