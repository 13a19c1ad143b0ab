import type { Row } from '@/lib/sandbox/control-room/sessions';
import { controlRoomTexts } from '@/lib/sandbox/dictionaries/control-room';
import { formatAmount } from '../amount';
import { formatMoment } from '../moment';
import { Table } from '../table';
import { ListPage, SessionLink, type Listed } from './list-page';

/** The sessions that a search finds, a page at a time. */
export function SessionList({ rows, ...list }: Listed<Row>) {
  const { language } = list;
  const texts = controlRoomTexts[language];
  const t = texts.sessions;
  return (
    <ListPage {...list} what={texts.what} label={t.search} none={t.none}>
      {rows.length > 0 && (
        <Table
          caption={texts.nav.sessions}
          columns={[t.requestId, t.status, t.reference, t.amount, t.site, t.created]}
          rows={rows.map((row) => [
            <SessionLink key="link" requestId={row.requestId} language={language} />,
            `${row.status} ${row.reason}`,
            row.reference,
            row.total && row.currency && formatAmount({ total: row.total, currency: row.currency }, language),
            row.site,
            formatMoment(row.createdAt, language),
          ])}
        />
      )}
    </ListPage>
  );
}
