import type { DeliveryRow } from '@/lib/sandbox/control-room/deliveries';
import { controlRoomTexts } from '@/lib/sandbox/dictionaries/control-room';
import { listTexts } from '@/lib/sandbox/dictionaries/control-room-lists';
import { formatMoment } from '../moment';
import { Table } from '../table';
import { ActForm, SmallButton } from './act-form';
import { ListPage, SessionLink, type Listed } from './list-page';
import { word } from './sent-message';

/** Everything that any merchant was told; its bytes are on the page of its session. */
export function DeliveryList({ rows, ...list }: Listed<DeliveryRow>) {
  const { language } = list;
  const { sessions, deliveries, faults } = controlRoomTexts[language];
  const t = listTexts[language].deliveries;
  const place = { here: '/sandbox/control/deliveries', language };
  return (
    <ListPage {...list} what={t.what} label={t.search} none={deliveries.none}>
      {rows.length > 0 && (
        <Table
          caption={deliveries.heading}
          columns={[
            faults.id,
            sessions.requestId,
            sessions.reference,
            sessions.status,
            t.why,
            deliveries.answer,
            deliveries.to,
            deliveries.due,
            deliveries.replay,
          ]}
          rows={rows.map((one) => [
            one.id,
            <SessionLink key="session" requestId={one.requestId} language={language} />,
            one.reference,
            word(deliveries.states, one.state),
            word(deliveries.origins, one.origin),
            one.httpStatus ? `HTTP ${one.httpStatus}` : one.error,
            <span key="to" className="break-all">
              {one.url}
            </span>,
            formatMoment(one.dueAt, language),
            <ActForm key="replay" act="replay" place={place} about={{ delivery: one.id }}>
              <SmallButton aria-label={`${deliveries.replay}: ${deliveries.delivery(one.id)}`}>
                {deliveries.replay}
              </SmallButton>
            </ActForm>,
          ])}
        />
      )}
    </ListPage>
  );
}
