import type { MandateDossier } from '@/lib/sandbox/control-room/mandates';
import { controlRoomTexts } from '@/lib/sandbox/dictionaries/control-room';
import { autopayTexts } from '@/lib/sandbox/dictionaries/control-room-autopay';
import { ActForm, Literal, SmallButton, type Place } from './act-form';
import { SentMessage, word } from './sent-message';

type Props = { calls: MandateDossier['calls']; place: Place };

/** Everything the merchant was asked and told: the bytes, the signed text and the answer. */
export function MandateCalls({ calls, place }: Props) {
  const t = autopayTexts[place.language];
  return (
    <section className="mt-10">
      <h2 className="text-xl font-semibold">{t.calls}</h2>
      {calls.length === 0 && <p className="text-soft mt-2">{t.noCalls}</p>}
      <ol className="mt-4 grid grid-cols-1 gap-4">
        {calls.map((call) => (
          <li key={call.id}>
            <OneCall call={call} place={place} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function OneCall({ call, place }: { call: MandateDossier['calls'][number]; place: Place }) {
  const { language } = place;
  const a = autopayTexts[language];
  const t = controlRoomTexts[language].deliveries;
  const states = { ...t.states, CANCELLED: a.cancelledCall };
  const origins: Readonly<Record<string, string>> = {
    DUPLICATE: t.origins.DUPLICATE,
    FORGED: t.origins.FORGED,
    REPLAY: t.origins.RESEND,
  };
  const { id } = call;
  const parts = [word(a.kinds, call.kind), word(states, call.state), origins[call.origin]];
  const headingId = `call-${id}`;
  return (
    <SentMessage
      headingId={headingId}
      heading={`${a.call(id, call.attempt)}: ${parts.filter(Boolean).join(', ')}`}
      message={call}
      language={language}
    >
      {call.answer && <Literal label={a.replyBody}>{call.answer}</Literal>}
      <div className="mt-3">
        <ActForm act="replayCall" place={place} about={{ call: id }}>
          <SmallButton aria-describedby={headingId}>{a.replay}</SmallButton>
        </ActForm>
      </div>
    </SentMessage>
  );
}
