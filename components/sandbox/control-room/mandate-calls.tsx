import type { MandateDossier } from '@/lib/sandbox/control-room/mandates';
import { controlRoomTexts } from '@/lib/sandbox/dictionaries/control-room';
import { autopayTexts } from '@/lib/sandbox/dictionaries/control-room-autopay';
import { formatMoment } from '../moment';
import { ActForm, Fact, Literal, SmallButton, type Place } from './act-form';

type Props = { calls: MandateDossier['calls']; place: Place };

/** Everything the merchant was asked and told: the bytes, the signed text and the answer. */
export function MandateCalls({ calls, place }: Props) {
  const t = autopayTexts[place.language];
  return (
    <section className="mt-10">
      <h2 className="text-xl font-semibold">{t.calls}</h2>
      {calls.length === 0 && <p className="text-soft mt-2">{t.noCalls}</p>}
      <ol className="mt-4 grid gap-4">
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
  const states: Readonly<Record<string, string>> = { ...t.states, CANCELLED: a.cancelledCall };
  const origins: Readonly<Record<string, string>> = {
    DUPLICATE: t.origins.DUPLICATE,
    FORGED: t.origins.FORGED,
    REPLAY: t.origins.RESEND,
  };
  const kinds: Readonly<Record<string, string>> = a.kinds;
  const { id, signed } = call;
  const parts = [kinds[call.kind] ?? call.kind, states[call.state] ?? call.state, origins[call.origin]];
  return (
    <article className="border-line rounded-xl border p-4" aria-labelledby={`call-${id}`}>
      <h3 id={`call-${id}`} className="font-semibold">
        {a.call(id, call.attempt)}: {parts.filter(Boolean).join(', ')}
      </h3>
      <dl className="mt-2 grid gap-1 text-sm">
        <Fact term={t.to}>{call.url}</Fact>
        <Fact term={t.due}>{formatMoment(call.dueAt, language)}</Fact>
        {call.finishedAt && (
          <Fact term={t.finished}>
            {formatMoment(call.finishedAt, language)}
            {call.durationMs !== null && `, ${call.durationMs} ms`}
          </Fact>
        )}
        {(call.httpStatus ?? call.error) !== null && (
          <Fact term={t.answer}>
            {[call.httpStatus && `HTTP ${call.httpStatus}`, call.error].filter(Boolean).join(': ')}
          </Fact>
        )}
      </dl>
      <Literal label={t.body}>{call.body}</Literal>
      {signed.text && (
        <>
          <Literal label={`${t.signed}${signed.algorithm ? `, ${signed.algorithm}` : ''}`}>
            {signed.text}
          </Literal>
          <p className={`mt-1 text-sm font-medium ${signed.fits ? 'text-good' : 'text-bad'}`}>
            {signed.fits ? t.fits : t.fitsNot}
          </p>
        </>
      )}
      {call.answer && <Literal label={a.replyBody}>{call.answer}</Literal>}
      <div className="mt-3">
        <ActForm act="replayCall" place={place} about={{ call: id }}>
          <SmallButton aria-describedby={`call-${id}`}>{a.replay}</SmallButton>
        </ActForm>
      </div>
    </article>
  );
}
