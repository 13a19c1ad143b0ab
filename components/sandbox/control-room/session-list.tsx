import Link from 'next/link';
import type { Route } from 'next';
import type { Row } from '@/lib/sandbox/control-room/sessions';
import { controlRoomTexts } from '@/lib/sandbox/dictionaries/control-room';
import type { PageLanguage } from '@/lib/sandbox/dictionaries/page';
import { formatAmount } from '../amount';
import { linkLook } from '../button';
import { Field } from '../field';
import { formatMoment } from '../moment';
import { Table } from '../table';
import { SmallButton } from './act-form';

type Props = { rows: readonly Row[]; more: boolean; search: string; page: number; language: PageLanguage };

/** The sessions that a search finds, a page at a time. */
export function SessionList({ rows, more, search, page, language }: Props) {
  const texts = controlRoomTexts[language];
  const t = texts.sessions;
  return (
    <>
      <p className="text-soft mt-2">{texts.what}</p>
      <form className="mt-4 flex flex-wrap items-end gap-3">
        <input type="hidden" name="lang" value={language} />
        <div className="min-w-0 grow">
          <Field name="search" type="search" label={t.search} defaultValue={search} maxLength={100} />
        </div>
        <SmallButton>{t.submit}</SmallButton>
      </form>
      {rows.length === 0 ? (
        <p className="mt-6">{t.none}</p>
      ) : (
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
      <Pages {...{ search, page, more, language }} />
    </>
  );
}

function SessionLink({ requestId, language }: { requestId: number; language: PageLanguage }) {
  return (
    <Link
      href={{ pathname: `/sandbox/control/sessions/${requestId}` as Route, query: { lang: language } }}
      prefetch={false}
      className={linkLook}
    >
      {requestId}
    </Link>
  );
}

function Pages({ search, page, more, language }: Omit<Props, 'rows'>) {
  const { newer, older } = controlRoomTexts[language].sessions;
  const at = (number: number) => ({ query: { lang: language, search, page: String(number) } });
  return (
    <p className="mt-4 flex gap-6">
      {page > 1 && (
        <Link href={at(page - 1)} prefetch={false} className={linkLook}>
          {newer}
        </Link>
      )}
      {more && (
        <Link href={at(page + 1)} prefetch={false} className={linkLook}>
          {older}
        </Link>
      )}
    </p>
  );
}
