import type { Route } from 'next';
import Link from 'next/link';
import type { MandateRow } from '@/lib/sandbox/control-room/mandates';
import { controlRoomTexts } from '@/lib/sandbox/dictionaries/control-room';
import { autopayTexts } from '@/lib/sandbox/dictionaries/control-room-autopay';
import { pageTexts } from '@/lib/sandbox/dictionaries/page';
import { linkLook } from '../button';
import { formatDay } from '../moment';
import { Table } from '../table';
import { rhythmWords } from '../terms-words';
import { ListPage, type Listed } from './list-page';
import { howMuch, rhythmOf } from './mandate-words';

/** What payers have agreed to, and when each is charged next. */
export function MandateList({ rows, ...list }: Listed<MandateRow>) {
  const { language } = list;
  const t = autopayTexts[language];
  const { sessions } = controlRoomTexts[language];
  const { terms } = pageTexts[language];
  return (
    <ListPage {...list} what={t.what} label={t.search} none={t.none}>
      {rows.length > 0 && (
        <Table
          caption={t.heading}
          columns={[sessions.reference, sessions.status, t.amount, terms.howOften, t.next, sessions.site]}
          rows={rows.map((one) => [
            <Link
              key="link"
              href={{ pathname: `/sandbox/control/autopays/${one.id}` as Route, query: { lang: language } }}
              prefetch={false}
              className={linkLook}
            >
              {one.reference}
            </Link>,
            `${one.status} ${one.reason}`,
            howMuch(one, language),
            rhythmWords(rhythmOf(one), language),
            one.status === 'APPROVED' ? formatDay(one.nextOn, language) : t.never,
            one.site,
          ])}
        />
      )}
    </ListPage>
  );
}
