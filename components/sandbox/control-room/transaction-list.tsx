import type { TransactionRow } from '@/lib/sandbox/control-room/transactions';
import { controlRoomTexts } from '@/lib/sandbox/dictionaries/control-room';
import { listTexts } from '@/lib/sandbox/dictionaries/control-room-lists';
import { formatAmount } from '../amount';
import { nameMeans } from '../mask';
import { formatMoment } from '../moment';
import { Table } from '../table';
import { ListPage, SessionLink, type Listed } from './list-page';

/** Attempts and what followed them, of every session and merchant. */
export function TransactionList({ rows, ...list }: Listed<TransactionRow>) {
  const { language } = list;
  const { sessions, session } = controlRoomTexts[language];
  const t = listTexts[language].transactions;
  const amount = (total: string, currency: string) => formatAmount({ total, currency }, language);
  return (
    <ListPage {...list} what={t.what} label={t.search} none={t.none}>
      {rows.length > 0 && (
        <Table
          caption={t.heading}
          columns={[
            session.internalReference,
            sessions.status,
            session.type,
            sessions.reference,
            sessions.amount,
            t.refunded,
            session.method,
            session.date,
            t.belongsTo,
          ]}
          rows={rows.map((one) => [
            one.internalReference,
            `${one.status} ${one.reason}`,
            one.type,
            one.reference,
            amount(one.total, one.currency),
            one.refunded && amount(one.refunded, one.currency),
            nameMeans(one),
            formatMoment(one.statusAt, language),
            one.requestId === null ? (
              one.parentReference
            ) : (
              <SessionLink key="session" requestId={one.requestId} language={language}>
                {t.session(one.requestId)}
              </SessionLink>
            ),
          ])}
        />
      )}
    </ListPage>
  );
}
