import type { InstrumentRow } from '@/lib/sandbox/control-room/instruments';
import { controlRoomTexts } from '@/lib/sandbox/dictionaries/control-room';
import { listTexts } from '@/lib/sandbox/dictionaries/control-room-lists';
import { maskCard } from '../mask';
import { formatMoment } from '../moment';
import { Table } from '../table';
import { ActForm, SmallButton } from './act-form';
import { ListPage, SessionLink, type Listed } from './list-page';

/** Stored cards: what may be shown of them, and the button that makes one unusable. */
export function InstrumentList({ rows, ...list }: Listed<InstrumentRow>) {
  const { language } = list;
  const { sessions } = controlRoomTexts[language];
  const t = listTexts[language].instruments;
  const place = { here: '/sandbox/control/tokens', language };
  return (
    <ListPage {...list} what={t.what} label={t.search} none={t.none}>
      {rows.length > 0 && (
        <Table
          caption={t.heading}
          columns={[t.card, t.validUntil, t.token, t.subtoken, sessions.site, sessions.requestId, t.state]}
          rows={rows.map((kept) => [
            `${kept.brand} ${maskCard(kept.lastDigits)}`,
            kept.isExpired ? t.expired(kept.validUntil) : kept.validUntil,
            kept.token,
            kept.subtoken,
            kept.site,
            <SessionLink key="session" requestId={kept.requestId} language={language} />,
            kept.invalidatedAt ? (
              t.invalidated(formatMoment(kept.invalidatedAt, language))
            ) : (
              <ActForm key="invalidate" act="invalidate" place={place} about={{ instrument: kept.id }}>
                <SmallButton aria-label={`${t.invalidate} ${kept.token}`}>{t.invalidate}</SmallButton>
              </ActForm>
            ),
          ])}
        />
      )}
    </ListPage>
  );
}
