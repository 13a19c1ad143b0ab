import { actionKinds, targets } from '@/lib/sandbox/control-room/fault-form';
import { controlRoomTexts } from '@/lib/sandbox/dictionaries/control-room';
import { ops } from '@/lib/sandbox/faults';
import type { Fault } from '@/lib/sandbox/generated/client';
import { Choice, Field } from '../field';
import { Table } from '../table';
import { ActForm, SmallButton, type Place } from './act-form';

/** The rules, how often each was met and how often it fired. */
export function FaultTable({ faults, place }: { faults: readonly Fault[]; place: Place }) {
  const t = controlRoomTexts[place.language].faults;
  if (faults.length === 0) return <p className="text-soft mt-4">{t.none}</p>;
  return (
    <Table
      caption={t.heading}
      columns={[t.id, t.op, t.target, t.kind, t.seen, t.fired, t.remove]}
      rows={faults.map((fault) => [
        fault.id,
        `${fault.op}${fault.nth === null ? '' : ` ${fault.nth}`} · ${fault.at}`,
        fault.requestId ?? fault.reference ?? `${fault.referencePrefix}…`,
        <code key="action" className="font-mono break-all">
          {JSON.stringify(fault.action)}
        </code>,
        fault.seen,
        fault.fired,
        <ActForm key="remove" act="removeFault" place={place} about={{ fault: fault.id }}>
          <SmallButton aria-label={`${t.remove} ${fault.id}`}>{t.remove}</SmallButton>
        </ActForm>,
      ])}
    />
  );
}

/** For the session of the page, or for the one that is named. */
export function FaultForm({ place, requestId }: { place: Place; requestId?: number }) {
  const t = controlRoomTexts[place.language].faults;
  // Below the section of a session's page, or below the page's own heading.
  const Title = requestId === undefined ? 'h2' : 'h3';
  const about: Record<string, string | number> =
    requestId === undefined ? {} : { target: 'requestId', value: requestId };
  return (
    <ActForm act="addFault" place={place} about={about} className="mt-6 grid max-w-xl gap-4">
      <Title className="font-semibold">{t.add}</Title>
      {requestId === undefined && (
        <>
          <Choice name="target" label={t.target}>
            {options(targets)}
          </Choice>
          <Field name="value" label={t.value} required maxLength={100} />
        </>
      )}
      <Choice name="op" label={t.op}>
        {options(ops)}
      </Choice>
      <Choice name="kind" label={t.kind}>
        {options(Object.keys(actionKinds))}
      </Choice>
      <Field name="what" label={t.what} hint={t.whatHint} maxLength={200} />
      <Choice name="at" label={t.at} defaultValue="response">
        {options(['beforeCommit', 'afterCommit', 'response'])}
      </Choice>
      <Field name="nth" label={t.nth} inputMode="numeric" pattern="[0-9]*" maxLength={6} />
      <div>
        <SmallButton>{t.submit}</SmallButton>
      </div>
    </ActForm>
  );
}

function options(values: readonly string[]) {
  return values.map((value) => (
    <option key={value} value={value}>
      {value}
    </option>
  ));
}
