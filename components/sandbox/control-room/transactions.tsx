import type { Dossier } from '@/lib/sandbox/control-room/sessions';
import { controlRoomTexts } from '@/lib/sandbox/dictionaries/control-room';
import { formatAmount } from '../amount';
import { nameMeans } from '../mask';
import { formatMoment } from '../moment';
import { Table } from '../table';
import { ActForm, SmallButton, type Place } from './act-form';

type Props = { dossier: Dossier; place: Place };

/** The attempts to pay, and the word on the one that is pending. */
export function Transactions({ dossier: { session, transactions }, place }: Props) {
  const { language } = place;
  const texts = controlRoomTexts[language];
  const t = texts.session;
  const about = { requestId: session.requestId };
  return (
    <section className="mt-10">
      <h2 className="text-xl font-semibold">{t.transactions}</h2>
      {transactions.length === 0 ? (
        <p className="text-soft mt-2">{t.noTransactions}</p>
      ) : (
        <Table
          caption={t.transactions}
          columns={[
            t.internalReference,
            texts.sessions.status,
            t.type,
            texts.sessions.amount,
            t.method,
            t.date,
            t.waitsFor,
          ]}
          rows={transactions.map((one) => [
            one.internalReference,
            `${one.status} ${one.reason}`,
            one.type,
            formatAmount({ total: one.total, currency: one.currency }, language),
            nameMeans(one),
            formatMoment(one.statusAt, language),
            one.step ?? one.waitsFor,
          ])}
        />
      )}
      {transactions.some(({ status }) => status === 'PENDING') && (
        <div role="group" aria-label={t.decide} className="mt-4 flex flex-wrap gap-3">
          <ActForm act="approve" place={place} about={about}>
            <SmallButton>{t.approve}</SmallButton>
          </ActForm>
          {transactions.some(({ waitsFor }) => waitsFor === 'CASH') && (
            <ActForm act="paid" place={place} about={about}>
              <SmallButton>{t.paid}</SmallButton>
            </ActForm>
          )}
          <ActForm act="refuse" place={place} about={about}>
            <SmallButton>{t.refuse}</SmallButton>
          </ActForm>
        </div>
      )}
    </section>
  );
}
