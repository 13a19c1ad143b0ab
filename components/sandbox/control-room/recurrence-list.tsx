import type { RecurrenceRow } from '@/lib/sandbox/control-room/recurrences';
import { controlRoomTexts } from '@/lib/sandbox/dictionaries/control-room';
import { listTexts } from '@/lib/sandbox/dictionaries/control-room-lists';
import type { PageLanguage } from '@/lib/sandbox/dictionaries/page';
import { formatAmount } from '../amount';
import { formatMoment } from '../moment';
import { Table } from '../table';
import { ActForm, Fact, SmallButton } from './act-form';
import { ListPage, SessionLink, type Listed } from './list-page';

/** What the gateway repeats: its schedule, its tries, its next day, and its end, which the API does not have. */
export function RecurrenceList({ rows, ...list }: Listed<RecurrenceRow>) {
  const { language } = list;
  const t = listTexts[language].recurrences;
  return (
    <ListPage {...list} what={t.what} label={t.search} none={t.none}>
      {rows.length > 0 && (
        <ol className="mt-4 grid grid-cols-1 gap-4">
          {rows.map((one) => (
            <li key={one.id}>
              <OneRecurrence one={one} language={language} />
            </li>
          ))}
        </ol>
      )}
    </ListPage>
  );
}

function OneRecurrence({ one, language }: { one: RecurrenceRow; language: PageLanguage }) {
  const { sessions } = controlRoomTexts[language];
  const t = listTexts[language].recurrences;
  const heading = `recurrence-${one.id}`;
  return (
    <article className="border-line rounded-xl border p-4" aria-labelledby={heading}>
      <h2 id={heading} className="font-semibold break-words">
        {one.reference}: {one.enabled ? t.enabled : t.endedBy(one.endedBy ?? '')}
      </h2>
      <dl className="mt-2 grid grid-cols-1 gap-1 text-sm">
        <Fact term={sessions.requestId}>
          <SessionLink requestId={one.requestId} language={language} />
        </Fact>
        <Fact term={sessions.site}>{one.site}</Fact>
        <Fact term={sessions.amount}>
          {formatAmount({ total: one.total, currency: one.currency }, language)}
        </Fact>
        <Fact term={t.schedule}>{t.every(one.periodicity, one.interval)}</Fact>
        <Fact term={t.from}>{one.firstOn}</Fact>
        {one.lastOn && <Fact term={t.until}>{one.lastOn}</Fact>}
        <Fact term={t.periods}>{t.periodsOf(one.periods, one.maxPeriods)}</Fact>
        {one.tries > 0 && <Fact term={t.tries}>{one.tries}</Fact>}
        <Fact term={t.next}>{one.dueAt ? formatMoment(one.dueAt, language) : t.never}</Fact>
        <Fact term={t.address}>{one.notificationUrl ?? t.noAddress}</Fact>
      </dl>
      {one.charges.length > 0 && <Charges one={one} language={language} />}
      {one.enabled && (
        <ActForm
          act="cancelRecurrence"
          place={{ here: '/sandbox/control/recurrences', language }}
          about={{ requestId: one.requestId }}
          className="mt-3"
        >
          <SmallButton aria-describedby={heading}>{t.cancel}</SmallButton>
        </ActForm>
      )}
    </article>
  );
}

function Charges({ one, language }: { one: RecurrenceRow; language: PageLanguage }) {
  const { sessions, session } = controlRoomTexts[language];
  return (
    <Table
      caption={listTexts[language].recurrences.charges(one.reference, one.requestId)}
      columns={[session.internalReference, sessions.status, session.date]}
      rows={one.charges.map((charge) => [
        charge.internalReference,
        `${charge.status} ${charge.reason}`,
        formatMoment(charge.statusAt, language),
      ])}
    />
  );
}
